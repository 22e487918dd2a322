// The axis of time: on top, in words of the reader's language, never finer than a day.
(function () {
    const DAY = 86400000;
    const ROOM = 76, NARROW_ROOM = 56, NARROW = 700; // pixels that a label should have, and on a narrow screen
    const STEPS = [
        ["day", 1], ["day", 2], ["week", 1], ["week", 2], ["month", 1], ["month", 2], ["month", 3], ["month", 6],
        ["year", 1], ["year", 2], ["year", 5], ["year", 10], ["year", 20], ["year", 50], ["year", 100], ["year", 500], ["year", 1000],
    ];
    const LONG = { day: 1, week: 7, month: 30.4, year: 365.2 };
    const formats = new Map();

    function said(time, options) {
        const language = document.documentElement.lang || "en", key = language + JSON.stringify(options);
        if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...options, timeZone: "UTC" }));
        return formats.get(key).format(time);
    }

    function step(view) {
        const room = view.width < NARROW ? NARROW_ROOM : ROOM;
        return STEPS.find(([unit, many]) => LONG[unit] * many * DAY * view.scale >= room) || STEPS[STEPS.length - 1];
    }

    function utc(year, month, day) {
        const time = new Date(0);
        time.setUTCFullYear(year, month, day);
        return time.getTime();
    }

    // The moments of the ticks from just before the view's start to its end.
    function ticks(view, unit, many) {
        const found = [], start = new Date(view.from);
        if (unit === "day" || unit === "week") {
            const days = unit === "week" ? 7 * many : many, monday = 4 * DAY;
            let time = monday + Math.floor((view.from - monday) / (days * DAY)) * days * DAY;
            for (; time <= view.to; time += days * DAY) found.push(time);
            return found;
        }
        const months = unit === "year" ? 12 * many : many;
        let place = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
        for (let time = utc(0, place, 1); time <= view.to; time = utc(0, place, 1)) {
            found.push(time);
            place += months;
        }
        return found;
    }

    function words(time, unit) {
        if (unit === "year") return [said(time, { year: "numeric" }), ""];
        if (unit === "month") return [said(time, { month: "short" }), said(time, { year: "numeric" })];
        return [said(time, unit === "day" ? { weekday: "short", day: "numeric" } : { day: "numeric", month: "short" }), said(time, unit === "day" ? { month: "long", year: "numeric" } : { year: "numeric" })];
    }

    function axis(context, view, scene, ink, font) {
        const [unit, many] = step(view);
        const height = scene.top + scene.height;
        const todays = todayPlace(context, view, scene, font);
        const larger = [];
        context.textBaseline = "alphabetic";
        context.textAlign = "left";
        ticks(view, unit, many).forEach(function (time) {
            const x = Math.round((time - view.from) * view.scale);
            const [small, large] = words(time, unit);
            if (x >= 0) {
                context.fillStyle = ink.line;
                context.fillRect(x, scene.top - 6, 1, height - scene.top + 6);
                context.fillStyle = ink.quiet;
                context.font = "12px " + font;
                const right = x + 4 + context.measureText(small).width;
                const free = !todays || right + 6 < todays[0] || x - 2 > todays[1];
                if (free && right < view.width) context.fillText(small, x + 4, scene.top - 8);
            }
            if (large && (!larger.length || larger[larger.length - 1].said !== large)) larger.push({ said: large, x });
        });
        begins(context, view, scene, ink, font, larger);
        if (!todays) return;
        context.font = "600 12px " + font;
        context.fillStyle = ink.text;
        context.fillText(scene.todayWord, todays[0], scene.top - 8);
    }

    // The larger unit stands where it begins. One that began before the left edge stands there, if the next leaves room.
    function begins(context, view, scene, ink, font, larger) {
        let end = -Infinity;
        context.font = "600 12px " + font;
        context.fillStyle = ink.text;
        larger.forEach(function (one, place) {
            const left = Math.max(one.x + 4, 4), right = left + context.measureText(one.said).width;
            const next = larger[place + 1];
            if (right >= view.width || left < end + 12 || (one.x < 0 && next && right + 12 > next.x + 4)) return;
            context.fillText(one.said, left, scene.top - 23);
            end = right;
        });
    }

    // Where the word for today stands: its left and right; null if today is out of sight.
    function todayPlace(context, view, scene, font) {
        const today = (scene.today * DAY - view.from) * view.scale;
        if (today < 0 || today > view.width) return null;
        context.font = "600 12px " + font;
        const wide = context.measureText(scene.todayWord).width;
        const left = Math.min(Math.max(2, today - wide / 2), view.width - wide - 2);
        return [left, left + wide];
    }

    Object.assign((window.tracker = window.tracker || {}), { axis });
})();
