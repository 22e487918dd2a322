"""Dates that a later sentence gives to what was told without one: "They have swapped captives. The swap, on May 3"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.events.candidate import Candidate
from tracker.events.fitting import joined, resolved
from tracker.events.line import Line
from tracker.events.mood import PERFECT
from tracker.events.reading import Reading
from tracker.events.status import against_dates
from tracker.models import Status, TimeExpression
from tracker.resources.event_type import EventType
from tracker.resources.grammar import words_of

REACH = 2
"""Sentences behind an event among which one says when it was."""
NOUN_REACH = 3
"""Words between the article and the noun that leads back ("the latest prisoner swap")."""
COURSE_REACH = 8
"""Words between the verb that tells the course of a thing and its date ("will take place in Doha on Sunday")."""


def follow_up(told: Sequence[Candidate], reading: Reading) -> None:
    """Gives each undated candidate the date that one of the next sentences, which only goes on about it, tells."""
    for one in told:
        if not (one.time is None or _only_said(one)) or not one.type.called or one.trigger.undated:
            continue
        for number in range(one.line + 1, min(one.line + 1 + REACH, len(reading.lines))):
            if one.time is None and any(other.line == number and _alike(one, other) and other.time for other in told):
                break
            time = _told_of_it(reading.lines[number], one.type, next_one=number == one.line + 1)
            earlier = one.time is None or (time and time.last and one.time.last and time.last <= one.time.last)
            if time is not None and earlier and _fits(time, one, reading.article.published):
                one.time, one.inherited, one.time_rule = time, True, "a sentence that goes on about it"
                one.more.append(number)
                against_dates(one, reading.article.published)
                break


def _only_said(one: Candidate) -> bool:
    """Whether a date is only that on which somebody told what has been done ("have agreed, both said in May")."""
    return one.mood.tense == PERFECT and one.time_rule == "own sentence"


def _alike(one: Candidate, other: Candidate) -> bool:
    return one.type.name == other.type.name


def _fits(time: TimeExpression, one: Candidate, published: date | None) -> bool:
    """Whether what is done lies before the news, and what is planned behind it."""
    if published is None:
        return True
    if one.status == Status.PLANNED:
        return time.last is None or time.last >= published
    return time.first is not None and time.last is not None and time.last <= published


def _told_of_it(line: Line, kind: EventType, *, next_one: bool) -> TimeExpression | None:
    """The date of a sentence whose subject is what was told ("the signing", "it"): behind it, or behind the verb that
    tells its course.
    """
    words = [token.word for token in line.tokens]
    subject = _subject(words, kind, next_one=next_one)
    if subject < 0:
        return None
    course, said = words_of("followed_course"), words_of("followed_between")
    for i, time in line.times(subject + 1):
        if not resolved(time) or time.vague:
            continue
        between = words[subject + 1 : i]
        verbs = [n for n, word in enumerate(between) if word in course]
        behind = set(between) <= said
        if behind or (verbs and len(between) - verbs[-1] <= COURSE_REACH and _is_one_clause(between)):
            return joined(line, i, time)
        return None
    return None


def _is_one_clause(words: list[str]) -> bool:
    return words_of("followed_parting").isdisjoint(words)


def _subject(words: list[str], kind: EventType, *, next_one: bool) -> int:
    """The token of the noun, or pronoun, by which a sentence leads back to what was told; -1 if it does not."""
    if next_one and words[:1] == ["it"]:
        return 0
    if not words or words[0] not in words_of("followed_articles"):
        return -1
    near = range(1, min(2 + NOUN_REACH, len(words)))
    first = next((i for i in near if words[i] in kind.called), -1)
    if first < 0 or not all(word.isalpha() for word in words[1:first]):
        return -1
    return first
