"""A numbered piece of a longer time: "the last week of October", "the first Monday of May 2024", "the first nine months
of the year", "the early years of the 1980s".
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tracker.dates.calendar import Span, nearest_weekday, shift, third_of
from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import Context, Meaning, Reading, of_date, of_unit
from tracker.dates.rules import decade as decade_form
from tracker.dates.rules import month as month_form
from tracker.dates.rules.day import year_number
from tracker.dates.rules.duration import period
from tracker.models import Precision

_MONTH = "%month%(?:(?:{comma}|{of})?%year%)?"
_BESIDE = (
    "(?:{the}|{this}|(?P<last>{last}|{previous})|(?P<next>{next}|{following})|(?P<that>%that%))(?P<whole>{singular})"
)
_WHOLE = f"(?:{{of}}|{{in}})(?:{_MONTH}|(?:{{the}}{{singular}})?%year%|{_BESIDE}|(?:%part%|{{the}})?{{decade:decade}})"
_WHICH = "{the}{very}?(?P<which>{ordinal}|{nth})"
PATTERNS = (
    _WHICH + "{full_word}?(?P<piece>{singular})" + _WHOLE,
    _WHICH + "%weekday%" + _WHOLE,
    "{the}?(?P<which>{ordinal}|{nth}){hyphen}?(?P<half>{half_of}){of}" + _MONTH,
    _WHICH + "{full_word}?(?P<count>{number}|{digit}|{few}|{couple}{of}?)(?P<pieces>{plural_unit})" + _WHOLE,
    "{the}(?:(?P<early>{early}|{ordinal})|(?P<late>{late}))(?P<pieces>{plural_unit})" + _WHOLE,
)
SATURDAY = 5
EXAMPLES = (
    ("They met in the last week of October.", "the last week of October", "2025-W44"),
    ("They met on the first Monday of May 2024.", "the first Monday of May 2024", "2024-05-06"),
    ("They met on the last day of August 2024.", "the last day of August 2024", "2024-08-31"),
    ("It is due in the second half of November.", "the second half of November", "2025-11"),
    ("Exports grew in the first nine months of the year.", "the first nine months of the year", "P9M"),
    ("It was signed on the first day of the year 2024.", "the first day of the year 2024", "2024-01-01"),
    ("It fell in the last month of 2024.", "the last month of 2024", "2024-12"),
    ("They marched on the first weekend of June 2024.", "the first weekend of June 2024", "2024-W22-WE"),
    ("He left in the early years of the 1980s.", "the early years of the 1980s", "198"),
)
NEAR_MISSES = ("It was the first week of talks.", "It was the first word of many.")


def read(found: Found) -> Meaning | None:
    """The piece, counted from the beginning or the end of the whole."""
    whole = _whole(found)
    number = _number(found)
    unit = str(found.value("piece", "unit") or found.value("pieces", "unit") or "day")
    if whole is None or unit in ("second", "minute", "hour", "quarter", "half"):
        return None
    plural = found.has("pieces")
    if not plural and number is None:
        return None
    count = counted(found) if found.has("count") else None

    def resolve(context: Context) -> Reading | None:
        reading = whole(context)
        if reading is None or reading.first is None or reading.last is None:
            return Reading("DURATION", period(count, unit)) if plural else Reading("DATE", "XXXX", anchor="missing")
        span = reading.first, reading.last
        if found.has("count"):
            return _pieces(reading, span, unit, count, number)
        if found.has("half"):
            middle = span[0] + (span[1] - span[0]) // 2
            return replace(reading, last=middle) if number == 1 else replace(reading, first=middle + timedelta(1))
        if plural:
            part = "late" if found.has("late") or (number or 1) < 0 else "early"
            first, last = third_of(span, part)
            return replace(reading, first=first, last=last)
        piece = _weekday(found, span, number or 0) if found.has("weekday") else _piece(span, unit, number or 0)
        return _placed(reading, piece, unit) if piece else None

    return resolve


def _number(found: Found) -> int | None:
    """Which piece, from the end if negative."""
    group = "which" if found.has("which") else "early"
    ordinal = found.value(group, "ordinal")
    if ordinal is not None:
        return int(ordinal)
    digits = "".join(character for character in found.word(group) if character.isdecimal())
    return int(digits) if digits else None


def _whole(found: Found) -> Meaning | None:
    """The longer time that the piece is of."""
    if found.has("month"):
        return month_form.whole_month(found)
    if found.has("decade"):
        return decade_form.read(found)
    year = year_number(found)
    if year is not None:
        return lambda _: of_date(year)
    unit = str(found.value("whole", "unit"))
    if unit not in ("week", "month", "year", "decade", "century"):
        return None
    step = -1 if found.has("last") else 1 if found.has("next") else 0

    def resolve(context: Context) -> Reading | None:
        base, anchor = context.narration(unit) if found.has("that") else context.anchor()
        try:
            return of_unit(shift(base, step, unit), unit, anchor=anchor, anchor_date=base) if base else None
        except OverflowError:
            return None

    return resolve


def _piece(span: Span, unit: str, number: int) -> Span | None:
    """The ``number``-th unit of the span, from its end if negative; weeks count from its first day, weekends by their
    Saturdays.
    """
    first, last = span
    try:
        if unit == "weekend":
            saturday = _weekday_of(SATURDAY, span, number)
            return (saturday, saturday + timedelta(1)) if saturday else None
        if number > 0:
            start = shift(first, number - 1, unit)
            end = shift(start, 1, unit) - timedelta(1)
        else:
            end = last
            start = shift(last + timedelta(1), -1, unit)
    except OverflowError:
        return None
    return (start, end) if first <= start <= last else None


def _weekday(found: Found, span: Span, number: int) -> Span | None:
    day = _weekday_of(int(found.value("weekday", "weekday") or 0), span, number)
    return (day, day) if day else None


def _weekday_of(weekday: int, span: Span, number: int) -> date | None:
    """The ``number``-th such weekday of the span, the last of it if negative."""
    if number < 0:
        day = nearest_weekday(span[1], weekday, -1)
    else:
        day = nearest_weekday(span[0], weekday, 1) + timedelta(7 * (number - 1))
    return day if span[0] <= day <= span[1] else None


def _placed(reading: Reading, piece: Span, unit: str) -> Reading | None:
    """The piece as a reading, anchored as its whole is."""
    middle = piece[0] + (piece[1] - piece[0]) // 2
    own = of_unit(middle, unit, known=(unit,), implied=reading.implied)
    if own.first is not None and unit in ("week", "fortnight"):
        own = replace(own, first=piece[0], last=piece[1])
    return replace(own, anchor=reading.anchor, anchor_date=reading.anchor_date)


def _pieces(reading: Reading, span: Span, unit: str, count: int | None, number: int | None) -> Reading | None:
    """The first or last so many units: how long, with the days that they cover."""
    value = period(count, unit)
    if count is None or number is None:
        return Reading("DURATION", value, vague=True)
    first: date
    last: date
    try:
        if number > 0:
            first, last = span[0], shift(span[0], count, unit) - timedelta(1)
        else:
            first, last = shift(span[1] + timedelta(1), -count, unit), span[1]
    except OverflowError:
        return None
    return Reading(
        "DURATION", value, first, last, Precision.RANGE, anchor=reading.anchor, anchor_date=reading.anchor_date
    )
