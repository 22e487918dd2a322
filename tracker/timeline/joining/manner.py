"""Reports that are told in a manner of their own: of several events at once, or of an answer not given."""

from __future__ import annotations

from tracker.models import Report
from tracker.resources.joining_rules import joining_rules
from tracker.timeline.joining.telling import is_silence

PLURAL, SILENCE = "plural", "silence"


def manner_of(report: Report) -> str:
    """``plural``, ``silence``, or empty for all others."""
    if any(one.what in joining_rules().plural and one.value > 1 for one in report.quantities):
        return PLURAL
    return SILENCE if is_silence(report) else ""
