"""What the form answers: likely duplicates, saved, restored, and what somebody else changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboards import words
from dashboards.components.change_words import change_in_words, moment
from dashboards.components.event_view import date_grounds, event_link
from dashboards.language import _, ngettext

if TYPE_CHECKING:
    from dashboards.data_entry import Likeness
    from tracker.models import Change


def likely(found: Sequence[Likeness], count: int) -> Component | None:
    """Events that may be the one in the form, and why; nothing if there are none."""
    if not found:
        return None
    rows = [
        html.Li(
            [
                event_link(one.event),
                html.P(_("Because of {reasons}.", reasons=words.listed(list(one.why))), className="quiet"),
                dcc.Link(
                    _("Edit this one instead"), href=f"/add?edit={one.event['event_id']}", className="likely-instead"
                ),
            ]
        )
        for one in found
    ]
    more = count - len(found)
    rest = (
        [html.P(ngettext("{count} more could be it too.", "{count} more could be it too.", more), className="quiet")]
        if more > 0
        else []
    )
    return html.Div(
        [
            html.H2(_("Is it here already?")),
            html.P(_("This looks like the event in the form.")),
            html.Ul(rows, className="likely-list"),
            *rest,
        ],
        className="likely",
    )


def restored() -> html.Div:
    """Says that a draft came back."""
    return html.Div(
        _("What you had typed before is back. It is kept in this browser until you save it or start afresh."),
        className="form-notice",
        role="status",
    )


def stored_date(event: Mapping[str, Any]) -> list[Component]:
    """The date as the event has it, while it is not touched."""
    return [
        html.P([_("Stands as"), " ", html.Strong(words.event_date(event))], className="reading-date"),
        html.P(date_grounds(event), className="quiet"),
    ]


def saved(event: Mapping[str, Any], batch: int, *, new: bool, back: str = "") -> Component:
    """The event is written: the way to it, on to the next, and back."""
    links = [dcc.Link(_("Open the event"), href=f"/event/{event['event_id']}", className="button-link")]
    if back:
        links.insert(0, dcc.Link(_("Back to the review"), href=back, className="button-link"))
    if new:
        links.append(
            dcc.Link(_("Add another like this"), href=f"/add?like={event['event_id']}", className="button-link")
        )
    undo = dmc.Button(_("Undo"), id="add-undo", variant="default", size="sm") if batch else None
    said = _("Saved") if batch else _("Nothing differs from what is stored")
    return html.Div(
        [
            html.P([html.Strong(f"{said}: "), f"{words.event_title(event)} · {words.event_date(event)}"]),
            html.Div([*links, undo] if undo else links, className="form-buttons"),
        ],
        className="form-notice",
    )


def undone(*, new: bool) -> Component:
    """The writing is taken back; what was typed stands in the form again."""
    text = _("Taken back: the event is no longer in the timeline.") if new else _("Taken back: the event is as it was.")
    return html.Div(
        [html.P(text), html.P(_("What you had written stands in the form below."))], className="form-notice"
    )


def overtaken(event_id: str, title: str, changes: Sequence[Change], revision: int, *, accept: bool) -> Component:
    """Somebody changed the event meanwhile, up to ``revision``: what they changed, and the choice.

    Theirs, mine, or to look at it first beside this page. ``accept`` says that the event was to be accepted too.
    """
    shown = [
        html.Li([f"{one.by}, {moment(one.at)}: ", *change_in_words(one)]) for one in changes if change_in_words(one)
    ]
    return html.Div(
        [
            html.H2(_("This event was changed while you were editing it")),
            html.P([_("Nothing is written yet. Meanwhile, in “{title}”:", title=title)]),
            html.Ul(shown),
            html.Div(
                [
                    dmc.Button(_("Keep theirs and add my changes"), id=answer_id("mine", revision, accept), size="sm"),
                    dmc.Button(
                        _("Take theirs, drop mine"),
                        id=answer_id("theirs", revision, accept),
                        variant="default",
                        size="sm",
                    ),
                    html.A(_("Look at the event"), href=f"/event/{event_id}", target="_blank", className="button-link"),
                ],
                className="form-buttons",
            ),
            html.P(
                _("Where both of you changed the same field, the first button keeps your value."), className="quiet"
            ),
        ],
        className="form-notice form-overtaken",
        role="alert",
    )


def answer_id(choice: Any, revision: Any, accept: Any) -> dict[str, Any]:
    """The id of a button that answers ``overtaken``."""
    return {"type": "add-answer", "index": choice, "revision": revision, "accept": accept}
