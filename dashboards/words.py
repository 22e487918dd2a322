"""The words that readers see for the codes of the event model. Codes stay in exports and hovers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from tracker.models import Actor, Basis, LinkKind, Precision, Quantity, ReviewState, Role, Status
from tracker.resources import conflicts, event_types, world
from tracker.timeline.date_in_words import date_in_words

STATUS: Mapping[str, str] = {
    Status.OCCURRED: "Occurred",
    Status.ONGOING: "Ongoing",
    Status.PLANNED: "Planned",
    Status.CALLED_OFF: "Called off",
}
STATUS_MEANING: Mapping[str, str] = {
    Status.OCCURRED: "It came about.",
    Status.ONGOING: "It began and had not ended when it was told.",
    Status.PLANNED: "It is announced or agreed for the future.",
    Status.CALLED_OFF: "It was planned and will not come about.",
}
PRECISION: Mapping[str, str] = {
    Precision.DAY: "to the day",
    Precision.WEEK: "to the week",
    Precision.MONTH: "to the month",
    Precision.SEASON: "to the season",
    Precision.YEAR: "to the year",
    Precision.RANGE: "a span with both ends given",
    Precision.OPEN: "one end open",
}
BASIS: Mapping[str, str] = {
    Basis.EXPLICIT: "words in the sentence itself",
    Basis.INHERITED: "words in another sentence about the same event",
    Basis.PUBLISHED: "no words in the text: the publication date stands in",
    "": "set by hand",
}
ROLE: Mapping[str, str] = {
    Role.PARTICIPANT: "Participant",
    Role.INITIATOR: "Initiator",
    Role.TARGET: "Target",
    Role.MEDIATOR: "Mediator",
}
ROLE_MEANING: Mapping[str, str] = {
    Role.PARTICIPANT: "Takes part in what is mutual: talks, an exchange, an agreement.",
    Role.INITIATOR: "Proposes, refuses, states, attacks.",
    Role.TARGET: "Is the one it is addressed to or done to.",
    Role.MEDIATOR: "Mediates, hosts or facilitates.",
}
LINK: Mapping[str, str] = {
    LinkKind.ANSWERS: "answers",
    LinkKind.CARRIES_OUT: "carries out",
    LinkKind.FOLLOWS: "follows",
    LinkKind.BREAKS: "breaks",
    LinkKind.CALLED_OFF: "calls off",
    LinkKind.CAME_OF: "came of",
}
LINK_BACK: Mapping[str, str] = {
    LinkKind.ANSWERS: "is answered by",
    LinkKind.CARRIES_OUT: "is carried out by",
    LinkKind.FOLLOWS: "is followed by",
    LinkKind.BREAKS: "is broken by",
    LinkKind.CALLED_OFF: "is called off by",
    LinkKind.CAME_OF: "led to",
}
REVIEW: Mapping[str, str] = {
    ReviewState.PROPOSED: "Waiting for review",
    ReviewState.ACCEPTED: "Accepted",
    ReviewState.DISMISSED: "Dismissed",
}
SIDE: Mapping[str, str] = {"total": "in total", "each": "each"}
COUNTED: Mapping[str, str] = {
    "prisoners": "prisoners",
    "civilians": "civilians",
    "children": "children",
    "hostages": "hostages",
    "bodies": "bodies",
    "killed": "killed",
    "wounded": "wounded",
    "rounds": "rounds",
    "exchanges": "exchanges",
}
"""What quantities count (event model), in the order in which forms offer it."""


def actor_name(code: str, slug: str = "") -> str:
    """The name of an actor in the conflict called ``slug``; of a state or organisation else; at last the code."""
    known = {one.code: one.name for one in conflicts()[slug].actor} if slug in conflicts() else {}
    return known.get(code) or world.actor_name(code)


def conflict_name(slug: str) -> str:
    """The name of a conflict by its slug; the slug itself if no profile has it."""
    return conflicts()[slug].name if slug in conflicts() else slug


def country_name(code: str) -> str:
    """The name of a state by its alpha-3 code; the code itself if there is none."""
    state = world.states().get(code)
    return state.name if state else code


def actors_in_words(actors: Iterable[Actor], slug: str = "") -> str:
    """Names without roles, each once: "Ukraine, Russia and Türkiye"."""
    return listed(list(dict.fromkeys(actor_name(one.code, slug) for one in actors)))


def listed(names: list[str]) -> str:
    """Names as one says them: "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""


def quantity_in_words(one: Quantity, slug: str = "") -> str:
    """A number as one says it: "250 prisoners for Ukraine", "1,000 bodies each", "3 rounds in total"."""
    side = SIDE.get(one.side) or f"for {actor_name(one.side, slug)}"
    return f"{one.value:,} {COUNTED.get(one.what, one.what)} {side}"


def day_of(cell: Any) -> date | None:
    """A cell of a day column as a day; ``None`` if it is empty."""
    return None if cell is None or pd.isna(cell) else pd.Timestamp(cell).date()


def event_date(event: Mapping[str, Any]) -> str:
    """When an event was, in words."""
    return date_in_words(day_of(event["date_start"]), day_of(event["date_end"]), str(event["date_precision"]))


def event_title(event: Mapping[str, Any]) -> str:
    """Its title; without one its type, since something must be said."""
    return str(event["title"]) or type_label(str(event["event_type"]))


def type_label(name: str) -> str:
    """The label of an event type; its name if the type is unknown."""
    return event_types()[name].label if name in event_types() else name
