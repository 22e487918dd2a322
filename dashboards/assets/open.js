// Open questions in the browser: the day in the address, and the reason as it stands in its field.
(function () {
    const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

    // A day that is none ("2025-02-30") counts as not given.
    function known(text) {
        if (!DAY.test(text || "")) return false;
        const day = new Date(text + "T00:00:00Z");
        return !isNaN(day) && day.toISOString().slice(0, 10) === text;
    }

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.open = {
        arrive: function (today) {
            const pressed = window.dash_clientside.callback_context.triggered.some((one) => one.prop_id.startsWith("open-to-today") && one.value);
            if (pressed) return today;
            const asked = new URLSearchParams(window.location.search).get("as_of");
            return known(asked) ? asked : today;
        },
        // What the field holds at this moment: what was typed last may not have come to the app yet.
        reason: function (clicks, submits) {
            const field = document.getElementById("open-dialog-reason");
            if (!field || !(clicks || submits)) return window.dash_clientside.no_update;
            return { reason: field.value, at: Date.now() };
        },
        remember: function (day, today) {
            if (!day) return "";
            window.tracker.address({ as_of: day === today ? "" : day }, true);
            return day;
        },
    };
})();
