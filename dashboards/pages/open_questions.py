"""Open questions: what should have happened by a day, why it is asked, and what would answer it."""

from __future__ import annotations

from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboards import error_words, language
from dashboards.components import notices, open_balance, open_rows
from dashboards.components.attributes import attributes
from dashboards.components.open_closing import dialog
from dashboards.components.open_words import parties, title
from dashboards.components.states import empty, skeleton
from dashboards.data import Data
from dashboards.data_ledger import CLOSING_KIND, Key, Ledger, OpenQuestions, sections
from dashboards.filters import read_query
from dashboards.language import N_, _, named, ngettext
from dashboards.pages import Page
from tracker.errors import TrackerError

PAGE = Page(name="open", path="/open", title=N_("Open questions"), order=15, filtered=True)


def layout(data: Data) -> Component:
    """The page; its entries come when the day is read from the address."""
    return html.Div(
        [
            html.Div(
                [html.H1(PAGE.label), html.P(id="open-says", className="quiet", role="status")],
                className="page-head",
            ),
            _tools(),
            html.Div(skeleton(480, _("What is open is being looked up")), id="open-body"),
            dialog(),
            dcc.Store(id="open-today", data=data.today().isoformat()),
        ],
        id="open-page",
        className="page open-page",
    )


def _tools() -> html.Div:
    day = dmc.DatePickerInput(
        id="open-day",
        valueFormat=_("ddd D MMM YYYY"),
        size="xs",
        w=170,
        popoverProps={"zIndex": 400},
        placeholder=_("Day"),
        **attributes(aria_label=_("As of this day")),
    )
    today = dmc.Button(_("Today"), id="open-to-today", variant="default", size="xs")
    return html.Div(
        [
            html.Span(_("As of"), className="tools-word"),
            day,
            today,
            html.Nav(id="open-nav", className="open-nav", **attributes(aria_label=_("Sections"))),
        ],
        className="tools",
    )


def register(app: Dash, data: Data) -> None:
    """The page's callbacks."""
    book = OpenQuestions(data)
    _register_day(app)
    _register_entries(app, data, book)
    _register_dialog(app, data, book)
    _register_writing(app, data, book)


def _register_day(app: Dash) -> None:
    """The day and the address follow each other."""
    app.clientside_callback(
        ClientsideFunction("open", "arrive"),
        Output("open-day", "value"),
        Input("open-today", "data"),
        Input("shell-search", "data"),
        Input("open-to-today", "n_clicks"),
    )
    app.clientside_callback(
        ClientsideFunction("open", "remember"),
        Output("open-page", "data-day"),
        Input("open-day", "value"),
        State("open-today", "data"),
    )


def _register_entries(app: Dash, data: Data, book: OpenQuestions) -> None:
    @app.callback(
        Output("open-body", "children"),
        Output("open-says", "children"),
        Output("open-nav", "children"),
        Input("open-day", "value"),
        Input("filter-query", "data"),
        Input("shell-revision", "data"),
        running=[(Output("open-body", "className"), "is-busy", "")],
    )
    def draw(day: str | None, query: Any, _revision: int) -> tuple[Any, Any, Any]:
        if not day or query is None:
            return no_update, no_update, no_update
        as_of = date.fromisoformat(day)
        ledger = book.ledger(read_query(query), as_of)
        return _body(data, ledger), _says(ledger), _nav(ledger)

    @app.callback(
        Output("shell-selected", "data", allow_duplicate=True),
        Input({"type": "open-event", "index": ALL, "place": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def choose(clicks: list[int]) -> Any:
        return Key.read(ctx.triggered_id["index"]).event_id if any(clicks) else no_update


def _body(data: Data, ledger: Ledger) -> list[Component] | Component:
    if not any(len(table) for table in ledger.tables.values()):
        if not len(data.frame()):
            return empty(
                _("The timeline has no events yet."),
                _(
                    "Proposals, agreements, plans and ceasefires that you add or read from articles "
                    "are followed up here."
                ),
                dcc.Link(_("Add an event"), href="/add"),
            )
        advice = _("Choose a later day, or take a condition away above.")
        return empty(_("Nothing was asked, agreed or planned by {day}.", day=_in_words(ledger.as_of)), advice)
    made: list[Component] = []
    for name, module in sections().items():
        draw = open_balance.section if name == "balance" else open_rows.section
        made.append(draw(name, module, ledger[name]))
    return made


def _says(ledger: Ledger) -> list[Any]:
    count = len(ledger.open())
    said = ngettext(
        "{count} entry is open as of {day}", "{count} entries are open as of {day}", count, day=_in_words(ledger.as_of)
    )
    return [said]


def _nav(ledger: Ledger) -> list[Component]:
    shown: list[Component] = []
    for name, module in sections().items():
        count = int(ledger[name]["open"].sum())
        told = [html.Span(f" {language.number(count)}", className="num quiet")] if count or name != "balance" else []
        if name != open_rows.NEVER_OPEN:
            shown.append(html.A([named("open question", module.LABEL), *told], href=f"#open-section-{name}"))
    return shown


def _in_words(day: date) -> str:
    return language.day(day)


def _register_dialog(app: Dash, data: Data, book: OpenQuestions) -> None:
    @app.callback(
        Output("open-dialog", "opened"),
        Output("open-dialog-key", "data"),
        Output("open-dialog-says", "children"),
        Output("open-dialog-how", "children"),
        Output("open-dialog-answer", "data"),
        Output("open-dialog-answer", "value"),
        Output("open-dialog-events", "hidden"),
        Output("open-dialog-reason", "value"),
        Output("open-dialog-reason", "error"),
        Input({"type": "open-close", "index": ALL}, "n_clicks"),
        State("open-day", "value"),
        State("filter-query", "data"),
        prevent_initial_call=True,
    )
    def ask(clicks: list[int], day: str, query: Any) -> tuple[Any, ...]:
        if not any(clicks):
            return (no_update,) * 9
        key, as_of = Key.read(ctx.triggered_id["index"]), date.fromisoformat(day)
        row = book.entry(key, read_query(query), as_of)
        answers = [{"value": one.event_id, "label": one.words} for one in book.answers(key, row, as_of)]
        likely = [one for one in str(row.get("answer_ids") or "").split(";") if one]
        known = {one["value"] for one in answers}
        first = next((one for one in reversed(likely) if one in known), None)
        says = [html.Strong(title(row)), f" · {parties(row, key.section)}"]
        how = (
            _(
                "It is closed from {day} on. The reason is kept in the event’s note and history, "
                "the event as a link; it can be undone.",
                day=_in_words(as_of),
            )
            if key.section in CLOSING_KIND
            else _(
                "It is closed from {day} on. The reason is kept in the event’s note and history; it can be undone.",
                day=_in_words(as_of),
            )
        )
        return True, str(key), says, how, answers, first, not answers, "", ""

    app.clientside_callback(
        "function () { return false; }",
        Output("open-dialog", "opened", allow_duplicate=True),
        Input("open-dialog-leave", "n_clicks"),
        prevent_initial_call=True,
    )


def _register_writing(app: Dash, data: Data, book: OpenQuestions) -> None:
    app.clientside_callback(
        ClientsideFunction("open", "reason"),
        Output("open-dialog-sent", "data"),
        Input("open-dialog-do", "n_clicks"),
        Input("open-dialog-reason", "n_submit"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output("open-dialog", "opened", allow_duplicate=True),
        Output("open-dialog-reason", "error", allow_duplicate=True),
        Output("shell-revision", "data", allow_duplicate=True),
        Input("open-dialog-sent", "data"),
        State("open-dialog-key", "data"),
        State("open-dialog-answer", "value"),
        State("open-day", "value"),
        State("filter-query", "data"),
        prevent_initial_call=True,
        running=[(Output("open-dialog-do", "disabled"), True, False)],
    )
    def close(sent: dict[str, Any] | None, name: str, answer: str | None, day: str, query: Any) -> tuple[Any, ...]:
        if not sent or not name:
            return no_update, no_update, no_update
        key, as_of = Key.read(name), date.fromisoformat(day)
        try:
            row = book.entry(key, read_query(query), as_of)
            batch = book.close(key, row, as_of, sent["reason"], answer or "")
        except TrackerError as error:
            return no_update, error_words.in_full(error), no_update
        notices.say(_("Closed: {title}.", title=title(row)), undo=batch)
        return False, "", data.revision()
