"""Reports of an answer not given: the proposal that still waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.models import Role
from tracker.resources.joining_rules import joining_rules
from tracker.timeline.joining.compare import shares
from tracker.timeline.joining.telling import Telling

OFFERS = ("proposal", "mediation")
UNANSWERED = "No answer yet"
"""How the reason of a silence begins."""
ENOUGH = 0.15
"""Share of a proposal's telling words that a report of silence must have for it to be meant."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A report that ``target`` (a proposal's id, or a report of it) has no answer yet, and why it is meant."""

    report: str
    target: str
    probability: float
    reason: str


def silence_of(
    report: Telling, spoken: Iterable[Telling], events: Iterable[Telling], place: Mapping[str, str]
) -> Silence | None:
    """The proposal that ``report`` says is not answered, if it can be told; ``place`` says where a report went.

    A proposal that the same article tells in the same sentence is meant; else the one whose words it has.
    """
    offers = [one for one in spoken if one.event_type in OFFERS and one.key in place and _asks(one, report)]
    for one in offers:
        if one.articles & report.articles and set(one.quotes) & set(report.quotes):
            return Silence(report.key, place[one.key], 0.95, f"{UNANSWERED}: the same sentence tells of the proposal.")
    known = [one for one in (*events, *offers) if one.event_type in OFFERS and not one.dismissed and _asks(one, report)]
    targets: dict[str, float] = {}
    for one in known:
        share = len(one.stems & report.stems) / max(4, min(len(one.stems), len(report.stems)))
        if _before(one, report) and share >= ENOUGH:
            target = place.get(one.key, one.key)
            targets[target] = max(targets.get(target, -9.0), 8 * share - 1.5)
    ranked = sorted(zip(shares(list(targets.values())), targets, strict=True), key=lambda one: (-one[0], one[1]))
    if ranked and ranked[0][0] >= joining_rules().join:
        probability, target = ranked[0]
        return Silence(report.key, target, round(probability, 4), f"{UNANSWERED}: it speaks of this proposal.")
    return None


def _asks(offer: Telling, report: Telling) -> bool:
    """Whether the silent one was asked by it."""
    silent, asking = report.named(Role.INITIATOR), report.named(Role.TARGET)
    asked, by = offer.named(Role.TARGET), offer.named(Role.INITIATOR)
    if offer.conflict and report.conflict and offer.conflict != report.conflict:
        return False
    return bool(silent and not silent & by and (silent & asked or (not asked and asking & by)))


def _before(offer: Telling, report: Telling) -> bool:
    return offer.first is None or report.last is None or offer.first <= report.last
