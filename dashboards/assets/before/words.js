// Gives the reader's language to whatever draws: our own scripts, Mantine's calendars, Plotly's axes.
(function () {
    const told = JSON.parse(document.getElementById("words").textContent);

    // A word of a script in the reader's language, with {names} filled in; English if there is no translation.
    window.trackerWord = function (english, values) {
        let said = told.words[english] || english;
        for (const [name, value] of Object.entries(values || {})) said = said.replaceAll("{" + name + "}", value);
        return said;
    };

    window["dayjs_locale_" + told.language] = told.dayjs;

    // Under the name that Plotly takes where a chart says nothing, so that no chart has to.
    if (told.language !== "en") {
        window.PlotlyLocales = [{ moduleType: "locale", name: "en", dictionary: {}, format: told.plotly }];
    }
})();
