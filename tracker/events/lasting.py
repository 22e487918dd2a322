"""The days that a measure of time gives: "for six days", "three months of mediation", "within 72 hours", "two days
after they signed".
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from tracker.dates import edtf
from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause
from tracker.events.line import Line
from tracker.events.mood import NONE, PAST, PERFECT, PLANNED, PROGRESSIVE, REAL
from tracker.events.rounds import ordinal
from tracker.models import Precision, TimeExpression
from tracker.resources.grammar import words_of

VALUE = re.compile(r"P(?:T(?P<hours>\d+)H|(?P<count>\d+)(?P<unit>[YMWD]))$")
UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
UNCOUNTED = frozenset({"PXD", "PXW", "PXM", "PXY"})
"""Measures that give no number ("for weeks", "for several years"): they only say that it began before."""
HEAD_REACH = 4
MEASURE_REACH = 5
FOR_REACH = 4
DAY_HOURS = 24
WEEK = timedelta(days=7)
UNIT_DAYS = {"Y": 366, "M": 31, "W": 7, "D": 1}
LONGEST = 100 * 366
"""Days: no conflict is told for longer; "5,000 years of history" measures something else, and leaves the calendar."""


def lasting(candidate: Candidate, line: Line, own: Clause, published: date) -> TimeExpression | None:
    """The span that a measure of time gives the candidate where no day dates it; ``None`` if none does.

    What has gone on "for six days" spans them up to publication; what has its outcome only ("have been cut off for two
    years") lies at the beginning of the span, as exactly as the unit says; what is to come "within 72 hours" spans
    them from publication on.
    """
    for i, time, match in _measures(line, own.first, own.last):
        if candidate.mood.mood == PLANNED and i and line.tokens[i - 1].word in words_of("lasting_within"):
            return _spanning(time, published, published + length_of(match), Precision.RANGE, "ahead")
        if not _for(candidate, line, i):
            continue
        if line.tokens[candidate.head].word in words_of("lasting_coming"):
            return _spanning(time, published, published + _less_a_day(match), Precision.RANGE, "ahead")
        end = _end_told(line, own, published)
        first = end - _less_a_day(match) if end else published - length_of(match)
        held = candidate.mood.tense != PAST and line.tokens[candidate.head].word in words_of("lasting_holding")
        if candidate.type.lasts or held:
            precision = Precision.YEAR if match["unit"] == "Y" else Precision.RANGE
            return _spanning(time, first, end or published, precision)
        if match["unit"] == "Y":
            return _spanning(time, date(first.year, 1, 1), date(first.year, 12, 31), Precision.YEAR)
    for i, time in line.times(own.first, own.last):
        told = _for(candidate, line, i) or (candidate.noun and _of(candidate, line, i))
        if time.value in UNCOUNTED and not time.first and not time.last and told:
            return _spanning(time, None, published, Precision.OPEN)
    return None


def measured(candidate: Candidate, line: Line, own: Clause, published: date) -> TimeExpression | None:
    """The days of a measure that belongs to the candidate's own words, whatever other date the sentence has: "five days
    of talks" spans them up to the day that the sentence tells, "two days after they signed" lies so long before it.
    """
    if candidate.type.from_speech or candidate.trigger.undated:
        return None
    if own.opener in words_of("lasting_after") and own.first:
        behind = _behind(candidate, line, own)
        if not _parted(candidate, line, behind):
            for _, time, match in _measures(line, own.first - 1, own.first):
                return _before(time, match, _day_told(line, behind, published))
    known = _lasted(candidate, line)
    if candidate.type.lasts:
        known = known or _entered(candidate, line, own, published) or _ended(candidate, line, own, published)
    if known or not candidate.type.lasts:
        return known
    for i, time, match in _measures(line, max(0, min(own.first, candidate.first - HEAD_REACH)), len(line.tokens)):
        bounds = _bounds(candidate, line, i, match, own)
        if bounds is None and i < own.last and candidate.noun and _of(candidate, line, i):
            end = _day_told(line, own, published)
            bounds = end - _less_a_day(match), end
        if bounds is not None:
            return _spanning(time, *bounds, Precision.YEAR if match["unit"] == "Y" else Precision.RANGE)
    return None


def _lasted(candidate: Candidate, line: Line) -> TimeExpression | None:
    """The days of what held out for a time from a day that the sentence tells ("the truce of June 2 lasted a week")."""
    if line.tokens[candidate.head].word not in words_of("lasting_last"):
        return None
    days = [time.first for _, time in line.times(0, candidate.head) if time.first and time.first == time.last]
    measures = _measures(line, candidate.head, min(candidate.head + MEASURE_REACH, len(line.tokens)))
    if len(days) != 1 or not measures:
        return None
    _, time, match = measures[0]
    return _spanning(time, days[0], days[0] + length_of(match), Precision.RANGE)


def _ended(candidate: Candidate, line: Line, own: Clause, published: date) -> TimeExpression | None:
    """The days of what went on for a time up to what the sentence tells next ("fought for three days before they signed
    on Friday").
    """
    end = _end_told(line, own, published)
    measures = [one for one in _measures(line, own.first, own.last) if _for(candidate, line, one[0])] if end else []
    if not end or not measures:
        return None
    _, time, match = measures[0]
    return _spanning(time, end - _less_a_day(match), end, Precision.YEAR if match["unit"] == "Y" else Precision.RANGE)


def _end_told(line: Line, own: Clause, published: date) -> date | None:
    """The day on which what has gone on for a time came to its end, told in the clause behind it ("for six days before
    they signed on Friday").
    """
    if own.last >= len(line.tokens) or line.tokens[own.last].word not in words_of("lasting_until"):
        return None
    days = [time.first for _, time in line.times(own.last) if time.first and time.first == time.last]
    return days[0] if days and days[0] <= published else None


def _entered(candidate: Candidate, line: Line, own: Clause, published: date) -> TimeExpression | None:
    """The days of what has come to one of its days, which is counted ("the talks entered their third day on Friday",
    "the fighting, now in its sixth day").
    """
    for i in range(max(1, candidate.head - HEAD_REACH), len(line.tokens) - 1):
        number = ordinal(line.tokens[i].word, line, i)
        before = [token.word for token in line.tokens[max(0, i - 2) : i]]
        day = i + 1 + (line.tokens[i + 1].word in words_of("lasting_running"))
        if not number or day >= len(line.tokens) or line.tokens[day].word not in words_of("lasting_day"):
            continue
        if not words_of("lasting_entering").isdisjoint(before) or before[:1] == ["in"]:
            days = [*line.times(day, day + HEAD_REACH), *line.times(own.first, own.last)]
            told = next((time for _, time in days if time.first and time.first == time.last), None)
            end = min(told.first, published) if told and told.first else published
            start, last = line.tokens[i].start, line.tokens[day].end
            words = line.sentence.text[start - line.sentence.start : last - line.sentence.start]
            counted = TimeExpression(start, last, words, "DURATION", f"P{number}D")
            return _spanning(counted, end - timedelta(days=number - 1), end, Precision.RANGE)
    return None


def _bounds(candidate: Candidate, line: Line, i: int, match: re.Match[str], own: Clause) -> tuple[date, date] | None:
    """The span of a measure whose first or last day the sentence tells: "two days of talks that began on Monday",
    "ended their three-day meeting on Friday".
    """
    before = {token.word for token in line.tokens[max(0, i - 3) : i]}
    behind = {token.word for token in line.tokens[i + 1 : i + 2]}
    lasts = candidate.head < i and not words_of("lasting_last").isdisjoint(before)
    lasts = lasts and behind.isdisjoint(words_of("lasting_counted"))
    comes = (
        candidate.trigger.goes_to and candidate.head < i < own.last and not words_of("lasting_stay").isdisjoint(before)
    )
    if not (lasts or comes or candidate.first - HEAD_REACH <= i < min(own.last, candidate.head + MEASURE_REACH)):
        return None
    begins, ends = words_of("dating_beginning"), words_of("lasting_ending")
    days = [(j, day.first) for j, day in line.times() if j != i and day.first and day.first == day.last]
    for j, day in days:
        near = {token.word for token in line.tokens[max(0, j - HEAD_REACH) : j]}
        head = {line.tokens[candidate.head].word} if not candidate.noun and j > candidate.head else set()
        if (near | head) & begins or (comes and not near & ends):
            return day, day + _less_a_day(match)
        if (near | head) & ends:
            return day - _less_a_day(match), day
    return None


def _less_a_day(match: re.Match[str]) -> relativedelta:
    """What lies between the first and the last day of a measure: two days of talks are one day and the next."""
    counted = match["unit"] == "D" or match["hours"]
    return length_of(match) - relativedelta(days=1) if counted else length_of(match)


def _behind(candidate: Candidate, line: Line, own: Clause) -> Clause:
    """What stands behind "a day after": its clause, or only the phrase up to its comma if that has no verb of its own
    ("a day after the raid, the army said on Sunday").
    """
    words = [token.word for token in line.tokens[candidate.head : own.last]]
    if not candidate.noun or "," not in words:
        return own
    return Clause(own.first, candidate.head + words.index(","), own.opener)


def _parted(candidate: Candidate, line: Line, own: Clause) -> bool:
    """Whether the candidate has a day of its own, or a comma before it ends what the measure counts from."""
    told = [time for _, time in line.times(own.first, own.last) if time.first]
    if any(time.first == time.last or "year" in time.known for time in told):
        return True
    return "," in {token.word for token in line.tokens[own.first : candidate.head]}


def _measures(line: Line, first: int, last: int) -> list[tuple[int, TimeExpression, re.Match[str]]]:
    """The measures of a day to a century among the tokens ``first`` to ``last`` that no day bounds."""
    found = []
    for i, time in line.times(first, last):
        match = VALUE.match(time.value)
        if time.timex_type != "DURATION" or time.first or time.last or match is None:
            continue
        hours = int(match["hours"]) if match["hours"] else DAY_HOURS * int(match["count"]) * UNIT_DAYS[match["unit"]]
        if DAY_HOURS <= hours <= DAY_HOURS * LONGEST:
            found.append((i, time, match))
    return found


def _day_told(line: Line, own: Clause, published: date) -> date:
    """The day that the rest of the sentence tells, if it lies before publication; else publication."""
    for i, time in line.times():
        if time.first and time.first == time.last and not own.first <= i < own.last:
            weekday = time.known == ("weekday",) and time.first > published
            return time.first - WEEK if weekday else min(time.first, published)
    return published


def _before(time: TimeExpression, match: re.Match[str], day: date) -> TimeExpression:
    """So long before ``day``, as exactly as the unit says."""
    return placed(time, day - length_of(match), match["unit"] or "D", "before")


def placed(time: TimeExpression, then: date, unit: str, rule: str) -> TimeExpression:
    """The day, week, month or year (``unit`` D, W, M, Y) in which ``then`` lies, in the words of ``time``."""
    if unit == "Y":
        return _spanning(time, date(then.year, 1, 1), date(then.year, 12, 31), Precision.YEAR, rule)
    if unit == "M":
        first = then.replace(day=1)
        return _spanning(time, first, first + relativedelta(months=1, days=-1), Precision.MONTH, rule)
    if unit == "W":
        first = then - timedelta(days=then.weekday())
        return _spanning(time, first, first + timedelta(days=6), Precision.WEEK, rule)
    return _spanning(time, then, then, Precision.DAY, rule)


def _of(candidate: Candidate, line: Line, i: int) -> bool:
    """As in "three months of mediation": a measure of the head."""
    behind = line.tokens[i + 1].word if i + 1 < len(line.tokens) else ""
    return behind == "of" and 0 < candidate.head - i <= HEAD_REACH


def _for(candidate: Candidate, line: Line, i: int) -> bool:
    """As in "shuttled for six days", "has been stalled for nearly two years": how long it has gone on."""
    before = [token.word for token in line.tokens[max(0, i - FOR_REACH) : i]]
    opens = i < FOR_REACH and line.tokens[0].word in words_of("lasting_for")
    if not set(before) & words_of("lasting_for") or candidate.mood.mood != REAL or (i < candidate.head and not opens):
        return False
    if candidate.mood.tense in {PERFECT, PROGRESSIVE}:
        return True
    acts = candidate.mood.tense == PAST or (candidate.mood.tense == NONE and not candidate.noun)
    return acts and candidate.type.lasts


def length_of(match: re.Match[str]) -> relativedelta:
    """How long a measure is; hours in whole days."""
    if match["hours"]:
        return relativedelta(days=-(-int(match["hours"]) // DAY_HOURS))
    return relativedelta(**{UNITS[match["unit"]]: int(match["count"])})


def _spanning(
    time: TimeExpression, first: date | None, last: date, precision: Precision, rule: str = "lasting"
) -> TimeExpression:
    whole = edtf.write(first, last, precision)
    return replace(time, first=first, last=last, precision=precision, edtf=whole, rule=rule, known=("duration",))
