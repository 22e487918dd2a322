"""The days of what has gone on for a time: "for six days", "three months of mediation", "cut off for two years"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from tracker.dates import edtf
from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause
from tracker.events.line import Line
from tracker.events.mood import PAST, PERFECT, PROGRESSIVE, REAL
from tracker.models import Precision, TimeExpression
from tracker.resources.grammar import words_of

VALUE = re.compile(r"P(?:T(?P<hours>\d+)H|(?P<count>\d+)(?P<unit>[YMWD]))$")
UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
HEAD_REACH = 4
FOR_REACH = 4


def lasting(candidate: Candidate, line: Line, own: Clause, published: date) -> TimeExpression | None:
    """The span up to publication that a measure of time in the candidate's clause gives it; ``None`` if none does.

    What has its outcome only ("have been cut off for two years") lies at the beginning of the span, as exactly as the
    unit says.
    """
    for i, time in line.times(own.first, own.last):
        match = VALUE.match(time.value)
        if time.timex_type != "DURATION" or time.first or time.last or match is None:
            continue
        if not (_of(candidate, line, i) or _for(candidate, line, i)):
            continue
        first = published - _length(match)
        if candidate.type.lasts:
            precision = Precision.YEAR if match["unit"] == "Y" else Precision.RANGE
            return _spanning(time, first, published, precision)
        if match["unit"] == "Y":
            return _spanning(time, date(first.year, 1, 1), date(first.year, 12, 31), Precision.YEAR)
    return None


def _of(candidate: Candidate, line: Line, i: int) -> bool:
    """As in "three months of mediation": a measure of the head."""
    behind = line.tokens[i + 1].word if i + 1 < len(line.tokens) else ""
    return behind == "of" and candidate.noun and 0 < candidate.head - i <= HEAD_REACH and candidate.type.lasts


def _for(candidate: Candidate, line: Line, i: int) -> bool:
    """As in "shuttled for six days", "has been stalled for nearly two years": how long it has gone on."""
    before = [token.word for token in line.tokens[max(0, i - FOR_REACH) : i]]
    if not set(before) & words_of("lasting_for") or i < candidate.head or candidate.mood.mood != REAL:
        return False
    if candidate.mood.tense in {PERFECT, PROGRESSIVE}:
        return True
    return candidate.mood.tense == PAST and candidate.type.lasts


def _length(match: re.Match[str]) -> relativedelta:
    if match["hours"]:
        return relativedelta(days=-(-int(match["hours"]) // 24))
    return relativedelta(**{UNITS[match["unit"]]: int(match["count"])})


def _spanning(time: TimeExpression, first: date, last: date, precision: Precision) -> TimeExpression:
    whole = edtf.write(first, last, precision)
    return replace(time, first=first, last=last, precision=precision, edtf=whole, rule="lasting", known=("duration",))
