"""What joining compares: a report, or an event of the timeline, in one shape."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from tracker.models import Actor, Basis, Quantity, Report, ReviewState, Role
from tracker.resources import conflicts
from tracker.resources.joining_rules import joining_rules
from tracker.timeline.cells import read_actors, read_names, read_quantities
from tracker.timeline.links.naming import name_of
from tracker.timeline.links.words import stem_of, words_of

PRECISE = 10
"""Days that a telling may span and still be placed in time; a wider one is only led to what it may mean."""


@dataclass(frozen=True)
class Telling:
    """A report (``event_id`` empty or that of the event opened on it) or an event. Days count from 0001-01-01.

    ``key`` names it among all tellings and never depends on when it came. ``fixed`` says that it is an event of the
    timeline that a person or a table set: others may join it, it is never moved. ``articles`` are those behind it,
    ``told`` counts what a plural report tells of together (0: it is no plural). ``stems`` are the telling words of
    titles and sentences, ``quotes`` the sentences. ``spans`` says that the event lasted from ``first`` to ``last``,
    where else it lies on some day between.
    """

    key: str
    event_type: str
    status: str
    first: int | None
    last: int | None
    basis: str
    spans: bool = False
    actors: tuple[Actor, ...] = ()
    persons: tuple[str, ...] = ()
    location: str = ""
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    quantities: tuple[Quantity, ...] = ()
    round: int | None = None
    claimed_by: str = ""
    track: str = ""
    conflict: str = ""
    stems: frozenset[str] = frozenset()
    quotes: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()
    event_id: str = ""
    fixed: bool = False
    dismissed: bool = False
    told: int = 0
    silent: bool = False
    surface: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """The stems as words that the telling has."""
    text: str = field(default="", compare=False)

    @property
    def codes(self) -> frozenset[str]:
        """All who take part in any role."""
        return frozenset(actor.code for actor in self.actors)

    def named(self, *roles: Role) -> frozenset[str]:
        """The codes of those in one of ``roles``."""
        return frozenset(actor.code for actor in self.actors if actor.role in roles)

    @property
    def principals(self) -> frozenset[str]:
        """Those who act or are acted on, mediators and hosts aside; everybody if there are none else."""
        return self.named(Role.INITIATOR, Role.PARTICIPANT, Role.TARGET) or self.codes

    @property
    def width(self) -> int | None:
        """How many days it spans beyond the first; ``None`` if an end is open."""
        return None if self.first is None or self.last is None else self.last - self.first

    @property
    def precise(self) -> bool:
        """Whether it is placed in time within a few days."""
        return self.width is not None and (self.width <= PRECISE or self.spans)


def telling_of_report(report: Report, key: str, *, event_id: str = "", articles: Collection[str] = ()) -> Telling:
    """A report as joining sees it; ``event_id`` is the event that it stands behind, if any."""
    told = [one.value for one in report.quantities if one.what in joining_rules().plural and one.value > 1]
    names = (*report.persons, report.location)
    texts = tuple(one.text for one in report.evidence)
    surface = _stems(texts, report.event_type, report.conflict, names)
    return Telling(
        key=key,
        event_type=report.event_type,
        status=report.status.value,
        first=_ordinal(report.date_start),
        last=_ordinal(report.date_end),
        basis=report.date_basis.value,
        spans=report.date_precision == "range",
        actors=report.actors,
        persons=report.persons,
        location=report.location,
        country=report.country,
        lat=report.lat,
        lon=report.lon,
        quantities=tuple(one for one in report.quantities if one.what not in joining_rules().plural),
        round=report.round,
        claimed_by=report.claimed_by,
        track=report.track,
        conflict=report.conflict,
        stems=frozenset(surface),
        surface=surface,
        quotes=tuple(one.text for one in report.evidence),
        articles=frozenset(articles) or frozenset([report.article_id]),
        event_id=event_id,
        told=max(told, default=0),
        silent=is_silence(report),
        text=report.evidence[0].text if report.evidence else "",
    )


def is_silence(report: Report) -> bool:
    """Whether the report tells that somebody has not answered, by the trigger that found it."""
    triggers = joining_rules().silence.get(report.event_type, ())
    rule = report.rules.get("event_type", "").split(": ")
    return len(rule) > 1 and rule[1] in triggers


def telling_of_event(
    event: Mapping[str, Any], *, fixed: bool, articles: Collection[str] = (), quotes: Collection[str] = ()
) -> Telling:
    """An event (plain values of the timeline's columns) as joining sees it; ``quotes`` are those of its reports."""
    texts = (event["title"], event["description"], event["quote"], event["note"], *quotes)
    names = (*read_names(event["persons"]), event["location"])
    counted = read_quantities(event["quantities"])
    surface = _stems(texts, event["event_type"], event["conflict"], names)
    return Telling(
        key=event["event_id"],
        event_type=event["event_type"],
        status=event["status"],
        first=_ordinal(event["date_start"]),
        last=_ordinal(event["date_end"]),
        basis=event["date_basis"] or Basis.EXPLICIT.value,
        spans=event["date_precision"] == "range",
        actors=read_actors(event["actors"]),
        persons=read_names(event["persons"]),
        location=event["location"],
        country=event["country"],
        lat=event["lat"],
        lon=event["lon"],
        quantities=tuple(one for one in counted if one.what not in joining_rules().plural),
        round=event["round"],
        claimed_by=event["claimed_by"],
        track=event["track"],
        conflict=event["conflict"],
        stems=frozenset(surface),
        surface=surface,
        quotes=tuple(dict.fromkeys(one for one in (event["quote"], *quotes) if one)),
        articles=frozenset(articles),
        event_id=event["event_id"],
        fixed=fixed,
        dismissed=event["review_state"] == ReviewState.DISMISSED,
        text=event["title"],
    )


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


@lru_cache(maxsize=20_000)
def _stems(
    texts: tuple[str, ...], event_type: str, conflict: str, names: tuple[str, ...]
) -> MappingProxyType[str, str]:
    """The words that tell one event of a type from another, by stem: no names of parties, persons, the place; no stock
    words.
    """
    found = {stem: word for text in texts if text for stem, word in words_of(text)}
    own = {stem for name in names for stem, _word in words_of(name)} | _names_in(conflict) | _plain(event_type)
    return MappingProxyType({stem: word for stem, word in found.items() if stem not in own})


@lru_cache(maxsize=200)
def _plain(event_type: str) -> frozenset[str]:
    plain = joining_rules().plain
    return frozenset(stem_of(word) for word in (*plain.get(event_type, ()), *plain["all"]))


@lru_cache(maxsize=200)
def _names_in(slug: str) -> frozenset[str]:
    """Stems of all words that name an actor of the conflict: they stand in nearly every text about it."""
    profile = conflicts().get(slug)
    if profile is None:
        return frozenset()
    sides = {code for side in profile.sides for code in side}
    words = [word for one in profile.actor if one.code in sides for word in (one.name, *one.aliases)]
    words += [name_of(code, slug) for code in sides]
    return frozenset(stem for word in words for stem, _word in words_of(word))
