"""Next rounds promised without a date, and talks put off without a new one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.ledger.facts import Fact, Facts
from tracker.ledger.table import COMMON, Row, entry, while_fresh
from tracker.ledger.terms import fixed_for
from tracker.ledger.waiting import past, waited
from tracker.ledger.words import day, many, names, phrase, said, when
from tracker.models import Role, Status
from tracker.resources.ledger_words import Wording, ledger_words
from tracker.timeline.frame import TEXT
from tracker.timeline.links.cues import phrases

LABEL = "Next rounds"
MEANING = (
    "One row for each event whose text speaks of a further round or puts talks off, and each round called off. "
    "State: no date (none is told), past its day (one was told and passed), dated (one is told and still ahead), "
    "held (talks of the same sides followed)."
)
ORDER = 6
COLUMNS = {
    **COMMON,
    "between": (TEXT, "Codes of those who are to meet, separated by semicolons."),
    "words": (TEXT, "What in it speaks of a further round."),
    "held_id": (TEXT, "Id of the talks that followed."),
}


def rows(facts: Facts) -> Iterator[Row]:
    """The section's rows, the latest first."""
    words = ledger_words()
    found = [
        (fact, phrase('its text speaks of "{words}"', words=told)) for fact, told in _told(facts, words.next_round)
    ]
    found += [
        (fact, phrase('it breaks off or puts off "{words}"', words=told)) for fact, told in _told(facts, words.put_off)
    ]
    found += [(fact, phrase("it was called off")) for fact in facts.of("talks") if fact.status == Status.CALLED_OFF]
    for fact, told in sorted(found, key=lambda pair: (str(pair[0].earliest), pair[0].event_id), reverse=True):
        yield _row(facts, fact, told)


def _told(facts: Facts, wording: Wording) -> Iterator[tuple[Fact, str]]:
    pattern = phrases(wording.words)
    for fact in facts.of(*wording.types):
        hit = pattern.search(fact.text) if fact.status in (Status.OCCURRED, Status.ONGOING) else None
        if hit:
            yield fact, " ".join(hit[0].split())


def _row(facts: Facts, fact: Fact, told: str) -> Row:
    sides = fact.named(Role.PARTICIPANT) or fact.named(Role.INITIATOR, Role.TARGET)
    days = waited(fact, facts.as_of)
    held = _held(facts, fact, sides)
    begin = f"{names(sides, fact.conflict)} ({when(fact)}): {told}"
    own: dict[str, Any] = {"between": ";".join(sides), "words": told, "held_id": held.event_id if held else ""}
    if held:
        return entry(fact, "held", days, phrase("{begin}; {event} followed.", begin=begin, event=said(held)), "", **own)
    closes = while_fresh(phrase("A report of the next round, of its date, or that there will be none."), days)
    term = fixed_for(fact)
    if term and term[1] >= facts.as_of:
        why = phrase('{begin}, for "{words}" ({day}).', begin=begin, words=term[2], day=day(term[1]))
        return entry(fact, "dated", days, why, "", **own)
    if term:
        why = many(
            '{begin}, for "{words}", {count} day ago; none is known.',
            '{begin}, for "{words}", {count} days ago; none is known.',
            past(term[1], facts.as_of) or 0,
            begin=begin,
            words=term[2],
        )
        return entry(fact, "past its day", days, why, closes, **own)
    why = phrase("{begin}; no date and no such round are known after {days}.", begin=begin, days=days)
    return entry(fact, "no date", days, why, closes, **own)


def _held(facts: Facts, fact: Fact, sides: tuple[str, ...]) -> Fact | None:
    """The first talks after ``fact`` with two of its sides (or its only one), of the same track if both tell it."""
    need = min(2, len(set(sides)))
    if fact.latest is None:
        return None
    for other in facts.after(fact.latest, "talks"):
        later = other.earliest != fact.latest
        same_track = not (fact.track and other.track) or fact.track == other.track
        company = {actor.code for actor in other.actors}
        if (
            later
            and same_track
            and other.status in (Status.OCCURRED, Status.ONGOING)
            and len(company & set(sides)) >= need > 0
        ):
            return other
    return None
