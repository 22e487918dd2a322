"""One event as pages show it: its type, its facts, the date with its grounds, and what reports it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from dash import dcc, html
from dash.development.base_component import Component

from dashboards import words
from dashboards.components.attributes import attributes
from dashboards.theme import group_of
from tracker.models import Actor, Precision, Report, ReviewState, Status
from tracker.timeline import read_actors, read_names, read_quantities

Fact = tuple[str, Any]


def type_mark(event_type: str) -> html.Span:
    """The event's type in words, with the shape and colour of its group before it."""
    group = group_of(event_type)
    return html.Span(
        [
            html.Span(group.glyph, className=f"glyph group-{group.name}", **attributes(aria_hidden="true")),
            words.type_label(event_type),
        ],
        className="event-type",
    )


def state_marks(event: Mapping[str, Any]) -> list[Component]:
    """What a reader must know before the facts: not yet reviewed, put aside, not come about, one side's word."""
    slug = str(event["conflict"])
    shown = []
    if event["review_state"] != ReviewState.ACCEPTED:
        shown.append((words.REVIEW[event["review_state"]], f"state-{event['review_state']}"))
    if event["status"] != Status.OCCURRED:
        shown.append((words.STATUS[event["status"]], f"status-{event['status']}"))
    if event["claimed_by"]:
        shown.append((f"On the word of {words.actor_name(event['claimed_by'], slug)} alone", "claimed"))
    return [html.Span(text, className=f"event-state {name}") for text, name in shown]


def date_grounds(event: Mapping[str, Any], reports: Sequence[Report] = ()) -> str:
    """Why it has this date: the words, how exactly they fix it, where they stand, and the rule and anchor day."""
    said = f"From the words “{event['date_text']}”" if event["date_text"] else "No words of a text give the date"
    parts = [said, f"known {words.PRECISION[event['date_precision']]}"]
    if event["date_precision"] == Precision.OPEN:
        parts[-1] = words.PRECISION[Precision.OPEN]
    parts.append(words.BASIS[event["date_basis"]])
    parts += list(dict.fromkeys(report.rules["date"] for report in reports if "date" in report.rules))
    return "; ".join(parts) + "."


def facts(event: Mapping[str, Any]) -> list[Fact]:
    """The event's facts as (label, content), only those that it has."""
    slug = str(event["conflict"])
    number = event["round"]
    found: list[Fact] = [
        ("Who", _actors(read_actors(event["actors"]), slug)),
        ("Persons", ", ".join(read_names(event["persons"]))),
        ("Where", place(event)),
        ("Numbers", [html.Div(words.quantity_in_words(one, slug)) for one in read_quantities(event["quantities"])]),
        ("Round", "" if number is None or number != number else f"{int(number)}"),  # noqa: PLR0124 - NaN
        ("Track", event["track"]),
        ("On whose word", words.actor_name(event["claimed_by"], slug) if event["claimed_by"] else ""),
        ("Conflict", words.conflict_name(slug)),
        ("Note", event["note"]),
    ]
    return [(label, content) for label, content in found if content]


def _actors(actors: Sequence[Actor], slug: str) -> list[Component]:
    return [
        html.Div(
            [
                html.Span(words.actor_name(one.code, slug), title=one.code),
                html.Span(f" · {words.ROLE[one.role].lower()}", className="quiet"),
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
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return html.A(label or host, href=address, rel="noopener noreferrer", target="_blank", title=address)


def event_link(event: Mapping[str, Any]) -> Component:
    """The way to another event: its title, type and date."""
    return html.Span(
        [
            dcc.Link(words.event_title(event), href=f"/event/{event['event_id']}"),
            html.Span(f" · {words.type_label(event['event_type'])} · {words.event_date(event)}", className="quiet"),
        ]
    )
