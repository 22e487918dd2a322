"""``conflicts``: the conflict profiles."""

from __future__ import annotations

import sys

from tracker.cli.tables import plain_table
from tracker.resources import Conflict, conflicts

EXAMPLE = "Example: python -m tracker conflicts"


def command() -> None:
    """List the conflicts that have a profile: slug, sides, period. Any other conflict works without one."""
    rows = ((one.slug, one.name, _sides(one), _period(one)) for one in conflicts().values())
    plain_table(sys.stdout, ("Slug", "Conflict", "Sides", "Period"), rows)


def _sides(one: Conflict) -> str:
    names = {actor.code: actor.name for actor in one.actor}
    return " / ".join(", ".join(names.get(code, code) for code in camp) for camp in one.sides)


def _period(one: Conflict) -> str:
    if one.start is None:
        return ""
    return f"{one.start.year} to {one.end.year}" if one.end else f"since {one.start.year}"
