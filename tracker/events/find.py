"""Finds what the triggers of ``data/event_types`` tell: every match, then of rivals for the same words the best."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import chain
from typing import NamedTuple

from tracker.events.candidate import Candidate
from tracker.events.clauses import clause_of
from tracker.events.described import is_manner
from tracker.events.line import ACTOR, Line
from tracker.events.matter import comes_to_nothing, only_a_matter
from tracker.events.misread import Span, misread
from tracker.events.mood import NEGATED, NONE, Mood, mood_of
from tracker.events.needs import possible
from tracker.events.nobody import by_nobody
from tracker.events.patterns import Pattern, compiled, is_verb
from tracker.events.reading import Reading
from tracker.events.sieve import Sieve
from tracker.events.skeleton import views, whole
from tracker.events.stand_ins import read_for
from tracker.events.voices import voices
from tracker.models import TimeExpression
from tracker.resources.event_type import EventType, Trigger, event_types
from tracker.resources.grammar import words_of

DATE_REACH = 6
"""Tokens behind a verb among which its own date stands."""
RELATIVE_REACH = 2
"""Tokens between "that" and its verb where "that" is the subject."""


class Rule(NamedTuple):
    """A pattern of a type's trigger."""

    type: EventType
    trigger: Trigger
    pattern: Pattern
    noun: bool


class Bar(NamedTuple):
    """A pattern that only looks like the type of that name."""

    type: str
    pattern: Pattern


@cache
def _rules(language: str) -> Sieve[Rule]:
    """All triggers, in the order of the types and their files."""
    found: list[Rule] = []
    for one in event_types().values():
        shared = event_types()[one.like].trigger if one.like else ()
        for trigger in chain(one.trigger, shared):
            told = (voices(text) if trigger.voices else (text,) for text in trigger.patterns)
            texts = dict.fromkeys(chain.from_iterable(told))
            found += [Rule(one, trigger, compiled(text, language), _is_noun(text)) for text in texts]
    return Sieve(found, language)


@cache
def _never(language: str) -> Sieve[Bar]:
    """The patterns that only look like a type."""
    texts = ((one.name, text) for one in event_types().values() for text in one.never)
    return Sieve((Bar(name, compiled(text, language)) for name, text in texts), language)


def _is_noun(text: str) -> bool:
    """Whether a pattern's head is a noun: starred and no verb, or no verb in it at all."""
    elements = text.split()
    starred = next((element for element in elements if element.startswith("*")), "")
    return not any(is_verb(element) for element in ([starred] if starred else elements))


def find(reading: Reading) -> list[Candidate]:
    """All candidates of ``reading`` in the order of the text, rivals settled."""
    found: list[Candidate] = []
    for number, line in enumerate(reading.lines):
        told = [one for one in _of_line(reading, number, line) if possible(one, reading)]
        found += settle(told, reading)
    return found


def _of_line(reading: Reading, number: int, line: Line) -> list[Candidate]:
    stand_ins = read_for(reading, number)
    possible = _rules(reading.language).passing(line.words.union(*(view.words.all for view in stand_ins)))
    found: dict[tuple[str, int], Candidate] = {}
    bars = barred(line, reading.language) if possible else []
    for view in (*views(line, reading.language), *stand_ins) if possible else ():
        for one, trigger, pattern, noun in possible:
            for match in pattern.find(view.words):
                head = view.numbers[match.head]
                known = found.get((one.name, head))
                if known is not None and known.trigger.confidence >= trigger.confidence:
                    continue
                first, last = view.numbers[match.first], view.numbers[match.last - 1] + 1
                if any(name == one.name and low < last and first < high for name, low, high in bars):
                    continue
                if pattern.elements[0] == "T" and _only_measures(line, first):
                    continue
                if not noun and misread(line, pattern, Span(first, head, last), view.numbers):
                    continue
                parts = reading.clauses[number]
                if noun and one.matter and only_a_matter(line, head, clause_of(parts, head), reading.language):
                    continue
                if noun and comes_to_nothing(line, head, clause_of(parts, head), one.of_content, reading.language):
                    continue
                mood = mood_of(line, head, noun=noun, language=reading.language, parts=parts)
                if not noun and _of_nothing(line, pattern, Span(first, head, last), reading.language):
                    mood = replace(mood, mood=NEGATED)
                acts = not noun or line.tokens[head].word.endswith(("ed", "ing"))
                if _fits(mood, trigger) and (one.fact or not acts or not by_nobody(line, head, reading.language)):
                    found[one.name, head] = Candidate(one, trigger, pattern.text, number, head, first, last, mood, noun)
                    found[one.name, head].score = trigger.confidence
                    found[one.name, head].led_back = view in stand_ins
    return sorted(found.values(), key=lambda one: (one.head, one.type.order))


def _of_nothing(line: Line, pattern: Pattern, span: Span, language: str) -> bool:
    """Whether a verb's object is denied ("imposed no sanctions"), and not by a word that the pattern asks for."""
    between = [token.word for token in line.tokens[span.head + 1 : span.last - 1]]
    return words_of("find_no_object", language).isdisjoint(pattern.elements) and not words_of(
        "find_no_object", language
    ).isdisjoint(between)


def _only_measures(line: Line, first: int) -> bool:
    """Whether an expression before a noun only says how long it has been ("an 11-year war") and dates nothing."""
    time = line.tokens[first].mention
    return isinstance(time, TimeExpression) and not (time.first or time.last)


def barred(line: Line, language: str) -> list[tuple[str, int, int]]:
    """The spans of ``line`` that only look like a type, with the type's name."""
    words = whole(line).words
    return [
        (bar.type, match.first, match.last)
        for bar in _never(language).passing(line.words)
        for match in bar.pattern.find(words)
    ]


def _fits(mood: Mood, trigger: Trigger) -> bool:
    return mood.mood in trigger.moods


def settle(candidates: list[Candidate], reading: Reading) -> list[Candidate]:
    """Of candidates for the same words the one of the type with the highest priority; "beside" triggers stay too."""
    kept: list[Candidate] = []
    for one in sorted(candidates, key=lambda c: (-c.type.priority, -c.score, c.head)):
        rivals = [other for other in kept if _rival(one, other, reading)]
        if not rivals:
            kept.append(one)
    return sorted(kept, key=lambda c: (c.head, c.type.order))


def one_of_each(candidates: list[Candidate]) -> list[Candidate]:
    """Of types that share their triggers only the higher stays for the same words: the sides' talks, no meeting."""
    return [one for one in candidates if not any(_outranks(other, one) for other in candidates)]


def _outranks(other: Candidate, one: Candidate) -> bool:
    """Whether ``other`` is of the type whose triggers ``one`` shares, and told by the same words."""
    if one.type.like != other.type.name or one.line != other.line:
        return False
    return other.head == one.head or (other.first < one.last and one.first < other.last)


def _rival(one: Candidate, other: Candidate, reading: Reading) -> bool:
    if one.type.like == other.type.name or other.type.like == one.type.name:
        return False
    if one.type.name == other.type.name:
        overlap = one.first < other.last and other.first < one.last
        return overlap and not _tell_in_turn(one, other, reading.lines[one.line], reading)
    if one.head == other.head or _says_how(other, one, reading.lines[one.line]):
        return True
    if one.trigger.beside or other.trigger.beside:
        return False
    parts = reading.clauses[one.line]
    if clause_of(parts, one.head) != clause_of(parts, other.head) or _two_acts(one, other):
        return False
    return one.first < other.last and other.first < one.last


def _says_how(other: Candidate, one: Candidate, line: Line) -> bool:
    """Whether a breach is how an act of war is done: "shelled the port, an aide said, in breach of the truce"."""
    return one.type.group == "context" and other.noun and one.head < other.head and is_manner(line, other.head)


def _tell_in_turn(one: Candidate, other: Candidate, line: Line, reading: Reading) -> bool:
    """Whether two verbs tell what one and then another did: "Chad freed 30 men and Libya released 12"."""
    earlier, later = sorted((one, other), key=lambda c: c.head)
    if one.noun or other.noun or NONE in {earlier.mood.tense, later.mood.tense}:
        return False
    words = [token.word for token in line.tokens[earlier.head + 1 : later.head]]
    if words[-1:] == [ACTOR] and not words_of("find_joining").isdisjoint(words[-3:-1]):
        return True
    return _dated_apart(earlier, later, line, reading)


def _dated_apart(earlier: Candidate, later: Candidate, line: Line, reading: Reading) -> bool:
    """Whether each of two verbs has a day of its own: "declared a truce in May that ended in June"; what one says that
    another will do is no second act ("announced on Monday that the truce would begin on Friday").
    """
    clause = clause_of(reading.clauses[later.line], later.head)
    if clause.opener == "that" and earlier.head < clause.first < later.head - RELATIVE_REACH:
        return False
    if "to" in later.mood.words.split()[:1]:
        return False
    behind = range(later.head + 1, min(later.head + DATE_REACH, len(line.tokens)))
    return _has_date(line, range(earlier.head + 1, later.head)) and _has_date(line, behind)


def _has_date(line: Line, reach: range) -> bool:
    times = (line.tokens[i].mention for i in reach)
    return any(isinstance(one, TimeExpression) and (one.first or one.last) for one in times)


def _two_acts(one: Candidate, other: Candidate) -> bool:
    """Whether each has a finite verb of its own: "the truce agreed on Monday took effect" tells two."""
    later = max(one, other, key=lambda c: c.head)
    return not one.noun and not other.noun and later.mood.tense != NONE and "to" not in later.mood.words.split()
