"""Event: everything on one event, linkable and printable, with its whole history."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote, unquote

import dash_mantine_components as dmc
from dash import ALL, MATCH, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboards import data_disagreements, data_entry, data_history, data_review, error_words, language, words
from dashboards.components import event_reports, notices, report_view
from dashboards.components.attributes import attributes
from dashboards.components.disagreement_view import disagreement_view
from dashboards.components.event_view import (
    date_grounds,
    event_link,
    fact_list,
    facts,
    source_links,
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
from tracker.timeline import read_links, read_names

PAGE = Page(name="event", path="/event/<event_id>", title=N_("Event"), order=60, navigation=False)


def layout(data: Data, event_id: str) -> html.Div:
    """The page of one event; of an unknown one a sentence and the way back."""
    name = unquote(event_id)
    return html.Div(
        [
            dcc.Store(id="event-id", data=name),
            html.Div(_tools(data), className="tools event-tools no-print"),
            html.Div(body(data, name), id="event-body"),
        ],
        className="page event-page",
    )


def _tools(data: Data) -> list[Component]:
    day = dmc.DatePickerInput(
        id="event-known",
        valueFormat=_("ddd D MMM YYYY"),
        size="xs",
        w=190,
        clearable=True,
        maxDate=data.today().isoformat(),
        popoverProps={"zIndex": 400},
        placeholder=_("Now"),
        clearButtonProps={"aria-label": _("As known now")},
        **attributes(aria_label=_("As known on this day")),
    )
    return [html.Span(_("As known on"), className="tools-word"), day]


def body(data: Data, event_id: str, known_on: date | None = None) -> list[Component]:
    """What the page shows of the event as it is now, or as it was known at the end of a day."""
    if known_on:
        return _past_body(data, event_id, known_on)
    try:
        event = data.event(event_id)
    except NotFoundError as error:
        return _gone(data, event_id, error)
    standing = data_entry.standing(data, event_id)
    joined = event_reports.joined_reports(data, event_id)
    main = [
        event_reports.questions_section(data, event_id),
        _disagreements(data, event_id),
        event_reports.reports_section(event, standing, joined),
        event_reports.choices_section(data, event_id, len(standing)),
        event_reports.links_section(_links(data, event)),
    ]
    return [
        _head(event, standing, _actions(event)),
        _frame(event, [one for one in main if one is not None]),
        html.Section([html.H2(_("History")), _history(data, event_id)], className="event-section"),
    ]


def _head(event: Mapping[str, Any], standing: Sequence[data_entry.Standing], actions: list[Component]) -> html.Header:
    grounds = date_grounds(event, [one.stored.report for one in standing], data_entry.counted_from(standing, event))
    return html.Header(
        [
            html.Div([type_mark(event["event_type"]), *state_marks(event)], className="event-head-line"),
            html.H1(words.event_title(event)),
            html.P(words.event_date(event), className="event-when"),
            html.P(grounds, className="quiet event-why"),
            *([html.P(event["description"], className="event-description")] if event["description"] else []),
            html.Div(actions, className="form-buttons no-print"),
        ],
        className="event-head",
    )


def _frame(event: Mapping[str, Any], main: list[Component]) -> html.Div:
    side = [html.H2(_("Facts")), fact_list(facts(event)), *_sources(event)]
    return html.Div(
        [html.Div(main, className="event-main"), html.Aside(side, className="event-facts")], className="event-frame"
    )


def _past_body(data: Data, event_id: str, day: date) -> list[Component]:
    """The event as it was known at the end of ``day``: nothing in it can be changed."""
    found = data_history.on_day(data, event_id, day)
    said = language.day(day, "EEE d MMM y")
    if found is None:
        text = _("It came into the store later, or was taken out before. Choose a later day above.")
        return [html.H1(_("Not known")), empty(_("On {day} the store did not have this event.", day=said), text)]
    event = found.event
    links = [(words.LINK[kind], "", name, data_review.known_event(data, name)) for kind, name in _onward(event)]
    main = [event_reports.reports_section(event, found.standing, {}), event_reports.links_section(links)]
    notice = _("This is how the event was known at the end of {day}. What came later is left out.", day=said)
    return [
        html.P(notice, className="form-notice", role="status"),
        _head(event, found.standing, []),
        _frame(event, [one for one in main if one is not None]),
    ]


def _gone(data: Data, event_id: str, error: NotFoundError) -> list[Component]:
    """No such event; of one that was joined into another, the way there and its history."""
    into = data_history.joined_into(data, event_id)
    if into:
        there = html.Span([_("It was joined into:"), " ", event_link(data.event(into))])
        text = _("Its reports and links stand there now. It can be taken apart in the history below.")
        return [
            html.H1(_("Joined into another event")),
            empty(error_words.said(error.sentence), text, there),
            html.Section([html.H2(_("History")), _history(data, event_id)], className="event-section"),
        ]
    way = dcc.Link(_("Go to the timeline"), href="/")
    advice = _("It may have been taken back, or the address is mistyped.")
    return [html.H1(_("No such event")), empty(error_words.said(error.sentence), advice, way)]


def _disagreements(data: Data, event_id: str) -> html.Section | None:
    """What its reports contradict each other on, to be settled here or among all others."""
    found = data_disagreements.of_event(data, event_id).found
    if not found:
        return None
    count = sum(not one.settled for one in found)
    way = dcc.Link(_("All disagreements"), href="/disagreements")
    head = ngettext("{count} disagreement", "{count} disagreements", count) if count else _("Disagreements, settled")
    return html.Section(
        [
            html.H2(head, id="event-disagreements"),
            *(disagreement_view(data, one) for one in found),
            html.P(way, className="no-print"),
        ],
        className="event-section",
    )


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


def _sources(event: Mapping[str, Any]) -> list[Component]:
    addresses = str(event["source_urls"]).split()
    if not addresses and not event["publisher"]:
        return []
    shown: list[Component] = [html.H2(_("Sources"))]
    if event["publisher"]:
        shown.append(html.P(", ".join(read_names(event["publisher"]))))
    shown.append(html.Ol([html.Li(one) for one in source_links(addresses)], className="event-sources"))
    return shown


def _onward(event: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(kind.value, target) for kind, target in read_links(event["links"])]


def _links(data: Data, event: Mapping[str, Any]) -> list[tuple[str, str, str, Mapping[str, Any] | None]]:
    """Links both ways: what is said, the key of the link, the other event's id, the other event."""
    onward, back = data_entry.linked(data, event)
    own = str(event["event_id"])
    rows = [(words.LINK[kind], json.dumps(["link", own, kind, name]), name) for kind, name in onward]
    rows += [(words.LINK_BACK[kind], json.dumps(["link", name, kind, own]), name) for kind, name in back]
    return [(said, key, name, data_review.known_event(data, name)) for said, key, name in rows]


def _history(data: Data, event_id: str) -> Component:
    told = data_history.past(data, event_id)
    return history(
        told.changes,
        told.undoable,
        told.taken_back,
        lambda name: data_entry.title(data, name),
        lambda name: data_history.source(data, name),
    )


def register(app: Dash, data: Data) -> None:
    """The page's callbacks: review, undo, the whole article, print."""

    @app.callback(
        Output("event-body", "children"),
        Input("shell-revision", "data"),
        Input("event-known", "value"),
        State("event-id", "data"),
        prevent_initial_call=True,
    )
    def redraw(_revision: int, day: str | None, event_id: str | None) -> Any:
        return body(data, event_id, date.fromisoformat(day) if day else None) if event_id else no_update

    _register_writing(app, data)
    app.clientside_callback(
        ClientsideFunction("event", "arrive"), Output("event-known", "value"), Input("event-id", "data")
    )
    app.clientside_callback(
        ClientsideFunction("event", "remember"),
        Output("event-body", "data-known"),
        Input("event-known", "value"),
        prevent_initial_call=True,
    )

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


def _register_writing(app: Dash, data: Data) -> None:
    """Reviews, answers, reports taken apart, changes taken back; each can be undone."""

    @app.callback(
        Output("shell-revision", "data", allow_duplicate=True),
        Input({"type": "event-review", "index": ALL}, "n_clicks"),
        Input({"type": "event-undo", "index": ALL}, "n_clicks"),
        Input({"type": "event-answer", "do": ALL, "index": ALL}, "n_clicks"),
        Input({"type": "event-apart", "index": ALL}, "n_clicks"),
        State("event-id", "data"),
        prevent_initial_call=True,
    )
    def write(_reviews: Any, _undos: Any, _answers: Any, _apart: Any, event_id: str) -> Any:
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        _write(data, event_id, pressed)
        return data.revision()


def _write(data: Data, event_id: str, pressed: Mapping[str, Any]) -> None:
    """Do what a button says, and say so."""
    if pressed["type"] == "event-undo":
        data_history.take_back(data, event_id, pressed["index"])
        notices.say(_("The change is taken back. The history keeps both."))
    elif pressed["type"] == "event-answer":
        same = pressed["do"] == "yes"
        batch = data_review.answer(data, pressed["index"], same=same)
        notices.say(_("It is so.") if same else _("It is not so; this is not asked again."), undo=batch)
    elif pressed["type"] == "event-apart":
        batch = data_review.take_apart(data, pressed["index"], event_id)
        notices.say(_("The report opens an event of its own."), undo=batch)
    else:
        state = ReviewState(pressed["index"])
        data.review([event_id], state)
        notices.say(words.REVIEW[state] + ".")
