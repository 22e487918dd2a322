"""A day with its month, with or without the year: "23 July 2025", "Aug. 7", "the 5th of May", "Tuesday, November
11".
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.dates.calendar import make
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, absolute, of_date
from tracker.dates.resolve import year_of

SHORT_PIVOT = 40
"""Years of two digits after a month or season: '41 to '99 are of the twentieth century, '00 to '40 of this."""
_WEEKDAY = "(?:%weekday%{comma}?)?"
_YEAR = "(?:{comma}?%bc_year%)?"
_OF_YEAR = (
    "(?P<relative>{comma}?{of}?"
    "(?:(?P<last>{last}|{previous})|(?P<next>{next}|{following})|{this}|(?P<that>%that%)){year_unit})"
)
PATTERNS = (
    _WEEKDAY + "{the}?%day%{of}?%month%" + _YEAR,
    "(?:{the}|{this})?%day%{day_unit}{of}%month%" + _YEAR,
    _WEEKDAY + "%month%{the}?%day%" + _YEAR,
    "(?:(?P<before>{last})|(?P<coming>{next})|{this})%month%%day%",
    "{the}?(?P<day>{n31}|{nth}){of}?%month%" + _OF_YEAR,
    "%month%{the}?(?P<day>{n31}|{nth})" + _OF_YEAR,
    _WEEKDAY + "(?P<day>{n31}){hyphen}{month:month}{hyphen}(?P<year>{year4})",
)
EXAMPLES = (
    ("The sides met on 23 July 2025 in Istanbul.", "23 July 2025", "2025-07-23"),
    ("They signed it on March 5, 2024, in Rome.", "March 5, 2024", "2024-03-05"),
    ("The blasts of Aug. 7 killed many.", "Aug. 7", "2025-08-07"),
    ("Envoys arrived on the 5th of May.", "the 5th of May", "2025-05-05"),
    ("It was signed on the twenty-third of May 2024.", "the twenty-third of May 2024", "2024-05-23"),
    ("Signed on the 12th day of May 2024.", "the 12th day of May 2024", "2024-05-12"),
    ("It was announced on Tuesday, November 11.", "Tuesday, November 11", "2025-11-11"),
    ("It was agreed on Saturday, November 11.", "Saturday, November 11", "2023-11-11"),
    ("The truce will begin on 3 January.", "3 January", "2026-01-03"),
)
NEAR_MISSES = (
    "They march 20 abreast through the town.",
    "The delegation may 2 or 3 times refuse.",
)


def day_number(found: Found) -> int | None:
    """The day of the month in the group ``day``."""
    ordinal = found.value("day", "ordinal")
    tens = found.value("day", "number")
    if tens is not None:
        rest = int(found.tokens.values[found.index("day") + 2]["ordinal"])
        return int(tens) + rest if tens in (20, 30) and 0 < rest < 10 else None
    if ordinal is not None:
        return int(ordinal) if int(ordinal) > 0 else None
    digits = "".join(character for character in found.word("day") if character.isdecimal())
    return int(digits) if digits and 1 <= int(digits) <= 31 else None


def year_number(found: Found) -> int | None:
    """The written year; before Christ negative; nothing if there is none."""
    if not found.has("year"):
        return None
    year = int("".join(character for character in found.word("year") if character.isdecimal()))
    if found.value("year", "short_year"):
        return year + (1900 if year > SHORT_PIVOT else 2000)
    return -year if found.value("era", "bc") else year


def relative_year(found: Found, context: Context) -> tuple[int | None, str, date | None]:
    """The year of "of last year", "of that year", with its anchor."""
    told = context.last_told() if found.has("that") else None
    base, anchor = (told.start, "narration") if told else context.publication()
    year = told.year if told else base.year if base else None
    if year is None:
        return None, "missing", None
    return year + (-1 if found.has("last") else 1 if found.has("next") else 0), anchor, base


def _on_weekday(year: int, month: int, day: int, weekday: int) -> int:
    """The year nearest to ``year`` in which the day is that weekday; ``year`` itself if none is near."""
    for step in (0, -1, 1, -2, 2):
        one = make(year + step, month, day) if 0 < year + step <= 9999 else None
        if one is not None and one.weekday() == weekday:
            return year + step
    return year


def read(found: Found) -> Meaning | None:
    """Day, month and perhaps year."""
    month, day, year = found.value("month", "month"), day_number(found), year_number(found)
    if month is None or day is None or make(2000, int(month), day) is None:
        return None
    known = tuple(name for name in ("year", "month", "day", "weekday") if found.has(name))
    if year is not None and year > 0 and make(year, int(month), day) is None:
        return None

    def resolve(context: Context) -> Reading | None:
        if year is not None:
            reading = of_date(year, int(month), day, known=known)
            return absolute(reading)
        if found.has("relative"):
            own, anchor, base = relative_year(found, context)
            reading = of_date(own, int(month), day, known=known, anchor=anchor, anchor_date=base) if own else None
            return reading or Reading("DATE", f"XXXX-{int(month):02d}-{day:02d}", known=known, anchor="missing")
        if found.has("before") or found.has("coming"):
            context = replace(context, tense=-1 if found.has("before") else 1, told=None, domain="news")
        own, anchor, base = year_of(context, int(month), day)
        if own is None:
            value = f"XXXX-{int(month):02d}-{day:02d}"
            return Reading("DATE", value, known=known, anchor="missing")
        if own > 0 and make(own, int(month), day) is None:
            own = next((y for y in range(own, own - 5, -1) if make(y, int(month), day)), own)
        if found.has("weekday") and own > 0:
            own = _on_weekday(own, int(month), day, int(found.value("weekday", "weekday") or 0))
        return of_date(own, int(month), day, known=known, implied=("year",), anchor=anchor, anchor_date=base)

    return resolve
