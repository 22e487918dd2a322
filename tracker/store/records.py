"""What joining in the store gives back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class JoinedReport:
    """A report that stands behind an event; ``reason`` says why, in words.

    ``probability`` is empty where a person joined it, or the event was opened on it; ``from_elsewhere`` says that the
    event was there before; ``shared`` counts the other reports behind the event.
    """

    report_id: str
    event_id: str
    reason: str
    probability: float | None
    from_elsewhere: bool = True
    shared: int = 0


@dataclass(frozen=True, slots=True)
class AskedJoin:
    """A question to a person: does ``report_id`` (behind ``own_event_id``, if any) tell of ``event_id``?"""

    report_id: str
    own_event_id: str
    event_id: str
    reason: str
    probability: float | None


@dataclass(frozen=True, slots=True)
class ToldTogether:
    """A report of ``told`` events at once and those known that fit; if not ``sure``, more fit than it tells of."""

    report_id: str
    told: int
    event_ids: tuple[str, ...]
    sure: bool
    words: str

    @property
    def missing(self) -> int:
        """How many of them are not known."""
        return max(0, self.told - len(self.event_ids))


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of an article's new reports.

    ``opened`` are events opened on them, ``joined`` reports that stand behind known events, ``asked`` questions to a
    person, ``together`` reports in the plural, ``unanswered`` pairs of a report of silence's event and the proposal.
    """

    opened: tuple[str, ...] = ()
    joined: tuple[JoinedReport, ...] = ()
    asked: tuple[AskedJoin, ...] = ()
    together: tuple[ToldTogether, ...] = ()
    unanswered: tuple[tuple[str, str], ...] = ()
