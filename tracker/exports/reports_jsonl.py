"""Reports as JSON lines: one event of one article a line, with the fields of the event model."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from tracker.models import Report

LABEL = "JSON lines"
SUFFIX = ".jsonl"
MIME = "application/x-ndjson"
TAKES = "reports"


def write(reports: Iterable[Report], stream: TextIO) -> None:
    """One line a report, in their order."""
    for report in reports:
        stream.write(json.dumps(record(report), ensure_ascii=False) + "\n")


def record(report: Report) -> dict[str, Any]:
    """The fields of ``report`` as plain values: first those that a corpus has, then what the parser adds."""
    return {
        "article_id": report.article_id,
        "event_type": report.event_type,
        "status": report.status.value,
        "date_start": report.date_start.isoformat() if report.date_start else None,
        "date_end": report.date_end.isoformat() if report.date_end else None,
        "date_precision": report.date_precision.value,
        "date_text": report.date_text,
        "date_basis": report.date_basis.value,
        "actors": [{"code": actor.code, "role": actor.role.value} for actor in report.actors],
        "persons": list(report.persons),
        "location": report.location,
        "country": report.country,
        "quantities": [{"what": one.what, "value": one.value, "side": one.side} for one in report.quantities],
        "round": report.round,
        "claimed_by": report.claimed_by,
        "salience": report.salience,
        "evidence": [{"start": one.start, "end": one.end, "text": one.text} for one in report.evidence],
        "date_edtf": report.date_edtf,
        "lat": report.lat,
        "lon": report.lon,
        "track": report.track,
        "title": report.title,
        "conflict": report.conflict,
        "probability": report.probability,
        "rules": dict(report.rules),
        "parser": report.parser,
    }
