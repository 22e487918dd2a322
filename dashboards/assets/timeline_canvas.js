// Sets the timeline's drawing on a canvas. What is drawn where comes from the server stroke by stroke
// (dashboards/charts/sheet.py); here it is only moved and stretched to the period in sight, in a few milliseconds.
(function () {
    const DAY = 86400000;
    const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
    const SLACK = 120; // pixels beyond either side in which something may still reach into sight
    const NEAR = 5; // pixels around a mark that still hit it
    const sprites = new Map();
    const hatches = new Map();

    function value(column, i) {
        return column && column.of ? column.of[column.at[i]] : column[i];
    }

    // The palette of what is drawn on, as it is now.
    function inks(canvas) {
        const style = getComputedStyle(canvas);
        const read = (name) => style.getPropertyValue(name).trim();
        return { page: read("--page"), text: read("--text"), quiet: read("--quiet"), line: read("--line"), strong: read("--strong") };
    }

    function path(context, symbol, size) {
        const r = size / 2;
        context.beginPath();
        if (symbol === "square") context.rect(-r, -r, size, size);
        else if (symbol === "diamond") polygon(context, [[0, -1.3 * r], [1.3 * r, 0], [0, 1.3 * r], [-1.3 * r, 0]]);
        else if (symbol === "triangle-right") polygon(context, [[-0.9 * r, -1.1 * r], [1.2 * r, 0], [-0.9 * r, 1.1 * r]]);
        else if (symbol === "triangle-left") polygon(context, [[0.9 * r, -1.1 * r], [-1.2 * r, 0], [0.9 * r, 1.1 * r]]);
        else if (symbol === "x") cross(context, r);
        else if (symbol === "line-ns") { context.moveTo(0, -r * 1.2); context.lineTo(0, r * 1.2); }
        else context.arc(0, 0, r, 0, 2 * Math.PI);
    }

    function polygon(context, points) {
        points.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
        context.closePath();
    }

    function cross(context, r) {
        const far = r * 1.05, arm = r * 0.42;
        const points = [[-far, -far + arm], [-far + arm, -far], [0, -arm], [far - arm, -far], [far, -far + arm], [arm, 0]];
        polygon(context, [...points, ...points.map(([x, y]) => [-x, -y])]);
    }

    // A mark drawn once and copied wherever it stands.
    function sprite(symbol, size, fill, edge, width, dpr) {
        const key = [symbol, size, fill, edge, width, dpr].join();
        if (sprites.has(key)) return sprites.get(key);
        const half = Math.ceil(size * 0.75 + (width || 0) + 1);
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = 2 * half * dpr;
        const context = canvas.getContext("2d");
        context.scale(dpr, dpr);
        context.translate(half, half);
        path(context, symbol, size);
        if (symbol !== "line-ns" && symbol !== "circle-open") { context.fillStyle = fill; context.fill(); }
        if (width) { context.strokeStyle = edge; context.lineWidth = width; context.stroke(); }
        if (sprites.size > 2000) sprites.clear();
        sprites.set(key, { canvas, half });
        return sprites.get(key);
    }

    function hatch(context, colour, dpr) {
        const key = colour + dpr;
        if (hatches.has(key)) return hatches.get(key);
        const size = 6 * dpr;
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = size;
        const pen = canvas.getContext("2d");
        pen.strokeStyle = colour;
        pen.lineWidth = 1.6 * dpr;
        for (const shift of [-size, 0, size]) {
            pen.beginPath();
            pen.moveTo(shift - dpr, size + dpr);
            pen.lineTo(shift + size + dpr, -dpr);
            pen.stroke();
        }
        const pattern = context.createPattern(canvas, "repeat");
        pattern.setTransform(new DOMMatrix().scale(1 / dpr));
        hatches.set(key, pattern);
        return pattern;
    }

    function Drawing(canvas) {
        const context = canvas.getContext("2d");
        let scene = null, view = null, ink = inks(canvas), dpr = 1;

        function at(x) {
            return ((scene.origin + x) * DAY - view.from) * view.scale;
        }

        // Rectangles: columns of bins and bars of events, hatched ones with the page's colour over them.
        function rectangles(kind, hatched) {
            const of = scene[kind];
            for (let i = 0; i < of.count; i += 1) {
                const left = at(of.x[i]), right = left + of.length[i] * DAY * view.scale;
                if (right < 0 || left > view.width) continue;
                const bin = kind === "bins";
                const tall = bin ? of.tall[i] : value(of.height, i);
                const top = scene.top + (bin ? of.y[i] : of.y[i] - tall / 2);
                const from = Math.max(left, -SLACK), wide = Math.max(1, Math.min(right, view.width + SLACK) - from - (bin ? 1 : 0));
                context.fillStyle = value(of.fill, i);
                context.fillRect(from, top, wide, tall);
                if (hatched || (bin && value(of.hatch, i))) {
                    context.fillStyle = hatch(context, ink.page, dpr);
                    context.fillRect(from, top, wide, tall);
                }
            }
        }

        function lines() {
            for (const line of scene.lines) {
                context.strokeStyle = line.colour;
                context.lineWidth = line.width;
                context.beginPath();
                let up = true;
                for (let i = 0; i < line.count; i += 1) {
                    if (line.x[i] === null) { up = true; continue; }
                    const x = Math.min(Math.max(at(line.x[i]), -5000), view.width + 5000), y = scene.top + line.y[i];
                    if (up) context.moveTo(x, y);
                    else context.lineTo(x, y);
                    up = false;
                }
                context.stroke();
            }
        }

        function marks(kind) {
            const of = scene[kind];
            for (let i = 0; i < of.count; i += 1) {
                const x = at(of.x[i]);
                if (x < -SLACK || x > view.width + SLACK) continue;
                const edge = of.edge ? value(of.edge, i) : "", width = of.width ? value(of.width, i) : 0;
                const drawn = sprite(value(of.symbol, i), value(of.size, i), value(of.fill, i), edge, width, dpr);
                context.drawImage(drawn.canvas, x - drawn.half, scene.top + of.y[i] - drawn.half, 2 * drawn.half, 2 * drawn.half);
            }
        }

        function strokes() {
            const of = scene.strokes;
            context.lineWidth = 1.4;
            for (let i = 0; i < of.count; i += 1) {
                const x = at(of.x[i]);
                if (x < -SLACK || x > view.width + SLACK) continue;
                const angle = (value(of.angle, i) * Math.PI) / 180, half = value(of.size, i) / 2, off = value(of.standoff, i);
                context.save();
                context.translate(x, scene.top + of.y[i]);
                context.rotate(angle);
                context.strokeStyle = value(of.colour, i);
                context.beginPath();
                context.moveTo(-half, -off);
                context.lineTo(half, -off);
                context.stroke();
                context.restore();
            }
        }

        // Words stand where the server found room for them; while the scale changes it does not hold, so they wait.
        function texts() {
            const of = scene.texts;
            const stretched = view.scale / scene.scale;
            if (!of.count || stretched < 0.8) return;
            context.font = "12px " + SANS;
            context.textBaseline = "middle";
            for (let i = 0; i < of.count; i += 1) {
                const x = at(of.x[i]), middle = value(of.anchor, i) === "middle center";
                if (x > view.width || x < (middle ? 0 : 6)) continue; // words without their mark would say nothing
                context.fillStyle = value(of.colour, i);
                context.textAlign = middle ? "center" : "left";
                let text = of.text[i];
                if (middle) {
                    const half = 3.6 * text.length;
                    if (x < half || x > view.width - half) continue;
                } else {
                    const room = view.width - x - 4;
                    if (room < 8 * text.length && context.measureText(text).width > room) {
                        text = text.slice(0, Math.max(0, Math.floor(room / 6.8) - 1)).replace(/\s+\S*$/, "");
                        if (text.length < 8 || !text.includes(" ")) continue;
                        text += "…";
                    }
                }
                context.fillText(text, x, scene.top + of.y[i] + 0.5);
            }
        }

        function rules() {
            context.fillStyle = ink.line;
            for (const lane of scene.lanes) context.fillRect(0, Math.round(scene.top + lane.top + lane.height) - 1, view.width, 1);
            const x = Math.round((scene.today * DAY - view.from) * view.scale);
            if (x < 0 || x > view.width) return;
            context.strokeStyle = ink.text;
            context.lineWidth = 1;
            context.setLineDash([2, 3]);
            context.beginPath();
            context.moveTo(x + 0.5, scene.top - 12);
            context.lineTo(x + 0.5, scene.top + scene.height);
            context.stroke();
            context.setLineDash([]);
        }

        function render() {
            if (!scene || !view || !view.width) return;
            const height = scene.top + scene.height + 2;
            dpr = window.devicePixelRatio || 1;
            const wide = Math.round(view.width * dpr), tall = Math.round(height * dpr);
            if (canvas.width !== wide || canvas.height !== tall) {
                canvas.width = wide;
                canvas.height = tall;
                canvas.style.width = view.width + "px";
                canvas.style.height = height + "px";
            }
            context.setTransform(dpr, 0, 0, dpr, 0, 0);
            context.clearRect(0, 0, view.width, height);
            window.tracker.axis(context, view, scene, ink, SANS);
            context.save();
            context.beginPath();
            context.rect(0, scene.top, view.width, scene.height + 2);
            context.clip();
            rectangles("bins", false);
            rectangles("bars", false);
            rectangles("hatched", true);
            context.restore();
            rules();
            lines();
            marks("halos");
            marks("points");
            strokes();
            texts();
        }

        // The thing at a place of the canvas: the mark that is nearest, else the bar or bin under it; -1 if none.
        function thing(px, py) {
            if (!scene || !view) return -1;
            const y = py - scene.top, points = scene.points;
            let best = -1, nearest = Infinity;
            for (let i = points.count - 1; i >= 0; i -= 1) {
                const dx = at(points.x[i]) - px, dy = points.y[i] - y, far = Math.hypot(dx, dy);
                if (far < nearest && far <= value(points.size, i) / 2 + NEAR && points.thing[i] >= 0) [best, nearest] = [points.thing[i], far];
            }
            for (const kind of ["bars", "hatched", "bins"]) {
                const of = scene[kind];
                for (let i = of.count - 1; best < 0 && i >= 0; i -= 1) {
                    const left = at(of.x[i]), right = left + of.length[i] * DAY * view.scale;
                    if (px < left || px > right) continue;
                    const tall = kind === "bins" ? of.tall[i] : value(of.height, i);
                    const top = kind === "bins" ? of.y[i] : of.y[i] - tall / 2;
                    if (y >= Math.min(top, top + tall - 16) - 2 && y <= top + tall + 2) best = of.thing[i];
                }
            }
            const words = scene.texts;
            for (let i = words.count - 1; best < 0 && i >= 0; i -= 1) {
                const left = at(words.x[i]), right = left + 6.2 * words.text[i].length;
                if (words.thing[i] >= 0 && px >= left && px <= right && Math.abs(words.y[i] - y) < 8) best = words.thing[i];
            }
            return best;
        }

        // What is said of a thing, line by line.
        function says(thing) {
            const { says, words } = scene.things;
            return says[thing].map((line) => (Array.isArray(line) ? line.map((part) => words[part]).join(", ") : words[line]));
        }

        return {
            render,
            thing,
            says,
            scene: () => scene,
            set: function (drawn) {
                scene = drawn;
                scene.scale = scene.width / ((scene.to - scene.from) * DAY);
                ink = inks(canvas);
            },
            look: function (from, to, width) {
                view = { from, to, width, scale: width / (to - from) };
            },
            x: (days) => at(days),
        };
    }

    // The strip of the whole period: stacked columns.
    function strip(canvas, drawn, width) {
        if (!drawn || !width) return;
        const dpr = window.devicePixelRatio || 1, context = canvas.getContext("2d");
        canvas.width = Math.round(width * dpr);
        canvas.height = Math.round(drawn.height * dpr);
        canvas.style.width = width + "px";
        canvas.style.height = drawn.height + "px";
        context.setTransform(dpr, 0, 0, dpr, 0, 0);
        context.clearRect(0, 0, width, drawn.height);
        const scale = width / (drawn.to - drawn.from), edges = drawn.edges;
        const totals = edges.slice(1).map((_, i) => drawn.stacks.reduce((sum, one) => sum + one.counts[i], 0));
        const unit = (drawn.height - 6) / Math.max(1, ...totals);
        const feet = totals.map(() => drawn.height);
        for (const stack of drawn.stacks) {
            context.fillStyle = stack.fill;
            stack.counts.forEach(function (count, i) {
                if (!count) return;
                const tall = count * unit, left = (edges[i] - drawn.from) * scale, wide = (edges[i + 1] - edges[i]) * scale;
                feet[i] -= tall;
                context.fillRect(left + wide * 0.07, feet[i], Math.max(1, wide * 0.86), tall);
            });
        }
    }

    Object.assign((window.tracker = window.tracker || {}), { Drawing, strip });
})();
