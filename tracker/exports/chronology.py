"""A chronology to print or hand on: one HTML page by year, every entry with the numbers of its sources.

The page is whole in itself: no script, no font and no picture from elsewhere. An event stands in the year in which it
can have begun (by its end if it is open), events without any day stand last under a heading of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, TextIO

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from tracker.exports._told import Told, counted, is_web, told
from tracker.timeline.date_in_words import date_in_words
from tracker.timeline.speech import ENGLISH, Speech

LABEL = "Chronology to print"
SUFFIX = ".html"
MIME = "text/html"
TAKES = "events"
FOR = "readers: by year, with numbered sources"
BINARY = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, its facts in a line, and the numbers of its sources."""

    told: Told
    facts: str
    sources: tuple[int, ...]


def write(frame: pd.DataFrame, stream: TextIO, *, about: str = "", speech: Speech = ENGLISH) -> None:
    """The rows of ``frame`` in the order of time."""
    events = sorted(told(frame, speech), key=_place)
    numbers: dict[str, int] = {}
    entries = [Entry(one, _facts(one), _numbers(one, numbers)) for one in events]
    parts: list[dict[str, Any]] = [
        {"title": title, "entries": list(group)}
        for title, group in groupby(entries, key=lambda one: _year(one.told, speech))
    ]
    stream.write(
        _template().render(
            speech=speech,
            words=_words(speech),
            span=_span(events, speech),
            count=counted(len(events), speech),
            about=about,
            notes=_notes(events, speech),
            parts=parts,
            sources=[{"name": name, "web": is_web(name)} for name in numbers],
        )
    )


def _words(speech: Speech) -> dict[str, str]:
    """The words of the page that stand on it whatever it tells."""
    return {
        "title": speech.phrase("Chronology"),
        "empty": speech.phrase("There is no event in this selection."),
        "unnamed": speech.phrase("no source named"),
        "sources": speech.phrase("Sources"),
        "open": speech.phrase("“"),
        "close": speech.phrase("”"),
    }


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.get_template("chronology.html.j2")


def _place(one: Told) -> tuple[Any, ...]:
    day = one.first or one.last
    return (day is None, day, one.last or one.first, one.event_id) if day else (True, one.event_id)


def _year(one: Told, speech: Speech) -> str:
    day = one.first or one.last
    return str(day.year) if day else speech.phrase("Without a known date")


def _span(events: Iterable[Told], speech: Speech) -> str:
    days = [day for one in events for day in (one.first, one.last) if day]
    return date_in_words(min(days), max(days), "range", speech) if days else ""


def _notes(events: list[Told], speech: Speech) -> list[str]:
    """What a reader must know of the dates, where it applies."""
    vague = sum(one.dated and not one.exact for one in events)
    undated = sum(not one.dated for one in events)
    found = []
    if vague:
        found.append(
            speech.phrases(
                "{count} event is not known to the day: the date, in italics, says what is known, and the entry stands "
                "at the first day that it may have been.",
                "{count} events are not known to the day: the date, in italics, says what is known, and the entry "
                "stands at the first day that it may have been.",
                vague,
            )
        )
    if undated:
        found.append(
            speech.phrases(
                "{count} event without any known date stands at the end.",
                "{count} events without any known date stand at the end.",
                undated,
            )
        )
    return found


def _facts(one: Told) -> str:
    return " · ".join(part for part in (one.kind, one.who, one.place, one.numbers) if part)


def _numbers(one: Told, known: dict[str, int]) -> tuple[int, ...]:
    """The numbers of an event's sources: its addresses, or its publishers if none is named; new ones are counted on."""
    return tuple(known.setdefault(name, len(known) + 1) for name in dict.fromkeys(one.sources or one.publishers))
