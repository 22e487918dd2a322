"""Reports in the plural ("three rounds in Istanbul earlier this year"): which known events they speak of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.models import Status
from tracker.resources.joining_rules import joining_rules
from tracker.timeline.joining.compare import compare
from tracker.timeline.joining.grounds.dates import in_words
from tracker.timeline.joining.telling import Telling

_HAPPENED = (Status.OCCURRED, Status.ONGOING)


@dataclass(frozen=True, slots=True)
class Plural:
    """A report of ``told`` events and those that fit, in order of time; ``sure`` if no more fit than it tells of."""

    report: str
    told: int
    targets: tuple[str, ...]
    sure: bool

    @property
    def missing(self) -> int:
        """How many of them are not known."""
        return max(0, self.told - len(self.targets))

    @property
    def words(self) -> str:
        """What was found, in a sentence."""
        known = len(self.targets)
        if not self.sure:
            return f"It tells of {self.told}, and {known} fit: say which."
        if self.missing:
            verb = "is" if self.missing == 1 else "are"
            return f"One of {self.told} told together; {self.missing} of them {verb} not known."
        return f"One of {self.told} told together; all are known."


def fits(report: Telling, known: Iterable[Telling]) -> Plural:
    """Which of ``known`` the plural ``report`` speaks of: its type and parties, in its place and time.

    If more fit than it tells of, those that are numbered in a series are meant, where these are as many as it tells
    of; else all are named and none is sure.
    """
    found = [one for one in known if _fits(report, one)]
    if len(found) > report.told:
        numbered = [one for one in found if one.round is not None]
        found = numbered if len(numbered) == report.told else found
    found.sort(key=lambda one: (one.first or 0, one.key))
    return Plural(report.key, report.told, tuple(one.key for one in found), len(found) <= report.told)


def _fits(report: Telling, one: Telling) -> bool:
    if one.event_type != report.event_type or one.event_type not in joining_rules().plural.values() or one.told:
        return False
    if one.status not in _HAPPENED or one.dismissed or not one.precise:
        return False
    if (report.conflict and one.conflict and report.conflict != one.conflict) or not _within(report, one):
        return False
    if report.principals and not report.principals <= one.codes:
        return False
    if report.location or report.country:
        held = compare(_placed(report), _placed(one))
        return any(words.startswith(("the same place", "the same country")) for words in held.reasons_for)
    return True


def _within(report: Telling, one: Telling) -> bool:
    early = report.first is None or (one.last or 0) >= report.first
    return early and (report.last is None or (one.first or 0) <= report.last)


def _placed(telling: Telling) -> Telling:
    """The place alone."""
    return Telling(
        telling.key, telling.event_type, Status.OCCURRED, None, None, "",
        location=telling.location, country=telling.country, lat=telling.lat, lon=telling.lon,
    )  # fmt: skip


def told_in_words(report: Telling) -> str:
    """The plural in a few words: ``3 told of 1 January to 12 November 2025``."""
    return f"{report.told} told of {in_words(report)}"
