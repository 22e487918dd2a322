"""How ``parse`` shows reports: a table to read, or any format that reports or timelines are exported to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from tracker.errors import UsageError
from tracker.exports import find, formats
from tracker.models import Article, Report
from tracker.timeline.rows import in_order, row_of

if TYPE_CHECKING:
    import pandas as pd

Found = Sequence[tuple[Article, Report]]
Writer = Callable[[Found, TextIO], None]
_REPORTS = "reports_"


def format_named(name: str) -> Writer:
    """The writer called ``name``; ``UsageError`` that lists the known ones."""
    if name == "table":
        from tracker.cli.tables import events_table  # noqa: PLC0415 - the formats of reports need no rich, no babel

        return lambda found, stream: events_table(stream, in_order(_rows(found)), stored=False)
    if of_reports := find(f"{_REPORTS}{name}", "reports"):
        return lambda found, stream: of_reports.write([report for _, report in found], stream)
    if of_events := find(name):
        return lambda found, stream: of_events.write(timeline_of(found), stream)
    of_reports_too = (key.removeprefix(_REPORTS) for key in formats("reports"))
    known = ", ".join(["table", *sorted({*of_reports_too, *formats("events")})])
    raise UsageError(f'There is no format "{name}".', field="--format", advice=f"Known: {known}.")


def timeline_of(found: Found) -> pd.DataFrame:
    """The reports as a timeline; an event's id is its article's and its number in it."""
    from tracker.timeline.frame import frame_of  # noqa: PLC0415 - the table and the formats of reports need no pandas

    return frame_of(_rows(found))


def _rows(found: Found) -> list[dict[str, Any]]:
    numbers: dict[str, int] = {}
    rows = []
    for article, report in found:
        numbers[article.id] = numbers.get(article.id, 0) + 1
        rows.append(row_of(report, article, event_id=f"{article.id}-{numbers[article.id]}"))
    return rows
