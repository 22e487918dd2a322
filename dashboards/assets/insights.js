// Insights in the browser: how wide the charts may be, what was clicked, and pictures for a report.
(function () {
    const EDGE = 24;
    let watched = null;
    let waiting = null;

    function page() {
        return document.getElementById("insights-page");
    }

    // The widths of a chart over the whole page and over one column, told again when they change.
    function measure() {
        if (!page()) return;
        const width = (selector) => {
            const body = document.querySelector(selector + " > .insight-body");
            return body ? Math.floor(body.clientWidth) : 0;
        };
        const told = { wide: width(".insight-wide"), half: width(".insight:not(.insight-wide)") };
        const known = page().dataset.width;
        if (!told.wide || known === JSON.stringify(told)) return;
        page().dataset.width = JSON.stringify(told);
        window.tracker.set("insights-width", { data: told });
    }

    function later() {
        window.clearTimeout(waiting);
        waiting = window.setTimeout(measure, 150);
    }

    function clicked(event) {
        if (!page()) return;
        const target = event.target.closest("[data-point], [data-save], [data-event]");
        if (!target || !page().contains(target) && !target.closest(".insight-events")) return;
        const section = target.closest("[data-chart]");
        if (target.dataset.point) tell(target.dataset.chart, target.dataset.point);
        else if (target.dataset.save) save(section, target.dataset.save);
        else if (target.dataset.event) window.tracker.set("insights-opened", { data: { event: target.dataset.event, at: Date.now() } });
    }

    function tell(chart, point) {
        window.tracker.set("insights-asked", { data: { chart, point, at: Date.now() } });
    }

    function start() {
        if (!watched) {
            document.addEventListener("click", clicked);
            watched = new ResizeObserver(later);
        }
        watched.disconnect();
        watched.observe(document.getElementById("insights-grid"));
        delete page().dataset.width;
        measure();
    }

    // Lines of a text that fit a picture's width.
    function lines(text, width, size, weight) {
        const brush = document.createElement("canvas").getContext("2d");
        brush.font = weight + " " + size + "px " + getComputedStyle(document.body).fontFamily;
        const made = [""];
        for (const word of text.split(/\s+/).filter(Boolean)) {
            const tried = (made[made.length - 1] + " " + word).trim();
            if (brush.measureText(tried).width > width && made[made.length - 1]) made.push(word);
            else made[made.length - 1] = tried;
        }
        return made;
    }

    function plain(text) {
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    }

    // The drawing with its headline above and its notes below, on the page's own ground.
    function framed(section, graph) {
        const style = getComputedStyle(document.body);
        const colour = (name) => style.getPropertyValue(name).trim();
        const wide = graph.layout.width;
        const head = lines(section.querySelector(".insight-headline").textContent, wide, 20, "bold");
        const chips = Array.from(document.querySelectorAll("#filter-chips .chip")).map((one) => one.textContent.trim());
        const told = [section.querySelector(".insight-notes").textContent, document.getElementById("filter-count").textContent, ...chips];
        const foot = lines(told.filter(Boolean).map((one) => one.replace(/\.?$/, ".")).join(" "), wide, 12, "normal");
        const top = EDGE + head.length * 26 + 12;
        const bottom = 16 + foot.length * 16 + EDGE;
        const words = (texts, y, size, tone, bold) => ({
            text: texts.map((one) => (bold ? "<b>" + plain(one) + "</b>" : plain(one))).join("<br>"),
            xref: "paper", yref: "paper", x: 0, y, xanchor: "left", align: "left", showarrow: false,
            font: { size, color: colour(tone) },
        });
        const height = graph.layout.height;
        const layout = JSON.parse(JSON.stringify(graph.layout));
        layout.width = wide + 2 * EDGE;
        layout.height = height + top + bottom;
        layout.margin = { l: EDGE, r: EDGE, t: top, b: bottom, pad: 0 };
        layout.paper_bgcolor = colour("--page");
        layout.plot_bgcolor = "rgba(0,0,0,0)";
        layout.annotations = (layout.annotations || []).concat([
            { ...words(head, 1, 20, "--text", true), yanchor: "bottom", yshift: 12 },
            { ...words(foot, 0, 12, "--quiet", false), yanchor: "top", yshift: -12 },
        ]);
        return layout;
    }

    async function save(section, kind) {
        const graph = section.querySelector(".js-plotly-plot");
        if (!graph || !window.Plotly) return;
        const layout = framed(section, graph);
        const figure = { data: JSON.parse(JSON.stringify(graph.data)), layout, config: { topojsonURL: "/assets/maps/" } };
        const size = { format: kind, width: layout.width, height: layout.height, scale: kind === "png" ? 2 : 1 };
        const link = document.createElement("a");
        link.href = await window.Plotly.toImage(figure, size);
        link.download = "insights-" + section.dataset.chart + "." + kind;
        link.click();
    }

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.insights = {
        arrive: function () {
            window.requestAnimationFrame(start);
            return "";
        },
        ask: function () {
            const found = window.dash_clientside.callback_context.triggered.find((one) => one.value && one.value.points && one.value.points.length);
            const point = found && found.value.points.find((one) => one.customdata);
            if (!point) return window.dash_clientside.no_update;
            return { chart: JSON.parse(found.prop_id.replace(/\.clickData$/, "")).chart, point: point.customdata, at: Date.now() };
        },
        twin: function (value) {
            return [value === "table", value !== "table"];
        },
        all: function (value, known) {
            return known.map(() => value);
        },
    };
})();
