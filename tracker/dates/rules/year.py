"""A year: "2014", "early 1941", "the end of 1958", "'82", "1914-18", "490 BC"."""

from __future__ import annotations

from dataclasses import replace

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, absolute, narrowed, of_date
from tracker.dates.tokens import Tokens

LIST_REACH = 12
"""Words looked back over a list of numbers."""
_SIGNS = ("-", "/", ".", "+")
PATTERNS = (
    "(?:%part%(?:{the}?{unit})?|{the}{year_unit})?%year%",
    "(?P<prefix>{prefix}){hyphen}%year%",
    "(?:%part%(?:{the}?{unit})?)?(?P<year>{digit})(?P<era>{bc})",
    "(?:(?P<year>{digit})(?P<after_christ>{ad})|(?P<after_christ>{ad})(?P<year>{digit}))",
    "(?P<apostrophe>{short_year})",
)
EXAMPLES = (
    ("He has ruled since 2014.", "2014", "2014"),
    ("The year 2014 changed it all.", "The year 2014", "2014"),
    ("It is a work of post-1991 art.", "post-1991", "1991"),
    ("By early 1941 the front had moved.", "early 1941", "1941"),
    ("It ended at the end of 1958.", "the end of 1958", "1958"),
    ("The plague of 430 BC killed many.", "430 BC", "BC0430"),
    ("The city fell in 70 CE.", "70 CE", "0070"),
    ("The city fell in AD 70.", "AD 70", "0070"),
    ("The boom of '82 was short.", "'82", "1982"),
)
NEAR_MISSES = (
    "The council passed Resolution 2334 at once.",
    "At least 2025 people fled.",
    "The town has 1950 people and 2000 soldiers.",
    "It cost $2025 then.",
    "They sold an ad 30 times.",
)


def read(found: Found) -> Meaning | None:
    """The year, if it is one."""
    part = str(found.value("part", "part") or "") or None
    if found.has("apostrophe"):
        digits = int(found.word("apostrophe")[1:])
        return lambda context: _short(digits, context)
    written = found.word("year")
    if found.value("era", "bc"):
        return (lambda _: absolute(of_date(-int(written), known=("year",)))) if int(written) < 10000 else None
    if found.has("after_christ"):
        fits = len(written) < 5 and found.tokens.written(found.index("after_christ")).isupper()
        return (lambda _: absolute(of_date(int(written), known=("year",)))) if fits else None
    if not _is_year(found, int(written)):
        return None

    def resolve(_: Context) -> Reading | None:
        reading = absolute(of_date(int(written), known=("year",)))
        return narrowed(reading, part) if reading else None

    return resolve


def _short(digits: int, context: Context) -> Reading | None:
    """'82: the latest year so written up to ten years after publication."""
    base, anchor = context.publication()
    if base is None:
        return replace(Reading("DATE", f"XX{digits:02d}"), anchor="missing")
    year = base.year // 100 * 100 + digits
    year -= 100 if year > base.year + 10 else 0
    return of_date(year, known=("year",), implied=("century",), anchor=anchor, anchor_date=base)


def _is_year(found: Found, year: int) -> bool:
    """A bare number of four digits is a year unless what stands beside it counts or numbers something."""
    tokens, first = found.tokens, found.index("year")
    if _numbered(tokens, first) and not found.has("part"):
        return False
    if found.has("prefix"):
        return True
    if _glued_to_number(tokens, first, year) or "counted" in found.after():
        return False
    before = tokens.values[first - 1] if first else {}
    if "year_unit" in before and "unit" in before:
        return True
    return "month_cue" in before or found.has("part") or found.has("era") or 1700 <= year <= 2100


def _numbered(tokens: Tokens, first: int) -> bool:
    """Resolution 1967, also in a list: Resolutions 1967 and 1973."""
    index = first - 1
    while (
        index > max(0, first - LIST_REACH)
        and ("and" in tokens.values[index] or "comma" in tokens.values[index])
        and "year4" in tokens.values[index - 1]
    ):
        index -= 2
    return index >= 0 and "year_stop" in tokens.values[index]


def _glued_to_number(tokens: Tokens, first: int, year: int) -> bool:
    """Part of a longer number or name: 555-2025, X-1999, 2024/17. Spans of years are not (1914-18, 1955-1957)."""
    if first > 1 and tokens.words[first - 1] in _SIGNS and tokens.glued(first) and tokens.glued(first - 1):
        other = tokens.values[first - 2]
        if tokens.words[first - 1] == "/" and "n31" in other and "month" not in other:
            return True
        if not ({"year4", "month", "part", "n31", "short_year"} & other.keys()):
            return True
    if (
        first + 2 < len(tokens.words)
        and tokens.words[first + 1] in _SIGNS
        and tokens.glued(first + 1)
        and tokens.glued(first + 2)
    ):
        other = tokens.values[first + 2]
        short = tokens.words[first + 2]
        if "digit" in other and "year4" not in other:
            return not (len(short) == 2 and int(short) > year % 100)
    return False
