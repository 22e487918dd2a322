"""How often: "every Friday", "daily", "twice a week", "per month", "each year". No date."""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.lexicon import NOTHING
from tracker.dates.numbers import counted
from tracker.dates.reading import Meaning, Reading
from tracker.dates.rules.day import day_number
from tracker.dates.rules.duration import period

PATTERNS = (
    "{rate:rate}",
    "{every}(?:{unit:unit}|{season:season}|{day_part:day_part}|%weekday%|%month%|(?P<holiday>{holiday}))",
    "{every}%count%{unit:unit}",
    "{every}(?:%day%{of}?%month%|%month%%day%)",
    "{every}{weekday}(?:{comma}{weekday}){0,5}{comma}?(?:{and}|{or})(?P<own>%weekday%)",
    "{every}(?P<nth>{ordinal}|{nth})(?P<of_unit>{singular})",
    "{every_other:other}{unit:unit}",
    "(?P<per>{per}){unit:unit}",
    "(?P<own>{a}{unit:unit})(?<=.)",
)
EXAMPLES = (
    ("They protest every Friday.", "every Friday", "XXXX-WXX-5"),
    ("Shells fall daily on the town.", "daily", "P1D"),
    ("The group meets twice a week.", "a week", "P1W"),
    ("It costs two million per month.", "per month", "P1M"),
    ("It marches every 9 May.", "every 9 May", "XXXX-05-09"),
    ("They report every third month.", "every third month", "P3M"),
    ("It costs $5 a day.", "a day", "P1D"),
    ("The field gives 400,000 barrels a day.", "a day", "P1D"),
    ("Inspectors return every two weeks.", "every two weeks", "P2W"),
)
NEAR_MISSES = ("Every side blamed the other.", "Each of them left.")


def read(found: Found) -> Meaning | None:
    """The period after which it comes again."""
    if "press" in found.after() and found.tokens.written(found.last)[0].isupper():
        return None
    value = _value(found)
    return (lambda _: Reading("SET", value)) if value else None


def _value(found: Found) -> str | None:  # noqa: PLR0911  one for each kind
    unit = found.value("unit", "unit")
    if found.has("day"):
        number = day_number(found)
        return f"XXXX-{int(found.value('month', 'month') or 0):02d}-{number:02d}" if number else None
    if found.has("rate"):
        return period(1, str(found.value("rate", "rate")))
    if found.has("weekday"):
        return f"XXXX-WXX-{int(found.value('weekday', 'weekday') or 0) + 1}"
    if found.has("month"):
        return f"XXXX-{int(found.value('month', 'month') or 0):02d}"
    if found.has("season"):
        return f"XXXX-{found.value('season', 'season')}"
    if found.has("day_part"):
        return f"XXXX-XX-XXT{found.value('day_part', 'day_part')}"
    if found.has("holiday"):
        return "P1Y"
    if found.has("other"):
        return period(2, str(unit))
    if found.has("nth"):
        digits = "".join(character for character in found.word("nth") if character.isdecimal())
        number = int(digits or found.value("nth", "ordinal") or 0)
        return period(number, str(found.value("of_unit", "unit"))) if number > 1 else None
    if found.has("count"):
        return period(counted(found), str(unit))
    if found.match.re.groupindex.get("own") and not _rated(found):
        return None
    return period(1, str(unit)) if unit else None


def _rated(found: Found) -> bool:
    """A number or "times" before "a week" makes it a rate, also with what is counted between."""
    if found.value("unit", "singular") != 1:
        return False
    before = found.before()
    if "times" in before or "rated" in before or _counts(found, 1):
        return True
    tokens, first = found.tokens, found.first - 1
    plain = first > 0 and (tokens.codes[first] == NOTHING or "counted" in before) and "unit" not in before
    return plain and _counts(found, 2)


def _counts(found: Found, distance: int) -> bool:
    """True if the token so far before is a number, be it one of money, and no year."""
    index = found.first - distance
    if index < 0 or "year4" in found.before(distance):
        return False
    return found.tokens.words[index][0].isdecimal() or "number" in found.before(distance)
