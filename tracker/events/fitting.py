"""What a date expression means for the event it dates: its span, and the side of publication on which it lies."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from tracker.dates import edtf
from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause
from tracker.events.line import ACTOR, PLACE, Line
from tracker.events.mood import FUTURE, PAST, PERFECT, PLUPERFECT, PRESENT, REAL
from tracker.events.mood import PLANNED as FORESEEN
from tracker.models import Precision, TimeExpression
from tracker.resources.grammar import grammar, words_of

JOIN_REACH = 8
AHEAD = timedelta(days=180)
"""How far ahead lies what is planned for a day without its year, which would else be one of the last year."""
SOON = timedelta(days=31)
"""A day without its year that lies no further ahead is what was told for it ("declared a truce for January 6")."""
_MONTH, _YEAR = re.compile(r"\d{4}-\d\d"), re.compile(r"\d{4}")
USABLE = frozenset({"DATE", "TIME", "DURATION"})


def resolved(time: TimeExpression) -> bool:
    """Whether an expression says when: it has an end, and is no mere measure of how long or how often."""
    return bool(time.first or time.last) and time.timex_type in USABLE


def narrowed(line: Line, i: int, time: TimeExpression) -> TimeExpression:
    """Of two expressions for one date the narrower: "two years ago, in early March 2022"."""
    for j in (i + 2, i + 3):
        other = line.tokens[j].mention if j < len(line.tokens) else None
        between = {token.word for token in line.tokens[i + 1 : j]}
        if isinstance(other, TimeExpression) and between <= words_of("bind_narrowing") and resolved(other):
            inside = other.first and time.first and time.first <= other.first
            if inside and other.last and time.last and other.last <= time.last:
                return other
    return time


def joined(line: Line, i: int, time: TimeExpression) -> TimeExpression:
    """As in "Friday and Saturday", "began on 2 May and lasted until 9 July" is one span."""
    ended = runs = False
    for j in range(i + 1, min(i + JOIN_REACH, len(line.tokens))):
        other = line.tokens[j].mention
        if isinstance(other, TimeExpression):
            if not (other.last and time.first and time.last) or (runs and not ended):
                return time
            adjoins = other.first == time.last + timedelta(days=1)
            if time.last < other.last and (ended or adjoins or other.last <= time.last + timedelta(days=7)):
                text = line.sentence.text[time.start - line.sentence.start : other.end - line.sentence.start]
                edtf = f"{time.first}/{other.last}"
                return replace(time, last=other.last, end=other.end, text=text, precision=Precision.RANGE, edtf=edtf)
            return time
        word = line.tokens[j].word
        ended, runs = ended or word in words_of("bind_ended"), runs or word in words_of("bind_running")
        if word not in words_of("bind_joining") | words_of("bind_ended") | words_of("bind_running"):
            return time
    return time


def at_or_after(time: TimeExpression, day: date) -> TimeExpression:
    """A weekday that lies before ``day`` as the one that follows it ("declared on Monday a truce from Friday on")."""
    if time.first is None or set(time.known) != {"weekday"}:
        return time
    if time.relation == "since":
        time = replace(time, last=time.first, precision=Precision.DAY, edtf=str(time.first), relation="")
    return _moved(time, weekday=True, by=1) if time.first and time.first < day else time


def lapsed_plan(line: Line, own: Clause) -> bool:
    """Whether the event's clause tells a plan of the past ("a truce that was supposed to begin on Saturday")."""
    told = f" {' '.join(token.word for token in line.tokens[own.first : own.last])} "
    return any(f" {phrase} " in told for phrase in words_of("status_lapsed"))


def on_its_side(
    time: TimeExpression, candidate: Candidate, published: date | None, *, to_come: bool = False, lapsed: bool = False
) -> TimeExpression:
    """A weekday, or a day without its year, on the side of publication that the event's verb tells: "presented it on
    Monday" is past, "is to present it on Monday" is not.
    """
    nearest = time.first or time.last
    if published is None or nearest is None or time.anchor == "none" or "next " in time.text.lower():
        return time
    weekday = "weekday" in time.known and len(time.known) == 1
    if not weekday and ("year" in time.known or {"month", "season"}.isdisjoint(time.known)):
        return time
    told = candidate.mood.mood == REAL and candidate.mood.tense in {PAST, PERFECT, PLUPERFECT}
    if told and nearest > published and not to_come and (weekday or nearest - published > SOON):
        return _moved(time, weekday, -1)
    if lapsed and weekday:
        return _moved(time, weekday, -1) if nearest > published else time
    return _ahead(time, candidate, published, weekday=weekday, to_come=to_come)


def _ahead(
    time: TimeExpression, candidate: Candidate, published: date, *, weekday: bool, to_come: bool
) -> TimeExpression:
    """A day before publication as the one behind it, if what it dates is told as still to come."""
    told = time.last or time.first
    if told is None or told >= published:
        return time
    moved = _moved(time, weekday, 1)
    soon = not weekday and moved.first is not None and moved.first - published <= AHEAD
    ahead = candidate.mood.mood == FORESEEN and candidate.mood.tense == FUTURE
    ahead = ahead and (soon or " " not in time.text.lower().removeprefix("the "))
    begins = to_come and (candidate.mood.tense == PRESENT or candidate.in_present)
    return moved if ahead or (weekday and (begins or _is_due(candidate))) else time


def _is_due(candidate: Candidate) -> bool:
    """Whether an act is told in the present as fixed for a day ("the truce takes effect on Friday")."""
    verb = candidate.mood.words.split()[-1:]
    return candidate.mood.tense == PRESENT and not candidate.noun and not words_of("dating_scheduled").isdisjoint(verb)


def nearest_to(published: date, time: TimeExpression) -> TimeExpression:
    """A day without its year that is told as a beginning, in the year that brings it nearest to publication: "declared
    a truce from 1 July" in June.
    """
    if time.first is None or "month" not in time.known or "year" in time.known:
        return time
    later = _moved(time, False, 1)
    near = later.first and later.first - published < published - time.first
    return later if near and (time.last or time.first) < published else time


def aimed_at(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression dates what somebody only agreed or meant to do ("agreed to meet on 8 February")."""
    between = [token.word for token in line.tokens[candidate.head + 1 : i]]
    if candidate.noun or {",", "and"} & set(between):
        return False
    nouns = {*words_of("bind_determiners"), *grammar().classes["offer"], *grammar().classes["deal"], ACTOR, PLACE}
    meant = between[:1] == ["to"] and nouns.isdisjoint(between[1:2])
    return meant or not set(grammar().verbs.future).isdisjoint(between)


def _moved(time: TimeExpression, weekday: bool, by: int) -> TimeExpression:
    """The expression one week, or one year, earlier or later."""
    step = relativedelta(weeks=by) if weekday else relativedelta(years=by)
    first, last = time.first and time.first + step, time.last and time.last + step
    if first == last:
        return replace(time, first=first, last=last, edtf=str(first), value=str(first))
    return replace(time, first=first, last=last, edtf=edtf.write(first, last, time.precision or Precision.RANGE))


def on_its_day(time: TimeExpression) -> TimeExpression:
    """The day, month or year itself, of an expression that only begins with it."""
    if time.first is None:
        return time
    if "day" in time.known:
        return replace(time, last=time.first, precision=Precision.DAY, edtf=str(time.first))
    if _MONTH.fullmatch(time.value):
        last = time.first + relativedelta(months=1, days=-1)
        return replace(time, last=last, precision=Precision.MONTH, edtf=time.value)
    if _YEAR.fullmatch(time.value):
        return replace(time, last=date(time.first.year, 12, 31), precision=Precision.YEAR, edtf=time.value)
    return time


def closed(time: TimeExpression) -> TimeExpression:
    """The last day, month or year itself, of an expression that only ends with it ("until Sunday, when they met")."""
    if time.last and _MONTH.fullmatch(time.value):
        return replace(time, first=time.last.replace(day=1), precision=Precision.MONTH, edtf=time.value, relation="")
    if time.last and _YEAR.fullmatch(time.value):
        first = date(time.last.year, 1, 1)
        return replace(time, first=first, precision=Precision.YEAR, edtf=time.value, relation="")
    return replace(time, first=time.last, precision=Precision.DAY, edtf=str(time.last), relation="")


def up_to(time: TimeExpression) -> TimeExpression:
    """From nowhere up to the expression's last day."""
    if time.last is None:
        return time
    return replace(time, first=None, precision=Precision.OPEN, edtf=edtf.write(None, time.last, Precision.OPEN))
