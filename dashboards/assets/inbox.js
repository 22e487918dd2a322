// Reads the queue of the inbox on: each article is one round trip, so that the page can show how far it is.
(function () {
    // The field that takes files lies over its whole area, and comes late; it is told what it is for.
    function nameField(tries) {
        const field = document.querySelector("#inbox-files input[type=file]");
        if (field) field.setAttribute("aria-label", window.trackerWord("Choose files of articles, or drop them here"));
        else if (tries) setTimeout(() => nameField(tries - 1), 100);
    }

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.inbox = {
        drive: function (read) {
            if (read && read.todo.length) window.dash_clientside.set_props("inbox-queue", { data: read });
            return window.dash_clientside.no_update;
        },

        name: function () {
            nameField(50);
            return window.dash_clientside.no_update;
        },

        // The question for a day takes the focus when it appears.
        look: function (question) {
            if (!question) return window.dash_clientside.no_update;
            requestAnimationFrame(() => requestAnimationFrame(function () {
                const field = document.querySelector("#inbox-ask input");
                if (!field) return;
                field.closest(".inbox-asked").scrollIntoView({ block: "nearest" });
                field.focus({ preventScroll: true });
            }));
            return window.dash_clientside.no_update;
        },
    };
})();
