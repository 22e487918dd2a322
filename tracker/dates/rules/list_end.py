"""An end of a span or list that leaves out what the other end says: "[6]-7 February", "April 24 and [25]", "[April]
and June 1957", "1958-[59]", "[479]-478 BC", "[the spring] and summer of 1919".
"""

from __future__ import annotations

from dataclasses import replace

from tracker.dates.calendar import make
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, absolute, narrowed, of_date, of_season
from tracker.dates.resolve import year_of
from tracker.dates.rules.day import day_number, year_number

_END = "(?:{hyphen}|{to}|{and}|{or}|{slash})"
_MORE = "(?:(?:{comma}|{slash})(?:{n31}|{nth}))"
PATTERNS = (
    f"(?P<own>%day%)(?={_MORE}{{0,6}}{{comma}}?{_END}(?:{{n31}}|{{nth}}){{of}}?%month%(?:{{comma}}?%year%)?)",
    f"%month%(?:{{n31}}|{{nth}}){_MORE}{{0,6}}{{comma}}?{_END}(?P<own>%day%(?:{{comma}}?%year%)?)(?!{{month}})",
    f"%month%(?:{{n31}}|{{nth}}){_MORE}{{0,4}}{{comma}}(?P<own>%day%)(?={_MORE}{{0,4}}{{comma}}?{{and}}(?:{{n31}}|{{nth}})(?:{{comma}}?%year%)?)",
    f"(?P<own>%month%%day%)(?={_MORE}{{0,6}}{{comma}}?{_END}(?:{{n31}}|{{nth}}){{comma}}?%year%)",
    f"(?P<own>%part%?%month%)(?=(?:{{comma}}{{month}}){{0,6}}{{comma}}?{_END}{{part}}?{{hyphen}}?{{month}}{{dot}}?{{of}}?%year%)",
    f"(?P<own>%day%{{of}}?%month%)(?={_END}%day%{{of}}?%month%{{comma}}?%year%)",
    f"(?P<own>%month%%day%)(?={_END}%month%%day%{{comma}}?%year%)",
    "(?P<base>{year4})(?:{hyphen}|{slash})(?P<own>(?P<short>{n31}|{n99}))",
    f"(?P<own>(?P<before>{{digit}}))(?={_END}(?:{{digit}})(?P<era>{{bc}}))",
    f"(?P<own>{{the}}?{{season:season}})(?={_END}(?:{{early}}|{{late}}|{{the}})?{{season}}{{of}}?%bc_year%)",
)
EXAMPLES = (
    ("The talks of 6-7 February failed.", "6", "2025-02-06"),
    ("They met on April 24 and 25.", "25", "2025-04-25"),
    ("They met from 1 to 2 June 2024.", "1", "2024-06-01"),
    ("Rounds were held in April and June 2024.", "April", "2024-04"),
    ("They met between 30 March and 2 April 2022.", "30 March", "2022-03-30"),
    ("It ran from December 28 to January 3, 2024.", "December 28", "2023-12-28"),
    ("The war of 1958-59 was short.", "59", "1959"),
    ("The revolt of 499-493 BC spread.", "499", "BC0499"),
    ("They passed the spring and summer of 1919 there.", "the spring", "1919-SP"),
)
NEAR_MISSES = ("The score was 3-2 on the day.", "Chapters 4 and 5 tell it.")


def read(found: Found) -> Meaning | None:
    """The end that the pattern names ``own``, with what the other end says."""
    if found.has("short"):
        return _short_year(found)
    if found.has("before"):
        year = int(found.word("before"))
        return lambda _: absolute(of_date(-year, known=("year",), implied=("era",)))
    year_written = year_number(found)
    if found.has("season"):
        season = str(found.value("season", "season"))
        return (lambda _: absolute(of_season(year_written, season, known=("season",)))) if year_written else None
    month = int(found.value("month", "month") or 0)
    part = str(found.value("part", "part") or "") or None
    day = day_number(found) if found.has("day") else None
    if found.has("day") and (day is None or make(2000, month, day) is None):
        return None

    other = _later_month(found)

    def resolve(context: Context) -> Reading | None:
        if year_written and other is not None:
            own = year_written - (month > other)
            reading = absolute(of_date(own, month, day, known=("day", "month"), implied=("year",)))
            return narrowed(reading, part) if reading else None
        year, anchor, base = (year_written, "none", None) if year_written else year_of(context, month, day)
        if year is None:
            return Reading("DATE", f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""), anchor="missing")
        reading = of_date(year, month, day, known=("day",) if day else ("month",), anchor=anchor, anchor_date=base)
        reading = absolute(reading) if year_written else reading
        return narrowed(reading, part) if reading else None

    return resolve


def _later_month(found: Found) -> int | None:
    """The month of the other end, where each end has its own and the year stands with the second."""
    slot = found.match.re.groupindex.get("month__2", 0)
    return int(found.tokens.values[found.match.start(slot)]["month"]) if slot and found.match.start(slot) >= 0 else None


def _short_year(found: Found) -> Meaning | None:
    """1958-59: the second year, if it comes after the first."""
    base, short = int(found.word("base")), found.word("short")
    if len(short) != 2 or not found.tokens.glued(found.first) or int(short) <= base % 100:
        return None
    year = base // 100 * 100 + int(short)
    return lambda _: _keep(of_date(year, known=("year",), implied=("century",)))


def _keep(reading: Reading | None) -> Reading | None:
    return replace(reading, told=None) if reading else None
