// Some pages draw with plotly or show tables, whose scripts are large: they are fetched once the first page stands, so that
// they delay nothing.
(function () {
    const LATER = ["/_dash-component-suites/plotly/package_data/plotly.min.js", document.currentScript.dataset.grid];

    function fetchThem() {
        for (const href of LATER) {
            document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", as: "script", href }));
        }
    }

    function look() {
        const stands = document.querySelector("#react-entry-point [data-page]");
        if (stands) window.setTimeout(fetchThem, 4000);
        else window.setTimeout(look, 1000);
    }

    window.addEventListener("load", look);
})();
