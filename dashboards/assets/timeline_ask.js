// Asks the server for the timeline's drawing: what it depends on beside the view, and which answer is still wanted.
(function () {
    const PATH = "/timeline/drawing";
    let known = { query: {}, lanes: "", selected: "", revision: null };
    let fresh = false; // the page has arrived, and its address is all that is known
    let asked = 0, shown = 0; // questions by number, and the newest that was answered

    const text = (query) => JSON.stringify(Object.entries(query).filter(([, value]) => value).sort());

    function theme() {
        return document.documentElement.getAttribute("data-mantine-color-scheme") === "dark" ? "dark" : "light";
    }

    function same(one, other) {
        const settled = other.revision === null || one.revision === other.revision;
        return settled && text(one.query) === text(other.query) && ["lanes", "selected", "theme"].every((name) => one[name] === other[name]);
    }

    // A page that has just arrived is drawn as its address says, before Dash has told anything.
    window.tracker.drawingAt = function (address) {
        known = {
            query: window.tracker.filterAt(address), lanes: address.get("lanes") || "group",
            selected: address.get("event") || "", theme: theme(), revision: null,
        };
        fresh = true;
    };

    // What the drawing depends on, as far as it is told; true if what was asked for last is another one.
    window.tracker.drawingOf = function (told) {
        if (!told.query) return false; // the address is being read
        const now = { ...known, ...told, theme: theme() };
        if (!told.selected) now.selected = told.selected === undefined || fresh ? known.selected : "";
        fresh = false;
        const other = !same(now, known);
        known = now;
        return other;
    };

    // Asks for what `view` shows; `then` gets the answer, unless a newer one came before or something else changed.
    window.tracker.askDrawing = async function (view, then) {
        const number = (asked += 1), of = known;
        const { query, lanes, selected } = of;
        const body = JSON.stringify({ ...view, query, lanes, selected, theme: theme() });
        try {
            const answer = await window.fetch(PATH, { method: "POST", headers: { "Content-Type": "application/json" }, body });
            const drawn = await answer.json();
            if (number < shown || !same(known, of)) return;
            shown = number;
            if (answer.ok) then(drawn);
            else if (answer.status < 500) tell(drawn.failed); // of what is worse connection.js tells
        } catch (error) {
            console.warn(error); // a server that is away says so by itself
        }
    };

    function tell(message) {
        window.tracker.set("shell-notices", { sendNotifications: [{ action: "show", message, color: "red", autoClose: false, withBorder: true }] });
    }
})();
