"""An open database and the one way to write into it; what the parts of a ``Store`` stand on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Engine

from tracker.store import editing
from tracker.store.database import writing
from tracker.store.log import Writer


class Opened:
    """A store's database, open."""

    _engine: Engine

    @contextmanager
    def _batch(self, action: str, by: str, at: datetime, why: str = "", undoes: int | None = None) -> Iterator[Writer]:
        """The one way to write: a transaction, a batch. Raises ``UsageError`` if ``at`` has no zone."""
        editing.refuse_naive(at)
        with writing(self._engine) as connection:
            yield Writer(connection, at, by, action, why, undoes)
