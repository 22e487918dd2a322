// The Events table in the browser: read again when filter or store changed; the reader's widths and order of columns.
(function () {
    const KEPT = "events-columns-state";
    const NARROW = 640;
    let known = null;

    function grid() {
        const there = window.dash_ag_grid && document.getElementById("events-grid");
        return there ? window.dash_ag_grid.getApi("events-grid") : null;
    }

    // Which columns are there is the choice above the table; here only how wide, and in which order.
    function keep() {
        const api = grid();
        if (!api) return;
        const state = api.getColumnState().map((one) => ({ colId: one.colId, width: one.width, flex: one.flex }));
        localStorage.setItem(KEPT, JSON.stringify(state));
    }

    function restore() {
        const api = grid();
        if (!api || api === known) return;
        known = api;
        try {
            const state = JSON.parse(localStorage.getItem(KEPT) || "null");
            if (Array.isArray(state)) api.applyColumnState({ state, applyOrder: true });
            else if (window.innerWidth < NARROW) api.setColumnWidths([{ key: "date", newWidth: 140 }]);
        } catch (error) {
            localStorage.removeItem(KEPT);
        }
        api.addEventListener("columnMoved", (event) => event.finished && keep());
        api.addEventListener("columnResized", (event) => event.finished && String(event.source).startsWith("ui") && keep());
    }

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.events = {
        refresh: function (query, revision) {
            const api = grid();
            if (api && query) api.purgeInfiniteCache();
            return String(revision);
        },
        ready: function () {
            restore();
            return "true";
        },
        reset: function () {
            const api = grid();
            localStorage.removeItem(KEPT);
            if (api) api.resetColumnState();
            return String(Date.now());
        },
        // What the field holds at this moment: what was typed last may not have come to the app yet.
        reason: function (clicks) {
            const field = document.getElementById("bulk-reason");
            if (!field || !clicks) return window.dash_clientside.no_update;
            return { reason: field.value, at: Date.now() };
        },
    };
})();
