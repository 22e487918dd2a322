// AG Grid's script is the largest of all and only tables need it: it is fetched when the first table is about to stand.
// What stands in its place says so to Dash as its own late components do, and hands everything on.
(function () {
    const source = document.currentScript.dataset.grid;
    const AGAIN = 1000; // milliseconds until a script that did not come is asked for once more
    let real = null;
    let coming = null;

    function ask(then) {
        const script = document.createElement("script");
        script.src = source;
        script.onload = then;
        script.onerror = () => window.setTimeout(() => ask(then), AGAIN); // the server is away
        document.head.append(script);
    }

    function load() {
        const stand = window.dash_ag_grid;
        coming = coming || new Promise((resolve) => ask(function () {
            real = window.dash_ag_grid;
            window.dash_ag_grid = stand; // a table that stands is not made anew
            resolve({ default: real.AgGrid });
        }));
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
