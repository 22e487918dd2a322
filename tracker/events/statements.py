"""Positions taken in words: what an actor says on the conflict and its negotiations, one candidate a sentence.

A sentence that tells a more special event of the same speaker (an offer, a refusal), or only reports fighting, is no
statement of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.events.attribution import Said
from tracker.events.candidate import Candidate
from tracker.events.clauses import clause_of
from tracker.events.line import Line
from tracker.events.mentions import acting, give, is_where, speaking_together
from tracker.events.mood import NEGATED, PAST, PERFECT, PLANNED, PLUPERFECT, REAL, Mood, mood_of
from tracker.events.positions import (
    bears_on_war,
    judges,
    only_arranges,
    only_beside,
    only_quotes_words,
    only_reports,
    says_how_it_is,
)
from tracker.events.reading import Reading
from tracker.models import Role
from tracker.resources.event_type import EventType, Trigger, event_types
from tracker.resources.grammar import words_of

MOST_TARGETS = 2
NEAR = 8
WHAT_HAS_BEEN = frozenset({PAST, PERFECT, PLUPERFECT})
BETWEEN_REACH = 5
"""Words before an actor among which "between" sets it against another."""
QUOTED = Trigger(name="is quoted", patterns=(), confidence=0.5)


def statements(reading: Reading, said: Sequence[Said | None], others: Sequence[Candidate]) -> list[Candidate]:
    """A candidate for each line whose speaker takes a position; ``others`` are the events already found."""
    found = []
    kinds = [one for one in event_types().values() if one.from_speech]
    for number, line, one in _spoken(reading, said):
        before = [other for other in others if number - 1 in (other.line, *other.more) and not other.type.from_speech]
        here = [other for other in others if other.line == number and not other.type.from_speech]
        for kind in kinds:
            if _is_found(one, kind, number, others):
                continue
            arranges = only_arranges(line, one) or only_reports(line, one, reading)
            arranges = arranges or only_beside(line, one, reading.language)
            judged = judges(line, reading.language) or says_how_it_is(line, one, reading.language)
            if not one.quoted and not (judged or bears_on_war(line, reading)):
                continue
            if not _goes_on(one, kind, before, number) and not arranges and _is_position(one, here, reading):
                found.append(position(kind, number, line, one, reading))
    return found


def _spoken(reading: Reading, said: Sequence[Said | None]) -> Iterator[tuple[int, Line, Said]]:
    """The lines in which somebody whom we know speaks; those in which two speak come twice."""
    for number, line in enumerate(reading.lines):
        one = said[number]
        if one is not None and one.speaker is not None:
            yield number, line, one
            if one.beside is not None:
                yield number, line, one.beside


def _is_found(said: Said, kind: EventType, number: int, others: Sequence[Candidate]) -> bool:
    """Whether a trigger already tells the speaker's position from what is said ("said that it was ready to talk")."""
    assert said.speaker is not None
    return any(
        other.type is kind
        and other.line == number
        and 0 < other.head - said.verb <= NEAR
        and other.roles.get(said.speaker.code) is Role.INITIATOR
        for other in others
    )


def _goes_on(said: Said, kind: EventType, before: Sequence[Candidate], number: int) -> bool:
    """Whether a quotation only says more of the offer or refusal that its speaker just made: evidence of it."""
    assert said.speaker is not None
    person = said.speaker.person
    for other in before:
        made = other.roles.get(said.speaker.code) is Role.INITIATOR and not (other.type.fact or other.type.mutual)
        if other.type.group != kind.group and number - other.line > 1:
            continue
        if said.quoted and made and not (person and other.persons and person not in other.persons):
            if number not in other.more:
                other.more.append(number)
            return True
    return False


def _is_position(said: Said, here: Sequence[Candidate], reading: Reading) -> bool:
    """Whether what is said is more than a special event of the speaker, or a report of what others did."""
    assert said.speaker is not None
    own = [one for one in here if one.roles.get(said.speaker.code) is Role.INITIATOR]
    if any(_is_told(one, reading) for one in own):
        return False
    told = [one for one in here if one.type.claims and (one.type.fact or said.speaker.code not in one.roles)]
    told += [one for one in here if _is_what_is_said(one, said, reading)]
    line = reading.lines[here[0].line] if here else None
    quoted = said.quoted and (line is None or not only_quotes_words(line))
    return quoted or not any(_is_told(one, reading) for one in told)


def _is_what_is_said(one: Candidate, said: Said, reading: Reading) -> bool:
    """Whether an event is told by the first verb of what is said: no more is said than that ("said the envoys had
    met").
    """
    if one.noun or not said.first <= one.head < said.last:
        return False
    parts = reading.clauses[one.line]
    own, first = clause_of(parts, one.head), clause_of(parts, min(said.first + 1, said.last - 1))
    return own == first and one.mood.tense in WHAT_HAS_BEEN


def _is_told(one: Candidate, reading: Reading) -> bool:
    """Whether a fact has come about and is what is said, no forecast and no circumstance ("as troops deliver aid");
    what is no fact is always told.
    """
    if not one.type.fact:
        return True
    opener = clause_of(reading.clauses[one.line], one.head).opener
    return one.mood.mood != PLANNED and opener not in words_of("features_subordinate")


def position(kind: EventType, number: int, line: Line, said: Said, reading: Reading) -> Candidate:
    """What the speaker of ``line`` says as a candidate of ``kind``, spoken to the other side where it is named."""
    assert said.speaker is not None
    head = max(said.verb, 0)
    mood = mood_of(line, head, noun=False, language=reading.language) if said.verb >= 0 else Mood(REAL, "none", False)
    if mood.mood == NEGATED:
        mood = Mood(REAL, mood.tense, mood.passive, mood.words)
    found = Candidate(
        kind, QUOTED, said.written, number, head, head, head + 1, Mood(REAL, mood.tense, False, mood.words), False
    )
    found.speaker = said.speaker
    for mention in speaking_together(line, said.speaker):
        give(found, mention.code, kind.frame.subject)
    if said.speaker.person:
        found.persons.append(said.speaker.person)
    own = reading.side_of(said.speaker.code)
    for i, mention in acting(line, 0, len(line.tokens)):
        side = reading.side_of(mention.code)
        if is_where(line, i, mention) or (not own and _only_at_odds(line, i)):
            continue
        if side and side != own and len(found.roles) <= MOST_TARGETS:
            give(found, mention.code, kind.frame.object)
    found.score = QUOTED.confidence
    return found


def _only_at_odds(line: Line, i: int) -> bool:
    """Whether an actor is only one of two between whom something is ("the conflict between Chad and Libya")."""
    before = [token.word for token in line.tokens[max(0, i - BETWEEN_REACH) : i]]
    return "between" in before
