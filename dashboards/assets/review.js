// The review in the browser: keys, and the sentences of the proposal under the pointer or the focus.
(function () {
    function cards() {
        return Array.from(document.querySelectorAll("#review-list [data-proposal]"));
    }

    function current() {
        return document.querySelector("#review-list [data-proposal].is-current");
    }

    // Lights up the card's sentences and brings the first of them into the article's pane.
    function light(card, scroll) {
        for (const one of document.querySelectorAll("#review-list .is-current")) one.classList.remove("is-current");
        const text = document.getElementById("review-text");
        if (!text) return;
        for (const one of text.querySelectorAll("mark.is-lit")) one.classList.remove("is-lit");
        if (!card) return;
        card.classList.add("is-current");
        const name = CSS.escape(card.dataset.proposal);
        const marks = text.querySelectorAll('mark[data-events~="' + name + '"]');
        for (const one of marks) one.classList.add("is-lit");
        if (!scroll || !marks.length || text.scrollHeight <= text.clientHeight) return;
        const top = marks[0].getBoundingClientRect().top - text.getBoundingClientRect().top;
        if (top < 0 || top > text.clientHeight - 80) text.scrollTo({ top: text.scrollTop + top - 80 });
    }

    function go(card) {
        if (!card) return;
        card.focus({ preventScroll: true });
        card.scrollIntoView({ block: "nearest" });
    }

    function move(step) {
        const all = cards();
        const at = all.indexOf(current());
        go(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]);
    }

    // After a decision to the next one that waits, below first.
    function onward(from) {
        const all = cards();
        const at = all.indexOf(from);
        const order = all.slice(at + 1).concat(all.slice(0, at));
        go(order.find((one) => one.dataset.state === "proposed") || from);
    }

    function press(card, what) {
        const control = card && card.querySelector('[data-do="' + what + '"]');
        if (!control) return;
        (control.querySelector("a") || control).click();
        // A question answered leaves the card to be decided on.
        if (what === "accept" || what === "dismiss") onward(card);
    }

    // --- one decision at a time: what is pressed while one is being written waits for its turn ----------------------

    const DECIDES = '#review-undo, #review-all, #review-list [data-do]:not([data-do="edit"]):not([data-do="merge"])';
    const LONGEST = 60000; // milliseconds after which no answer is waited for
    const waiting = [];
    let writing = 0; // the clock that ends the waiting

    function decide(event) {
        const control = event.target.closest && event.target.closest(DECIDES);
        if (!control) return;
        if (writing) {
            event.stopImmediatePropagation();
            event.preventDefault();
            const card = control.closest("[data-proposal]");
            const inside = card ? '#review-list [data-proposal="' + CSS.escape(card.dataset.proposal) + '"] [data-do="' + control.dataset.do + '"]' : "#" + control.id;
            waiting.push(inside);
        } else {
            writing = window.setTimeout(written, LONGEST);
        }
    }

    function written() {
        window.clearTimeout(writing);
        writing = 0;
        while (waiting.length && !writing) {
            const next = document.querySelector(waiting.shift());
            if (next) next.click();
        }
    }

    function typing(target) {
        return target.closest("input, textarea, select, [contenteditable], [role=dialog]");
    }

    function key(event) {
        if (!document.getElementById("review-list") || event.ctrlKey || event.metaKey || event.altKey) return;
        if (typing(event.target)) return;
        const steps = { j: () => move(1), k: () => move(-1), a: () => press(current(), "accept"), d: () => press(current(), "dismiss"), e: () => press(current(), "edit"), m: () => press(current(), "merge"), y: () => press(current(), "yes"), n: () => press(current(), "no"), u: () => document.getElementById("review-undo").click() };
        const step = steps[event.key.toLowerCase()];
        if (!step) return;
        event.preventDefault();
        step();
    }

    // From the first moment on: a card may be chosen as soon as it is seen.
    function listen() {
        document.addEventListener("keydown", key);
        document.addEventListener("click", decide, true);
        document.addEventListener("unanswered", () => { waiting.length = 0; written(); }); // the reader looks first
        const over = (event) => {
            const card = event.target.closest && event.target.closest("#review-list [data-proposal]");
            if (card && card !== current()) light(card, true);
        };
        document.addEventListener("focusin", over);
        // Cards that move under a pointer at rest (after a key, a scroll) do not change which one is current.
        let rest = "";
        const moved = (event) => rest !== (rest = event.clientX + " " + event.clientY);
        document.addEventListener("mousemove", moved);
        document.addEventListener("mouseover", (event) => moved(event) && over(event));
        document.addEventListener("click", (event) => {
            const mark = event.target.closest && event.target.closest("#review-text mark[data-events]");
            const name = mark && mark.dataset.events.split(" ")[0];
            if (name) go(document.querySelector('#review-list [data-proposal="' + CSS.escape(name) + '"]'));
        });
    }

    listen();
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.review = {
        start: function (article) {
            window.scrollTo(0, 0);
            setTimeout(() => current() || light(cards().find((one) => one.dataset.state === "proposed") || cards()[0], false), 100);
            return article;
        },
        // What was decided is written, or refused in words: the next one may go.
        written: function (busy) {
            if (!busy && writing) window.setTimeout(written, 0);
            return window.dash_clientside.no_update;
        },
    };
})();
