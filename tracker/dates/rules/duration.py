"""How long: "for three days", "a 30-day ceasefire", "several weeks", "two years of talks". No date."""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.numbers import counted
from tracker.dates.reading import Meaning, Reading

LETTERS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "quarter": "Q",
    "decade": "E",
    "century": "C",
    "fortnight": "W",
    "weekend": "W",
}
HALVES = {"minute": "PT30S", "hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
PATTERNS = (
    "{length:length}",
    "(?P<halved>{half_of}){a}{unit:unit}",
    "{single}{hyphen}?(?P<one>{unit})",
    "(?P<count>{number}|{n31}|{n99}|{several}|{a}?{few})x{unit:unit}",
    "{bound}?%count%{hyphen}?{straight}?{unit:unit}(?P<age>{hyphen}?{adjective_old})?",
    "(?P<count>{number}){hyphen}{and}{hyphen}{a}{hyphen}(?P<half>{half_of}){hyphen}{unit:unit}",
    "{a}{unit:unit}(?P<more_half>{fraction_half})",
    "{all_word}{singular:whole}{long}?",
    "{plural_unit:many}{hyphen}{long}",
)
EXAMPLES = (
    ("The talks are due to last three days.", "three days", "P3D"),
    ("They talked for three days.", "three days", "P3D"),
    ("A 30-day ceasefire was offered.", "30-day", "P30D"),
    ("It took several weeks.", "several weeks", "PXW"),
    ("The three-and-a-half-year war ended.", "three-and-a-half-year", "P3.5Y"),
    ("It took a year and a half.", "a year and a half", "P1.5Y"),
    ("They fought all day.", "all day", "P1D"),
    ("The weeks-long siege ended.", "weeks-long", "PXW"),
)
NEAR_MISSES = (
    "The 6-year-old boy was freed.",
    "They watched 60 Minutes at home.",
    "Three quarters of the men left.",
    "A second attack failed.",
    "It was a long day.",
    "They counted 12 school yards.",
    "All second offers failed.",
)


def period(count: int | None, unit: str) -> str:
    """TIMEX3's value of a duration."""
    if unit == "fortnight":
        count, unit = (None if count is None else 2 * count), "week"
    if unit == "decade" and count is not None:
        count, unit = count * 10, "year"
    if unit == "century" and count is not None:
        count, unit = count * 100, "year"
    prefix = "PT" if unit in ("second", "minute", "hour") else "P"
    return f"{prefix}{'X' if count is None else count}{LETTERS[unit]}"


def read(found: Found) -> Meaning | None:
    """The period; ages and fractions are none."""
    if found.has("length") or found.has("one"):
        unit = str(found.value("length", "length") or found.value("one", "unit"))
        return (
            (lambda _: Reading("DURATION", period(1, unit)))
            if "hyphen" in found.tokens.values[found.last - 2] or found.has("length")
            else None
        )
    if found.has("whole") or found.has("many"):
        unit = str(found.value("whole", "unit") or found.value("many", "unit"))
        many = found.has("many")
        return (
            None if unit == "second" else lambda _: Reading("DURATION", period(None if many else 1, unit), vague=many)
        )
    if not _is_duration(found):
        return None
    unit = str(found.value("unit", "unit"))
    value = period(counted(found), unit)
    if found.has("half") or found.has("more_half"):
        value = period(counted(found) if found.has("half") else 1, unit)
        value = value[:-1] + ".5" + value[-1]
    if found.has("halved"):
        if unit not in HALVES:
            return None
        value = HALVES[unit]
    vague = counted(found) is None and not (found.has("halved") or found.has("more_half"))
    return lambda _: Reading("DURATION", value, vague=vague)


def _is_duration(found: Found) -> bool:  # noqa: PLR0911  one for each trap
    unit = str(found.value("unit", "unit"))
    if found.has("age") and found.tokens.words[found.last - 1].startswith("old"):
        return False
    if found.value("unit", "year_suffix") and found.value("count", "year4"):
        return False
    if {"hyphen", "slash"} & found.before().keys() and "year4" in found.before(2) and found.tokens.glued(found.first):
        return False
    article = found.word("count") in ("a", "an")
    if article and "long" in found.tokens.values[found.last - 2]:
        return False
    if found.tokens.written(found.index("unit"))[0].isupper() and not found.tokens.written(found.first)[0].isupper():
        return False
    if article and (unit == "second" or ("hyphen" in found.after() and found.tokens.glued(found.last))):
        return False
    if article and ("rated" in found.before() or ("digit" in found.before() and "year4" not in found.before())):
        return False
    if unit == "quarter" and found.value("count", "year4"):
        return False
    return not (unit == "quarter" and (article or ("of" in found.after() and "the" in found.after(2))))
