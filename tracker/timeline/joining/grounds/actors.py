"""Who takes part, and who acts on whom."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.models import Role
from tracker.resources import conflicts
from tracker.timeline.joining.ground import Ground
from tracker.timeline.joining.telling import Telling
from tracker.timeline.links.naming import name_of


def grounds(one: Telling, other: Telling) -> Iterator[Ground]:
    """``same_``, ``some_`` or ``other_actors``; ``other_side``, ``other_company``; initiators."""
    mine, theirs = one.principals, other.principals
    if not (mine and theirs):
        return
    both = mine & theirs
    slug = one.conflict or other.conflict
    if mine == theirs:
        yield Ground("same_actors", 1.0, f"the same take part: {_names(both, slug)}")
    elif both:
        yield Ground("some_actors", len(both) / min(len(mine), len(theirs)), f"{_names(both, slug)} in both")
    elif not (mine & other.codes or theirs & one.codes):
        yield Ground("other_actors", 1.0, "nobody takes part in both")
    yield from _apart(mine - other.codes, theirs - one.codes, slug)
    first, second = one.named(Role.INITIATOR), other.named(Role.INITIATOR)
    if not (first and second):
        return
    if first & second:
        yield Ground("same_initiator", 1.0, f"{_names(first & second, slug)} acts in both")
        return
    yield Ground("other_initiator", 1.0, f"one is an act of {_names(first, slug)}, the other of {_names(second, slug)}")
    if first & other.named(Role.TARGET) and second & one.named(Role.TARGET):
        yield Ground("swapped_roles", 1.0, "who acts and who is acted on are the other way round")


def _apart(mine: frozenset[str], theirs: frozenset[str], slug: str) -> Iterator[Ground]:
    """Somebody takes part in each who does not in the other; it says most of the two sides of a conflict."""
    if not (mine and theirs):
        return
    words = f"{_names(mine, slug)} here, {_names(theirs, slug)} there"
    profile = conflicts().get(slug)
    sides = frozenset(code for side in profile.sides for code in side) if profile else frozenset()
    opposed = mine & sides and theirs & sides
    yield Ground("other_side" if opposed else "other_company", 1.0, words)


def _names(codes: frozenset[str], slug: str) -> str:
    return " and ".join(sorted(name_of(code, slug) for code in codes))
