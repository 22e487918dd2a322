// Some pages draw with plotly, which is large: it is fetched once the first page stands, so that it delays nothing.
window.addEventListener("load", function () {
    window.setTimeout(function () {
        const link = document.createElement("link");
        Object.assign(link, { rel: "prefetch", as: "script", href: "/_dash-component-suites/plotly/package_data/plotly.min.js" });
        document.head.append(link);
    }, 4000);
});
