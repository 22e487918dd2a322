"""Agreements: what was promised and what was seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tracker.ledger.facts import Fact, Facts, Tie
from tracker.ledger.people import TOTAL, counted, living, summed, unassigned
from tracker.ledger.standing import Standing, standing_of
from tracker.ledger.table import COMMON, FORGOTTEN, Row, entry, while_fresh
from tracker.ledger.waiting import past, waited
from tracker.ledger.words import listed, many, names, number, phrase, said, when, whom, word
from tracker.models import LinkKind, Role, Status
from tracker.resources.ledger_words import ledger_words
from tracker.timeline.frame import COUNT, TEXT
from tracker.timeline.links import SURE
from tracker.timeline.links.cues import phrases

LABEL = "Agreements"
MEANING = (
    "One row for each agreement and each number that it promises (side by side), or one row if it promises none. "
    "State: not yet (nothing seen), in part, done, broken (a breach told as fact and nothing since), lapsed (its "
    "term is over, or a party left it), disputed (a breach or an end on which the sides differ), perhaps done (what "
    "may carry it out whole is not confirmed)."
)
ORDER = 3
COLUMNS = {
    **COMMON,
    "parties": (TEXT, "Codes of those bound, separated by semicolons."),
    "what": (TEXT, "What is promised: prisoners, bodies ...; empty if no number is told."),
    "side": (TEXT, "Code of those who are to get them; total if the text does not say."),
    "agreed": (COUNT, "How many were promised."),
    "seen": (COUNT, "How many were seen; less than happened where numbers are not told."),
    "seen_first_day": (COUNT, "How many of them on the first day."),
    "missing": (COUNT, "How many are not seen."),
    "seen_ids": (TEXT, "Ids of what carried it out, separated by semicolons."),
    "untold": (COUNT, "How many of these tell no such number."),
    "unconfirmed": (COUNT, "How many of these no person confirmed to belong here."),
}


@dataclass(frozen=True)
class _Promise:
    """So many of any of ``counts`` for ``side``; ``what`` as the agreement says it."""

    what: str
    counts: tuple[str, ...]
    side: str
    agreed: int


def rows(facts: Facts) -> Iterator[Row]:
    """The section's rows, the latest agreement first; one that renews another stands with that other."""
    for fact in reversed(facts.of("agreement")):
        if fact.status == Status.PLANNED or _renews(facts, fact):
            continue
        family = _family(facts, fact)
        deeds = _deeds(facts, family)
        standing = standing_of(facts, family, deeds)
        promises = _promises(fact)
        for promise in promises:
            yield _numbered(facts, fact, promise, deeds, standing)
        if not promises:
            yield _plain(facts, fact, deeds, standing)


def _renews(facts: Facts, fact: Fact) -> bool:
    ties = facts.since(fact, LinkKind.CARRIES_OUT)
    return any(tie.target.event_type == "agreement" and tie.probability >= SURE for tie in ties)


def _family(facts: Facts, fact: Fact) -> list[Fact]:
    """The agreement and those that renew it or fill it in, in order of time."""
    family, queue = {fact.event_id: fact}, [fact]
    while queue:
        for tie in facts.to(queue.pop(), LinkKind.CARRIES_OUT):
            if tie.source.event_type == "agreement" and tie.probability >= SURE and tie.source.event_id not in family:
                family[tie.source.event_id] = tie.source
                queue.append(tie.source)
    return list(family.values())


def _deeds(facts: Facts, family: list[Fact]) -> list[Tie]:
    found: dict[str, Tie] = {}
    for fact in family:
        for tie in facts.to(fact, LinkKind.CARRIES_OUT, LinkKind.CAME_OF):
            if tie.source.event_type != "agreement" and tie.source.status != Status.CALLED_OFF:
                found.setdefault(tie.source.event_id, tie)
    return sorted(found.values(), key=lambda tie: (str(tie.source.earliest), tie.source.event_id))


def _promises(fact: Fact) -> list[_Promise]:
    """What is promised by number; people count together where only one kind of them is named."""
    promised = counted(fact)
    kinds = {what for what, _ in promised if what in living()}
    return [
        _Promise(what, tuple(living()) if what in living() and len(kinds) == 1 else (what,), side, number)
        for (what, side), number in promised.items()
        if number
    ]


def _numbered(facts: Facts, fact: Fact, promise: _Promise, deeds: list[Tie], standing: Standing) -> Row:
    fitting = [tie for tie in deeds if _can_count(tie.source, promise)]
    numbers = [(tie, summed(counted(tie.source), promise.counts, promise.side)) for tie in fitting]
    loose = 0 if promise.side == TOTAL else sum(unassigned(counted(tie.source), promise.counts) for tie in fitting)
    seen = sum(count for _, count in numbers)
    first = next((tie.source.earliest for tie, count in numbers if count), None)
    told = {"what": word(promise.what), "whom": whom(promise.side, fact.conflict)}
    steps = listed(
        phrase("{number} on {when}", number=number(count), when=when(tie.source)) for tie, count in numbers if count
    )
    untold = sum(not counted(tie.source) for tie in fitting)
    parts = [phrase("Agreed: {number} {what} {whom} ({when})", number=number(promise.agreed), when=when(fact), **told)]
    some = phrase("seen: {steps}, {number} so far", steps=steps, number=number(seen))
    parts.append(some if seen else phrase("seen: none with a number"))
    parts += [phrase("{number} without numbers", number=number(untold))] if untold else []
    parts += [phrase("{number} without saying for which side", number=number(loose))] if loose else []
    state = "done" if seen >= promise.agreed else standing.state(started=bool(fitting))
    missing = max(0, promise.agreed - seen)
    parts += [standing.words] if standing.words and state != "done" else []
    others = _loose_deeds(facts, fact, promise)
    parts += [_told_loose(others)] if others and missing else []
    closes = phrase(
        "Reports of {number} more {what} {whom}, or that the agreement has ended.", number=number(missing), **told
    )
    return _entry(
        facts, fact, state, f"{'; '.join(parts)}.", closes, fitting,
        what=promise.what, side=promise.side, agreed=promise.agreed, seen=seen, missing=missing, untold=untold,
        seen_first_day=sum(count for tie, count in numbers if tie.source.earliest == first) if first else 0,
    )  # fmt: skip


def _can_count(deed: Fact, promise: _Promise) -> bool:
    """A deed that tells no numbers of its own may still be one of its kind."""
    told = {what for what, _ in counted(deed)}
    if told:
        return bool(told & set(promise.counts))
    kind = "remains_transfer" if promise.what == "bodies" else "prisoner_exchange"
    return deed.event_type == kind


def _loose_deeds(facts: Facts, fact: Fact, promise: _Promise) -> list[int]:
    """How many came in each later deed of the same parties that carries out no agreement."""
    found: list[int] = []
    parties = set(fact.named(Role.PARTICIPANT))
    for deed in facts.after(fact.latest, "prisoner_exchange", "remains_transfer") if fact.latest else ():
        if (past(fact.latest, deed.earliest or facts.as_of) or 0) > FORGOTTEN:
            break
        loose = deed.status != Status.CALLED_OFF and deed.sure and not facts.since(deed, LinkKind.CARRIES_OUT)
        count = summed(counted(deed), promise.counts, promise.side)
        if loose and count and parties <= {actor.code for actor in deed.actors}:
            found.append(count)
    return found


def _told_loose(others: list[int]) -> str:
    return many(
        "{number} more in {count} exchange or transfer since then that no agreement is linked to",
        "{number} more in {count} exchanges or transfers since then that no agreement is linked to",
        len(others),
        number=number(sum(others)),
    )


def _plain(facts: Facts, fact: Fact, deeds: list[Tie], standing: Standing) -> Row:
    seen = listed(said(tie.source, tie.probability) for tie in deeds[:3])
    told = [phrase("Agreed between {names} ({when})", names=names(fact.bound, fact.conflict), when=when(fact))]
    if len(deeds) > 3:
        told.append(phrase("seen: {events} and {number} more", events=seen, number=number(len(deeds) - 3)))
    else:
        told.append(phrase("seen: {events}", events=seen) if deeds else phrase("nothing seen that carries it out"))
    told += [standing.words] if standing.words else []
    closes = phrase("A report of how it was carried out, of its end, or of a breach.")
    state = standing.state(started=bool(deeds))
    held = _held(fact, deeds)
    if held and state == "in part":
        state = "done" if held.probability >= SURE else "perhaps done"
        closes = phrase("Confirm that this carries it out, or say that it does not.")
    return _entry(facts, fact, state, f"{'; '.join(told)}.", closes, deeds)


def _held(fact: Fact, deeds: list[Tie]) -> Tie | None:
    """The surest meeting that an agreement to meet led to; ``None`` of one about other things."""
    meant = ledger_words().to_meet
    if not phrases(meant.words).search(fact.text):
        return None
    held = [tie for tie in deeds if tie.source.event_type in meant.types]
    return max(held, key=lambda tie: tie.probability, default=None)


def _entry(facts: Facts, fact: Fact, state: str, why: str, closes: str, deeds: list[Tie], **own: Any) -> Row:
    days = waited(fact, facts.as_of)
    last = waited(deeds[-1].source, facts.as_of) if deeds else days
    open_still = state in ("not yet", "in part", "disputed", "perhaps done")
    return entry(
        fact, state, days, why, while_fresh(closes, last) if open_still else "",
        parties=";".join(fact.bound), seen_ids=";".join(tie.source.event_id for tie in deeds),
        unconfirmed=sum(tie.probability < SURE for tie in deeds), **own,
    )  # fmt: skip
