"""A decade: "the 1990s", "the late 1960s", "the '80s", "the mid-nineties", "the 470s BC"."""

from __future__ import annotations

from datetime import date

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, Told, absolute, narrowed, of_unit

PATTERNS = ("(?:%part%|{the})?{decade:decade}(?P<era>{bc})?", "(?:%part%|{the}){decade_word:word}")
EXAMPLES = (
    ("The dispute began in the 1990s.", "the 1990s", "199"),
    ("It was a custom of the late 1960s.", "the late 1960s", "196"),
    ("Both fought in the '80s.", "the '80s", "198"),
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
    if len(digits) == 2:
        quoted = found.word("decade")[:1] in "'‘’"
        article = "the" in found.tokens.values[found.first] or "and" in found.before()
        if not (_paired(found) or quoted or found.has("word") or (article and int(digits) >= 50)) or int(digits) < 20:
            return None
        digits = (_paired(found) or "19") + digits
    if len(digits) != 4:
        return None
    year = int(digits)

    def resolve(_: Context) -> Reading | None:
        return narrowed(absolute(of_unit(date(year, 1, 1), "decade", known=("decade",))) or Reading("DATE", ""), part)

    return resolve


def _paired(found: Found) -> str:
    """The century of the decade that this one goes on from ("the 1920s and 30s"); empty if there is none."""
    if not ({"and", "or", "hyphen", "to"} & found.before().keys()) or "decade" not in found.before(2):
        return ""
    other = found.tokens.words[found.first - 2].strip("'")
    return other[:2] if other[:4].isdecimal() else ""
