"""How much of the article an event is: its main news, told beside it, or recalled as background."""

from __future__ import annotations

from datetime import date, timedelta

from tracker.events.candidate import Candidate
from tracker.events.mood import PLUPERFECT
from tracker.events.reading import Reading

LEAD = 3
RECENT = timedelta(days=14)


def salience_of(candidate: Candidate, last: date | None, reading: Reading) -> str:
    """``main``, ``secondary`` or ``background``; ``last`` is the latest day on which the event can lie."""
    published = reading.article.published
    if candidate.mood.tense == PLUPERFECT or (published and last and last < published - RECENT):
        return "background"
    if candidate.trigger.undated == "open" and candidate.time is None:
        return "background"
    return "main" if candidate.line < LEAD else "secondary"
