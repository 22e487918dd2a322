"""The Dash app: ``create_app(store)`` gives one that is ready to be served."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dash import Dash

from dashboards import export_route, language, server_timing, versioned
from dashboards.browser_words import document_words
from dashboards.clock import Clock, system_clock
from dashboards.components import notices, shell
from dashboards.data import Data
from dashboards.pages import page_modules

if TYPE_CHECKING:
    from tracker.store import Store

ASSETS = Path(__file__).with_name("assets")

INDEX = """<!DOCTYPE html>
<html lang="{%lang%}" dir="{%dir%}">
    <head>
        {%metas%}
        <title>{%title%}</title>
        <script src="/assets/before/scheme.js"></script>
        <script type="application/json" id="words">{%words%}</script>
        <script src="/assets/before/words.js"></script>
        {%favicon%}
        {%css%}
    </head>
    <body>
        {%app_entry%}
        <footer>
            {%config%}
            {%scripts%}
            {%renderer%}
        </footer>
    </body>
</html>
"""
"""The document: it has a language, and the theme is set before the first drawing so that nothing flashes."""


class Dashboard(Dash):
    """Dash whose document is in the reader's language."""

    def interpolate_index(self, *args: Any, **parts: Any) -> str:
        """The document with its parts, its language and the way that this runs."""
        parts["title"] = language._(self.title)
        document = str(super().interpolate_index(*args, **parts))  # type: ignore[no-untyped-call]
        told = {"lang": language.current(), "dir": language.direction(), "words": document_words()}
        for name, said in told.items():
            document = document.replace("{%" + name + "%}", said)
        return document


def create_app(store: Store, *, clock: Clock = system_clock) -> Dash:
    """The dashboard over ``store``. ``clock`` tells the present; tests pass a fixed one.

    Nothing is kept between two apps of one process. Every script and style is served from this machine.
    """
    app = Dashboard(
        "dashboards",
        assets_folder=str(ASSETS),
        assets_path_ignore=["before"],
        serve_locally=True,
        compress=True,
        title=shell.NAME,
        update_title="",
        index_string=INDEX,
        suppress_callback_exceptions=True,
        prevent_initial_callbacks=False,
        on_error=notices.on_error,
        add_log_handler=False,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.server.after_request(language.remember)
    app.server.after_request(versioned.keep)
    app.server.wsgi_app = server_timing.timed(app.server.wsgi_app)  # type: ignore[assignment, method-assign]
    data = Data(store, clock)
    modules = page_modules()
    app.layout = lambda: shell.document(data, modules)
    shell.register(app, data, modules)
    for module in modules:
        module.register(app, data)
    export_route.register(app, data)
    return app
