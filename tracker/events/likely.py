"""Events that no trigger foresees: a line that sounds like a type, and in which nothing of that type was found."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.events.attribution import Said
from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, clause_of, clauses, verb_like
from tracker.events.find import barred
from tracker.events.likeness import Likeness, likeness
from tracker.events.line import Line
from tracker.events.matter import comes_to_nothing, only_a_matter
from tracker.events.mood import PLANNED, REAL, mood_of
from tracker.events.nobody import by_nobody
from tracker.events.positions import only_arranges
from tracker.events.reading import Reading
from tracker.events.statements import position
from tracker.resources.event_type import EventType, Trigger, event_types
from tracker.resources.grammar import words_of

LEAST = 0.3
"""The probability from which a likeness alone is followed; ``bench/calibrate.py`` decides what is reported of it."""
MOST = 3
"""How many types one line is followed to."""
ACT = Trigger(name="sounds like it", patterns=(), confidence=0.3)
ENCOUNTER = Trigger(name="sounds like it", patterns=(), frame="mutual", confidence=0.3)


def likely(reading: Reading, said: Sequence[Said | None], told: Sequence[Candidate]) -> list[Candidate]:
    """A candidate for each type that a line sounds like and that none of ``told`` tells there."""
    found = []
    for number, line in enumerate(reading.lines):
        here = {one.type.name for one in told if number in (one.line, *one.more)}
        alike = sorted(likeness(line).values(), key=lambda one: -one.probability)[:MOST]
        alike = [one for one in alike if one.probability >= LEAST and one.type not in here]
        out = barred(line, reading.language) if alike else []
        for one in alike:
            kind = event_types()[one.type]
            if here & {kind.like}:
                continue
            if any(name == one.type and low <= one.token < high for name, low, high in out):
                continue
            candidate = _candidate(kind, one, number, line, reading, said[number])
            if candidate is not None and (kind.from_speech or not _told_by(candidate, told)):
                found.append(candidate)
    return found


def _candidate(
    kind: EventType, alike: Likeness, number: int, line: Line, reading: Reading, said: Said | None
) -> Candidate | None:
    if kind.from_speech:
        spoken = said and said.speaker and not only_arranges(line, said)
        return position(kind, number, line, said, reading) if said and spoken else None
    head = _main_verb(line, alike.token, reading.clauses[number], reading.language)
    if _hangs_on_nothing(line.tokens[head].word):
        return None
    if _denied(line, head, reading):
        return None
    infinitive = head > 0 and line.tokens[head - 1].word == "to"
    noun = not infinitive and not verb_like(line.tokens[head].word, reading.language)
    own = clause_of(reading.clauses[number], head)
    named = kind.matter and only_a_matter(line, head, own, reading.language)
    if noun and (named or comes_to_nothing(line, head, own, kind.of_content, reading.language)):
        return None
    mood = mood_of(line, head, noun=noun, language=reading.language)
    if mood.mood not in {REAL, PLANNED} or (not kind.fact and by_nobody(line, head, reading.language)):
        return None
    trigger = ENCOUNTER if kind.mutual else ACT
    return Candidate(kind, trigger, line.tokens[head].word, number, head, head, head + 1, mood, noun)


def _main_verb(line: Line, head: int, parts: tuple[Clause, ...], language: str) -> int:
    """The verb of the main clause, where a likeness hangs on no verb but on a word of who somebody is ("freed two men
    on Friday who had strayed across the border"); the verb of its own clause, where it hangs on the word that opens
    it ("until May, when the army went in"); else ``head``.
    """
    own = clause_of(parts, head)
    if own.first and head == own.first and line.tokens[head].word == own.opener:
        return next((i for i in range(own.first, own.last) if verb_like(line.tokens[i].word, language)), head)
    if own.opener not in words_of("bind_people") or not own.first or verb_like(line.tokens[head].word, language):
        return head
    main = clause_of(parts, own.first - 1)
    return next((i for i in range(main.first, main.last) if verb_like(line.tokens[i].word, language)), head)


def _hangs_on_nothing(word: str) -> bool:
    """Whether a likeness hangs most on a sign or a small word, which tells no act."""
    return not word[:1].isalpha() or word in words_of("likely_nothing")


def _told_by(candidate: Candidate, told: Sequence[Candidate]) -> bool:
    """Whether a trigger of another type reads its head: one word tells one event."""
    return any(
        one.line == candidate.line and one.first <= candidate.head < one.last
        for one in told
        if not one.type.from_speech
    )


def _denied(line: Line, head: int, reading: Reading) -> bool:
    """Whether its clause denies something: which word a likeness hangs on is too loose to tell what."""
    clause = clause_of(clauses(line, reading.language), head)
    words = {token.word for token in line.tokens[clause.first : clause.last]}
    return bool(words & set(reading.grammar.verbs.negation))
