"""Two tellings held against each other: how probable it is that they tell of one event, and why, in words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from tracker.resources.joining_rules import joining_rules
from tracker.timeline.joining.ground import Ground
from tracker.timeline.joining.grounds import grounds_of
from tracker.timeline.joining.telling import Telling

MOST_WORDS = 4
"""How many reasons for, and how many against, a sentence names."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """``score`` is in log-odds, minus infinity if it cannot be; reasons stand with the strongest first."""

    score: float
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]

    @property
    def probability(self) -> float:
        """How probable it is, were these two the only ones."""
        return probability_of(self.score)

    @property
    def words(self) -> str:
        """All reasons in a sentence or two."""
        return in_words(self.reasons_for, self.reasons_against)


def compare(one: Telling, other: Telling) -> Comparison:
    """The comparison of two tellings; the same whichever comes first."""
    first, second = sorted((one, other), key=lambda telling: telling.key)
    found = grounds_of(first, second)
    if found and found[-1].never:
        return Comparison(-math.inf, (), (found[-1].words,))
    rules = joining_rules()
    kind = min((first.event_type, second.event_type), key=lambda name: (rules.class_of(name).base, name))
    weighed = [(rules.weight(kind, ground.name) * ground.value, ground) for ground in found]
    score = rules.class_of(kind).base + sum(weight for weight, _ground in weighed)
    return Comparison(score, _told(weighed, +1), _told(weighed, -1))


def _told(weighed: list[tuple[float, Ground]], sign: int) -> tuple[str, ...]:
    chosen = sorted(
        ((-sign * weight, ground.words) for weight, ground in weighed if sign * weight > 0 and ground.words)
    )
    return tuple(words for _weight, words in chosen)


def in_words(reasons_for: tuple[str, ...], reasons_against: tuple[str, ...]) -> str:
    """``For: the same day; the same place. Against: different numbers.``"""
    parts = [("For", reasons_for), ("Against", reasons_against)]
    return " ".join(f"{name}: {'; '.join(reasons[:MOST_WORDS])}." for name, reasons in parts if reasons)


def probability_of(score: float) -> float:
    """Log-odds as a probability."""
    if score == -math.inf:
        return 0.0
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, score))))


def shares(scores: list[float]) -> list[float]:
    """Of targets that exclude each other, and none of them (score 0), how probable each is: a conditional logit."""
    if not scores:
        return []
    top = max(0.0, *scores)
    powers = [math.exp(score - top) if score != -math.inf else 0.0 for score in scores]
    whole = math.exp(-top) + sum(powers)
    return [power / whole for power in powers]
