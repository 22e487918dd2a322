"""A JSON list of events, one object each: lists where a cell holds several values, ``null`` where it is empty."""

from __future__ import annotations

import json
from typing import Any, TextIO

import pandas as pd

from tracker.timeline.cells import read_actors, read_links, read_names, read_quantities
from tracker.timeline.frame import check_frame, values_of
from tracker.timeline.speech import ENGLISH, Speech

LABEL = "JSON"
SUFFIX = ".json"
MIME = "application/json"
TAKES = "events"
FOR = "programs, with lists as lists"
BINARY = False


def write(frame: pd.DataFrame, stream: TextIO, *, about: str = "", speech: Speech = ENGLISH) -> None:
    """The rows of ``frame`` in their order, one object a line; a bare list has no place for ``about``."""
    rows = check_frame(frame).to_dict("records")
    stream.write("[")
    for place, row in enumerate(rows):
        stream.write(",\n" if place else "\n")
        stream.write(json.dumps(record(row), ensure_ascii=False))
    stream.write("\n]\n")


def record(row: dict[Any, Any]) -> dict[str, Any]:
    """A row of the timeline with its lists as lists."""
    event = values_of(row)
    for name in ("date_start", "date_end", "created_at", "changed_at"):
        event[name] = event[name].isoformat().replace("+00:00", "Z") if event[name] else None
    event["actors"] = [{"code": actor.code, "role": actor.role.value} for actor in read_actors(event["actors"])]
    event["quantities"] = [
        {"what": one.what, "value": one.value, "side": one.side} for one in read_quantities(event["quantities"])
    ]
    event["links"] = [{"kind": kind.value, "event_id": target} for kind, target in read_links(event["links"])]
    for name in ("persons", "publisher", "responds_to"):
        event[name] = list(read_names(event[name]))
    event["source_urls"] = event["source_urls"].split()
    return event
