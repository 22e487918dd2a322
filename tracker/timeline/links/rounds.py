"""``follows``: a round of a series and the round before it."""

from __future__ import annotations

import math

from tracker.models import LinkKind, Status
from tracker.timeline.links.index import LinkIndex
from tracker.timeline.links.naming import day_of, days
from tracker.timeline.links.occurrence import Occurrence
from tracker.timeline.links.proposal import LinkProposal

SERIES = frozenset({"talks", "meeting", "prisoner_exchange", "remains_transfer"})
"""Types that are counted in rounds."""
WINDOW = 400
"""Days within which the round before is looked for."""


def follows(event: Occurrence, index: LinkIndex) -> list[LinkProposal]:
    """The link from round n to round n - 1 of the same series; nothing if the event has no number above 1.

    Of several events of that number (stages of one exchange) the last before it counts. One series: the same type, the
    same track if both tell it, and actors in common.
    """
    if event.round is None or event.round < 2 or event.event_type not in SERIES or event.status == Status.CALLED_OFF:
        return []
    best: tuple[float, Occurrence, int] | None = None
    for row in index.candidates(event, (event.event_type,), WINDOW):
        other = index.event(row)
        if other.round != event.round - 1 or other.status == Status.CALLED_OFF or not _one_series(event, other):
            continue
        gap = max(0, event.earliest - other.latest)
        score = _score(event, other, gap)
        if best is None or (score, other.earliest) > (best[0], best[1].earliest):
            best = score, other, gap
    if best is None:
        return []
    score, other, gap = best
    told = f"round {event.round} and round {other.round}, {days(gap)} apart"
    track = f", both of {event.track}" if event.track and event.track == other.track else ""
    reason = f"They are {told}{track}; that one was on {day_of(other.earliest)}."
    probability = round(1 / (1 + math.exp(-score)), 4)
    return [LinkProposal(event.event_id, LinkKind.FOLLOWS, other.event_id, probability, reason)]


def _one_series(event: Occurrence, other: Occurrence) -> bool:
    if event.track and other.track and event.track != other.track:
        return False
    if event.conflict and other.conflict and event.conflict != other.conflict:
        return False
    if event.dated and other.dated and not 0 <= event.latest - other.earliest <= WINDOW:
        return False
    return bool(event.codes & other.codes) or not (event.codes and other.codes)


def _score(event: Occurrence, other: Occurrence, gap: int) -> float:
    """Log-odds: near in time, same place, same actors and a track told make it sure."""
    alike = len(event.codes & other.codes) / max(1, len(event.codes | other.codes))
    score = 1.0 + 1.5 * alike - gap / 120
    score += 1.0 if event.location and event.location == other.location else 0.0
    return score + (1.5 if event.track and event.track == other.track else 0.0)
