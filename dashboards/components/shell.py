"""The frame around every page: header with navigation, theme switch, messages, stores, and the way to the page."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from types import ModuleType
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboards import error_words, language
from dashboards.components import connection, event_drawer, filter_bar, language_menu, message_undo, notices
from dashboards.components.attributes import attributes
from dashboards.components.icons import icon
from dashboards.components.states import empty, failure
from dashboards.data import Data
from dashboards.filters import write_query, write_search
from dashboards.language import N_, _
from dashboards.pages import Ahead, Page
from dashboards.theme import MANTINE
from tracker.errors import NotFoundError, TrackerError

log = logging.getLogger("dashboards")

NAME = N_("Negotiation timeline")


def layout(data: Data, modules: Sequence[ModuleType]) -> dmc.DirectionProvider:
    """The whole document; the page itself comes into ``shell-page`` when the address is known."""
    content = [
        html.A(_("Skip to content"), href="#shell-main", className="skip-link"),
        *_stores(data),
        notices.container(),
        dmc.AppShell(
            id="shell-frame",
            header={"height": 56},
            navbar={"width": 240, "breakpoint": "md", "collapsed": {"desktop": True, "mobile": True}},
            padding=0,
            children=[
                dmc.AppShellHeader(_header(modules), className="shell-header"),
                dmc.AppShellNavbar(_links(modules), id="shell-navbar", p="md", className="folded"),
                dmc.AppShellMain(_main(data), id="shell-main", tabIndex=-1),
            ],
        ),
        event_drawer.layout(),
        connection.layout(),
    ]
    spoken = dmc.DatesProvider(content, settings={"locale": language.current()})
    themed = dmc.MantineProvider(spoken, theme=MANTINE, defaultColorScheme="auto")
    return dmc.DirectionProvider(themed, direction=language.direction())


def ahead(data: Data, modules: Sequence[ModuleType], page: Page, content: Ahead, element: str) -> html.Div:
    """The frame around a page before Dash stands, in the places of ``layout``; ``element`` is its id."""
    header = _header(modules)
    search = write_search(write_query(content.chosen))
    header["shell-links"].children = _links(modules, search=search, current=page.name)
    bar = [html.Div(filter_bar.ahead(data, content.chosen))] if page.filtered else []
    main = [*bar, html.Div(content.layout, className="shell-page")]
    return html.Div(
        [
            html.A(_("Skip to content"), href="#shell-main", className="skip-link"),
            html.Header(header, className="shell-header"),
            html.Main(main, id="shell-main", tabIndex=-1),
        ],
        id=element,
    )


def document(data: Data, modules: Sequence[ModuleType]) -> dmc.DirectionProvider | dmc.MantineProvider:
    """The layout; if the store cannot be read, a sentence that says so in its place, never a blank page."""
    try:
        return layout(data, modules)
    except Exception as error:
        log.exception("The page cannot be laid out.")
        again = html.A(_("Try again"), href="")
        sentence = failure(_("This cannot be shown."), notices.sentence_for(error), again)
        return dmc.MantineProvider(
            html.Main([html.H1(_(NAME)), sentence], className="shell-page"), theme=MANTINE, defaultColorScheme="auto"
        )


def _stores(data: Data) -> list[Component]:
    return [
        dcc.Location(id="shell-url", refresh="callback-nav"),
        dcc.Store(id="filter-query"),
        dcc.Store(id="shell-selected"),
        dcc.Store(id="shell-revision", data=data.revision()),
        dcc.Store(id="shell-theme", data="light"),
        dcc.Store(id="shell-title"),
        message_undo.store(),
    ]


def _header(modules: Sequence[ModuleType]) -> html.Div:
    return html.Div(
        [
            dmc.Burger(
                id="shell-burger",
                opened=False,
                hiddenFrom="md",
                size="sm",
                **attributes(aria_label=_("Open the navigation")),
            ),
            dcc.Link(_(NAME), href="/", className="shell-brand"),
            html.Nav(_links(modules), id="shell-links", className="shell-links", **attributes(aria_label=_("Pages"))),
            html.Div(className="grow"),
            language_menu.language_menu(),
            dmc.ColorSchemeToggle(
                lightIcon=icon("sun"),
                darkIcon=icon("moon"),
                variant="subtle",
                size="lg",
                color="ink",
                **attributes(aria_label=_("Switch between light and dark")),
            ),
        ],
        className="shell-header-row",
    )


def _links(modules: Sequence[ModuleType], *, search: str = "", current: str = "") -> list[Component]:
    """Plain links: ``assets/shell.js`` gives them the filter, marks the current one, and follows them in the page."""
    pages = [module.PAGE for module in modules if module.PAGE.navigation]
    return [
        html.A(
            page.label,
            href=page.path + search,
            className="shell-link",
            **attributes(aria_current="page" if page.name == current else None),
        )
        for page in pages
    ]


def _main(data: Data) -> list[Component]:
    return [
        html.Div(filter_bar.layout(data), id="shell-filter", hidden=True),
        html.Div(id="shell-page", className="shell-page"),
    ]


def register(app: Dash, data: Data, modules: Sequence[ModuleType]) -> None:
    """The shell's callbacks: the way to a page, its title, the folding navigation, the theme."""

    @app.callback(
        Output("shell-page", "children"),
        Output("shell-title", "data"),
        Output("shell-filter", "hidden"),
        Input("shell-url", "pathname"),
    )
    def show_page(pathname: str | None) -> tuple[Component, dict[str, str], bool]:
        page, content = page_for(pathname or "/", data, modules)
        name = page.name if page else ""
        title = f"{page.label} – {_(NAME)}" if page else _(NAME)
        told = {"title": title, "page": name, "path": page.path if page else ""}
        return content, told, not (page and page.filtered)

    @app.callback(
        Output("shell-frame", "navbar"),
        Output("shell-burger", "opened"),
        Output("shell-navbar", "className"),
        Input("shell-burger", "opened"),
        Input("shell-title", "data"),
        State("shell-frame", "navbar"),
        prevent_initial_call=True,
    )
    def fold(opened: bool, _title: Any, navbar: dict[str, Any]) -> tuple[Any, Any, str]:
        shown = bool(opened) and ctx.triggered_id == "shell-burger"
        collapsed = {"desktop": True, "mobile": not shown}
        burger = no_update if shown == bool(opened) else shown
        return navbar | {"collapsed": collapsed}, burger, "" if shown else "folded"

    app.clientside_callback(
        ClientsideFunction("shell", "arrive"), Output("shell-main", "data-page"), Input("shell-title", "data")
    )
    event_drawer.register(app, data)
    message_undo.register(app, data)
    filter_bar.register(app, data)
    connection.register(app, data)


def page_for(pathname: str, data: Data, modules: Sequence[ModuleType]) -> tuple[Page | None, Component]:
    """The page at an address and its content; in words what is wrong if there is none or it cannot be drawn."""
    home = dcc.Link(_("Go to the timeline"), href="/")
    for module in modules:
        parts = module.PAGE.match(pathname)
        if parts is None:
            continue
        try:
            return module.PAGE, module.layout(data, **parts)
        except NotFoundError as error:
            said = empty(error_words.said(error.sentence), error_words.said(error.advice), home)
            return None, html.Div([html.H1(_("Not found")), said])
        except TrackerError as error:
            log.warning("%s: %s", pathname, error)
            sentence = error_words.in_full(error)
            return None, html.Div([html.H1(module.PAGE.label), failure(_("This cannot be shown."), sentence, home)])
        except Exception as error:
            log.exception("The page %s failed.", pathname)
            return None, html.Div(
                [html.H1(module.PAGE.label), failure(_("This cannot be shown."), notices.sentence_for(error), home)]
            )
    return None, html.Div(
        [
            html.H1(_("No such page")),
            empty(_("There is nothing at {address}.", address=pathname), _("The address may be mistyped."), home),
        ]
    )
