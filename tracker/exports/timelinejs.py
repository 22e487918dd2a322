"""JSON for Knight Lab's TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html).

TimelineJS draws a date as a point or a span and writes ``display_date`` beside it: an uncertain date is the span of
its possible days with its words, one with a single known end stands on that day, and its words say which end it is.
It cannot place an event without any day: those are left out, and the title slide says how many. TimelineJS takes texts
for HTML, so all of them are escaped; nothing of a source is embedded, only linked.
"""

from __future__ import annotations

import json
from datetime import date
from html import escape
from typing import Any, TextIO

import pandas as pd

from tracker.exports._told import Told, counted, is_web, told

LABEL = "TimelineJS"
SUFFIX = ".timelinejs.json"
MIME = "application/json"
TAKES = "events"
FOR = "a story on a web page (Knight Lab)"
BINARY = False
TITLE = "Negotiation timeline"


def write(frame: pd.DataFrame, stream: TextIO, *, about: str = "") -> None:
    """The dated rows of ``frame`` in their order, after a title slide with ``about`` and what is left out."""
    events = list(told(frame))
    undated = sum(not one.dated for one in events)
    said = [about, f"{counted(len(events) - undated)} with a date."]
    if undated:
        said.append(f"{counted(undated)} without any known date cannot be drawn and {_are(undated)} left out.")
    story = {
        "title": {"text": {"headline": TITLE, "text": "".join(f"<p>{escape(one)}</p>" for one in said if one)}},
        "events": [_slide(one) for one in events if one.dated],
    }
    json.dump(story, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _slide(one: Told) -> dict[str, Any]:
    first, last = one.first or one.last, one.last or one.first
    return {
        "unique_id": one.event_id,
        "start_date": _day(first),
        "end_date": _day(last),
        "display_date": escape(one.when),
        "group": one.group.label,
        "text": {"headline": escape(_headline(one)), "text": _text(one)},
        "autolink": False,
    }


def _day(day: date | None) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day} if day else {}


def _headline(one: Told) -> str:
    return f"{one.title} ({', '.join(one.remarks)})" if one.remarks else one.title


def _text(one: Told) -> str:
    facts = " · ".join(part for part in (one.kind, one.who, one.place, one.numbers) if part)
    parts = [f"<p>{escape(part)}</p>" for part in (one.description, facts) if part]
    if one.quote:
        parts.append(f"<blockquote>{escape(one.quote)}</blockquote>")
    links = [
        f'<a href="{escape(address)}">{escape(address)}</a>' if is_web(address) else escape(address)
        for address in one.sources
    ]
    return "".join(parts) + (f"<p>Sources: {', '.join(links)}</p>" if links else "")
