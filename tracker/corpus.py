"""The project's own corpus, ``data/corpus``: sentences with what a careful reader writes down, and short articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tracker.errors import ResourceError
from tracker.resources import DATA

PUBLISHED = date(2025, 6, 4)
"""The day on which the corpus' sentences count as published: a Wednesday."""
COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Sample:
    """One sentence: the types of its events, and actors and days where they are to be compared (``None``: not)."""

    text: str
    types: tuple[str, ...]
    actors: frozenset[str] | None
    days: tuple[date | None, date | None] | None


def sentences() -> Iterator[Sample]:
    """The samples of ``sentences.txt`` in order; raises ``ResourceError`` with the line of a fault."""
    path = DATA / "corpus" / "sentences.txt"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split(" | ", COLUMNS - 1)]
        if len(parts) != COLUMNS:
            raise ResourceError("A sample has four columns.", file=path, line=number, advice='Separate them by " | ".')
        types, actors, days, text = parts
        try:
            yield Sample(
                text,
                () if types == "none" else tuple(types.split()),
                None if actors == "-" else frozenset(actors.split()),
                None if days == "-" else _days(days),
            )
        except ValueError as error:
            raise ResourceError(
                f"{error}.", file=path, line=number, field="days", advice="Write 2025-06-02.."
            ) from error


def _days(text: str) -> tuple[date | None, date | None]:
    first, last = text.split("..")
    return date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
