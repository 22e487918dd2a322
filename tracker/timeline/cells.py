"""Cells that hold several values, written as the CSV has them and read back to records.

``actors`` ``RUS:initiator;UKR:target``; ``persons`` ``A;B``; ``quantities`` ``prisoners:UKR:5``; ``links``
``answers:2025-07-23-proposal``. Writing then reading gives the same records.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from tracker.errors import RowError
from tracker.models import Actor, LinkKind, Quantity, Role

Choice = TypeVar("Choice", bound=StrEnum)


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def read_choice(word: str, choices: type[Choice], field: str) -> Choice:
    """``word`` as a member of ``choices``; raises ``RowError`` that lists them."""
    try:
        return choices(word.strip())
    except ValueError:
        raise RowError(f'"{word}" is none of {", ".join(choices)}.', field=field) from None


def read_actors(cell: str) -> tuple[Actor, ...]:
    """``RUS:initiator;UKR:target`` as records; raises ``RowError``."""
    actors = []
    for part in _parts(cell):
        code, colon, role = part.partition(":")
        if not colon or not code.strip():
            raise RowError(f'"{part}" is not CODE:role.', field="actors", advice='Write for example "UKR:participant".')
        actors.append(Actor(code.strip(), read_choice(role, Role, "actors")))
    return tuple(actors)


def write_actors(actors: Iterable[Actor]) -> str:
    """The cell for ``actors``."""
    return ";".join(f"{actor.code}:{actor.role}" for actor in actors)


def read_names(cell: str) -> tuple[str, ...]:
    """Names separated by semicolons."""
    return tuple(_parts(cell))


def write_names(names: Iterable[str]) -> str:
    """The cell for ``names``; a semicolon inside a name becomes a comma, since it separates."""
    return ";".join(name.replace(";", ",").strip() for name in names if name.strip())


def read_quantities(cell: str) -> tuple[Quantity, ...]:
    """``prisoners:UKR:5;bodies:each:160`` as records; raises ``RowError``."""
    quantities = []
    for part in _parts(cell):
        pieces = [piece.strip() for piece in part.split(":")]
        if len(pieces) != 3 or not pieces[0] or not pieces[2].isdecimal():
            advice = 'Write for example "prisoners:UKR:146" or "rounds:total:3".'
            raise RowError(f'"{part}" is not what:side:number.', field="quantities", advice=advice)
        quantities.append(Quantity(pieces[0], int(pieces[2]), pieces[1] or "total"))
    return tuple(quantities)


def write_quantities(quantities: Iterable[Quantity]) -> str:
    """The cell for ``quantities``."""
    return ";".join(f"{one.what}:{one.side}:{one.value}" for one in quantities)


def read_links(cell: str) -> tuple[tuple[LinkKind, str], ...]:
    """``answers:id;carries_out:id`` as (kind, id) pairs; raises ``RowError``."""
    links = []
    for part in _parts(cell):
        kind, colon, target = part.partition(":")
        if not colon or not target.strip():
            raise RowError(
                f'"{part}" is not kind:event_id.', field="links", advice='Write for example "answers:some-id".'
            )
        links.append((read_choice(kind, LinkKind, "links"), target.strip()))
    return tuple(links)


def write_links(links: Iterable[tuple[LinkKind, str]]) -> str:
    """The cell for ``links``."""
    return ";".join(f"{kind}:{target}" for kind, target in links)
