// Whether the server answers. While it does not, what the page asks waits; a line says so; then the page goes on.
(function () {
    const CALLBACK = "_dash-update-component";
    const DRAWING = "/timeline/drawing";
    const CALM = 15000;
    const STEPS = [500, 1000, 2000, 3000, 5000];
    const ask = window.fetch.bind(window);
    let down = false;
    let leaving = false;
    let tries = 0;
    let timer = 0;
    let waiting = [];
    let seen = null;

    function line() {
        return document.getElementById("shell-connection");
    }

    function say(name, button) {
        const box = line();
        if (!box) return;
        document.getElementById("shell-connection-words").textContent = name ? box.dataset[name] : "";
        document.getElementById("shell-connection-try").hidden = button !== "try";
        document.getElementById("shell-connection-reload").hidden = button !== "reload";
        box.hidden = !name;
    }

    function notice(name, colour) {
        const box = line();
        if (!box || !window.tracker) return;
        const message = { action: "show", message: box.dataset[name], withBorder: true, color: colour, closeButtonProps: { "aria-label": box.dataset.close } };
        if (colour !== "ink") message.autoClose = false;
        window.tracker.set("shell-notices", { sendNotifications: [message] });
    }

    function later(wait) {
        clearTimeout(timer);
        timer = setTimeout(look, wait);
    }

    async function alive() {
        const stop = new AbortController();
        const limit = setTimeout(() => stop.abort(), 4000);
        try {
            const answer = await ask("/alive", { cache: "no-store", signal: stop.signal });
            return answer.ok ? await answer.json() : null;
        } catch (error) {
            return null;
        } finally {
            clearTimeout(limit);
        }
    }

    async function look() {
        if (!down && document.hidden) return later(CALM);
        const told = await alive();
        if (told) up(told);
        else if (!leaving) lost();
        later(down ? STEPS[Math.min(tries++, STEPS.length - 1)] : CALM);
    }

    function lost() {
        if (down) return;
        down = true;
        tries = 0;
        say("lost", "try");
        later(STEPS[0]);
    }

    function up(told) {
        const was = down;
        down = false;
        const held = waiting;
        waiting = [];
        for (const go of held) go();
        if (was) {
            say("");
            notice("back", "ink");
        }
        const box = line();
        if (box && told.version !== box.dataset.version) say("newer", "reload");
        fresh(told.revision, was);
    }

    // What others wrote comes in by itself, but never while somebody types or answers a dialog.
    function fresh(revision, must) {
        if (revision === null || revision === undefined) return;
        if (revision === seen && !must) return;
        const field = document.activeElement;
        const busy = field && (field.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName));
        if ((busy && field.type !== "checkbox") || document.querySelector("[role=dialog]")) return;
        seen = revision;
        if (window.tracker) window.tracker.set("shell-revision", { data: revision });
    }

    // By what it answers: a page that writes tells the revision afterwards. Only what writes is never sent twice.
    function writes(resource, options) {
        if (resource === DRAWING) return false;
        try {
            return JSON.parse(options.body).output.includes("shell-revision.data");
        } catch (error) {
            return true;
        }
    }

    // The filter that a callback answers with is told at once: Dash hands it on a tenth of a second later.
    async function hear(answer, options) {
        if (!window.tracker.filtered || !/"output":"[^"]*filter-query\.data/.test(options.body)) return;
        const told = await answer.clone().json();
        const found = told.response && told.response["filter-query"];
        if (found) window.tracker.filtered(found.data);
    }

    function hold(resource, options) {
        return new Promise((resolve, reject) => waiting.push(() => send(resource, options).then(resolve, reject)));
    }

    // For those who wait for what was written before they write more.
    function unanswered() {
        document.dispatchEvent(new Event("unanswered"));
    }

    async function send(resource, options) {
        try {
            const answer = await ask(resource, options);
            if (answer.status === 200) await hear(answer, options);
            if (answer.status === 413) notice("large", "red");
            else if (answer.status >= 500) notice("failed", "red");
            if (answer.status >= 400) unanswered();
            return answer;
        } catch (error) {
            if (leaving || error.name === "AbortError") throw error;
            const told = await alive();
            if (!told) lost();
            if (writes(resource, options)) {
                notice("unsure", "yellow");
                unanswered();
                throw error;
            }
            return told ? ask(resource, options) : hold(resource, options);
        }
    }

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.connection = {
        keep: function (revision) {
            seen = revision;
            return String(revision);
        },
    };
    window.fetch = function (resource, options) {
        const address = typeof resource === "string" ? resource : (resource && resource.url) || "";
        const known = window.tracker.libraries.answer(address);
        if (known) return known;
        if (!address.includes(CALLBACK) && address !== DRAWING) return ask(resource, options);
        return down ? hold(resource, options) : send(resource, options);
    };
    window.addEventListener("pagehide", () => (leaving = true));
    window.addEventListener("pageshow", () => (leaving = false));
    window.addEventListener("online", () => later(0));
    document.addEventListener("visibilitychange", () => document.hidden || later(0));
    document.addEventListener("click", function (event) {
        if (event.target.id === "shell-connection-try") later(0);
        if (event.target.id === "shell-connection-reload") window.location.reload();
    });
    later(CALM);
})();
