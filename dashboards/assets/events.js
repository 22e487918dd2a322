// The Events table in the browser: rows are read again when the filter or the store has changed.
(function () {
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.events = {
        refresh: function (query, revision) {
            const grid = window.dash_ag_grid && document.getElementById("events-grid") && window.dash_ag_grid.getApi("events-grid");
            if (grid && query) grid.purgeInfiniteCache();
            return String(revision);
        },
    };
})();
