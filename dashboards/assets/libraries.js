// Fetches the libraries' scripts and what Dash asks first, and runs the scripts one after the other; the last starts Dash.
// Between two the page is drawn, and whoever does something meanwhile goes first: nothing is run until the hand rests.
(function () {
    const REST = 150; // milliseconds without anything done
    const AGAIN = 1000; // until a script that did not come is asked for once more
    const DONE = ["pointerdown", "pointermove", "pointerup", "wheel", "keydown", "touchmove"];
    const FIRST = ["/_dash-layout", "/_dash-dependencies"];
    const answers = new Map();
    let left = null;
    let runs = false;
    let touched = 0;

    function fetchThem() {
        if (left) return;
        left = [...document.getElementById("libraries").content.querySelectorAll("script")];
        for (const one of left.filter((script) => script.src)) {
            const link = document.createElement("link");
            document.head.append(Object.assign(link, { rel: "preload", as: "script", href: one.getAttribute("src") }));
        }
        for (const address of FIRST) answers.set(address, window.fetch(address));
    }

    function run(kept, then) {
        const script = document.createElement("script");
        if (kept.src) script.src = kept.getAttribute("src");
        else script.text = kept.text;
        script.addEventListener("load", then);
        script.addEventListener("error", () => window.setTimeout(() => run(kept, then), AGAIN)); // the server is away
        document.body.append(script);
        if (!kept.src) then(); // it has run
    }

    // A page that nobody sees is not drawn.
    function afterDrawing(then) {
        if (document.hidden) window.setTimeout(then);
        else window.requestAnimationFrame(() => window.setTimeout(then));
    }

    function next() {
        if (!left.length) return;
        const rest = touched + REST - performance.now();
        if (rest > 0) window.setTimeout(next, rest);
        else run(left.shift(), () => afterDrawing(next));
    }

    function runThem() {
        if (runs) return;
        runs = true;
        fetchThem();
        for (const name of DONE) document.addEventListener(name, () => { touched = performance.now(); }, { capture: true, passive: true });
        next();
    }

    // What was asked ahead, once; if it failed, Dash asks itself.
    function answer(address) {
        const known = answers.get(address);
        answers.delete(address);
        return known && known.catch(() => window.fetch(address));
    }

    window.tracker = Object.assign(window.tracker || {}, { libraries: { fetch: fetchThem, run: () => afterDrawing(runThem), answer } });
})();
