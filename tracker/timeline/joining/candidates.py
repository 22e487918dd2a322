"""Which events are worth comparing with one telling: found by type, who takes part and day, never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tracker.resources.joining_rules import joining_rules, near_types
from tracker.timeline.joining.telling import PRECISE, Telling

MOST = 40
"""Candidates that are compared at most, those likest at a glance; only a very dense timeline has more."""
LOOK_BACK = 800
"""Days before its end in which something told without a first day is looked for."""
ANYBODY = ""
"""Stands for who takes part where nobody is named."""


class Glance(NamedTuple):
    """What of a telling can be compared without reading it."""

    key: str
    event_type: str
    codes: frozenset[str]
    first: int | None
    last: int | None
    location: str = ""
    round: int | None = None
    numbers: frozenset[int] = frozenset()


def glance_of(telling: Telling) -> Glance:
    """A telling at a glance."""
    numbers = frozenset(one.value for one in telling.quantities)
    return Glance(
        telling.key,
        telling.event_type,
        telling.principals,
        telling.first,
        telling.last,
        telling.location.casefold(),
        telling.round,
        numbers,
    )


class Candidates:
    """An index of events: days of each type and actor; those that span long, or have no day, by type and actor alone.

    Adding an event takes a few entries; asking looks up the days that a telling may mean, with the days by which
    sources differ around them.
    """

    def __init__(self, events: Iterable[Glance] = ()) -> None:
        self._by_day: dict[tuple[str, str, int], list[Glance]] = defaultdict(list)
        self._wide: dict[tuple[str, str], list[Glance]] = defaultdict(list)
        for event in events:
            self.add(event)

    def add(self, event: Glance) -> None:
        """Take an event in."""
        for code in event.codes or (ANYBODY,):
            days = _own_days(event)
            if days is None:
                self._wide[event.event_type, code].append(event)
            else:
                for day in days:
                    self._by_day[event.event_type, code, day].append(event)

    def near(self, asked: Glance, most: int = MOST) -> list[str]:
        """Keys of the events that ``asked`` may be one with, the likest at a glance first; without itself."""
        found = {event.key: event for event in self._looked_up(asked)}
        found.pop(asked.key, None)
        if len(found) <= most:
            return sorted(found, key=lambda key: (-likeness(asked, found[key]), key))
        fitting = [(-likeness(asked, event), event.key) for event in found.values()]
        return [key for _likeness, key in sorted(fitting)[:most]]

    def _looked_up(self, asked: Glance) -> Iterator[Glance]:
        low, high = window(asked)
        codes = (*asked.codes, ANYBODY) if asked.codes else (ANYBODY,)
        for kind in near_types(asked.event_type):
            for code in codes:
                for day in range(low, high + 1):
                    yield from self._by_day.get((kind, code, day), ())
                for event in self._wide.get((kind, code), ()):
                    if (event.first or 0) <= high and (event.last or 2**40) >= low:
                        yield event


def _own_days(event: Glance) -> range | None:
    if event.first is None or event.last is None or event.last - event.first > PRECISE:
        return None
    return range(event.first, event.last + 1)


def window(asked: Glance) -> tuple[int, int]:
    """The first and last day on which what is meant may be found."""
    slack = max(joining_rules().news_lag, joining_rules().day_off)
    high = (asked.last if asked.last is not None else (asked.first or 0) + LOOK_BACK) + slack
    low = (asked.first if asked.first is not None else high - LOOK_BACK) - slack
    return low, high


def likeness(one: Glance, other: Glance) -> int:
    """How alike two tellings are at a glance."""
    score = 3 * (one.event_type == other.event_type) + 2 * len(one.codes & other.codes)
    if one.round is not None and other.round is not None:
        score += 6 if one.round == other.round else -6
    if one.location and other.location:
        score += 3 if one.location == other.location else -2
    score += 4 * bool(one.numbers & other.numbers)
    if one.first is None or other.first is None:
        return score - 1
    return score - min(3, abs(one.first - other.first))
