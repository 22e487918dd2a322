// Functions that the tables' options name.
(function () {
    const known = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});

    // Tab leaves the table, whose cells are walked by arrows; while a cell is edited it goes on to the next.
    known.tabOut = function (params) {
        return params.editing ? params.nextCellPosition || false : false;
    };

    // Enter opens the event and does not edit its title; F2 or a double click does.
    known.openOnEnter = function (params) {
        if (params.editing || params.event.key !== "Enter" || !params.data) return false;
        window.tracker.set("shell-selected", { data: params.data.event_id });
        return true;
    };
})();
