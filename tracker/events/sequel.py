"""Dates counted from the event told before: "Hours later, they", "replied within a day", "said then"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tracker.dates import edtf
from tracker.events.candidate import Candidate
from tracker.events.clauses import is_since_then
from tracker.events.line import Line
from tracker.events.mood import NONE, PAST, PERFECT, PROGRESSIVE, REAL
from tracker.events.reading import Reading
from tracker.models import Precision, TimeExpression
from tracker.resources.grammar import words_of

REACH = 2
"""Sentences between an event and the sequel that only says how long after it came."""
OPENING = 4
"""Words at the beginning of a sentence that say that it tells what came right behind."""
BEHIND = 8
"""Words between a verb and "within hours" behind it."""
THEN = 3
NEAR = timedelta(days=7)
SCENE = 10
"""Words and signs of a sentence that says no more than of what day the next ones tell."""
LENGTH = re.compile(r"P(?:T(?:\d+|X)(?P<hours>H|M)|(?P<count>\d+|X)(?P<unit>[DW]))")
DAYS = {"D": 1, "W": 7}


def sequel(one: Candidate, told: Sequence[Candidate], line: Line) -> None:
    """Dates a candidate, if its sentence says how it followed the event that ``told`` last has with its day."""
    before = next((other for other in reversed(told) if other.time is not None), None)
    if before is None or before.time is None or before.status != "occurred" or one.line - before.line > REACH:
        return
    day = before.time.first
    if (
        day is None
        or day != before.time.last
        or one.mood.mood != REAL
        or one.mood.tense not in {PAST, NONE}
        or one.noun
    ):
        return
    if (one.line > before.line and _opens(line)) or _then(one, line):
        _date(one, before.time, f"right behind the {before.type.name} told before")
    elif time := _within(one, line, day):
        _date(one, time, f"counted from the {before.type.name} told before")


def on_the_day_set(one: Candidate, told: Sequence[Candidate], reading: Reading) -> None:
    """Dates an act by the day with which the sentence right before opens, if that only sets the scene ("On Monday it
    was Chad's turn. Its envoy thanked both") or its own verb says that it came at once ("promptly refused").
    """
    line, published = reading.lines[one.line], reading.article.published
    acts = one.status == "occurred" and one.mood.mood == REAL and one.mood.tense == PAST and not one.noun
    if published is None or not one.line or not acts or line.times():
        return
    before = reading.lines[one.line - 1]
    times = before.times()
    if not times or times[0][0] > 1 or "\n" in reading.article.text[before.sentence.end : line.sentence.start]:
        return
    day = times[0][1]
    near = day.first == day.last and day.first is not None and timedelta() < published - day.first < NEAR
    scene = len(times) == 1 and len(before.tokens) <= SCENE and all(other.line != one.line - 1 for other in told)
    at_once = not words_of("sequel_at_once").isdisjoint(token.word for token in line.tokens[one.head - 1 : one.head])
    if near and (scene or at_once):
        _date(one, day, "on the day that the sentence before sets")


def since_then(one: Candidate, reading: Reading) -> None:
    """Dates from the day told last what has gone on since ("and has done so ever since", without an end) and what has
    come since ("has since withdrawn", up to publication).
    """
    line, published = reading.lines[one.line], reading.article.published
    if one.noun or one.mood.tense not in {PERFECT, PROGRESSIVE} or one.mood.mood != REAL:
        return
    behind = " ".join(token.word for token in line.tokens[one.head + 1 :])
    goes_on = any(f" {words}" in f" {behind}" for words in words_of("sequel_since"))
    before = [token.word for token in line.tokens[max(0, one.head - THEN) : one.head]]
    came = (
        one.time is None
        and published is not None
        and any(is_since_then(before, i, reading.language) for i in range(len(before)))
    )
    if not (goes_on or came):
        return
    told = [time for _, time in line.times(0, one.head)]
    for earlier in reversed(reading.lines[max(0, one.line - REACH) : one.line]):
        told = told or [time for _, time in earlier.times()]
    days = [time for time in told if time.first and time.last and time.timex_type in {"DATE", "TIME"}]
    if not days:
        return
    one.time, one.time_rule, one.inherited = days[-1], "since the day told before", not line.times(0, one.head)
    first = one.time.first
    if goes_on:
        one.since = True
    elif first and published and first <= published:
        whole = edtf.write(first, published, Precision.RANGE)
        one.time = replace(one.time, last=published, precision=Precision.RANGE, edtf=whole)
    else:
        one.time = None


def _date(one: Candidate, time: TimeExpression, rule: str) -> None:
    one.time, one.time_rule, one.inherited = time, rule, True


def _opens(line: Line) -> bool:
    """Whether a sentence begins with words such as "Hours later"."""
    opening = line.sentence.text.lower().replace(",", " ").split()
    return not words_of("sequel_later").isdisjoint(" ".join(opening[:length]) for length in range(2, OPENING + 1))


def _then(one: Candidate, line: Line) -> bool:
    """Whether a verb is told as being of that time ("said then that", "said at the time")."""
    behind = " ".join(token.word for token in line.tokens[one.head + 1 : one.head + 1 + THEN])
    return any(behind == words or behind.startswith(f"{words} ") for words in words_of("sequel_then"))


def _within(one: Candidate, line: Line, day: date) -> TimeExpression | None:
    """The days from ``day`` on that a measure allows ("replied within a day"); of hours only that day."""
    for i, time in line.times(one.head + 1, one.head + 1 + BEHIND):
        match = LENGTH.fullmatch(time.value)
        allows = line.tokens[i - 1].word in words_of("sequel_within") and time.first is None
        if not allows or match is None or match["count"] == "X":
            continue
        last = day if match["hours"] else day + timedelta(days=int(match["count"]) * DAYS[match["unit"]])
        precision = Precision.DAY if last == day else Precision.RANGE
        return replace(time, first=day, last=last, precision=precision, edtf=edtf.write(day, last, precision))
    return None
