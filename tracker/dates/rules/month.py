"""A month, with or without its year or a part: "May 2022", "early October", "the end of June", "December last year"."""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.lexicon import NOTHING
from tracker.dates.reading import Context, Meaning, Reading, absolute, narrowed, of_date
from tracker.dates.resolve import year_of
from tracker.dates.rules.day import relative_year, year_number

PATTERNS = (
    "%part%?%month%(?:(?:{comma}|{of})?%bc_year%)",
    "%part%?%month%{of}?(?P<relative>(?P<last>{last}|{previous})|(?P<this>{this})|(?P<next>{next}|{following})|(?P<that>%that%)){unit:unit}",
    "%part%?(?P<side>(?P<before>{last}|{past})|(?P<coming>{next})|{this})%month%",
    "%part%?(?P<side>(?P<told>{that}))%month%",
    "%part%?%month%",
)
EXAMPLES = (
    ("The war began in February 2022.", "February 2022", "2022-02"),
    ("Talks resumed in early October.", "early October", "2025-10"),
    ("It expired at the end of June 2024.", "the end of June 2024", "2024-06"),
    ("They met in May '98.", "May '98", "1998-05"),
    ("They met in December last year.", "December last year", "2024-12"),
    ("A mid-May meeting failed.", "mid-May", "2025-05"),
    ("In 2022 the sides made peace; a plan tabled that August, in Rome, came to nothing.", "that August", "2022-08"),
)
STANDING = frozenset({"and", "preposition", "the"})
"""Classes of words before which a month stands that "that" points back to; "of" leads on to its year."""
NEAR_MISSES = (
    "The sides may meet again.",
    "Protesters march on the capital.",
    "May the best side win.",
    "A march through the city ended quietly.",
    "He said that May would be too late.",
)


def read(found: Found) -> Meaning | None:
    """Month, perhaps its part and its year or the year it is told from."""
    month = int(found.value("month", "month") or 0)
    part = found.value("part", "part")
    year = year_number(found)
    if found.has("part") and _is_day(found):
        return None
    if found.has("told") and not _points_back(found):
        return None
    if found.has("relative") and found.value("unit", "unit") != "year":
        return None
    if (
        year is None
        and not found.has("relative")
        and not found.has("side")
        and not found.has("part")
        and not _cued(found)
    ):
        return None
    known = ("year", "month") if year is not None else ("month",)

    def resolve(context: Context) -> Reading | None:
        written = absolute(of_date(year, month, known=known)) if year is not None else None
        reading = written if year is not None else _yearless(found, month, context)
        return narrowed(reading, str(part) if part else None) if reading else None

    return resolve


def whole_month(found: Found) -> Meaning:
    """The month, with its year if one is written, where the words before it leave no doubt that it is one."""
    month, year = int(found.value("month", "month") or 0), year_number(found)
    if year is not None:
        return lambda _: absolute(of_date(year, month, known=("year", "month")))
    return lambda context: _yearless(found, month, context)


def _yearless(found: Found, month: int, context: Context) -> Reading | None:
    if found.has("relative"):
        return _of_relative_year(found, month, context)
    if found.has("told"):
        return _of_year_told(month, context)
    if found.has("side"):
        return _beside(found, month, context)
    own, anchor, base = year_of(context, month)
    if own is None:
        return Reading("DATE", f"XXXX-{month:02d}", known=("month",), anchor="missing")
    return of_date(own, month, known=("month",), implied=("year",), anchor=anchor, anchor_date=base)


def _of_relative_year(found: Found, month: int, context: Context) -> Reading | None:
    year, anchor, base = relative_year(found, context)
    if year is None:
        return Reading("DATE", f"XXXX-{month:02d}", known=("month",), anchor="missing")
    return of_date(year, month, known=("month", "year"), anchor=anchor, anchor_date=base)


def _beside(found: Found, month: int, context: Context) -> Reading | None:
    """Last November, next May, this June: the nearest on that side of publication, this year's."""
    base, anchor = context.publication()
    if base is None:
        return Reading("DATE", f"XXXX-{month:02d}", known=("month",), anchor="missing")
    year = base.year
    if found.has("before"):
        year -= month >= base.month
    elif found.has("coming"):
        year += month <= base.month
    return of_date(year, month, known=("month",), implied=("year",), anchor=anchor, anchor_date=base)


def _of_year_told(month: int, context: Context) -> Reading | None:
    """That March: of the year told last; where no earlier one is told, of the nearest."""
    told = context.last_told()
    if told is None or told.year < 0:
        own, anchor, base = year_of(context, month)
    else:
        own, anchor, base = told.year, "narration", told.start
    if own is None:
        return Reading("DATE", f"XXXX-{month:02d}", known=("month",), anchor="missing")
    return of_date(own, month, known=("month",), implied=("year",), anchor=anchor, anchor_date=base)


def _points_back(found: Found) -> bool:
    """Whether "that" points back, and does not lead in what is said ("said that August would be hard")."""
    if found.last >= len(found.tokens.words):
        return True
    return not found.tokens.words[found.last][0].isalpha() or not STANDING.isdisjoint(found.after())


def _is_day(found: Found) -> bool:
    """Whether a day's number follows, so that no part of the month is meant ("a truce beginning January 18")."""
    return found.last < len(found.tokens.words) and found.tokens.written(found.last).isdigit()


def _cued(found: Found) -> bool:
    """A month that is also another word needs a preposition before it; so does one that may be a person's first
    name.
    """
    if (
        found.last < len(found.tokens.words)
        and found.tokens.codes[found.last] == NOTHING
        and found.tokens.written(found.last)[0].isupper()
    ):
        return "month_cue" in found.before() or "the" in found.before()
    if not found.value("month", "doubtful"):
        return True
    if "the" in found.before() and found.last < len(found.tokens.words):
        return found.tokens.codes[found.last] == NOTHING and found.tokens.written(found.first)[0].isupper()
    return "month_cue" in found.before()
