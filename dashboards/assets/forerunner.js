// The page that stands before Dash does (dashboards/forerunner.py): the timeline is drawn on it and moves at once. Dash's
// own page is made behind it, unseen, and takes its place with the same drawing. What was pressed or written
// meanwhile is carried over.
(function () {
    const LONGEST = 3000; // milliseconds that it stands at most once Dash's page is there
    const FIRST = 1500; // and that the libraries wait for the first drawing
    const SETTLED = 500; // until the search field takes a change for one (it waits 400)
    const LIVE = ".tool, a, select, #timeline-strip, #timeline-chart, #timeline-heads"; // works before Dash does
    const presses = [];
    const tasks = [];
    let came = 0; // when Dash's page was there
    let held = 0; // fingers and buttons that are down

    const page = () => document.getElementById("forerunner");
    const stands = () => Boolean(page());

    // Its first drawing is there: now the libraries may come.
    function drawn() {
        if (!stands()) return;
        window.tracker.libraries.fetch();
        window.tracker.libraries.run();
    }

    // --- what Dash has to do, once it can --------------------------------------------------------------------------

    function press(event) {
        if (!stands() || !page().contains(event.target) || event.target.closest(LIVE)) return;
        const control = event.target.closest("button");
        const named = control && control.closest("[id], [aria-label]");
        if (!named) return;
        presses.push({ id: named.id, label: named.getAttribute("aria-label"), value: control === named ? "" : control.value, chip: control.matches(".chip") });
    }

    // In Dash's page: what has the same id, or else the same name.
    function twin(id, label) {
        if (id) return document.getElementById(id);
        return label ? document.querySelector('#react-entry-point [aria-label="' + CSS.escape(label) + '"]') : null;
    }

    function pressAgain(one) {
        const found = twin(one.id, one.label);
        const inside = found && one.value ? found.querySelector('input[value="' + CSS.escape(one.value) + '"]') : found;
        if (inside) inside.click();
    }

    function write(id, text) {
        const field = document.getElementById(id);
        if (!field || field.value === text) return;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }

    // --- the change of the page -------------------------------------------------------------------------------------

    function ready() {
        const count = document.querySelector("#react-entry-point #filter-count");
        return !held && count && count.textContent;
    }

    function change() {
        const old = page();
        if (!old) return;
        const written = [...old.querySelectorAll("input")].filter((one) => one.value !== one.defaultValue).map((one) => [one.id, one.value]);
        const focus = old.contains(document.activeElement) ? document.activeElement : null;
        old.remove();
        document.body.classList.remove("forerunner");
        window.tracker.timeline.again();
        if (focus) {
            const next = twin(focus.id, focus.getAttribute("aria-label"));
            if (next) next.focus({ preventScroll: true });
            if (next && focus.selectionStart !== undefined) next.setSelectionRange(focus.selectionStart, focus.selectionEnd);
        }
        for (const [id, text] of written) write(id, text);
        for (const one of presses.splice(0)) window.setTimeout(() => pressAgain(one), one.chip ? SETTLED : 0);
        run();
    }

    // Dash's page is there: it is shown when nobody holds anything and what stands above the chart is there too.
    function leave() {
        came = performance.now();
        const wait = () => (ready() ? change() : stands() && window.setTimeout(wait, 16));
        wait();
    }

    // If Dash's page says what is wrong, or does not get as far, it is shown as it is.
    function look() {
        if (!stands()) return;
        const wrong = document.querySelector("#react-entry-point .state-failure");
        if (wrong || (came && performance.now() - came > LONGEST)) change();
        else window.setTimeout(look, 250);
    }

    function run() {
        tasks.splice(0).forEach((task) => task());
    }

    function begin() {
        if (!stands()) return window.tracker.libraries.run();
        for (const name of ["pointerdown", "pointerup", "pointercancel"]) {
            document.addEventListener(name, () => { held = name === "pointerdown" ? held + 1 : Math.max(0, held - 1); }, true);
        }
        document.addEventListener("click", press);
        window.setTimeout(window.tracker.libraries.run, FIRST);
        window.tracker.timeline.begin();
        look();
    }

    document.addEventListener("DOMContentLoaded", begin);
    window.tracker = Object.assign(window.tracker || {}, {
        forerunner: { stands, drawn, leave, later: (task) => tasks.push(task), run },
    });
})();
