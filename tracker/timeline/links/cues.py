"""The article's own words for a link: "in response", "under the agreement of 2 June", "the deal reached in Geneva"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tracker.dates import find
from tracker.models import LinkKind
from tracker.resources.link_kind import link_rules
from tracker.timeline.links.occurrence import Occurrence


@dataclass(frozen=True, slots=True)
class Cited:
    """What an event's text says of an earlier one: the ``days`` named beside it, and the words that name a ``kind``."""

    days: tuple[tuple[int, int, str], ...]
    """First and last day (ordinals) of each date named, and its words."""
    words: tuple[tuple[LinkKind, str], ...]
    types: frozenset[str] = frozenset()
    """Types of event that its text has a noun for."""


class Cues:
    """The cue words of ``data/link_kinds.toml``, ready to look for."""

    def __init__(self) -> None:
        self._kinds = {kind: phrases(rule.cues) for kind, rule in link_rules().kind.items() if rule.cues}
        self._nouns = {name: phrases(words) for name, words in link_rules().nouns.items()}

        self._renewal = phrases(link_rules().renewal)

    def renews(self, event: Occurrence) -> bool:
        """Whether the text of ``event`` tells of something renewed."""
        return bool(self._renewal.search(event.text))

    def read(self, event: Occurrence) -> Cited:
        """What the text of ``event`` cites; days beside its own only, and only where it speaks of an earlier act."""
        found = []
        for kind, pattern in self._kinds.items():
            hit = pattern.search(event.text)
            if hit:
                found.append((LinkKind(kind), " ".join(hit[0].split())))
        days: tuple[tuple[int, int, str], ...] = ()
        if event.dated:
            days = tuple(day for day in _days_of(event.text, event.latest) if not _own(day, event))
        types = frozenset(name for name, pattern in self._nouns.items() if pattern.search(event.text))
        return Cited(days, tuple(found), types)


def foretold_days(event: Occurrence) -> tuple[tuple[int, int, str], ...]:
    """First day, last day and words of the dates in the text of ``event`` that lie after it."""
    if not event.dated:
        return ()
    return tuple(day for day in _days_of(event.text, event.latest) if day[0] > event.latest)


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The one reader of cues."""
    return Cues()


@lru_cache(maxsize=64)
def phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of ``words``; ``*`` at a word's end stands for any ending, ``...`` for up to four words between."""
    forms = (r"\s+".join(_word(word) for word in phrase.split()) for phrase in words)
    return re.compile(rf"\b(?:{'|'.join(forms)})", re.IGNORECASE)


def _word(word: str) -> str:
    if word == "...":
        return r"(?:\S+\s+){0,4}?\S*"
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word) + r"\b"


@lru_cache(maxsize=20_000)
def _days_of(text: str, reference: int) -> tuple[tuple[int, int, str], ...]:
    found = find(text, reference=date.fromordinal(reference), domain="news")
    return tuple(
        (one.first.toordinal(), one.last.toordinal(), one.text)
        for one in found
        if one.first and one.last and (one.last - one.first).days <= 31 and one.timex_type in ("DATE", "TIME")
    )


def _own(day: tuple[int, int, str], event: Occurrence) -> bool:
    return day[0] >= event.earliest or day[1] > event.latest
