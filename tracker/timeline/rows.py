"""From a report to the row of the event that is opened on it, and such rows in the order of a timeline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tracker.models import Article, Precision, Report, ReviewState
from tracker.timeline.cells import write_actors, write_names, write_quantities
from tracker.timeline.titles import title_of


def row_of(
    report: Report,
    article: Article | None = None,
    *,
    event_id: str = "",
    review_state: ReviewState = ReviewState.PROPOSED,
) -> dict[str, Any]:
    """The row of ``frame_of`` for an event that stands on ``report`` alone.

    ``article`` gives the source's address. A report without any day is open at both ends. Without a title of its own
    the event is named from its fields.
    """
    undated = report.date_start is None and report.date_end is None
    return {
        "event_id": event_id,
        "event_type": report.event_type,
        "status": report.status.value,
        "date_start": report.date_start,
        "date_end": report.date_end,
        "date_precision": (Precision.OPEN if undated else report.date_precision).value,
        "date_edtf": "" if undated else report.date_edtf,
        "title": report.title or title_of(report),
        "actors": write_actors(report.actors),
        "persons": write_names(report.persons),
        "location": report.location,
        "country": report.country,
        "lat": report.lat,
        "lon": report.lon,
        "quantities": write_quantities(report.quantities),
        "round": report.round,
        "claimed_by": report.claimed_by,
        "source_urls": article.url if article else "",
        "publisher": write_names([article.publisher]) if article else "",
        "conflict": report.conflict,
        "track": report.track,
        "date_text": report.date_text,
        "date_basis": report.date_basis.value,
        "quote": report.evidence[0].text if report.evidence else "",
        "review_state": review_state.value,
        "report_count": 1,
        "origin_count": 1,
    }


def in_order(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """``rows`` as ``frame_of`` orders them: by first day (open starts by their end), last day and id."""
    return sorted(rows, key=_place)


def _place(row: dict[str, Any]) -> tuple[date, date, str]:
    last = row["date_end"] or date.max
    return row["date_start"] or last, last, row["event_id"]
