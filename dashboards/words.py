"""The words that readers see for the codes of the event model. Codes stay in exports and hovers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from itertools import count
from typing import Any

import pandas as pd

from dashboards import language
from dashboards.language import N_, Spoken, _, named
from tracker.models import Actor, Basis, LinkKind, Precision, Quantity, ReviewState, Role, Status
from tracker.resources import conflicts, event_groups, event_types, world
from tracker.timeline import COLUMNS, quantity_words
from tracker.timeline import date_in_words as said_dates
from tracker.timeline.filter import CERTAINTIES
from tracker.timeline.speech import Speech

STATUS = Spoken(
    {
        Status.OCCURRED: N_("Occurred"),
        Status.ONGOING: N_("Ongoing"),
        Status.PLANNED: N_("Planned"),
        Status.CALLED_OFF: N_("Called off"),
    }
)
STATUS_MEANING = Spoken(
    {
        Status.OCCURRED: N_("It came about."),
        Status.ONGOING: N_("It began and had not ended when it was told."),
        Status.PLANNED: N_("It is announced or agreed for the future."),
        Status.CALLED_OFF: N_("It was planned and will not come about."),
    }
)
PRECISION = Spoken(
    {
        Precision.DAY: N_("to the day"),
        Precision.WEEK: N_("to the week"),
        Precision.MONTH: N_("to the month"),
        Precision.SEASON: N_("to the season"),
        Precision.YEAR: N_("to the year"),
        Precision.RANGE: N_("a span with both ends given"),
        Precision.OPEN: N_("one end open"),
    }
)
BASIS = Spoken(
    {
        Basis.EXPLICIT: N_("words in the sentence itself"),
        Basis.INHERITED: N_("words in another sentence about the same event"),
        Basis.PUBLISHED: N_("no words in the text: the publication date stands in"),
        "": N_("set by hand"),
    }
)
ROLE = Spoken(
    {
        Role.PARTICIPANT: N_("Participant"),
        Role.INITIATOR: N_("Initiator"),
        Role.TARGET: N_("Target"),
        Role.MEDIATOR: N_("Mediator"),
    }
)
ROLE_MEANING = Spoken(
    {
        Role.PARTICIPANT: N_("Takes part in what is mutual: talks, an exchange, an agreement."),
        Role.INITIATOR: N_("Proposes, refuses, states, attacks."),
        Role.TARGET: N_("Is the one it is addressed to or done to."),
        Role.MEDIATOR: N_("Mediates, hosts or facilitates."),
    }
)
LINK = Spoken(
    {
        LinkKind.ANSWERS: N_("answers"),
        LinkKind.CARRIES_OUT: N_("carries out"),
        LinkKind.FOLLOWS: N_("follows"),
        LinkKind.BREAKS: N_("breaks"),
        LinkKind.CALLED_OFF: N_("calls off"),
        LinkKind.CAME_OF: N_("came of"),
    }
)
LINK_BACK = Spoken(
    {
        LinkKind.ANSWERS: N_("is answered by"),
        LinkKind.CARRIES_OUT: N_("is carried out by"),
        LinkKind.FOLLOWS: N_("is followed by"),
        LinkKind.BREAKS: N_("is broken by"),
        LinkKind.CALLED_OFF: N_("is called off by"),
        LinkKind.CAME_OF: N_("led to"),
    }
)
REVIEW = Spoken(
    {
        ReviewState.PROPOSED: N_("Waiting for review"),
        ReviewState.ACCEPTED: N_("Accepted"),
        ReviewState.DISMISSED: N_("Dismissed"),
    }
)
SIDE = Spoken({"total": N_("in total"), "each": N_("each")})
_DIGITS = re.compile(r"\d+")
_COLUMNS = {one.name: one.label for one in COLUMNS}
COUNTED = Spoken(
    {
        "prisoners": N_("prisoners"),
        "civilians": N_("civilians"),
        "children": N_("children"),
        "hostages": N_("hostages"),
        "bodies": N_("bodies"),
        "killed": N_("killed"),
        "wounded": N_("wounded"),
        "rounds": N_("rounds"),
        "exchanges": N_("exchanges"),
    }
)
"""What quantities count (event model), in the order in which forms offer it."""


def actor_name(code: str, slug: str = "") -> str:
    """The name of an actor in the conflict called ``slug``; of a state or organisation else; at last the code."""
    if language.current() != language.SOURCE and code in world.states():
        return country_name(code)
    known = {one.code: one.name for one in conflicts()[slug].actor} if slug in conflicts() else {}
    return named("actor", known.get(code) or world.actor_name(code))


def conflict_name(slug: str) -> str:
    """The name of a conflict by its slug; the slug itself if no profile has it."""
    return named("conflict", conflicts()[slug].name) if slug in conflicts() else slug


def country_name(code: str) -> str:
    """The name of a state by its alpha-3 code; the code itself if there is none."""
    state = world.states().get(code)
    said = language.territory(code) if state and language.current() != language.SOURCE else ""
    return said or (state.name if state else code)


def actors_in_words(actors: Iterable[Actor], slug: str = "") -> str:
    """Names without roles, each once: "Ukraine, Russia and Türkiye"."""
    return listed(list(dict.fromkeys(actor_name(one.code, slug) for one in actors)))


def listed(names: list[str]) -> str:
    """Names as one says them: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])


def without_numbers(text: str) -> str:
    """A sentence of a file that is measured anew, with {1}, {2} for its numbers."""
    places = count(1)
    return _DIGITS.sub(lambda _found: f"{{{next(places)}}}", text)


def with_numbers(kind: str, text: str) -> str:
    """Such a sentence in the reader's language, with its numbers."""
    said = named(kind, without_numbers(text))
    for place, digits in enumerate(_DIGITS.findall(text), 1):
        said = said.replace(f"{{{place}}}", language.number(int(digits)))
    return said


def role_name(role: str) -> str:
    """A role inside a line: "mediator"."""
    return language.lowered(ROLE[role])


def quantity_in_words(one: Quantity, slug: str = "") -> str:
    """A number as one says it: "250 prisoners for Ukraine", "1,000 bodies each", "3 rounds in total"."""
    return quantity_words.quantity_in_words(one, slug, speech())


def day_of(cell: Any) -> date | None:
    """A cell of a day column as a day; ``None`` if it is empty."""
    return None if cell is None or pd.isna(cell) else pd.Timestamp(cell).date()


def date_in_words(first: date | None, last: date | None, precision: str) -> str:
    """The days that an event can lie on, in the reader's words."""
    return said_dates.date_in_words(first, last, precision, speech())


@cache
def speech_in(code: str) -> Speech:
    """The language ``code`` as the tracker tells dates and files in it."""
    return language.speech_of(code, actor_name, country_name)


def speech() -> Speech:
    """The reader's language as the tracker tells dates and files in it."""
    return speech_in(language.current())


def event_date(event: Mapping[str, Any]) -> str:
    """When an event was, in words."""
    return date_in_words(day_of(event["date_start"]), day_of(event["date_end"]), str(event["date_precision"]))


def event_title(event: Mapping[str, Any]) -> str:
    """Its title; without one its type, since something must be said."""
    return str(event["title"]) or type_label(str(event["event_type"]))


def type_label(name: str) -> str:
    """The label of an event type; its name if the type is unknown."""
    return named("event type", event_types()[name].label) if name in event_types() else name


def type_meaning(name: str) -> str:
    """What an event type means; empty if it is unknown."""
    return named("event type", event_types()[name].description) if name in event_types() else ""


def group_label(name: str) -> str:
    """The label of a group of event types."""
    return named("event group", event_groups()[name].label)


def certainty_label(name: str) -> str:
    """What the filter calls one of its certainties."""
    return named("certainty", CERTAINTIES.get(name, name))


def column_label(name: str) -> str:
    """The label of a column of the timeline; without one its name in words."""
    return named("column", _COLUMNS[name]) if name in _COLUMNS else name.replace("_", " ")
