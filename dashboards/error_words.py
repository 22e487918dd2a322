"""What our own errors say, in the reader's language.

The tracker speaks English: fixed words around what it names. The catalogue has these sentences under "error", with
{1}, {2} for what is named (``error_sentences``); a sentence is found again by its fixed words, and what it names is
put into the translation. A sentence that the catalogue does not have stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

from babel.messages.pofile import read_po

from dashboards import language
from dashboards.language import _, named
from tracker.errors import TrackerError
from tracker.timeline import COLUMNS

KIND = "error"
"""The context of these sentences in the catalogue."""
_PLACE = re.compile(r"\{(\d+)\}")
_MEANINGS = {one.meaning for one in COLUMNS}


def said(text: str, kind: str = KIND) -> str:
    """A sentence or an advice of an error; of another ``kind``, what the program itself wrote into the log."""
    if language.current() == language.SOURCE or not text:
        return text
    if text in _MEANINGS:
        return named("column", text)
    for pattern, message in _patterns(language.current(), kind):
        found = pattern.fullmatch(text)
        if found:
            return _filled(message, found)
    return text


def _filled(message: str, found: re.Match[str]) -> str:
    return _PLACE.sub(lambda place: found[f"n{place[1]}"], message)


@cache
def _patterns(code: str, kind: str) -> list[tuple[re.Pattern[str], str]]:
    """What finds a sentence, and its translation; those with the most words of their own first."""
    path = language.LOCALES / code / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return []
    with path.open("rb") as stream:
        known = [(str(one.id), str(one.string)) for one in read_po(stream) if one.context == kind and one.string]
    known.sort(key=lambda two: (-len(_PLACE.sub("", two[0])), two[0]))
    return [(re.compile(_pattern(english), re.DOTALL), translated) for english, translated in known]


def _pattern(english: str) -> str:
    pieces = _PLACE.split(english)
    return "".join(f"(?P<n{piece}>.+?)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces))


def sentence_and_advice(error: TrackerError) -> str:
    """What is wrong and what to do, without where."""
    return f"{said(error.sentence)} {said(error.advice)}".strip()


def in_full(error: TrackerError) -> str:
    """Where it went wrong, what is wrong and what to do."""
    where = [error.file or ""]
    if error.line is not None:
        where.append(_("line {number}", number=error.line))
    if error.field:
        where.append(_("field {name}", name=error.field))
    place = ", ".join(one for one in where if one)
    return f"{place}: {sentence_and_advice(error)}" if place else sentence_and_advice(error)
