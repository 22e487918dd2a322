// The shell in the browser: page titles, theme, and the address that holds the filter.
(function () {
    const FILTER = ["type", "actor", "role", "place", "start", "end", "status", "certainty", "source", "review", "conflict", "text"];
    let started = false;

    // Into Dash, as soon as Dash stands.
    function set(id, props) {
        const before = window.tracker.forerunner;
        if (!started && before.stands()) before.later(() => set(id, props));
        else window.dash_clientside.set_props(id, props);
    }

    function tellTheme() {
        const dark = document.documentElement.getAttribute("data-mantine-color-scheme") === "dark";
        set("shell-theme", { data: dark ? "dark" : "light" });
    }

    function tellSearch() {
        set("shell-search", { data: window.location.search });
    }

    function start() {
        if (started) return;
        started = true;
        new MutationObserver(tellTheme).observe(document.documentElement, {
            attributes: true,
            attributeFilter: ["data-mantine-color-scheme"],
        });
        window.addEventListener("popstate", tellSearch);
        document.addEventListener("click", function (event) {
            const link = event.target.closest && event.target.closest(".skip-link");
            if (!link) return;
            event.preventDefault();
            document.getElementById("shell-main").focus();
        });
        window.tracker.forerunner.run();
        tellTheme();
        const chosen = new URLSearchParams(window.location.search).get("event");
        if (chosen) set("shell-selected", { data: chosen });
    }

    function text(query) {
        const parts = new URLSearchParams(query);
        const written = parts.toString().replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/\+/g, "%20");
        return written ? "?" + written : "";
    }

    // Writes some keys into the address; an empty value takes a key out. A new step in the history only if asked.
    function address(values, step) {
        const query = new URLSearchParams(window.location.search);
        for (const [key, value] of Object.entries(values)) {
            if (value === null || value === undefined || value === "") query.delete(key);
            else query.set(key, value);
        }
        const search = text(query);
        if (search === window.location.search) return;
        const url = window.location.pathname + search + window.location.hash;
        window.history[step ? "pushState" : "replaceState"](window.history.state, "", url);
    }

    // The filter's keys and values that an address holds.
    function filterAt(parts) {
        const query = {};
        for (const name of FILTER) if (parts.get(name)) query[name] = parts.getAll(name).filter(Boolean).join(",");
        return query;
    }

    // The chosen language is kept in a cookie, which every request tells; the page is drawn anew in it.
    function speak(code) {
        document.cookie = "language=" + code + "; path=/; max-age=31536000; samesite=lax";
        address({ lang: "" }, false);
        window.location.reload();
    }

    // From the first moment on: the list stands before the page has arrived.
    document.addEventListener("change", function (event) {
        if (event.target.id === "shell-language") speak(event.target.value);
    });

    // A plain click on a link of the navigation stays in the page, once Dash stands.
    document.addEventListener("click", function (event) {
        const link = event.target.closest && event.target.closest("a.shell-link");
        if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        if (!started || window.tracker.forerunner.stands()) return;
        event.preventDefault();
        set("shell-url", { href: link.getAttribute("href") });
        window.scrollTo(0, 0);
    });

    window.tracker = Object.assign(window.tracker || {}, { address, filterAt, set });
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.shell = {
        arrive: function (page) {
            start();
            if (!page) return window.dash_clientside.no_update;
            document.title = page.title;
            for (const link of document.querySelectorAll(".shell-link")) {
                const path = new URL(link.href).pathname;
                if (path === page.path) link.setAttribute("aria-current", "page");
                else if (page.path.startsWith(path + "/")) link.setAttribute("aria-current", "true");
                else link.removeAttribute("aria-current");
            }
            return page.page;
        },
        // The chosen event stands in the address; beside an open drawer the page makes room.
        selected: function (id) {
            document.body.classList.toggle("drawer-open", Boolean(id));
            if (!started) return "";
            address({ event: id || "" }, false);
            return id || "";
        },
        search: function () {
            return window.location.search;
        },
        // The controls that do not show the filter yet, as after an address or a chip.
        follow: function (values) {
            for (const [name, value] of Object.entries(values || {})) set("filter-" + name, { value });
            return window.dash_clientside.no_update;
        },
        // The filter into the address, and into every link of the navigation and of the exports.
        remember: function (query) {
            if (query) {
                const values = {};
                for (const name of FILTER) values[name] = query[name] || "";
                address(values, true);
                for (const link of document.querySelectorAll(".shell-link, .export-links a")) {
                    link.setAttribute("href", link.getAttribute("href").split("?")[0] + text(query));
                }
            }
            return window.dash_clientside.no_update;
        },
    };
})();
