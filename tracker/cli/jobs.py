"""The option ``--jobs``: on how many processes articles are read."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Annotated

import typer

from tracker.scale import pool_of

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
