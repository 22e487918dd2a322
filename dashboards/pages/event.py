"""Event: everything on one event, linkable and printable, with its whole history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote

import dash_mantine_components as dmc
from dash import ALL, MATCH, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboards import data_entry, words
from dashboards.components import notices, report_view
from dashboards.components.event_view import (
    date_grounds,
    event_link,
    fact_list,
    facts,
    source_link,
    state_marks,
    type_mark,
)
from dashboards.components.history import history
from dashboards.components.states import empty
from dashboards.data import Data
from dashboards.language import N_, _, ngettext
from dashboards.pages import Page
from tracker.errors import NotFoundError
from tracker.models import ReviewState

PAGE = Page(name="event", path="/event/<event_id>", title=N_("Event"), order=60, navigation=False)


def layout(data: Data, event_id: str) -> html.Div:
    """The page of one event; of an unknown one a sentence and the way back."""
    name = unquote(event_id)
    return html.Div(
        [dcc.Store(id="event-id", data=name), html.Div(body(data, name), id="event-body")],
        className="page event-page",
    )


def body(data: Data, event_id: str) -> list[Component]:
    """What the page shows of the event as it is now."""
    try:
        event = data.event(event_id)
    except NotFoundError as error:
        way = dcc.Link(_("Go to the timeline"), href="/")
        advice = _("It may have been taken back, or the address is mistyped.")
        return [html.H1(_("No such event")), empty(error.sentence, advice, way)]
    standing = data_entry.standing(data, event_id)
    reports = [one.stored.report for one in standing]
    grounds = date_grounds(event, reports, data_entry.counted_from(standing, event))
    return [
        html.Header(
            [
                html.Div([type_mark(event["event_type"]), *state_marks(event)], className="event-head-line"),
                html.H1(words.event_title(event)),
                html.P(words.event_date(event), className="event-when"),
                html.P(grounds, className="quiet event-why"),
                *([html.P(event["description"], className="event-description")] if event["description"] else []),
                html.Div(_actions(event), className="form-buttons no-print"),
            ],
            className="event-head",
        ),
        html.Div(
            [
                html.Div([_evidence(event, standing), _links(data, event)], className="event-main"),
                html.Aside([html.H2(_("Facts")), fact_list(facts(event)), *_sources(event)], className="event-facts"),
            ],
            className="event-frame",
        ),
        html.Section([html.H2(_("History")), _history(data, event_id)], className="event-section"),
    ]


def _actions(event: Mapping[str, Any]) -> list[Component]:
    state = event["review_state"]
    buttons: list[Component] = []
    if state != ReviewState.ACCEPTED:
        buttons.append(dmc.Button(_("Accept"), id={"type": "event-review", "index": ReviewState.ACCEPTED.value}))
    address = f"/add?edit={quote(str(event['event_id']))}"
    buttons.append(dcc.Link(_("Edit"), href=address, className="button-link"))
    if state != ReviewState.DISMISSED:
        buttons.append(
            dmc.Button(
                _("Dismiss"), id={"type": "event-review", "index": ReviewState.DISMISSED.value}, variant="default"
            )
        )
    like = f"/add?like={quote(str(event['event_id']))}"
    buttons.append(dcc.Link(_("Add another like this"), href=like, className="button-link"))
    buttons.append(dmc.Button(_("Print"), id="event-print", variant="default"))
    return buttons


def _evidence(event: Mapping[str, Any], standing: Sequence[data_entry.Standing]) -> html.Section:
    if standing:
        count = len(standing)
        title = _("The report") if count == 1 else ngettext("{count} report", "{count} reports", count)
        shown = [report_view.report_view(one.stored.id, one.stored.report, one.article) for one in standing]
        return html.Section([html.H2(title), *shown], className="event-section")
    if event["quote"]:
        quote_ = html.Blockquote(
            html.P(html.Mark(event["quote"], className="mark-evidence")), className="article-quote"
        )
        return html.Section([html.H2(_("Quote")), quote_], className="event-section")
    text = _("No stored article reports it: it was entered by hand or imported, and stands on the sources named.")
    return html.Section([html.H2(_("Evidence")), html.P(text, className="quiet")], className="event-section")


def _sources(event: Mapping[str, Any]) -> list[Component]:
    addresses = str(event["source_urls"]).split()
    if not addresses and not event["publisher"]:
        return []
    shown: list[Component] = [html.H2(_("Sources"))]
    if event["publisher"]:
        shown.append(html.P(event["publisher"]))
    shown.append(html.Ol([html.Li(source_link(one)) for one in addresses], className="event-sources"))
    return shown


def _links(data: Data, event: Mapping[str, Any]) -> html.Section | None:
    onward, back = data_entry.linked(data, event)
    rows = [(words.LINK[kind], name) for kind, name in onward] + [(words.LINK_BACK[kind], name) for kind, name in back]
    if not rows:
        return None
    shown = [html.Li([_("This event {answers}", answers=said), " ", _other(data, name)]) for said, name in rows]
    return html.Section(
        [html.H2(_("Links to other events")), html.Ul(shown, className="links")], className="event-section"
    )


def _other(data: Data, event_id: str) -> Component:
    try:
        return event_link(data.event(event_id))
    except NotFoundError:
        return html.Span(_("{event} (not in this store)", event=event_id))


def _history(data: Data, event_id: str) -> Component:
    told = data_entry.past(data, event_id)
    return history(told.changes, told.undoable, told.taken_back, lambda name: data_entry.title(data, name))


def register(app: Dash, data: Data) -> None:
    """The page's callbacks: review, undo, the whole article, print."""

    @app.callback(
        Output("event-body", "children"),
        Input("shell-revision", "data"),
        State("event-id", "data"),
        prevent_initial_call=True,
    )
    def redraw(_revision: int, event_id: str | None) -> Any:
        return body(data, event_id) if event_id else no_update

    @app.callback(
        Output("shell-revision", "data", allow_duplicate=True),
        Input({"type": "event-review", "index": ALL}, "n_clicks"),
        Input({"type": "event-undo", "index": ALL}, "n_clicks"),
        State("event-id", "data"),
        prevent_initial_call=True,
    )
    def write(_reviews: list[int | None], _undos: list[int | None], event_id: str) -> Any:
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        if pressed["type"] == "event-undo":
            data_entry.take_back(data, event_id, pressed["index"])
            notices.say(_("The change is taken back. The history keeps both."))
        else:
            state = ReviewState(pressed["index"])
            data.review([event_id], state)
            notices.say(words.REVIEW[state] + ".")
        return data.revision()

    @app.callback(
        Output({"type": "event-text", "index": MATCH}, "children"),
        Output({"type": "event-article", "index": MATCH}, "children"),
        Output({"type": "event-article", "index": MATCH}, "aria-expanded"),
        Input({"type": "event-article", "index": MATCH}, "n_clicks"),
        State("event-id", "data"),
        prevent_initial_call=True,
    )
    def unfold(clicks: int | None, event_id: str) -> Any:
        wanted = ctx.triggered_id["index"]
        one = next(one for one in data_entry.standing(data, event_id) if one.stored.id == wanted)
        report = one.stored.report
        if clicks and clicks % 2:
            return report_view.whole_article(report, one.article), _("Show the quote only"), "true"
        return report_view.quote(report, one.article), _("Show the whole article"), "false"

    app.clientside_callback(
        "function (clicks) { if (clicks) window.print(); return dash_clientside.no_update; }",
        Output("event-print", "data-printed"),
        Input("event-print", "n_clicks"),
        prevent_initial_call=True,
    )
