"""The Dash app: ``create_app(store)`` gives one that is ready to be served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboards import bundle, export_route, forerunner, language, server_timing, versioned
from dashboards.clock import Clock, system_clock
from dashboards.components import notices, shell
from dashboards.data import Data
from dashboards.document import INDEX, Dashboard
from dashboards.pages import page_modules

if TYPE_CHECKING:
    from dash import Dash

    from tracker.store import Store


def create_app(store: Store, *, clock: Clock = system_clock) -> Dash:
    """The dashboard over ``store``. ``clock`` tells the present; tests pass a fixed one.

    Nothing is kept between two apps of one process. Every script and style is served from this machine.
    """
    app = Dashboard(
        "dashboards",
        assets_folder=str(bundle.ASSETS),
        include_assets_files=False,  # they come as one file: see bundle.py
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
    app.forerunner = lambda: forerunner.html(data, modules)
    shell.register(app, data, modules)
    for module in modules:
        module.register(app, data)
    export_route.register(app, data)
    bundle.register(app)
    return app
