"""One proposed event in the review of an article: what it says, why it is dated so, and what to do with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboards import words
from dashboards.components.attributes import attributes
from dashboards.components.event_view import date_grounds, place, state_marks, type_mark
from dashboards.language import N_, _
from tracker.models import Report, ReviewState
from tracker.timeline import read_actors, read_names, read_quantities

_ACTIONS = (
    ("accept", N_("Accept"), N_("Accepted"), ReviewState.ACCEPTED),
    ("dismiss", N_("Dismiss"), N_("Dismissed"), ReviewState.DISMISSED),
)


def proposal_view(event: Mapping[str, Any], report: Report, article_id: str, counted_from: date | None) -> html.Li:
    """The card of one proposal; it takes the focus, and lights up its sentences in the article."""
    slug = str(event["conflict"])
    who = [
        f"{words.actor_name(one.code, slug)} ({words.ROLE[one.role].lower()})" for one in read_actors(event["actors"])
    ]
    numbers = [words.quantity_in_words(one, slug) for one in read_quantities(event["quantities"])]
    facts = [
        (_("Who"), ", ".join(who)),
        (_("Persons"), ", ".join(read_names(event["persons"]))),
        (_("Where"), place(event)),
        (_("Numbers"), ", ".join(numbers)),
        (_("Round"), "" if event["round"] is None else f"{event['round']}"),
        (_("Track"), event["track"]),
    ]
    quoted = report.evidence[0].text if report.evidence else ""
    name = str(event["event_id"])
    return html.Li(
        [
            html.Div([type_mark(event["event_type"]), *state_marks(event, review=False)], className="event-head-line"),
            html.H3(words.event_title(event)),
            html.P(words.event_date(event), className="proposal-when"),
            html.P(date_grounds(event, [report], counted_from), className="quiet proposal-why"),
            html.Dl(
                [html.Div([html.Dt(label), html.Dd(text)], className="fact") for label, text in facts if text],
                className="facts facts-small",
            ),
            *([html.Blockquote(quoted, className="proposal-quote")] if quoted else []),
            html.Div(_buttons(event, article_id), className="form-buttons"),
        ],
        className=f"proposal proposal-{event['review_state']}",
        tabIndex=0,
        **attributes(data_proposal=name, data_state=str(event["review_state"])),
    )


def _buttons(event: Mapping[str, Any], article_id: str) -> list[Component]:
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
    buttons.insert(1, html.Span(edit, **attributes(data_do="edit")))
    return buttons
