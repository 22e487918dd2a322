"""What stands behind an event on its page: its reports with why each joined, questions, how values were chosen."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboards import data_links, data_review, words
from dashboards.components import report_view
from dashboards.components.attributes import attributes
from dashboards.components.change_words import value_in_words
from dashboards.components.event_view import event_link
from dashboards.components.question_view import question_view, reasons
from dashboards.data import Data
from dashboards.data_entry import Standing
from dashboards.language import N_, Spoken, _, ngettext

_FIELDS = Spoken(
    {
        "event_type": N_("Type"),
        "status": N_("Status"),
        "date": N_("Date"),
        "actors": N_("Who"),
        "persons": N_("Persons"),
        "place": N_("Where"),
        "quantities": N_("Numbers"),
        "round": N_("Round"),
        "claimed_by": N_("On whose word"),
        "track": N_("Track"),
        "words": N_("Title and quote"),
    }
)
"""Fields whose choice is told, in the order of the page."""


def reports_section(event: Mapping[str, Any], standing: Sequence[Standing], joined: Mapping[str, Any]) -> html.Section:
    """The reports with their quotes; ``joined`` says by report why it stands here, where it shares the event."""
    if standing:
        count = len(standing)
        title = _("The report") if count == 1 else ngettext("{count} report", "{count} reports", count)
        return html.Section(
            [html.H2(title), *(_report(one, joined.get(one.stored.id)) for one in standing)], className="event-section"
        )
    if event["quote"]:
        quote_ = html.Blockquote(
            html.P(html.Mark(event["quote"], className="mark-evidence")), className="article-quote"
        )
        return html.Section([html.H2(_("Quote")), quote_], className="event-section")
    text = _("No stored article reports it: it was entered by hand or imported, and stands on the sources named.")
    return html.Section([html.H2(_("Evidence")), html.P(text, className="quiet")], className="event-section")


def _report(one: Standing, joined: Any) -> html.Article:
    shown = report_view.report_view(one.stored.id, one.stored.report, one.article)
    if joined is None:
        return shown
    article = one.article.title or one.article.publisher or one.article.id
    apart = dmc.Button(
        _("Not this one"),
        id={"type": "event-apart", "index": one.stored.id},
        variant="default",
        size="compact-sm",
        **attributes(aria_label=f"{_('Not this one')}: {article}"),
    )
    why = html.Div(
        [*reasons(joined.reason), html.Div(apart, className="no-print report-apart")], className="report-joined"
    )
    shown.children = [*shown.children, why]
    return shown


def joined_reports(data: Data, event_id: str) -> dict[str, Any]:
    """By report: why it stands behind the event; only where it can be taken from it."""
    found = data.store.joined(event_id=event_id)
    return {one.report_id: one for one in found if one.shared or one.from_elsewhere}


def questions_section(data: Data, event_id: str) -> html.Section | None:
    """What a person is asked about the event: is it another one, does it answer, is it answered."""
    found = data_links.found_links(data)
    asked = [_joins(data, one) for one in data.store.asked_joins(event_id=event_id)]
    asked += [_link(one, one.target, "") for one in found.asked_from(event_id)]
    asked += [_link(one, one.source, words.event_title(one.source)) for one in found.asked_to(event_id)[:5]]
    shown = [one for one in asked if one is not None]
    if not shown:
        return None
    head = ngettext("{count} question", "{count} questions", len(shown))
    return html.Section(
        [html.H2(head, id="event-questions"), *shown], className="event-section event-questions no-print"
    )


def _joins(data: Data, one: Any) -> Component | None:
    """Whether a report tells of this event, or this event is another: the other event of the two is shown."""
    known = {name: data_review.known_event(data, name) for name in (one.event_id, one.own_event_id) if name}
    other = known.get(one.own_event_id) or known.get(one.event_id)
    if other is None:
        return None
    key = json.dumps(["join", one.report_id, one.event_id])
    yes, no = ({"type": "event-answer", "do": do, "index": key} for do in ("yes", "no"))
    kind = "join" if one.own_event_id else "told"
    return question_view(kind, "", other, one.reason, one.probability, yes, no)


def _link(one: data_links.Asked, other: Mapping[str, Any], said_by: str) -> Component:
    key = json.dumps(["link", one.link.source, one.link.kind.value, one.link.target])
    yes, no = ({"type": "event-answer", "do": do, "index": key} for do in ("yes", "no"))
    how = f"back:{one.link.kind.value}" if said_by else one.link.kind.value
    return question_view("link", how, other, one.link.reason, one.link.probability, yes, no)


def links_section(rows: Sequence[tuple[str, str, str, Mapping[str, Any] | None]]) -> html.Section | None:
    """Links to other events as (what is said, key, id, event); one that is none is said not to be by a button."""
    if not rows:
        return None
    return html.Section(
        [html.H2(_("Links to other events")), html.Ul([_row(*row) for row in rows], className="links event-links")],
        className="event-section",
    )


def _row(said: str, key: str, name: str, event: Mapping[str, Any] | None) -> html.Li:
    way = event_link(event) if event else html.Span(_("{event} (not in this store)", event=name))
    told = html.Span([_("This event {answers}", answers=said), " ", way])
    if not event:
        return html.Li(told)
    button = dmc.Button(
        _("Not this one"),
        id={"type": "event-answer", "do": "no", "index": key},
        variant="default",
        size="compact-sm",
        className="no-print",
        **attributes(aria_label=f"{_('Not this one')}: {words.event_title(event)}"),
    )
    return html.Li([told, button])


def choices_section(data: Data, event_id: str, reports: int) -> html.Section | None:
    """By which rule each value was chosen, and what else was told; only where several reports tell it."""
    if reports < 2:
        return None
    rows = [
        html.Div([html.Dt(label), html.Dd(_choice(name, chosen))], className="fact")
        for name, label in _FIELDS.items()
        if (chosen := data.store.choices(event_id).get(name)) and (chosen.others or chosen.reason != _UNTOLD)
    ]
    return html.Section(
        [
            html.Details(
                [html.Summary(_("How its values were chosen")), html.Dl(rows, className="facts facts-small")],
                className="report-rules",
            )
        ],
        className="event-section",
    )


_UNTOLD = "no report tells it"
"""What the rules say of a field that no report fills."""


def _choice(name: str, chosen: Any) -> list[Any]:
    others = "; ".join(value_in_words(name, one) for one in chosen.others)
    return [chosen.reason, html.Span(_(" (also told: {others})", others=others), className="quiet") if others else ""]
