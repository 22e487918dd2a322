"""How ``parse`` shows reports: a table to read, JSON, JSON lines, or any format that a timeline can be exported to."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from typing import TextIO

import pandas as pd

from tracker.cli.tables import events_table
from tracker.errors import UsageError
from tracker.exports import formats, reports_jsonl
from tracker.models import Article, Report
from tracker.timeline import frame_of
from tracker.timeline.rows import row_of

Found = Sequence[tuple[Article, Report]]
Writer = Callable[[Found, TextIO], None]


def format_named(name: str) -> Writer:
    """The writer called ``name``; ``UsageError`` that lists the known ones."""
    own: dict[str, Writer] = {"table": _table, "json": _json, "jsonl": _jsonl}
    if name in own:
        return own[name]
    exports = formats()
    if name not in exports:
        known = ", ".join(dict.fromkeys((*own, *exports)))
        raise UsageError(f'There is no format "{name}".', field="--format", advice=f"Known: {known}.")
    return lambda found, stream: exports[name].write(_frame(found), stream)


def _frame(found: Found) -> pd.DataFrame:
    """The reports as a timeline; an event's id is its article's and its number in it."""
    numbers: dict[str, int] = {}
    rows = []
    for article, report in found:
        numbers[article.id] = numbers.get(article.id, 0) + 1
        rows.append(row_of(report, article, event_id=f"{article.id}-{numbers[article.id]}"))
    return frame_of(rows)


def _table(found: Found, stream: TextIO) -> None:
    events_table(stream, _frame(found), ids=False)


def _jsonl(found: Found, stream: TextIO) -> None:
    reports_jsonl.write([report for _, report in found], stream)


def _json(found: Found, stream: TextIO) -> None:
    lines = io.StringIO()
    _jsonl(found, lines)
    events = [json.loads(line) for line in lines.getvalue().splitlines()]
    json.dump(events, stream, ensure_ascii=False, indent=2)
    stream.write("\n")
