// AG Grid's script is the largest of all and only tables need it: it is fetched when the first table is about to stand.
// What stands in its place says so to Dash as its own late components do, and hands everything on.
(function () {
    const source = document.currentScript.dataset.grid;
    let real = null;
    let coming = null;

    function load() {
        coming = coming || new Promise(function (resolve, reject) {
            const script = document.createElement("script");
            const stand = window.dash_ag_grid;
            script.src = source;
            script.onload = function () {
                real = window.dash_ag_grid;
                window.dash_ag_grid = stand; // a table that stands is not made anew
                resolve({ default: real.AgGrid });
            };
            script.onerror = function () {
                coming = null; // the server is away: the next table asks again
                reject(new Error("The tables' script did not come."));
            };
            document.head.append(script);
        });
        return coming;
    }

    let Late = null;

    function AgGrid(props) {
        Late = Late || React.lazy(load);
        return React.createElement(React.Suspense, { fallback: null }, React.createElement(Late, props));
    }
    AgGrid.dashRenderType = true;
    AgGrid.dashPersistence = { persisted_props: ["selectedRows"], persistence_type: "local" };

    window.dash_ag_grid = {
        AgGrid,
        getApi: (id) => (real ? real.getApi(id) : null),
        getApiAsync: (id) => load().then(() => real.getApiAsync(id)),
    };
})();
