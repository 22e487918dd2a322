// The form in the browser: drafts that survive a reload, values for the live reading, search in long lists.
(function () {
    const state = { mount: null, search: null, typed: false, asked: false, restored: false };
    let timer = null;

    // What is empty in any way counts as nothing, so that an untouched form equals the one that was drawn.
    function plain(value) {
        if (value === null || value === undefined) return null;
        if (typeof value === "string") return value.trim() || null;
        if (Array.isArray(value)) {
            const kept = value.map(plain).filter((one) => one !== null);
            return kept.length ? kept : null;
        }
        if (typeof value === "object") {
            const kept = {};
            for (const key of Object.keys(value).sort()) {
                const one = plain(value[key]);
                if (one !== null) kept[key] = one;
            }
            return Object.keys(kept).length ? kept : null;
        }
        return value;
    }

    function same(one, other) {
        return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
    }

    function keyOf(search) {
        const query = new URLSearchParams(search || "");
        if (query.get("edit")) return "edit:" + query.get("edit");
        if (query.get("from")) return "from:" + query.get("from");
        if (query.get("like")) return "like:" + query.get("like");
        return "new";
    }

    // A row that was only added, with nothing chosen in it, is no row.
    function filled(name, row) {
        return name === "links" ? Boolean(row.event) : Boolean(row.what) || (row.value !== "" && row.value != null);
    }

    function collect(fieldValues, rowValues, lists) {
        const form = {};
        lists[0].forEach((one, n) => { form[one.id.index] = fieldValues[n] === undefined ? null : fieldValues[n]; });
        const rows = { numbers: {}, links: {} };
        lists[1].forEach((one, n) => {
            const found = rows[one.id.rows];
            found[one.id.index] = found[one.id.index] || {};
            found[one.id.index][one.id.part] = rowValues[n] === undefined ? null : rowValues[n];
        });
        for (const name of Object.keys(rows)) {
            form[name] = Object.keys(rows[name]).map(Number).sort((a, b) => a - b).map((n) => rows[name][n]);
        }
        return form;
    }

    function withoutEmptyRows(form) {
        const kept = Object.assign({}, form);
        for (const name of ["numbers", "links"]) kept[name] = (form[name] || []).filter((row) => filled(name, row));
        return kept;
    }

    // Mantine marks the first option only as one types; a code that became an option just now is marked so.
    function pickFirst() {
        const input = document.activeElement;
        if (!input || input.getAttribute("aria-haspopup") !== "listbox") return;
        input.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", code: "ArrowDown", bubbles: true }));
    }

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.add = {
        // Which form is wanted, and the draft of it that the browser kept; asked once, and again if a draft comes late.
        arrive: function (search, mount, _written, drafts) {
            const none = window.dash_clientside.no_update;
            if (search === undefined || search === null) return none;
            if (state.mount !== mount || state.search !== search) {
                Object.assign(state, { mount, search, typed: false, asked: false, restored: false });
            }
            const draft = (drafts || {})[keyOf(search)] || null;
            if (state.typed || (state.asked && (!draft || state.restored))) return none;
            state.asked = true;
            state.restored = Boolean(draft);
            return { search, draft, n: Date.now() };
        },

        // All that the form holds, for the server a moment after typing stops, and as a draft at once.
        remember: function (fields, rows, base, drafts) {
            const none = window.dash_clientside.no_update;
            if (!base || !fields.length) return none;
            const lists = window.dash_clientside.callback_context.inputs_list;
            const form = collect(fields, rows, lists);
            clearTimeout(timer);
            timer = setTimeout(function () {
                if (document.getElementById("add-form")) window.dash_clientside.set_props("add-now", { data: form }); // else the page was left
            }, 350);
            const kept = Object.assign({}, drafts || {});
            if (same(withoutEmptyRows(form), withoutEmptyRows(base.form))) {
                if (!state.typed || !(base.key in kept)) return none;
                delete kept[base.key];
                return kept;
            }
            state.typed = true;
            if (kept[base.key] && same(kept[base.key].form, form)) return none;
            kept[base.key] = { form, base };
            return kept;
        },

        // A code that is in no list becomes an option as it is typed.
        offer: function (searches, data, values) {
            const own = window.trackerWord("A code of your own");
            return data.map(function (groups, n) {
                const code = (searches[n] || "").trim().toUpperCase();
                if (!code) return window.dash_clientside.no_update; // chosen just now: its option must stay
                const chosen = [].concat(values[n] || []);
                const lists = (groups || []).filter((one) => one.group !== own);
                const known = new Set(lists.flatMap((one) => one.items.map((item) => item.value)));
                const wanted = chosen.filter((one) => !known.has(one));
                const words = code.toLowerCase().split(/\s+/);
                const found = lists.some((one) => one.items.some((item) => fits(item, words)));
                if (!found && /^[A-Z][A-Z0-9_]{1,19}$/.test(code) && !known.has(code) && !wanted.includes(code)) wanted.push(code);
                const before = (groups || []).filter((one) => one.group === own).flatMap((one) => one.items.map((item) => item.value));
                if (JSON.stringify(before) === JSON.stringify(wanted)) return window.dash_clientside.no_update;
                if (!wanted.length) return lists;
                if (wanted.includes(code)) setTimeout(pickFirst, 60);
                return lists.concat([{ group: own, items: wanted.map((one) => ({ value: one, label: one })) }]);
            });
        },

        // After a failed attempt to the first wrong field, after a good one to the message.
        look: function (tried) {
            if (!tried) return window.dash_clientside.no_update;
            requestAnimationFrame(() => requestAnimationFrame(function () {
                const wrong = document.querySelector("#add-form [aria-invalid=true], #add-form [data-error=true], #add-form .form-error:not(:empty)");
                const target = wrong || document.getElementById("add-result");
                if (!target) return;
                const group = target.matches(".form-error") ? target.closest("fieldset") : target;
                const field = group.matches("input, textarea") ? group : group.querySelector("input, textarea") || group;
                field.scrollIntoView({ block: "center" });
                field.focus({ preventScroll: true });
            }));
            return tried;
        },
    };

    const functions = (window.dashMantineFunctions = window.dashMantineFunctions || {});

    function fits(one, words) {
        const text = (one.label + " " + one.value).toLowerCase();
        return words.every((word) => text.includes(word));
    }

    // A code typed whole comes first, then names that begin as typed.
    function rank(one, search) {
        if (one.value.toLowerCase() === search) return 0;
        return one.label.toLowerCase().startsWith(search) ? 1 : 2;
    }

    // Keeps options that hold every word searched, in any order, also in their value: "UKR" finds Ukraine.
    functions.everyWord = function ({ options, search, limit }) {
        const typed = search.trim().toLowerCase();
        const words = typed.split(/\s+/).filter(Boolean);
        const best = (items) => Math.min(...items.map((one) => rank(one, typed)));
        const pick = (items) => items.filter((one) => fits(one, words)).sort((a, b) => (typed ? rank(a, typed) - rank(b, typed) : 0));
        const groups = options
            .map((one) => ("items" in one ? Object.assign({}, one, { items: pick(one.items).slice(0, limit) }) : one))
            .filter((one) => ("items" in one ? one.items.length : fits(one, words)));
        if (typed) groups.sort((a, b) => ("items" in a && "items" in b ? best(a.items) - best(b.items) : 0));
        return groups;
    };

    // A type with what it means below it.
    functions.eventType = function ({ option }, { meanings }) {
        const node = window.React.createElement;
        return node("div", { className: "type-option" },
            node("div", { className: "type-option-name" }, option.label),
            node("div", { className: "type-option-meaning" }, meanings[option.value]));
    };
})();
