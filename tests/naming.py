"""What the tests of names ask for: the mentions that a text has, and the people among them."""

from __future__ import annotations

from tracker.events import actors
from tracker.resources import conflict


def found(text: str, slug: str = "") -> list[tuple[str, str, str]]:
    """Code, kind and words of each mention, by the conflict's profile of that slug."""
    return [(one.code, one.kind, one.text) for one in actors.find(text, conflict(slug) if slug else None)]


def people(text: str, slug: str = "") -> list[tuple[str, str]]:
    """Code and name of each person."""
    return [(one.code, one.person) for one in actors.find(text, conflict(slug) if slug else None) if one.person]
