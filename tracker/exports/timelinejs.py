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

from tracker.exports._told import Told, is_web, told
from tracker.timeline.speech import ENGLISH, Speech

LABEL = "TimelineJS"
SUFFIX = ".timelinejs.json"
MIME = "application/json"
TAKES = "events"
FOR = "a story on a web page (Knight Lab)"
BINARY = False


def write(frame: pd.DataFrame, stream: TextIO, *, about: str = "", speech: Speech = ENGLISH) -> None:
    """The dated rows of ``frame`` in their order, after a title slide with ``about`` and what is left out."""
    events = list(told(frame, speech))
    undated = sum(not one.dated for one in events)
    dated = speech.phrases("{count} event with a date.", "{count} events with a date.", len(events) - undated)
    said = [about, dated]
    if undated:
        said.append(
            speech.phrases(
                "{count} event without any known date cannot be drawn and is left out.",
                "{count} events without any known date cannot be drawn and are left out.",
                undated,
            )
        )
    story = {
        "title": {
            "text": {
                "headline": speech.phrase("Negotiation timeline"),
                "text": "".join(f"<p>{escape(one)}</p>" for one in said if one),
            }
        },
        "events": [_slide(one, speech) for one in events if one.dated],
    }
    json.dump(story, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def _slide(one: Told, speech: Speech) -> dict[str, Any]:
    first, last = one.first or one.last, one.last or one.first
    return {
        "unique_id": one.event_id,
        "start_date": _day(first),
        "end_date": _day(last),
        "display_date": escape(one.when),
        "group": one.group_name,
        "text": {"headline": escape(_headline(one)), "text": _text(one, speech)},
        "autolink": False,
    }


def _day(day: date | None) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day} if day else {}


def _headline(one: Told) -> str:
    return f"{one.title} ({', '.join(one.remarks)})" if one.remarks else one.title


def _text(one: Told, speech: Speech) -> str:
    facts = " · ".join(part for part in (one.kind, one.who, one.place, one.numbers) if part)
    parts = [f"<p>{escape(part)}</p>" for part in (one.description, facts) if part]
    if one.quote:
        parts.append(f"<blockquote>{escape(one.quote)}</blockquote>")
    links = [
        f'<a href="{escape(address)}">{escape(address)}</a>' if is_web(address) else escape(address)
        for address in one.sources
    ]
    return "".join(parts) + (f"<p>{escape(speech.phrase('Sources'))}: {', '.join(links)}</p>" if links else "")
