"""Acts told only as done before an encounter whose day was told: "they freed 40 men before the meeting"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tracker.events.candidate import Candidate
from tracker.events.fitting import up_to
from tracker.events.free import encounters
from tracker.events.line import Line
from tracker.events.mood import PRESENT, REAL
from tracker.models import Precision
from tracker.resources.event_type import TALKING
from tracker.resources.grammar import words_of

REACH = 12
"""Sentences between an encounter and what was done before it."""
NOUN_REACH = 3
"""Words between the article and the noun of the encounter ("before their second, longer meeting")."""
HOURS_REACH = 2
LONGEST = timedelta(days=14)


def before_occasion(one: Candidate, told: Sequence[Candidate], line: Line, published: date | None) -> None:
    """Dates an undated act that its sentence puts before an encounter or a signing told with its days: up to the first
    of them, and of that day if it was only hours before.
    """
    told_as_done = one.mood.mood == REAL and one.mood.tense != PRESENT and not one.noun and not one.trigger.undated
    at = _place(line, one) if one.time is None and published is not None and told_as_done else -1
    if at < 0 or published is None:
        return
    for other in reversed(told):
        if one.line - other.line > REACH:
            return
        if other.line == one.line or other.time is None or not (other.type.group == TALKING or other.type.of_content):
            continue
        first, last = other.time.first, other.time.last
        if first and last and first <= published and last - first <= LONGEST:
            near = line.tokens[max(0, at - HOURS_REACH) : at]
            hours = {word for token in near for word in token.text.lower().split()}
            day = replace(other.time, first=first, last=first, precision=Precision.DAY, edtf=str(first))
            one.time = up_to(day) if words_of("occasions_hours").isdisjoint(hours) else day
            one.time_rule, one.inherited = f"before the {other.type.name} told before", True
        return


def _place(line: Line, one: Candidate) -> int:
    """The token of the "before" that puts an act before an encounter named with an article only; -1 if none does."""
    words = [token.word for token in line.tokens]
    nouns = encounters() | words_of("occasions_ceremonies")
    for i in range(len(words) - 2):
        if words[i] not in words_of("occasions_before") or HOURS_REACH < i <= one.head:
            continue
        article = i + 1 + (words[i + 1] in words_of("occasions_linking"))
        if words[article] not in words_of("occasions_pointing"):
            continue
        near = range(article + 1, min(article + 2 + NOUN_REACH, len(words)))
        noun = next((k for k in near if words[k] in nouns), -1)
        if noun >= 0 and words_of("occasions_of").isdisjoint(words[noun + 1 : noun + 2]):
            return i
    return -1
