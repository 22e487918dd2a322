"""How likely a report is right: what the rule is worth, moved by what speaks for and against this report."""

from __future__ import annotations

from tracker.events.candidate import Candidate
from tracker.events.dating import Dated
from tracker.models import Basis

LOW, HIGH = 0.05, 0.97


def probability_of(candidate: Candidate, when: Dated, salience: str) -> float:
    """The report's probability of being right, between 0.05 and 0.97."""
    value = candidate.score
    value += 0.05 * (len(candidate.more) > 0) + 0.05 * (when.basis is Basis.EXPLICIT) + 0.05 * (salience == "main")
    value -= 0.1 * (len(candidate.roles) < 1)
    return round(min(HIGH, max(LOW, value)), 2)
