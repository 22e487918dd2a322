// "Undo" in a message: the button's batch goes into the shell's store, once.
document.addEventListener("click", function (event) {
    const button = event.target.closest && event.target.closest("[data-undo]");
    if (!button || button.disabled) return;
    button.disabled = true;
    window.tracker.set("shell-undo", { data: { batch: button.dataset.undo, at: Date.now() } });
});
