"""How ``parse`` shows reports: a table to read, or any format that reports or timelines are exported to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TextIO

import pandas as pd

from tracker.cli.tables import events_table
from tracker.errors import UsageError
from tracker.exports import formats
from tracker.models import Article, Report
from tracker.timeline import frame_of
from tracker.timeline.rows import row_of

Found = Sequence[tuple[Article, Report]]
Writer = Callable[[Found, TextIO], None]


def format_named(name: str) -> Writer:
    """The writer called ``name``; ``UsageError`` that lists the known ones."""
    of_reports = {key.removeprefix("reports_"): module for key, module in formats("reports").items()}
    of_events = formats("events")
    if name == "table":
        return lambda found, stream: events_table(stream, timeline_of(found), stored=False)
    if name in of_reports:
        return lambda found, stream: of_reports[name].write([report for _, report in found], stream)
    if name in of_events:
        return lambda found, stream: of_events[name].write(timeline_of(found), stream)
    known = ", ".join(["table", *sorted({*of_reports, *of_events})])
    raise UsageError(f'There is no format "{name}".', field="--format", advice=f"Known: {known}.")


def timeline_of(found: Found) -> pd.DataFrame:
    """The reports as a timeline; an event's id is its article's and its number in it."""
    numbers: dict[str, int] = {}
    rows = []
    for article, report in found:
        numbers[article.id] = numbers.get(article.id, 0) + 1
        rows.append(row_of(report, article, event_id=f"{article.id}-{numbers[article.id]}"))
    return frame_of(rows)
