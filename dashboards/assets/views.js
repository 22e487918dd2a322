// Named views in the browser: the name as it stands in its field, however soon Enter follows the last letter.
(function () {
    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.views = {
        name: function (clicks, submits) {
            const field = document.getElementById("views-name");
            if (!field || !(clicks || submits)) return window.dash_clientside.no_update;
            return { name: field.value, at: Date.now() };
        },
    };
})();
