"""``conflicts``: the conflict profiles."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tracker.cli.tables import plain_table
from tracker.resources import Conflict, conflicts
from tracker.resources import conflict as profile
from tracker.resources.named import actor_name

EXAMPLE = "Example: python -m tracker conflicts sudan"

SHOWN = 2
"""Actors of a camp that the list shows."""


def command(
    slug: Annotated[str | None, typer.Argument(metavar="[SLUG]", help="Show all of this one's profile.")] = None,
) -> None:
    """List the conflicts that have a profile, or show one of them. Any other conflict works without one."""
    if slug:
        plain_table(sys.stdout, ("Part", "What the profile says"), _parts(profile(slug)))
    else:
        rows = ((one.slug, one.name, _sides(one, SHOWN), _period(one)) for one in conflicts().values())
        plain_table(sys.stdout, ("Slug", "Conflict", "Sides", "Period"), rows)


def _parts(one: Conflict) -> list[tuple[str, str]]:
    parts = [
        ("slug", one.slug),
        ("name", one.name),
        ("about", one.description),
        ("period", _period(one)),
        ("sides", _sides(one)),
        ("actors", "; ".join(f"{actor.code} {actor.name}" for actor in one.actor)),
        ("people", "; ".join(f"{person.name} ({person.actor})" for person in one.person)),
        ("places", "; ".join(place.name for place in one.place)),
        ("tracks", "; ".join(track.name for track in one.track)),
        ("maps", one.map_note),
    ]
    return [(name, words) for name, words in parts if words]


def _sides(one: Conflict, shown: int | None = None) -> str:
    """The camps, each with its first ``shown`` actors by name (all if ``None``)."""
    camps = []
    for camp in one.sides:
        more = len(camp) - len(camp[:shown])
        names = [actor_name(code, one.slug) for code in camp[:shown]]
        camps.append(", ".join(names) + (f" and {more} more" if more else ""))
    return " / ".join(camps)


def _period(one: Conflict) -> str:
    if one.start is None:
        return ""
    return f"{one.start.year} to {one.end.year}" if one.end else f"since {one.start.year}"
