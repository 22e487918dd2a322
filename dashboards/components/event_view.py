"""One event as pages show it: its type, its facts, the date with its grounds, and what reports it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import unquote, urlsplit

from dash import dcc, html
from dash.development.base_component import Component

from dashboards import language, words
from dashboards.components.attributes import attributes
from dashboards.language import _, capitalised
from dashboards.theme import glyph_of, group_of
from tracker.models import Actor, Basis, Precision, Report, ReviewState, Status
from tracker.timeline import read_actors, read_names, read_quantities

Fact = tuple[str, Any]
_SPANS = (Precision.RANGE, Precision.OPEN)


def type_mark(event_type: str) -> html.Span:
    """The event's type in words, with the shape and colour of its group before it."""
    group = group_of(event_type)
    return html.Span(
        [
            html.Span(glyph_of(event_type), className=f"glyph group-{group.name}", **attributes(aria_hidden="true")),
            words.type_label(event_type),
        ],
        className="event-type",
    )


def state_marks(event: Mapping[str, Any], *, review: bool = True) -> list[Component]:
    """What a reader must know before the facts: not yet reviewed, put aside, not come about, one side's word.

    Without ``review`` the review's state is left out, where the page shows it otherwise.
    """
    slug = str(event["conflict"])
    shown = []
    if review and event["review_state"] != ReviewState.ACCEPTED:
        shown.append((words.REVIEW[event["review_state"]], f"state-{event['review_state']}"))
    if event["status"] != Status.OCCURRED:
        shown.append((words.STATUS[event["status"]], f"status-{event['status']}"))
    if event["claimed_by"]:
        shown.append((_("On the word of {actor} alone", actor=words.actor_name(event["claimed_by"], slug)), "claimed"))
    return [html.Span(text, className=f"event-state {name}") for text, name in shown]


def date_grounds(event: Mapping[str, Any], reports: Sequence[Report] = (), counted_from: date | None = None) -> str:
    """Why it has this date: the words, how exactly they fix it, where they stand, the rule, and the anchor day."""
    text, basis = str(event["date_text"]), str(event["date_basis"])
    quoted = _("“{words}”", words=text)
    grounds = {
        Basis.EXPLICIT.value: _("From {quoted} in its own sentence", quoted=quoted)
        if text
        else _("Told by its sources"),
        Basis.INHERITED.value: _("From {quoted} in another sentence about it", quoted=quoted),
        Basis.PUBLISHED.value: _("No words of the text date it; it is placed by the day of publication"),
        "": _("Entered as {quoted}", quoted=quoted) if text else _("Entered without the words of a source"),
    }
    said = grounds[basis]
    if counted_from:
        said = _("{grounds}, counted from {day}, the day of publication", grounds=said, day=language.day(counted_from))
    exact = words.PRECISION[event["date_precision"]]
    known = capitalised(exact) if event["date_precision"] in _SPANS else _("Known {exactly}", exactly=exact)
    said = f"{said}. {known}."
    rules = list(dict.fromkeys(report.rules["date"] for report in reports if _dates(report, event)))
    return said + (" " + _("Rule: {rules}.", rules="; ".join(rules)) if rules else "")


def _dates(report: Report, event: Mapping[str, Any]) -> bool:
    """Whether the event has its date from the report, by a rule that the report names."""
    return "date" in report.rules and report.date_edtf == event["date_edtf"]


def facts(event: Mapping[str, Any]) -> list[Fact]:
    """The event's facts as (label, content), only those that it has."""
    slug = str(event["conflict"])
    number = event["round"]
    found: list[Fact] = [
        (_("Who"), _actors(read_actors(event["actors"]), slug)),
        (_("Persons"), ", ".join(read_names(event["persons"]))),
        (_("Where"), place(event)),
        (_("Numbers"), [html.Div(words.quantity_in_words(one, slug)) for one in read_quantities(event["quantities"])]),
        (_("Round"), "" if number is None or number != number else f"{int(number)}"),  # noqa: PLR0124 - NaN
        (_("Track"), event["track"]),
        (_("On whose word"), words.actor_name(event["claimed_by"], slug) if event["claimed_by"] else ""),
        (_("Conflict"), words.conflict_name(slug)),
        (_("Note"), event["note"]),
    ]
    return [(label, content) for label, content in found if content]


def _actors(actors: Sequence[Actor], slug: str) -> list[Component]:
    return [
        html.Div(
            [
                html.Span(words.actor_name(one.code, slug), title=one.code),
                html.Span(f" · {words.role_name(one.role)}", className="quiet"),
            ]
        )
        for one in actors
    ]


def place(event: Mapping[str, Any]) -> str:
    """Where it was: the place as named and its country, without saying one name twice."""
    country = words.country_name(event["country"]) if event["country"] else ""
    return ", ".join(dict.fromkeys(part for part in (str(event["location"]), country) if part))


def fact_list(found: Sequence[Fact]) -> html.Dl:
    """Facts as a list of terms."""
    rows = [html.Div([html.Dt(label), html.Dd(content)], className="fact") for label, content in found]
    return html.Dl(rows, className="facts")


def safe_address(address: str) -> bool:
    """True if ``address`` may become a link: http or https, with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)


def source_link(address: str, label: str = "") -> Component:
    """``address`` as a link if it is one that a browser may follow, else as plain text."""
    if not safe_address(address):
        return html.Span(label or address)
    return html.A(label or _site(address), href=address, rel="noopener noreferrer", target="_blank", title=address)


def _site(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def source_links(addresses: Sequence[str]) -> list[list[Component]]:
    """``addresses`` as links that name their sites; of several of one site, which page each is stands below it."""
    sites = Counter(_site(one) for one in addresses if safe_address(one))
    found = []
    for one in addresses:
        several = safe_address(one) and sites[_site(one)] > 1
        path = unquote(urlsplit(one).path).strip("/").removeprefix("wiki/").replace("_", " ") if several else ""
        found.append([source_link(one), *([html.Span(path, className="source-page quiet")] if path else [])])
    return found


def event_link(event: Mapping[str, Any]) -> Component:
    """The way to another event: its title, type and date."""
    return html.Span(
        [
            dcc.Link(words.event_title(event), href=f"/event/{event['event_id']}"),
            html.Span(f" · {words.type_label(event['event_type'])} · {words.event_date(event)}", className="quiet"),
        ]
    )
