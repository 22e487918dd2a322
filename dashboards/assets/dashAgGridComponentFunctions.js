// Cells of the tables of events. React is dash's own; texts are set as text.
(function () {
    const cells = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});

    cells.EventType = function (props) {
        if (!props.data) return null;
        return React.createElement("span", null, [
            React.createElement("span", { key: "g", className: "glyph group-" + props.data.group, "aria-hidden": "true" }, props.data.glyph),
            props.value,
        ]);
    };

    cells.EventTitle = function (props) {
        if (!props.data) return React.createElement("span", { className: "quiet" }, window.trackerWord("Loading …"));
        return React.createElement(
            "button",
            {
                type: "button",
                tabIndex: -1,
                className: "as-link",
                onClick: () => window.tracker.set("shell-selected", { data: props.data.event_id }),
            },
            props.value,
        );
    };
})();
