"""Numbers per side, so that "390 each", "780 in all" and "390 to Ukraine" can be compared."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.models import Quantity

EACH, TOTAL = "each", "total"


def numbers_in(quantities: Iterable[Quantity]) -> dict[tuple[str, str], int]:
    """(what, side) to number. What each side gets stands under ``each`` and the sum under ``total``, where known.

    A side's own number stands under its code; where two sides get the same, that is ``each``.
    """
    told: dict[str, dict[str, int]] = {}
    for one in quantities:
        sides = told.setdefault(one.what, {})
        sides[one.side] = max(one.value, sides.get(one.side, 0))
    found: dict[tuple[str, str], int] = {}
    for what, sides in told.items():
        own = {side: value for side, value in sides.items() if side not in (EACH, TOTAL)}
        full = dict(sides)
        if EACH in sides:
            full.setdefault(TOTAL, 2 * sides[EACH])
        elif len(own) == 2:
            full.setdefault(TOTAL, sum(own.values()))
            if len(set(own.values())) == 1:
                full[EACH] = next(iter(own.values()))
        elif TOTAL in sides and not own and not sides[TOTAL] % 2:
            full[EACH] = sides[TOTAL] // 2
        found.update({(what, side): value for side, value in full.items()})
    _each_for_sides(found)
    return found


def _each_for_sides(found: dict[tuple[str, str], int]) -> None:
    """One side's number alone is also compared with what each side is said to have got."""
    for what in {what for what, _side in found}:
        own = [value for (name, side), value in found.items() if name == what and side not in (EACH, TOTAL)]
        if own and (what, EACH) not in found:
            found[what, EACH] = max(own)


def contradict(one: Iterable[Quantity], other: Iterable[Quantity]) -> bool:
    """Whether two tellings of numbers cannot both be true.

    A sum against a single side's number is no contradiction, nor is what only one of them counts: compared are a side
    with the same side or with what each got, and sums where both are told or follow.
    """
    mine, theirs = _told(one), _told(other)
    return any(_apart(mine[what], theirs[what]) for what in mine.keys() & theirs.keys())


def _told(quantities: Iterable[Quantity]) -> dict[str, dict[str, int]]:
    """By what is counted and side: what is told, and the sum where it follows from what each side got."""
    told: dict[str, dict[str, int]] = {}
    for one in quantities:
        sides = told.setdefault(one.what, {})
        sides[one.side] = max(one.value, sides.get(one.side, 0))
    for sides in told.values():
        own = [value for side, value in sides.items() if side not in (EACH, TOTAL)]
        if EACH in sides:
            sides.setdefault(TOTAL, 2 * sides[EACH])
        elif len(own) == 2:
            sides.setdefault(TOTAL, sum(own))
    return told


def _apart(mine: dict[str, int], theirs: dict[str, int]) -> bool:
    if TOTAL in mine and TOTAL in theirs and mine[TOTAL] != theirs[TOTAL]:
        return True
    sides = (mine.keys() | theirs.keys()) - {TOTAL}
    pairs = ((mine.get(side, mine.get(EACH)), theirs.get(side, theirs.get(EACH))) for side in sides)
    return any(one is not None and other is not None and one != other for one, other in pairs)
