"""A title in words for an event whose text gives none, built from its fields; the words stand with its type."""

from __future__ import annotations

from tracker.models import Report
from tracker.resources import event_type


def title_of(report: Report) -> str:
    """A title such as ``Russia and Ukraine hold talks in Istanbul (third round)``."""
    names = " and ".join(actor.code for actor in report.actors)
    return f"{event_type(report.event_type).label}: {names}" if names else event_type(report.event_type).label
