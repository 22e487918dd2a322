"""Reports as one JSON list; the objects are those of the JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from tracker.exports.reports_jsonl import record
from tracker.models import Report

LABEL = "JSON"
SUFFIX = ".json"
MIME = "application/json"
TAKES = "reports"


def write(reports: Iterable[Report], stream: TextIO) -> None:
    """The reports in their order, one object a line within the list."""
    lines = [json.dumps(record(report), ensure_ascii=False) for report in reports]
    stream.write("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n")
