"""Small real things to put into a store."""

import hashlib
from datetime import UTC, date, datetime

from tracker.models import Actor, Article, Basis, Evidence, Precision, Report, Role, Status

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TALKS = {
    "event_type": "talks",
    "date_start": "2026-01-05",
    "date_end": "2026-01-05",
    "date_precision": "day",
    "title": "Talks in Abu Dhabi",
    "actors": "RUS:participant;UKR:participant",
}
HAND = {"by": "form", "at": NOW}


def article(text="Kyiv refused on Tuesday.", name="a", **values):
    return Article(name, text, hashlib.sha256(text.encode()).hexdigest(), **values)


def report(article_id="a", day=date(2025, 12, 30), **values):
    fields = {
        "article_id": article_id,
        "event_type": "rejection",
        "status": Status.OCCURRED,
        "date_start": day,
        "date_end": day,
        "date_precision": Precision.DAY,
        "date_edtf": day.isoformat(),
        "date_text": "Tuesday",
        "date_basis": Basis.EXPLICIT,
        "actors": (Actor("UKR", Role.INITIATOR), Actor("RUS", Role.TARGET)),
        "evidence": (Evidence(0, 24, "Kyiv refused on Tuesday."),),
        "rules": {"date": "weekday"},
        "probability": 0.9,
        "parser": "1",
    }
    return Report(**fields | values)
