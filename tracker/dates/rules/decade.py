"""A decade: "the 1990s", "the late 1960s", "the '80s", "the mid-nineties", "the 470s BC"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, Told, absolute, narrowed, of_unit

EARLIEST, LATEST = 15, 20
"""Hundreds before a decade in words."""
_HALF = "(?:{the}?(?P<which>{ordinal}|{nth}){half_of}{of})?"
PATTERNS = (
    _HALF + "(?:%part%|{the})?{decade:decade}(?P<era>{bc})?",
    "(?:%part%|{the}){decade_word:word}",
    "(?:%part%|{the}){number:hundreds}{hyphen}?{decade_word:word}",
)
EXAMPLES = (
    ("The dispute began in the 1990s.", "the 1990s", "199"),
    ("It was a custom of the late 1960s.", "the late 1960s", "196"),
    ("Both fought in the '80s.", "the '80s", "198"),
    ("It grew in the nineteen-eighties.", "the nineteen-eighties", "198"),
    ("It grew in the first half of the 1990s.", "the first half of the 1990s", "199"),
    ("The league fought in the 470s BC.", "the 470s BC", "BC047"),
)
NEAR_MISSES = ("He is in his 60s.", "Temperatures reached the high 30s.", "The 30s line was long.")


def read(found: Found) -> Meaning | None:
    """The ten years."""
    digits = "".join(character for character in found.word("decade") if character.isdecimal())
    part = str(found.value("part", "part") or "") or None
    if found.value("era", "bc"):
        value, told = f"BC{int(digits) // 10:03d}", Told(-int(digits), unit="decade", absolute=True)
        return lambda _: Reading("DATE", value, known=("decade",), told=told)
    if found.has("word"):
        digits = f"{int(found.value('word', 'decade_word') or 0)}"
    if found.has("hundreds"):
        hundreds = int(found.value("hundreds", "number") or 0)
        if not EARLIEST <= hundreds <= LATEST:
            return None
        digits = f"{hundreds}{digits[2:]}"
    if len(digits) == 2:
        quoted = found.word("decade")[:1] in "'‘’"
        article = "the" in found.tokens.values[found.first] or "and" in found.before()
        if not (_paired(found) or quoted or found.has("word") or (article and int(digits) >= 50)) or int(digits) < 20:
            return None
        digits = (_paired(found) or "19") + digits
    if len(digits) != 4:
        return None
    year = int(digits)

    half = found.value("which", "ordinal")

    def resolve(_: Context) -> Reading | None:
        whole = absolute(of_unit(date(year, 1, 1), "decade", known=("decade",))) or Reading("DATE", "")
        if half is not None:
            middle = date(year + 5, 1, 1)
            return replace(whole, last=middle - timedelta(1)) if half == 1 else replace(whole, first=middle)
        return narrowed(whole, part)

    return resolve


def _paired(found: Found) -> str:
    """The century of the decade that this one goes on from ("the 1920s and 30s"); empty if there is none."""
    if not ({"and", "or", "hyphen", "to"} & found.before().keys()) or "decade" not in found.before(2):
        return ""
    other = found.tokens.words[found.first - 2].strip("'")
    return other[:2] if other[:4].isdecimal() else ""
