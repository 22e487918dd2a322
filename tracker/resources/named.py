"""Codes in words: what a reader is shown for an actor's or a country's code."""

from __future__ import annotations

from tracker.resources import world
from tracker.resources.conflict import conflicts


def actor_name(code: str, slug: str = "") -> str:
    """The actor's name in the conflict called ``slug``, else that of a state or organisation, at last the code."""
    known = {one.code: one.name for one in conflicts()[slug].actor} if slug in conflicts() else {}
    return known.get(code) or world.actor_name(code)


def country_name(code: str) -> str:
    """The name of a state by its alpha-3 code; the code itself if there is none."""
    state = world.states().get(code)
    return state.name if state else code
