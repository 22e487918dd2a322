"""Actors and days as reasons name them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from tracker.resources import conflicts
from tracker.resources.world import actor_name
from tracker.timeline.date_in_words import date_in_words


@lru_cache(maxsize=10_000)
def name_of(code: str, conflict: str = "") -> str:
    """The name of an actor: that of the conflict's profile, else of the shared world, else the code."""
    profile = conflicts().get(conflict)
    known = {one.code: one.name for one in profile.actor} if profile else {}
    return known.get(code) or actor_name(code)


def day_of(ordinal: int) -> str:
    """A day in words."""
    day = date.fromordinal(ordinal)
    return date_in_words(day, day, "day")


def days(count: int) -> str:
    """A number of days in words: "the same day", "a day", "12 days"."""
    if count == 0:
        return "the same day"
    return "a day" if count == 1 else f"{count:,} days"
