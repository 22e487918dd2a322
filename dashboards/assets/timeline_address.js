// The stretch of time and the folded lanes in the address: a link opens what was seen.
(function () {
    const DAY = 86400000;

    function iso(time) {
        return new Date(time).toISOString().slice(0, 10);
    }

    function asWritten(text) {
        try {
            return decodeURIComponent(text);
        } catch (_error) {
            return text; // an address that somebody cut
        }
    }

    window.tracker.stretch = {
        // Both ends in milliseconds, nulls for the whole period.
        read: function (query) {
            const days = [query.get("from"), query.get("to")].map((text) => (text ? Date.parse(text + "T00:00:00Z") : NaN));
            if (days.some(Number.isNaN) || days[1] < days[0]) return [null, null];
            return [days[0], days[1] + DAY];
        },
        folded: function (query) {
            return (query.get("fold") || "").split(",").filter(Boolean).map(asWritten);
        },
        write: function (from, to, folded) {
            const all = from === null;
            window.tracker.address({ from: all ? "" : iso(from), to: all ? "" : iso(to - 1), fold: folded.map(encodeURIComponent).join(",") }, false);
        },
    };
})();
