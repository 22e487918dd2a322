"""What a plain text says of itself in its first lines: its title, and the day on which it was published.

A day is taken only from a line that calls it so ("Published: 12 November 2025", "Date: 2025-11-12"); a date in the
article's own sentences or in an agency's dateline is none, since it may be the event's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from tracker.text.lines import lines
from tracker.text.roles import is_title

HEADER_LINES = 8
"""Lines at the top among which a publication date is looked for."""
HEADER_SIGNS = 4_000
"""Characters that are looked at."""
_MONTH_LANGUAGES = ("en", "fr", "de", "es", "pt", "it", "tr", "ru", "uk")
_LABEL = re.compile(
    r"(?:(?:date|published|publication date|date of publication|date published|posted|issued|released?)"
    r"(?: on| at)?|publié le|veröffentlicht(?: am)?|datum|fecha|publicado(?: el)?|data|pubblicato il|tarih"
    r"|yayın tarihi|дата|опубликовано|дата публикации|опубліковано)\s*(?::\s*|\s)",
    re.I,
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|\.)?(?: de)? ([^\W\d_]+)\.?,?(?: de)? (\d{4})(?!\d)")
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
_WEEKDAY = re.compile(r"[^\W\d_]+(?:-feira)?\.?,? (?=[^\W\d_]*\.? ?\d)")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """The publication day that a text states, and the line that says so."""

    day: date
    words: str


def stated_date(text: str) -> StatedDate | None:
    """The publication day from the header of ``text``, or ``None`` if no line there gives one plainly."""
    for line in text[:HEADER_SIGNS].splitlines()[:HEADER_LINES]:
        words = line.strip().strip("*_#").strip()
        label = _LABEL.match(words)
        if label:
            day = _day(words[label.end() :].strip("*_ '\""))
            if day:
                return StatedDate(day, words)
    return None


def title_of(text: str) -> str:
    """The first line of ``text`` if it can be a title (``roles.is_title``), without Markdown's marks; else empty."""
    top = lines(text[:HEADER_SIGNS])
    if len(top) < 2:
        return ""
    words = text[top[0].start : top[0].end]
    plain = re.sub(r"^#{1,6}\s+|\s+#+$|^\*\*|\*\*$", "", words).strip()
    return plain if is_title(plain, apart=top[0].alone) else ""


def _day(words: str) -> date | None:
    for form in (words, _WEEKDAY.sub("", words, count=1)):
        if found := _ISO.match(form):
            return _date(found.group(1), int(found.group(2)), found.group(3))
        if found := _DAY_MONTH.match(form):
            return _date(found.group(3), _months().get(found.group(2).casefold()), found.group(1))
        if (found := _MONTH_DAY.match(form)) and found.group(1).casefold() in _months():
            return _date(found.group(3), _months()[found.group(1).casefold()], found.group(2))
    return None


def _date(year: str, month: int | None, day: str) -> date | None:
    try:
        return date(int(year), month or 0, int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Month names and their short forms in several languages; a name that two months share is left out."""
    from babel.dates import get_month_names  # noqa: PLC0415 - few texts have a date in their header

    found: dict[str, set[int]] = {}
    for language in _MONTH_LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    found.setdefault(name.casefold().rstrip("."), set()).add(int(number))
    return {name: next(iter(numbers)) for name, numbers in found.items() if len(numbers) == 1}
