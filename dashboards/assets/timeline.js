// The timeline in the browser: which stretch of time is seen, by wheel, drag, keys, buttons and the window of the
// strip; the keyboard's way from event to event. The server draws; this file tells it what the screen can show.
(function () {
    const DAY = 86400000;
    const NARROWEST = 3 * DAY;
    const STEP = 0.5; // share of the screen that one step of an arrow button moves
    const ASK_AFTER = 140; // milliseconds without movement before the server is asked

    const view = { from: null, to: null, width: 0, height: 0, stamp: 0 };
    let whole = null;
    let meta = { walk: [] };
    let stop = -1;
    let timer = null;
    let moving = false; // moved since the server was last asked: an answer that arrives now does not move it back
    let heard = null;

    const byId = (id) => document.getElementById(id);
    const graph = () => document.querySelector("#timeline-graph .js-plotly-plot");
    const no_update = () => window.dash_clientside.no_update;

    function iso(time) {
        return new Date(time).toISOString().slice(0, 10);
    }

    function inWords(time) {
        return new Date(time).toLocaleDateString("en-GB", {
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
        timer = window.setTimeout(function () {
            moving = false;
            if (!byId("timeline-chart") || !view.width) return;
            view.stamp += 1;
            const bounded = isWhole() ? { from: null, to: null } : { from: view.from, to: view.to };
            window.tracker.set("timeline-view", { data: { ...bounded, width: view.width, height: view.height, stamp: view.stamp } });
            remember();
        }, delay);
    }

    function isWhole() {
        return view.from === null || (whole !== null && view.from <= whole[0] + DAY / 2 && view.to >= whole[1] - DAY / 2);
    }

    function remember() {
        const all = isWhole();
        window.tracker.address({ from: all ? "" : iso(view.from), to: all ? "" : iso(view.to - 1) }, false);
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

    function show(from, to, delay) {
        [view.from, view.to] = kept(from, to);
        moving = true;
        const plot = graph();
        if (plot && window.Plotly) window.Plotly.relayout(plot, { "xaxis.range": [view.from, view.to] });
        placeWindow();
        placeRing();
        if (delay !== null) ask(delay === undefined ? ASK_AFTER : delay);
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
        if (isWhole()) middle = lastEvent() - wide / 2 + wide * 0.05;
        show(middle - wide / 2, middle + wide / 2, 0);
    }

    function lastEvent() {
        const times = meta.walk.map((one) => one.x);
        return times.length ? Math.max(...times) : whole[1];
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
        const strip = byId("timeline-strip");
        if (!whole || !strip || event.button > 0) return;
        const handle = event.target.closest(".timeline-handle");
        const inside = event.target.closest("#timeline-window");
        const wide = whole[1] - whole[0];
        const scale = wide / strip.clientWidth;
        if (!inside) {
            const at = whole[0] + (event.clientX - strip.getBoundingClientRect().left) * scale;
            const half = (view.to - view.from) / 2;
            show(at - half, at + half, null);
        }
        const [from, to, x] = [view.from, view.to, event.clientX];
        const which = handle ? handle.id : "both";
        strip.setPointerCapture(event.pointerId);
        event.preventDefault();
        const follow = function (moved) {
            const by = (moved.clientX - x) * scale;
            if (which === "timeline-start") show(Math.min(from + by, to - NARROWEST), to, null);
            else if (which === "timeline-end") show(from, Math.max(to + by, from + NARROWEST), null);
            else show(from + by, to + by, null);
        };
        const done = function () {
            strip.removeEventListener("pointermove", follow);
            strip.removeEventListener("pointerup", done);
            strip.removeEventListener("pointercancel", done);
            ask(0);
        };
        strip.addEventListener("pointermove", follow);
        strip.addEventListener("pointerup", done);
        strip.addEventListener("pointercancel", done);
    }

    function handleKey(event) {
        const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 10, PageDown: -10 }[event.key];
        if (!step || !whole) return;
        event.preventDefault();
        const by = step * Math.max(DAY, (whole[1] - whole[0]) / 100);
        if (event.target.id === "timeline-start") show(Math.min(view.from + by, view.to - NARROWEST), view.to);
        else show(view.from, Math.max(view.to + by, view.from + NARROWEST));
    }

    // --- the keyboard's way --------------------------------------------------------------------------------------

    function placeRing() {
        const ring = byId("timeline-ring");
        const here = meta.walk[stop];
        if (!ring) return;
        ring.hidden = !here || here.x < view.from || here.x > view.to;
        if (ring.hidden) return;
        ring.style.left = ((here.x - view.from) / (view.to - view.from)) * view.width + "px";
        ring.style.top = here.y + (meta.top || 0) + "px";
    }

    function goTo(place) {
        if (!meta.walk.length) return;
        stop = Math.min(Math.max(place, 0), meta.walk.length - 1);
        const here = meta.walk[stop];
        const edge = (view.to - view.from) * 0.05;
        if (here.x < view.from + edge || here.x > view.to - edge) {
            const half = (view.to - view.from) / 2;
            show(here.x - half, here.x + half);
        }
        placeRing();
        byId("timeline-spoken").textContent = here.says + ". " + meta.lanes[here.lane].label + ".";
    }

    function nearest(lane, time) {
        let best = -1;
        meta.walk.forEach(function (one, place) {
            if (one.lane !== lane) return;
            if (best < 0 || Math.abs(one.x - time) < Math.abs(meta.walk[best].x - time)) best = place;
        });
        return best;
    }

    function firstInSight() {
        const place = meta.walk.findIndex((one) => one.x >= view.from);
        return place < 0 ? meta.walk.length - 1 : place;
    }

    function otherLane(by) {
        const here = meta.walk[stop] || meta.walk[firstInSight()];
        if (!here) return;
        for (let lane = here.lane + by; lane >= 0 && lane < meta.lanes.length; lane += by) {
            const place = nearest(lane, here.x);
            if (place >= 0) return goTo(place);
        }
    }

    const KEYS = {
        ArrowRight: () => goTo(stop < 0 ? firstInSight() : stop + 1),
        ArrowLeft: () => goTo(stop < 0 ? firstInSight() : stop - 1),
        ArrowDown: () => otherLane(1),
        ArrowUp: () => otherLane(-1),
        Enter: () => meta.walk[stop] && open(meta.walk[stop].id),
        " ": () => meta.walk[stop] && open(meta.walk[stop].id),
        "+": () => zoom(0.5, meta.walk[stop] && meta.walk[stop].x),
        "=": () => zoom(0.5, meta.walk[stop] && meta.walk[stop].x),
        "-": () => zoom(2),
        Home: () => span("all"),
        PageUp: () => move(-0.9),
        PageDown: () => move(0.9),
    };

    function key(event) {
        if (event.target.closest("#timeline-chart") === null || event.ctrlKey || event.metaKey || event.altKey) return;
        const does = KEYS[event.key];
        if (!does || !whole) return;
        event.preventDefault();
        does();
    }

    function open(id) {
        if (!id) return;
        if (id.startsWith("bin:")) {
            const [, from, to] = id.split(":").map(Number);
            return show(from, to, 0);
        }
        const place = meta.walk.findIndex((one) => one.id === id);
        if (place >= 0) stop = place;
        window.tracker.set("shell-selected", { data: id });
    }

    // --- fingers ---------------------------------------------------------------------------------------------------

    const fingers = new Map();
    let grip = null;

    function timeAt(clientX) {
        const box = byId("timeline-chart").getBoundingClientRect();
        return view.from + ((clientX - box.left) / box.width) * (view.to - view.from);
    }

    function finger(event) {
        if (event.pointerType !== "touch") return;
        if (event.type === "pointerdown") fingers.set(event.pointerId, event.clientX);
        else if (event.type === "pointermove" && fingers.has(event.pointerId)) fingers.set(event.pointerId, event.clientX);
        else if (event.type !== "pointermove") fingers.delete(event.pointerId);
        const at = [...fingers.values()];
        if (event.type !== "pointermove") {
            grip = at.length ? at.slice(0, 2).map(timeAt) : null;
            return;
        }
        if (!grip || !whole) return;
        const box = byId("timeline-chart").getBoundingClientRect();
        if (at.length >= 2 && grip.length === 2 && Math.abs(at[1] - at[0]) > 8) {
            const scale = (grip[1] - grip[0]) / (at[1] - at[0]);
            const from = grip[0] - (at[0] - box.left) * scale;
            show(from, from + box.width * scale);
        } else if (at.length === 1 && grip.length === 1) {
            const by = grip[0] - timeAt(at[0]);
            if (Math.abs(by) > ((view.to - view.from) / box.width) * 3) show(view.from + by, view.to + by);
        }
    }

    // --- plotly ----------------------------------------------------------------------------------------------------

    function time(value) {
        return typeof value === "number" ? value : new Date(String(value).replace(" ", "T") + (String(value).length > 10 ? "Z" : "")).getTime();
    }

    function seen(plot) {
        const range = plot._fullLayout.xaxis.range.map((one) => plot._fullLayout.xaxis.r2l(one));
        return range.map(time);
    }

    function hear(plot) {
        if (heard === plot) return;
        heard = plot;
        plot.on("plotly_relayout", function (change) {
            if (!("xaxis.range[0]" in change)) return;
            const [from, to] = seen(plot);
            const [start, end] = kept(from, to);
            if (Math.abs(start - from) > 1 || Math.abs(end - to) > 1) return show(start, end);
            [view.from, view.to] = [from, to];
            moving = true;
            placeWindow();
            placeRing();
            ask(ASK_AFTER);
        });
        plot.on("plotly_relayouting", function () {
            [view.from, view.to] = seen(plot);
            moving = true;
            placeWindow();
            placeRing();
        });
        plot.on("plotly_click", function (clicked) {
            const point = clicked.points.find((one) => one.customdata);
            if (point) open(String(point.customdata));
        });
    }

    function sideways(event) {
        if (!whole || Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
        event.preventDefault();
        event.stopPropagation();
        move(event.deltaX / Math.max(200, view.width));
    }

    function tools(event) {
        const button = event.target.closest && event.target.closest(".tool");
        if (!button || !whole) return;
        if (button.dataset.span) return span(button.dataset.span);
        ({ left: () => move(-STEP), right: () => move(STEP), in: () => zoom(0.5), out: () => zoom(2) })[button.dataset.step]();
    }

    let listening = false;

    function listen() {
        const chart = byId("timeline-chart");
        const strip = byId("timeline-strip");
        strip.addEventListener("pointerdown", dragWindow);
        strip.addEventListener("keydown", handleKey);
        chart.addEventListener("keydown", key);
        chart.addEventListener("wheel", sideways, { passive: false, capture: true });
        for (const name of ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerleave"]) chart.addEventListener(name, finger);
        chart.addEventListener("blur", () => { byId("timeline-ring").hidden = true; });
        chart.addEventListener("focus", placeRing);
        new ResizeObserver(() => measure() && ask(60)).observe(chart);
        if (listening) return;
        listening = true;
        document.addEventListener("click", tools);
        window.addEventListener("resize", () => measure() && ask(120));
    }

    function fromAddress(query) {
        const days = [query.get("from"), query.get("to")].map((text) => (text ? Date.parse(text + "T00:00:00Z") : NaN));
        if (days.some(Number.isNaN) || days[1] < days[0]) return [null, null];
        return [days[0], days[1] + DAY];
    }

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.timeline = {
        arrive: function () {
            const query = new URLSearchParams(window.location.search);
            [view.from, view.to] = fromAddress(query);
            view.width = 0;
            moving = false;
            heard = null;
            whole = null;
            stop = -1;
            listen();
            measure();
            ask(0);
            return [query.get("lanes") || no_update(), query.get("twin") || no_update()];
        },
        draw: function (drawn) {
            if (!drawn) return [no_update(), no_update()];
            const figure = drawn.figure;
            whole = drawn.whole;
            meta = figure.layout.meta;
            meta.top = figure.layout.margin.t;
            if (view.from === null || (!moving && drawn.stamp === view.stamp)) [view.from, view.to] = figure.layout.xaxis.range;
            else figure.layout.xaxis.range = [view.from, view.to];
            if (window.matchMedia("(pointer: coarse)").matches) figure.layout.dragmode = false;
            window.requestAnimationFrame(function wait() {
                const plot = graph();
                if (!byId("timeline-chart")) return;
                if (!plot || !plot.on) return void window.requestAnimationFrame(wait);
                hear(plot);
                placeWindow();
                placeRing();
            });
            return [figure, true];
        },
        remember: function (lanes, twin) {
            window.tracker.address({ lanes: lanes === "group" ? "" : lanes, twin: twin === "chart" ? "" : twin }, false);
            stop = -1;
            return [twin === "table", twin !== "table"];
        },
        jump: function (target) {
            if (target && whole) {
                const wide = Math.max(target.to - target.from, 14 * DAY);
                const middle = (target.from + target.to) / 2;
                show(middle - wide * 0.6, middle + wide * 0.6, 0);
            }
            return no_update();
        },
        strip: function () {
            placeWindow();
            return "yes";
        },
    };
})();
