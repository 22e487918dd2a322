"""Who is named as acting."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from tracker.timeline.joining.ground import Ground
from tracker.timeline.joining.telling import Telling

ALIKE = 85
"""Likeness (0 to 100) of two surnames from which they are one name in two spellings."""


def grounds(one: Telling, other: Telling) -> Iterator[Ground]:
    """``same_persons``, ``other_persons``."""
    if not (one.persons and other.persons):
        return
    shared = sorted({name for name in one.persons if any(same_name(name, other_name) for other_name in other.persons)})
    if shared:
        yield Ground("same_persons", 1.0 if len(shared) > 1 else 0.8, f"{', '.join(shared)} in both")
    else:
        yield Ground("other_persons", 1.0, f"{_few(one.persons)} here, {_few(other.persons)} there")


def same_name(one: str, other: str) -> bool:
    """Whether two names can be one person's: surnames alike, and first names not at odds."""
    first, second = one.casefold().split(), other.casefold().split()
    if not first or not second or fuzz.ratio(first[-1], second[-1]) < ALIKE:
        return False
    return len(first) == 1 or len(second) == 1 or fuzz.ratio(first[0], second[0]) >= 60 or first[0][0] == second[0][0]


def _few(names: tuple[str, ...]) -> str:
    return ", ".join(sorted(names)[:2])
