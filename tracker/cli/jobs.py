"""The option ``--jobs``: on how many processes articles are read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.scale import pool_of

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Jobs = Annotated[
    int,
    typer.Option(min=1, max=64, metavar="N", help="Read articles on so many processes; pays from some dozens on."),
]


@contextmanager
def pool_for(jobs: int) -> Iterator[ProcessPoolExecutor | None]:
    """A pool while it is needed; ``None`` for one process."""
    if jobs == 1:
        yield None
        return
    with pool_of(jobs) as pool:
        yield pool
