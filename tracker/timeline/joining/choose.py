"""An event's values chosen from its reports by stated rules, each with its reason and what else was said.

By hand over all; explicit dates over inherited ones over the day of publication, the narrower of those that agree;
what both sides say, or what is told as fact, over one side's word; what more origins say over what fewer do. The same
reports give the same values in whatever order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low
from typing import Any

from tracker.models import Actor, Basis, Quantity, Report, ReviewState, Role, Status
from tracker.timeline.cells import write_actors, write_names, write_quantities
from tracker.timeline.date_in_words import date_in_words
from tracker.timeline.joining.behind import Behind
from tracker.timeline.joining.grounds.persons import same_name
from tracker.timeline.joining.grounds.places import is_country
from tracker.timeline.joining.numbers import EACH, TOTAL, numbers_in
from tracker.timeline.joining.wording import listed
from tracker.timeline.links.naming import name_of
from tracker.timeline.rows import row_of

_BASES = (Basis.EXPLICIT, Basis.INHERITED, Basis.PUBLISHED)
_BY_BASIS = {
    Basis.EXPLICIT: "a date in the sentence itself goes before one from elsewhere",
    Basis.INHERITED: "no report dates it in the sentence itself; another sentence about it does",
    Basis.PUBLISHED: "no report gives a date; the day of publication stands in",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The value of a group of columns, and why; ``others`` are values told that were not taken, in words."""

    values: Mapping[str, Any]
    reason: str
    by_hand: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A number as its sources tell it: lowest, best and highest."""

    what: str
    side: str
    low: int
    best: int
    high: int
    reason: str


def choose(behind: Iterable[Behind], by_hand: Mapping[str, Any] | None = None) -> dict[str, Choice]:
    """The values of the event that ``behind`` tells of, by field; ``by_hand`` are columns that a person set.

    Fields: ``event_type``, ``status``, ``date``, ``actors``, ``persons``, ``place``, ``quantities``, ``round``,
    ``claimed_by``, ``track``, ``conflict``, ``words``. Raises ``ValueError`` if nothing stands behind it.
    """
    reports = sorted(behind, key=lambda one: one.report_id)
    if not reports:
        message = "an event without reports has nothing to choose from"
        raise ValueError(message)
    found = {name: rule(reports) for name, rule in _RULES.items()}
    hand = by_hand or {}
    return {name: _with_hand(choice, hand) for name, choice in found.items()}


def _with_hand(choice: Choice, hand: Mapping[str, Any]) -> Choice:
    own = {name: hand[name] for name in choice.values if name in hand}
    if not own:
        return choice
    differs = any(own[name] != choice.values[name] for name in own)
    others = (*choice.others, f"the reports: {choice.reason}") if differs else choice.others
    return Choice({**choice.values, **own}, "set by hand", by_hand=True, others=others)


def chosen_row(choices: Mapping[str, Choice]) -> dict[str, Any]:
    """The chosen values as columns of the timeline."""
    return {name: value for choice in choices.values() for name, value in choice.values.items()}


def trusted(reports: Sequence[Behind]) -> tuple[list[Behind], str]:
    """The reports that stand on more than one side's word, if there are any, and what to call them."""
    facts = [one for one in reports if not one.report.claimed_by]
    claimants = {one.report.claimed_by for one in reports if one.report.claimed_by}
    if facts:
        return facts, "told as fact" if claimants else ""
    if len(claimants) > 1:
        return list(reports), "both sides' word"
    return list(reports), "one side's word alone"


def _voted(
    reports: Sequence[Behind], value: Callable[[Report], Any], empty: Any = ""
) -> tuple[Any, str, tuple[str, ...]]:
    """The value that most origins tell; of equals, the one told as fact, then the least in words."""
    votes: dict[Any, set[str]] = defaultdict(set)
    facts: dict[Any, int] = defaultdict(int)
    for one in reports:
        told = value(one.report)
        if told != empty:
            votes[told].add(one.origin)
            facts[told] += not one.report.claimed_by
    if not votes:
        return empty, "no report tells it", ()
    ranked = sorted(votes, key=lambda told: (-len(votes[told]), -facts[told], str(told)))
    best = ranked[0]
    total = len({origin for origins in votes.values() for origin in origins})
    reason = "all that tell it agree" if len(ranked) == 1 else f"{len(votes[best])} of {total} origins tell it so"
    return best, reason, tuple(str(told) for told in ranked[1:])


def _simple(column: str, value: Callable[[Report], Any], empty: Any = "") -> Callable[[Sequence[Behind]], Choice]:
    def rule(reports: Sequence[Behind]) -> Choice:
        best, reason, others = _voted(reports, value, empty)
        return Choice({column: best}, reason, others=others)

    return rule


def _status(reports: Sequence[Behind]) -> Choice:
    best, reason, others = _voted(trusted(reports)[0], lambda report: report.status.value)
    if best == Status.PLANNED and Status.CALLED_OFF in others:
        best, reason, others = Status.CALLED_OFF.value, "a plan that was called off is called off", (best,)
    return Choice({"status": best}, reason, others=others)


def _date(reports: Sequence[Behind]) -> Choice:
    dated = [one for one in reports if one.report.date_start or one.report.date_end]
    if not dated:
        dated = list(reports)
    basis = next(basis for basis in _BASES if any(one.report.date_basis == basis for one in dated))
    of_basis = [one for one in dated if one.report.date_basis == basis]
    backing = {one.report_id: _backing(one, of_basis) for one in of_basis}
    best = min(of_basis, key=lambda one: (-backing[one.report_id], _width(one.report), one.report_id))
    agreed = [one for one in of_basis if _overlap(one.report, best.report)]
    finest = min(agreed, key=lambda one: (_width(one.report), -backing[one.report_id], one.report_id)).report
    reason = _BY_BASIS[basis]
    apart = {one.report.date_edtf: one.report for one in dated if not _overlap(one.report, finest)}
    others = tuple(
        date_in_words(one.date_start, one.date_end, one.date_precision) for _edtf, one in sorted(apart.items())
    )
    if others:
        reason += f"; {backing[best.report_id]} of {len({one.origin for one in of_basis})} origins agree on it"
    row = row_of(finest)
    names = ("date_start", "date_end", "date_precision", "date_edtf", "date_text", "date_basis")
    return Choice({name: row[name] for name in names}, reason, others=others)


def _backing(one: Behind, reports: Sequence[Behind]) -> int:
    """How many origins' dates agree with it."""
    return len({other.origin for other in reports if _overlap(one.report, other.report)})


def _bounds(report: Report) -> tuple[date, date]:
    return report.date_start or date.min, report.date_end or date.max


def _width(report: Report) -> int:
    first, last = _bounds(report)
    return (last - first).days


def _overlap(one: Report, other: Report) -> bool:
    (first, last), (begin, end) = _bounds(one), _bounds(other)
    return first <= end and begin <= last


def _actors(reports: Sequence[Behind]) -> Choice:
    """Everybody told of, each in the role that most origins give; mediators last."""
    votes: dict[str, dict[Role, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in reports:
        for actor in one.report.actors:
            votes[actor.code][actor.role].add(one.origin)
    order = list(Role)
    chosen = [
        Actor(code, min(roles, key=lambda role: (-len(roles[role]), order.index(role))))
        for code, roles in votes.items()
    ]
    rank = {Role.INITIATOR: 0, Role.PARTICIPANT: 0, Role.TARGET: 1, Role.MEDIATOR: 2}
    chosen.sort(key=lambda actor: (rank[actor.role], actor.code))
    unequal = any(len(roles) > 1 for roles in votes.values())
    reason = "everybody whom a report names" + (", in the role that most origins give" if unequal else "")
    return Choice({"actors": write_actors(chosen)}, reason)


def _persons(reports: Sequence[Behind]) -> Choice:
    names: list[str] = []
    for name in sorted({name for one in reports for name in one.report.persons}, key=lambda name: (-len(name), name)):
        if not any(same_name(name, known) for known in names):
            names.append(name)
    return Choice({"persons": write_names(sorted(names))}, "everybody whom a report names")


def _place(reports: Sequence[Behind]) -> Choice:
    placed = [one for one in reports if one.report.location or one.report.country]
    if not placed:
        return Choice(dict.fromkeys(("location", "country"), "") | {"lat": None, "lon": None}, "no report tells it")
    exact = [one for one in placed if one.report.location and not is_country(one.report.location, one.report.country)]
    best, reason, others = _voted(exact or placed, lambda report: report.location or report.country)
    if exact and len(exact) < len(placed):
        reason = f"a place goes before its country alone; {reason}"
    report = next(one.report for one in placed if (one.report.location or one.report.country) == best)
    values = {"location": report.location, "country": report.country, "lat": report.lat, "lon": report.lon}
    return Choice(values, reason, others=others)


def _quantities(reports: Sequence[Behind]) -> Choice:
    told = numbers_told(reports)
    best = [Quantity(one.what, one.best, one.side) for one in told]
    spread = [_spread(one, _conflict(reports)) for one in told if one.low != one.high]
    reasons = list(dict.fromkeys(one.reason for one in told)) or ["no report tells it"]
    return Choice({"quantities": write_quantities(best)}, "; ".join(reasons), others=tuple(spread))


def _spread(one: Told, conflict: str) -> str:
    whom = {EACH: "each", TOTAL: "in total"}.get(one.side) or f"for {name_of(one.side, conflict)}"
    return f"{one.low:,} to {one.high:,} {one.what} {whom}"


def numbers_told(reports: Sequence[Behind]) -> list[Told]:
    """Every number told, by what is counted and for which side: lowest, best, highest.

    What is counted is given for each side by itself if a report tells two sides apart, else in the way in which most
    origins count it: what each got, one side's number, or all together. Best is what is told as fact, else on both
    sides' word, else by one; of these what most origins tell, and of equals the middle one.
    """
    told = [(one, numbers_in(one.report.quantities)) for one in reports]
    counted = sorted({what for _one, numbers in told for what, _side in numbers})
    found = []
    for what in counted:
        for side in _sides(what, reports):
            votes = [(numbers[what, side], one) for one, numbers in told if (what, side) in numbers]
            found.append(_told(what, side, votes))
    return found


def _sides(what: str, reports: Sequence[Behind]) -> list[str]:
    """For whom ``what`` is given: the codes of sides, ``each`` or ``total``."""
    ways: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for one in reports:
        sides = {quantity.side for quantity in one.report.quantities if quantity.what == what}
        own = tuple(sorted(sides - {EACH, TOTAL}))
        if own or sides:
            ways[own if own else (EACH,) if EACH in sides else (TOTAL,)].add(one.origin)
    apart = [way for way in ways if len(way) > 1]
    order = {(EACH,): 0, (TOTAL,): 2}
    best = min(apart or ways, key=lambda way: (-len(ways[way]), order.get(way, 1), way))
    return list(best)


def _told(what: str, side: str, votes: Sequence[tuple[int, Behind]]) -> Told:
    believed, words = trusted([one for _value, one in votes])
    kept = {one.report_id for one in believed}
    origins_of: dict[int, set[str]] = defaultdict(set)
    for value, one in votes:
        if one.report_id in kept:
            origins_of[value].add(one.origin)
    most = max(len(origins) for origins in origins_of.values())
    best = median_low(sorted(value for value, origins in origins_of.items() if len(origins) == most))
    values = [value for value, _one in votes]
    whole = len({one.origin for _value, one in votes})
    agreed = "all that tell it agree" if len(set(values)) == 1 else f"{most} of {whole} origins tell it so"
    return Told(what, side, min(values), best, max(values), f"{words}; {agreed}" if words else agreed)


def _claimed_by(reports: Sequence[Behind]) -> Choice:
    claimants = sorted({one.report.claimed_by for one in reports if one.report.claimed_by})
    if any(not one.report.claimed_by for one in reports):
        reason = "a report tells it as fact" if claimants else "it is told as fact"
        return Choice({"claimed_by": ""}, reason, others=tuple(claimants))
    if len(claimants) > 1:
        return Choice(
            {"claimed_by": ""},
            f"{listed([name_of(code, _conflict(reports)) for code in claimants])} both say so",
            others=tuple(claimants),
        )
    return Choice({"claimed_by": claimants[0]}, "all reports have it on one side's word")


def _conflict(reports: Sequence[Behind]) -> str:
    return next((one.report.conflict for one in reports if one.report.conflict), "")


def _words(reports: Sequence[Behind]) -> Choice:
    """Title and quote: of the surest report, the earliest published of equals; sources of all, each once."""
    order = sorted(
        reports,
        key=lambda one: (-(one.report.probability or 0), one.article.published or date.max, one.report_id),
    )
    first = row_of(order[0].report, order[0].article, review_state=ReviewState.PROPOSED)
    urls = dict.fromkeys(one.article.url for one in order if one.article.url)
    publishers = dict.fromkeys(one.article.publisher for one in order if one.article.publisher)
    values = {
        "title": first["title"],
        "quote": first["quote"],
        "source_urls": " ".join(urls),
        "publisher": write_names(publishers),
    }
    return Choice(values, "the words of the report that was read most surely")


_RULES: dict[str, Callable[[Sequence[Behind]], Choice]] = {
    "event_type": _simple("event_type", lambda report: report.event_type),
    "status": _status,
    "date": _date,
    "actors": _actors,
    "persons": _persons,
    "place": _place,
    "quantities": _quantities,
    "round": _simple("round", lambda report: report.round, None),
    "claimed_by": _claimed_by,
    "track": _simple("track", lambda report: report.track),
    "conflict": _simple("conflict", lambda report: report.conflict),
    "words": _words,
}

FIELDS_OF: dict[str, tuple[str, ...]] = {
    "dates": ("date_start", "date_end", "date_precision", "date_edtf", "date_text", "date_basis"),
    "numbers": ("quantities",),
    "places": ("location", "country", "lat", "lon"),
    "who": ("actors",),
    "whether": ("status",),
}
"""Columns by kind of disagreement (``tracker.timeline.joining.disagreements``)."""
