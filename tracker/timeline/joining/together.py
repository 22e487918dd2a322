"""Why reports stand behind one event: what each has in common with the one that it is likest to."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.timeline.joining.behind import Behind
from tracker.timeline.joining.compare import compare
from tracker.timeline.joining.telling import telling_of_report


def why_together(behind: Sequence[Behind]) -> dict[str, str]:
    """By report: the reasons in words; nothing of an event with one report, or of what a person joined against them."""
    told = [telling_of_report(one.report, one.report_id) for one in behind]
    found: dict[str, str] = {}
    for one in told:
        others = [compare(one, other) for other in told if other is not one]
        best = max(others, key=lambda found: found.score, default=None)
        if best and best.reasons_for:
            found[one.key] = best.words
    return found
