"""The languages in which the command line writes files for readers: English, and those that ``offer`` adds.

Who joins the command line and the catalogues of words offers them; no command waits for a catalogue that it does not
need.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.timeline.speech import Speech

LanguageOf = Annotated[
    str,
    typer.Option(
        "--language",
        metavar="CODE",
        help="Language of what is written for readers (chronology, icalendar, timelinejs): en, tr or uk.",
    ),
]

_offered: list[tuple[Callable[[], Sequence[str]], Callable[[str], Speech]]] = []


def offer(codes: Callable[[], Sequence[str]], speech: Callable[[str], Speech]) -> None:
    """From now on the languages of ``codes()`` are known; ``speech(code)`` gives one of them."""
    _offered[:] = [(codes, speech)]


def speech_in(code: str) -> Speech:
    """The language called ``code``; raises ``UsageError`` that lists the known ones."""
    from tracker.timeline.speech import ENGLISH  # noqa: PLC0415 - every command imports this module

    if code == ENGLISH.locale:
        return ENGLISH
    known = [ENGLISH.locale]
    for codes, speech in _offered:
        if code in codes():
            return speech(code)
        known += [one for one in codes() if one not in known]
    raise UsageError(
        f'There are no words in the language "{code}".', field="--language", advice=f"Known: {', '.join(known)}."
    )
