// Sets the remembered theme before anything is drawn, so that a dark page does not flash white.
(function () {
    let kept = null;
    try {
        kept = window.localStorage.getItem("mantine-color-scheme-value");
    } catch (error) {
        kept = null; // storage is forbidden: follow the system
    }
    const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
    const scheme = kept === "dark" || kept === "light" ? kept : dark ? "dark" : "light";
    document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
})();
