// The keyboard's way from event to event on the timeline, the lanes' heads, and what hovering says.
(function () {
    const DAY = 86400000;
    const byId = (id) => document.getElementById(id);
    const line = () => window.tracker.timeline;

    // --- the keyboard's way --------------------------------------------------------------------------------------

    let stop = -1; // place in the scene's walk
    let here = null; // what stands there: its id, so that it is found again in the next drawing
    let wanted = null; // a moment to stop at when the drawing that holds it has come

    function walk() {
        const scene = line().scene();
        return scene ? scene.walk : { x: [], y: [], lane: [], thing: [] };
    }

    const moment = (i) => (line().scene().origin + walk().x[i]) * DAY;

    function place() {
        const ring = byId("timeline-ring"), view = line().view;
        if (!ring) return;
        const seen = stop >= 0 && stop < walk().x.length && document.activeElement === byId("timeline-chart");
        ring.hidden = !seen || moment(stop) < view.from || moment(stop) > view.to;
        if (ring.hidden) return;
        ring.style.left = line().x(walk().x[stop]) + "px";
        ring.style.top = walk().y[stop] + line().scene().top + "px";
    }

    function tell() {
        const scene = line().scene(), thing = walk().thing[stop];
        here = { id: scene.things.id[thing], lane: walk().lane[stop] };
        byId("timeline-spoken").textContent = [...line().says(thing), scene.lanes[here.lane].label].join(". ") + ".";
    }

    function goTo(next) {
        const scene = line().scene(), view = line().view, count = walk().x.length;
        if (!scene) return;
        const beyond = next >= count ? scene.after : next < 0 ? scene.before : null;
        if (beyond !== null && beyond !== undefined) {
            wanted = (beyond + 0.5) * DAY;
            const half = (view.to - view.from) / 2;
            return line().show(wanted - half, wanted + half, 0);
        }
        if (!count) return;
        wanted = null;
        stop = Math.min(Math.max(next, 0), count - 1);
        tell();
        const edge = (view.to - view.from) * 0.05, at = moment(stop);
        if (at < view.from + edge || at > view.to - edge) {
            const half = (view.to - view.from) / 2;
            line().show(at - half, at + half);
        }
        place();
    }

    function nearest(time, lane) {
        let best = -1;
        walk().x.forEach(function (_, i) {
            if (lane !== undefined && walk().lane[i] !== lane) return;
            if (best < 0 || Math.abs(moment(i) - time) < Math.abs(moment(best) - time)) best = i;
        });
        return best;
    }

    function firstInSight() {
        const found = walk().x.findIndex((_, i) => moment(i) >= line().view.from);
        return found < 0 ? walk().x.length - 1 : found;
    }

    function otherLane(by) {
        const from = stop < 0 ? firstInSight() : stop;
        if (from < 0 || !walk().x.length) return;
        for (let lane = walk().lane[from] + by; lane >= 0 && lane < line().scene().lanes.length; lane += by) {
            const found = nearest(moment(from), lane);
            if (found >= 0) return goTo(found);
        }
    }

    // In a new drawing the same event, if it is there; else what was gone to; else the nearest.
    function renew() {
        const scene = line().scene(), things = scene.things.id;
        // An answer to an earlier question may come first: it does not hold the moment that is wanted.
        if (wanted !== null && scene.from * DAY <= wanted && wanted <= scene.to * DAY) {
            stop = nearest(wanted);
            wanted = null;
            if (stop >= 0) tell();
        } else if (here) {
            stop = walk().thing.findIndex((thing, i) => things[thing] === here.id && walk().lane[i] === here.lane);
            if (stop < 0) stop = walk().thing.findIndex((thing) => things[thing] === here.id);
            if (stop < 0 && here.id.startsWith("bin:")) stop = nearest(Number(here.id.split(":")[1]) * DAY, here.lane);
        }
        place();
    }

    function enter() {
        if (stop < 0 || !here) return;
        line().open(here.id);
    }

    const KEYS = {
        ArrowRight: () => goTo(stop < 0 ? firstInSight() : stop + 1),
        ArrowLeft: () => goTo(stop < 0 ? firstInSight() : stop - 1),
        ArrowDown: () => otherLane(1),
        ArrowUp: () => otherLane(-1),
        Enter: enter,
        " ": enter,
        "+": () => line().zoom(0.5, stop < 0 ? undefined : moment(stop)),
        "=": () => line().zoom(0.5, stop < 0 ? undefined : moment(stop)),
        "-": () => line().zoom(2, stop < 0 ? undefined : moment(stop)),
        Home: () => line().span("all"),
        PageUp: () => line().move(-0.9),
        PageDown: () => line().move(0.9),
    };

    function key(event) {
        if (event.ctrlKey || event.metaKey || event.altKey || !line().whole()) return;
        const does = KEYS[event.key];
        if (!does) return;
        event.preventDefault();
        does();
    }

    // --- what hovering says --------------------------------------------------------------------------------------

    const tip = {
        show: function (found) {
            const box = byId("timeline-tip"), chart = byId("timeline-chart");
            if (box.dataset.thing !== found.id || box.hidden) {
                box.dataset.thing = found.id;
                box.replaceChildren(...found.says.map(function (text, i) {
                    const part = document.createElement(i ? "span" : "strong");
                    part.textContent = text;
                    return part;
                }));
                box.hidden = false;
            }
            const left = found.x + 14 + box.offsetWidth > chart.clientWidth ? found.x - 14 - box.offsetWidth : found.x + 14;
            box.style.left = Math.max(4, left) + "px";
            box.style.top = Math.max(4, Math.min(found.y + 14, chart.clientHeight - box.offsetHeight - 4)) + "px";
        },
        hide: function () {
            const box = byId("timeline-tip");
            if (box) box.hidden = true;
        },
    };

    // --- the lanes' heads: buttons that fold them ------------------------------------------------------------------

    function heads(box, scene) {
        const known = new Map([...box.children].map((head) => [head.dataset.key, head]));
        const wanted = scene.lanes.map(function (lane) {
            const head = known.get(lane.key) || document.createElement("button");
            head.type = "button";
            head.className = "lane-head";
            head.dataset.key = lane.key;
            head.setAttribute("aria-expanded", String(!lane.folded));
            head.style.top = scene.top + lane.top + 1 + "px";
            const parts = [["lane-fold", lane.folded ? "▸" : "▾"], ["lane-glyph", lane.glyph], ["lane-name", lane.label], ["lane-count", lane.count], ["lane-more", lane.more]];
            head.replaceChildren(...parts.filter((part) => part[1]).map(function ([name, text]) {
                const part = document.createElement("span");
                part.className = name;
                part.textContent = text;
                if (name === "lane-glyph") part.style.color = lane.colour;
                if (name === "lane-glyph" || name === "lane-fold") part.setAttribute("aria-hidden", "true");
                return part;
            }));
            return head;
        });
        if (wanted.length !== box.children.length || wanted.some((head, i) => box.children[i] !== head)) box.replaceChildren(...wanted);
    }

    Object.assign((window.tracker = window.tracker || {}), {
        heads,
        tip,
        walk: {
            key,
            place,
            renew,
            at: function (id) {
                here = { id, lane: -1 };
                renew();
            },
            forget: function () {
                stop = -1;
                here = null;
                wanted = null;
            },
            last: function (otherwise) {
                return walk().x.length ? moment(walk().x.length - 1) : otherwise;
            },
        },
    });
})();
