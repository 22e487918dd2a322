"""The actor mentions of a line that can take part in an event, and how they enter a candidate."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from tracker.events.candidate import Candidate
from tracker.events.line import Line
from tracker.models import ActorMention, Role


def give(candidate: Candidate, code: str, role: Role) -> None:
    """Adds an actor once; the first role found for it stays."""
    if code:
        candidate.roles.setdefault(code, role)


def acting(line: Line, first: int, last: int, taken: AbstractSet[int] = frozenset()) -> list[tuple[int, ActorMention]]:
    """The mentions among the tokens that are not taken yet."""
    return [(i, m) for i, m in line.actors(max(0, first), last) if i not in taken]
