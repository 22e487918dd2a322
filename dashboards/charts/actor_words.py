"""Names of actors over many events."""

from __future__ import annotations

from dashboards.charts.study import Given, Ints
from dashboards.language import _
from dashboards.words import actor_name
from tracker.timeline.measures.exchanged import EACH, TOTAL


def one_conflict(given: Given, events: Ints) -> str:
    """The conflict that all these events share, by whose profile actors are named; empty if there are several."""
    found = given.conflicts(events)
    return found[0] if len(found) == 1 else ""


def side_name(code: str, conflict: str) -> str:
    """Who got people back; in words where the text does not say."""
    return _("Side not told") if code in (TOTAL, EACH, "") else actor_name(code, conflict)
