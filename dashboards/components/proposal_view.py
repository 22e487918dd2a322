"""One proposed event in the review of an article: what it says, why it is dated so, and what to do with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboards import language, words
from dashboards.components.attributes import attributes
from dashboards.components.event_view import date_grounds, event_link, place, state_marks, type_mark
from dashboards.components.question_view import question_view, reasons
from dashboards.data_review import Proposal, Question, Together
from dashboards.language import N_, _, ngettext
from tracker.models import ReviewState
from tracker.timeline import read_actors, read_names, read_quantities

_ACTIONS = (
    ("accept", N_("Accept"), N_("Accepted"), ReviewState.ACCEPTED),
    ("dismiss", N_("Dismiss"), N_("Dismissed"), ReviewState.DISMISSED),
)


def proposal_view(one: Proposal, article_id: str) -> html.Li:
    """The card of one proposal; it takes the focus, and lights up its sentences in the article.

    A report that joined a known event says why it did, and can be taken from it.
    """
    event, report = one.event, one.report
    quoted = report.evidence[0].text if report.evidence else ""
    state = "joined" if one.known else str(event["review_state"])
    head = [type_mark(event["event_type"]), *state_marks(event, review=one.known)]
    if one.known:
        head.append(html.Span(_("Joined a known event"), className="event-state"))
    title = words.event_title(event)
    return html.Li(
        [
            html.Div(head, className="event-head-line"),
            html.H3(dcc.Link(title, href=f"/event/{quote(str(event['event_id']))}") if one.known else title),
            html.P(words.event_date(event), className="proposal-when"),
            None
            if one.known
            else html.P(date_grounds(event, [report], one.counted_from), className="quiet proposal-why"),
            None if one.known else _facts(event),
            *_shared(one),
            *([html.Blockquote(quoted, className="proposal-quote")] if quoted else []),
            *_standing(one),
            *(question(asked) for asked in one.questions),
            html.Div(_apart(one) if one.known else _buttons(one, article_id), className="form-buttons"),
        ],
        className=f"proposal proposal-{state}",
        tabIndex=0,
        **attributes(data_proposal=str(event["event_id"]), data_state=state),
    )


def _grounds(one: Proposal) -> list[Component]:
    grounds = date_grounds(one.event, [one.report], one.counted_from)
    return [html.P(grounds, className="quiet proposal-why"), _facts(one.event)]


def _facts(event: Mapping[str, Any]) -> html.Dl:
    slug = str(event["conflict"])
    who = [f"{words.actor_name(one.code, slug)} ({words.role_name(one.role)})" for one in read_actors(event["actors"])]
    numbers = [words.quantity_in_words(one, slug) for one in read_quantities(event["quantities"])]
    facts = [
        (_("Who"), ", ".join(who)),
        (_("Persons"), ", ".join(read_names(event["persons"]))),
        (_("Where"), place(event)),
        (_("Numbers"), ", ".join(numbers)),
        (_("Round"), "" if event["round"] is None else f"{event['round']}"),
        (_("Track"), event["track"]),
    ]
    return html.Dl(
        [html.Div([html.Dt(label), html.Dd(text)], className="fact") for label, text in facts if text],
        className="facts facts-small",
    )


def _shared(one: Proposal) -> list[Component]:
    """Why it shares its event with other reports, if it does."""
    if not one.joined:
        return []
    others = ngettext("Told by {count} other report too", "Told by {count} other reports too", one.others)
    head = [html.P(others, className="question-head")] if one.others else []
    return [html.Div([*head, *reasons(one.joined)], className="proposal-shared")]


def _standing(one: Proposal) -> list[Component]:
    """The links that stand: what it answers, carries out, follows."""
    said = [html.Li([f"{language.capitalised(words.LINK[kind])}: ", event_link(other)]) for kind, other in one.links]
    return [html.Ul(said, className="links proposal-links")] if said else []


def question(asked: Question) -> Component:
    """A question of the card, with its buttons."""
    yes, no = ({"type": "review-do", "do": do, "index": asked.key} for do in ("yes", "no"))
    return question_view(asked.kind, asked.how, asked.event, asked.reason, asked.probability, yes, no)


def together_view(one: Together) -> html.Li:
    """The card of a report of several events at once: those known that it speaks of, and how many are not known."""
    told = ngettext("It tells of {count} event at once", "It tells of {count} events at once", one.told)
    known = [
        html.Li(
            [
                event_link(event),
                _apart_button(one.report_id, str(event["event_id"]), words.event_title(event)),
            ],
            className="together-event",
        )
        for event in one.events
    ]
    missing = [html.P(ngettext("{count} of them is not known.", "{count} of them are not known.", one.missing))]
    quoted = one.report.evidence[0].text if one.report.evidence else ""
    state = html.Span(_("Joined known events"), className="event-state")
    return html.Li(
        [
            html.Div([type_mark(one.report.event_type), *([state] if known else [])], className="event-head-line"),
            html.H3(told),
            *([html.Ul(known, className="together")] if known else []),
            *(missing if one.missing else []),
            *([html.Blockquote(quoted, className="proposal-quote")] if quoted else []),
            *(question(asked) for asked in one.questions),
        ],
        className="proposal proposal-joined-many",
        tabIndex=0,
        **attributes(data_proposal=mark_name(one), data_state="joined"),
    )


def mark_name(one: Together) -> str:
    """What names the card in the marks of the article: a report's id without blanks."""
    return one.report_id.replace(" ", "_")


def _apart(one: Proposal) -> list[Component]:
    return [_apart_button(one.report_id, str(one.event["event_id"]), words.event_title(one.event))]


def _apart_button(report_id: str, event_id: str, title: str) -> dmc.Button:
    return dmc.Button(
        _("Not this one"),
        id={"type": "review-do", "do": "apart", "index": json.dumps([report_id, event_id])},
        size="compact-md",
        fz="sm",
        variant="default",
        **attributes(data_do="no", aria_label=f"{_('Not this one')}: {title}"),
    )


def _buttons(one: Proposal, article_id: str) -> list[Component]:
    event = one.event
    name, state = str(event["event_id"]), event["review_state"]
    title = words.event_title(event)
    buttons: list[Component] = [
        dmc.Button(
            _(done) if state == target else _(label),
            id={"type": "review-do", "do": do, "index": name},
            size="compact-md",
            fz="sm",
            variant="filled" if state == target else "default",
            **attributes(data_do=do, aria_pressed=str(state == target).lower(), aria_label=f"{_(label)}: {title}"),
        )
        for do, label, done, target in _ACTIONS
    ]
    address = f"/add?edit={quote(name)}&back={quote(f'/inbox/{article_id}')}"
    edit = dcc.Link(_("Edit"), href=address, className="button-link button-small")
    merge = dmc.Button(
        _("Merge…"),
        id={"type": "review-merge", "index": name},
        size="compact-md",
        fz="sm",
        variant="default",
        **attributes(data_do="merge", aria_label=f"{_('Merge with a known event')}: {title}", aria_haspopup="dialog"),
    )
    buttons.insert(1, html.Span(edit, **attributes(data_do="edit")))
    buttons.insert(2, merge)
    return [*buttons, *(_apart(one) if one.others else [])]
