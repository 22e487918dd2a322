// What Dash's bundles still take from the polyfill of 99 kB that they bring: how a compiled async function goes on. Only
// their loading of a component that comes late uses it, with steps one after the other and neither "try" nor "return".
window.regeneratorRuntime = {
    mark: (made) => made,
    wrap: function (steps) {
        const at = { prev: 0, next: 0, sent: undefined, done: false, stop: () => void (at.done = true) };
        return {
            next: function (sent) {
                at.sent = sent;
                return { value: at.done ? undefined : steps(at), done: at.done };
            },
            throw: function (error) {
                at.done = true;
                throw error;
            },
        };
    },
};
