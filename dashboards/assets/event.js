// The event page in the browser: the day as of which it is known stands in the address.
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.event = {
    arrive: function () {
        const asked = new URLSearchParams(window.location.search).get("known") || "";
        const day = new Date(asked + "T00:00:00Z");
        const known = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !isNaN(day) && day.toISOString().slice(0, 10) === asked;
        return known ? asked : window.dash_clientside.no_update;
    },
    remember: function (day) {
        window.tracker.address({ known: day || "" }, true);
        return day || "";
    },
};
