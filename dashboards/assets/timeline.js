// The timeline in the browser: which stretch of time is seen, by wheel, drag, fingers, keys, buttons and the window of
// the strip. The server draws; this file tells it what the screen can show, and timeline_canvas.js sets it there.
(function () {
    const DAY = 86400000;
    const NARROWEST = 3 * DAY;
    const STEP = 0.5; // share of the screen that one step of an arrow button moves
    const ASK_AFTER = 140; // milliseconds without movement before the server is asked
    const ASK_AGAIN = 220; // and between two questions while one moves beyond what is drawn
    const FAR = 4; // pixels that a pointer may move and still click

    const view = { from: null, to: null, width: 0, height: 0, stamp: 0 };
    let whole = null;
    let drawing = null;
    let timer = null;
    let asked = 0;
    let painting = false;
    let moving = false; // moved since the server was last asked: an answer that arrives now does not move it back
    let folded = [];
    let strip = ""; // the key of the strip that is shown
    let shown = null, shownStrip = null; // the last drawing and strip
    let tabled = false, listed = 0;

    const byId = (id) => document.getElementById(id);
    const no_update = () => window.dash_clientside.no_update;
    const scene = () => drawing && drawing.scene();

    function inWords(time) {
        const language = document.documentElement.lang || "en";
        return new Date(time).toLocaleDateString(language === "en" ? "en-GB" : language, {
            weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC",
        });
    }

    function measure() {
        const chart = byId("timeline-chart");
        if (!chart) return false;
        const width = Math.round(chart.clientWidth);
        const top = chart.getBoundingClientRect().top + window.scrollY;
        const height = Math.max(360, Math.round(window.innerHeight - top - 84));
        const same = width === view.width && Math.abs(height - view.height) < 24;
        if (!same && width) {
            view.width = width;
            view.height = height;
        }
        return !same && width > 0;
    }

    function ask(delay) {
        window.clearTimeout(timer);
        timer = window.setTimeout(askNow, delay);
    }

    function askNow() {
        window.clearTimeout(timer);
        moving = false;
        if (!byId("timeline-chart") || !view.width) return;
        asked = performance.now();
        window.tracker.askDrawing({ ...stretch(), folded, strip }, answered);
        remember();
    }

    // What is seen, as the server is told it; the whole period by no ends, since it grows.
    function stretch() {
        view.stamp += 1;
        const bounded = isWhole() ? { from: null, to: null } : { from: view.from, to: view.to };
        return { ...bounded, width: view.width, height: view.height, stamp: view.stamp };
    }

    function isWhole() {
        return view.from === null || (whole !== null && view.from <= whole[0] + DAY / 2 && view.to >= whole[1] - DAY / 2);
    }

    function remember() {
        const [from, to] = isWhole() ? [null, null] : [view.from, view.to];
        window.tracker.stretch.write(from, to, folded);
    }

    // Keeps a stretch within the whole period and not narrower than can be read.
    function kept(from, to) {
        let span = Math.max(NARROWEST, to - from);
        if (whole) {
            span = Math.min(span, whole[1] - whole[0]);
            const middle = (from + to) / 2;
            from = Math.min(Math.max(middle - span / 2, whole[0]), whole[1] - span);
        }
        return [from, from + span];
    }

    function paint() {
        if (painting) return;
        painting = true;
        window.requestAnimationFrame(function () {
            painting = false;
            if (!drawing || view.from === null) return;
            drawing.look(view.from, view.to, view.width);
            drawing.render();
            placeWindow();
            window.tracker.walk.place();
        });
    }

    // How much of what is in sight the last drawing can show: false if a part is blank, or much coarser than it could be.
    function isDrawn() {
        const now = scene();
        if (!now) return false;
        const span = (now.to - now.from) * DAY, ratio = (view.to - view.from) / span;
        const left = (Math.floor((now.from * DAY) / span) - 1) * span, right = (Math.ceil((now.to * DAY) / span) + 1) * span;
        return ratio > 0.6 && ratio < 1.7 && view.from >= left && view.to <= right;
    }

    function show(from, to, delay) {
        [view.from, view.to] = kept(from, to);
        moving = true;
        window.tracker.tip.hide();
        paint();
        if (delay === null) return;
        const late = performance.now() - asked > ASK_AGAIN && !isDrawn();
        ask(late ? 0 : delay === undefined ? ASK_AFTER : delay);
    }

    function zoom(factor, at) {
        const middle = at === undefined ? (view.from + view.to) / 2 : at;
        show(middle - (middle - view.from) * factor, middle + (view.to - middle) * factor);
    }

    function move(share) {
        const by = (view.to - view.from) * share;
        show(view.from + by, view.to + by);
    }

    function span(days) {
        if (!whole) return;
        if (days === "all") return show(whole[0], whole[1], 0);
        const wide = Number(days) * DAY;
        let middle = (view.from + view.to) / 2;
        if (isWhole()) middle = window.tracker.walk.last(whole[1]) - wide / 2 + wide * 0.05;
        show(middle - wide / 2, middle + wide / 2, 0);
    }

    // --- the strip's window ------------------------------------------------------------------------------------

    function placeWindow() {
        const box = byId("timeline-window");
        if (!box || !whole || view.from === null) return;
        const wide = whole[1] - whole[0];
        const left = Math.max(0, (view.from - whole[0]) / wide);
        const right = Math.min(1, (view.to - whole[0]) / wide);
        box.style.left = left * 100 + "%";
        box.style.width = (right - left) * 100 + "%";
        for (const [id, time] of [["timeline-start", view.from], ["timeline-end", view.to - 1]]) {
            const handle = byId(id);
            handle.setAttribute("aria-valuenow", String(Math.round(((time - whole[0]) / wide) * 100)));
            handle.setAttribute("aria-valuetext", inWords(time));
        }
    }

    function dragWindow(event) {
        const box = byId("timeline-strip");
        if (!whole || !box || event.button > 0) return;
        const handle = event.target.closest(".timeline-handle");
        const inside = event.target.closest("#timeline-window");
        const scale = (whole[1] - whole[0]) / box.clientWidth;
        if (!inside) {
            const at = whole[0] + (event.clientX - box.getBoundingClientRect().left) * scale;
            const half = (view.to - view.from) / 2;
            show(at - half, at + half);
        }
        const [from, to, x] = [view.from, view.to, event.clientX];
        const which = handle ? handle.id : "both";
        box.setPointerCapture(event.pointerId);
        event.preventDefault();
        if (handle) handle.focus();
        const follow = function (moved) {
            const by = (moved.clientX - x) * scale;
            if (which === "timeline-start") show(Math.min(from + by, to - NARROWEST), to);
            else if (which === "timeline-end") show(from, Math.max(to + by, from + NARROWEST));
            else show(from + by, to + by);
        };
        const done = function () {
            box.removeEventListener("pointermove", follow);
            box.removeEventListener("pointerup", done);
            box.removeEventListener("pointercancel", done);
            ask(0);
        };
        box.addEventListener("pointermove", follow);
        box.addEventListener("pointerup", done);
        box.addEventListener("pointercancel", done);
    }

    function handleKey(event) {
        const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 10, PageDown: -10 }[event.key];
        if (!step || !whole) return;
        event.preventDefault();
        const by = step * Math.max(DAY, (whole[1] - whole[0]) / 100);
        if (event.target.id === "timeline-start") show(Math.min(view.from + by, view.to - NARROWEST), view.to);
        else show(view.from, Math.max(view.to + by, view.from + NARROWEST));
    }

    // --- what is pointed at ----------------------------------------------------------------------------------------

    function open(id) {
        if (!id) return;
        if (id.startsWith("bin:")) {
            const [from, to] = id.split(":").slice(1, 3).map((day) => Number(day) * DAY);
            const edge = (to - from) * 0.04;
            return show(from - edge, to + edge, 0);
        }
        window.tracker.set("shell-selected", { data: id });
    }

    function timeAt(clientX, box) {
        return view.from + ((clientX - box.left) / box.width) * (view.to - view.from);
    }

    function hit(event) {
        const now = scene();
        if (!now) return null;
        const box = byId("timeline-chart").getBoundingClientRect();
        const thing = drawing.thing(event.clientX - box.left, event.clientY - box.top);
        return thing < 0 ? null : { id: now.things.id[thing], says: drawing.says(thing), x: event.clientX - box.left, y: event.clientY - box.top };
    }

    function hover(event) {
        if (event.pointerType === "touch" || pointers.size) return;
        const found = hit(event);
        byId("timeline-chart").style.cursor = found ? "pointer" : "";
        if (found) window.tracker.tip.show(found);
        else window.tracker.tip.hide();
    }

    // --- drag and fingers --------------------------------------------------------------------------------------------

    const pointers = new Map();
    let grip = null; // the moments that the pointers hold
    let start = null; // where the first came down, until it moves

    function down(event) {
        if (event.pointerType === "mouse" && event.button > 0) return;
        pointers.set(event.pointerId, event.clientX);
        start = pointers.size === 1 ? { x: event.clientX, y: event.clientY } : null;
        regrip();
        if (event.pointerType !== "mouse") return;
        byId("timeline-chart").setPointerCapture(event.pointerId);
        byId("timeline-chart").classList.add("dragged");
    }

    function regrip() {
        const box = byId("timeline-chart").getBoundingClientRect();
        grip = [...pointers.values()].slice(0, 2).map((x) => timeAt(x, box));
    }

    function follow(event) {
        if (!pointers.has(event.pointerId)) return hover(event);
        pointers.set(event.pointerId, event.clientX);
        if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) <= FAR) return;
        start = null;
        if (!whole || !grip) return;
        const at = [...pointers.values()].slice(0, 2), box = byId("timeline-chart").getBoundingClientRect();
        if (at.length === 2 && Math.abs(at[1] - at[0]) > 8 && grip[0] !== grip[1]) {
            const scale = (grip[1] - grip[0]) / (at[1] - at[0]);
            const from = grip[0] - (at[0] - box.left) * scale;
            show(from, from + box.width * scale);
        } else if (at.length === 1) {
            const by = grip[0] - timeAt(at[0], box);
            show(view.from + by, view.to + by);
        }
    }

    function up(event) {
        if (!pointers.delete(event.pointerId)) return;
        byId("timeline-chart").classList.remove("dragged");
        if (start && event.type === "pointerup") {
            const found = hit(event);
            if (found) {
                window.tracker.walk.at(found.id);
                open(found.id);
            }
        }
        start = null;
        regrip();
    }

    function wheel(event) {
        if (!whole) return;
        event.preventDefault();
        const lines = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
        if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
            return move(((event.deltaX || event.deltaY) * lines) / Math.max(200, view.width));
        }
        const strength = event.ctrlKey ? 0.01 : 0.0022;
        const factor = Math.exp(Math.max(-200, Math.min(200, event.deltaY * lines)) * strength);
        zoom(factor, timeAt(event.clientX, byId("timeline-chart").getBoundingClientRect()));
    }

    function tools(event) {
        const button = event.target.closest && event.target.closest(".tool");
        if (!button || !whole) return;
        if (button.dataset.span) return span(button.dataset.span);
        const does = { left: () => move(-STEP), right: () => move(STEP), in: () => zoom(0.5), out: () => zoom(2) }[button.dataset.step];
        if (does) does();
    }

    // --- lanes -------------------------------------------------------------------------------------------------------

    function fold(key) {
        folded = folded.includes(key) ? folded.filter((one) => one !== key) : [...folded, key];
        ask(0);
    }

    // The table is asked for only while it is shown.
    function list() {
        if (tabled) window.tracker.set("timeline-listed", { data: { from: view.from, to: view.to, width: view.width, number: (listed += 1) } });
    }

    let listening = false;

    function listen() {
        const chart = byId("timeline-chart"), box = byId("timeline-strip");
        box.addEventListener("pointerdown", dragWindow);
        box.addEventListener("keydown", handleKey);
        chart.addEventListener("keydown", window.tracker.walk.key);
        chart.addEventListener("wheel", wheel, { passive: false });
        chart.addEventListener("pointerdown", down);
        chart.addEventListener("pointermove", follow);
        for (const name of ["pointerup", "pointercancel"]) chart.addEventListener(name, up);
        chart.addEventListener("pointerleave", () => window.tracker.tip.hide());
        chart.addEventListener("blur", () => { byId("timeline-ring").hidden = true; });
        chart.addEventListener("focus", () => window.tracker.walk.place());
        byId("timeline-heads").addEventListener("click", function (event) {
            const head = event.target.closest(".lane-head");
            if (head) fold(head.dataset.key);
        });
        new ResizeObserver(() => measure() && ask(60)).observe(chart);
        if (listening) return;
        listening = true;
        document.addEventListener("click", tools);
        window.addEventListener("resize", () => measure() && ask(120));
    }

    // Takes the canvas, and listens to the chart, of the page that is shown.
    function stand() {
        drawing = window.tracker.Drawing(byId("timeline-canvas"));
        listen();
        measure();
    }

    // A page that has just come: what its address says is asked for.
    function begin() {
        const query = new URLSearchParams(window.location.search);
        [view.from, view.to] = window.tracker.stretch.read(query);
        view.width = 0;
        moving = false;
        whole = null;
        strip = "";
        folded = window.tracker.stretch.folded(query);
        window.tracker.walk.forget();
        stand();
        window.tracker.drawingAt(query);
        ask(0);
    }

    // Dash's page in the place of the forerunner: what was drawn there stands here.
    function again() {
        if (!byId("timeline-canvas")) return;
        stand();
        if (shown && shownStrip) set({ ...shown, strip: shownStrip });
        else ask(0);
    }

    function answered(drawn) {
        if (!drawing || !byId("timeline-canvas")) return;
        whole = [drawn.whole[0] * DAY, drawn.whole[1] * DAY];
        if (view.from === null || (!moving && drawn.stamp === view.stamp)) [view.from, view.to] = [drawn.from * DAY, drawn.to * DAY];
        set(drawn);
        window.tracker.forerunner.drawn();
    }

    function set(drawn) {
        shown = drawn;
        drawing.set(drawn);
        say(drawn);
        window.tracker.heads(byId("timeline-heads"), drawn);
        window.tracker.walk.renew();
        if (drawn.strip) {
            shownStrip = drawn.strip;
            strip = drawn.strip.key;
            window.tracker.strip(byId("timeline-density"), drawn.strip, view.width);
        }
        list();
        paint();
    }

    function say(drawn) {
        byId("timeline-says").textContent = drawn.says;
        byId("timeline-skeleton").hidden = true;
        if (drawn.nothing) byId("timeline-drawing").dataset.nothing = drawn.nothing;
        else delete byId("timeline-drawing").dataset.nothing;
    }

    window.tracker.timeline = { begin, again, view, scene, show, zoom, move, span, open, x: (days) => drawing.x(days), says: (thing) => drawing.says(thing), whole: () => whole };
    window.tracker.filtered = function (query) {
        if (drawing && byId("timeline-canvas") && window.tracker.drawingOf({ query })) askNow();
    };
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.timeline = {
        arrive: function () {
            const query = new URLSearchParams(window.location.search);
            if (window.tracker.forerunner.stands()) window.tracker.forerunner.leave();
            else begin();
            return [query.get("lanes") || no_update(), query.get("twin") || no_update()];
        },
        // What the drawing depends on beside the view: the filter, lanes, theme, the chosen event, the store's revision.
        changed: function (query, lanes, _theme, selected, revision) {
            if (window.tracker.drawingOf({ query, lanes, selected, revision })) ask(0);
            return no_update();
        },
        remember: function (lanes, twin) {
            window.tracker.address({ lanes: lanes === "group" ? "" : lanes, twin: twin === "chart" ? "" : twin }, false);
            window.tracker.walk.forget();
            tabled = twin === "table";
            list();
            return [tabled, !tabled];
        },
        jump: function (target) {
            if (target && whole) {
                const wide = Math.max(target.to - target.from, 14 * DAY);
                const middle = (target.from + target.to) / 2;
                show(middle - wide * 0.6, middle + wide * 0.6, 0);
            }
            return no_update();
        },
    };
})();
