"""The store: opened by address, read as frames and records, written in batches that the log keeps for good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from threading import Lock
from types import TracebackType
from typing import Any, Self

import pandas as pd
from sqlalchemy import Connection

from tracker.errors import NotFoundError
from tracker.models import (
    AddedArticle,
    Article,
    ArticleHead,
    Batch,
    Change,
    ImportCounts,
    LinkKind,
    Report,
    ReviewState,
    StoredReport,
)
from tracker.store import editing, importing, proposing
from tracker.store.database import open_engine, read_address, reading
from tracker.store.history import read_batches, read_history, touched_since
from tracker.store.joins import Joins
from tracker.store.log import CHUNK, State, fold, last_number, present
from tracker.store.migrate import migrate
from tracker.store.reading import read_frame, read_linked, read_outline
from tracker.store.undo import undo
from tracker.store.views import Views
from tracker.timeline.frame import merged_frame, values_of
from tracker.timeline.outline import Outline


class Store(Joins, Views):
    """A timeline that lasts: ``Store("sqlite:///timeline.db")``. Safe to share between threads and processes.

    ``address`` is SQLAlchemy's; a plain path is a SQLite file, made if it is not there (its folder must be). Opening
    brings an older schema up to date. SQLite waits ``patience`` seconds for another writer. Every method raises
    ``StoreError`` if the database fails, and then has written nothing. ``by`` says who writes, ``at`` (aware) when,
    ``why`` for what reason; each writing call is one batch of the log.
    """

    def __init__(self, address: str, *, patience: float = 10.0) -> None:
        url = read_address(address)
        self.address = url.render_as_string(hide_password=True)
        self._engine = open_engine(url, patience)
        self._lock = Lock()
        self._cached: tuple[int, pd.DataFrame] | None = None
        self._outline: Outline | None = None
        self._outline_lock = Lock()
        try:
            migrate(self._engine)
        except BaseException:
            self._engine.dispose()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # -- reading ----------------------------------------------------------------------------------------------------

    def revision(self) -> int:
        """The number of the log's last line; it grows with every batch."""
        with reading(self._engine) as connection:
            return last_number(connection)

    def frame(self, event_ids: Sequence[str] | None = None) -> pd.DataFrame:
        """All events in every review state (``tracker.timeline.COLUMNS``); read anew only after a change.

        With ``event_ids`` those of them that are there, read for this once.
        """
        if event_ids is None:
            return self.snapshot()[1]
        with reading(self._engine) as connection:
            return read_frame(connection, event_ids)

    def snapshot(self) -> tuple[int, pd.DataFrame]:
        """The revision, and the frame of all events at it."""
        with self._lock, reading(self._engine) as connection:
            number = last_number(connection)
            if self._cached is None or self._cached[0] != number:
                self._cached = number, self._refreshed(connection)
            return number, self._cached[1].copy(deep=False)

    def _refreshed(self, connection: Connection) -> pd.DataFrame:
        """The frame as it stands: where few events changed since it was read, only these are read anew."""
        if self._cached is not None:
            touched = touched_since(connection, self._cached[0], limit=CHUNK)
            if len(touched) < CHUNK:
                return merged_frame(self._cached[1], touched, read_frame(connection, touched))
        return read_frame(connection)

    def outline(self) -> Outline:
        """All events as the narrow columns that drawings and filters need; read anew only after a change."""
        with self._outline_lock, reading(self._engine) as connection:
            number = last_number(connection)
            if self._outline is None or self._outline.number != number:
                self._outline = self._redrawn(connection, number)
            return self._outline

    def _redrawn(self, connection: Connection, number: int) -> Outline:
        """The outline as it stands, of which only what changed is read if that is little."""
        if self._outline is not None:
            touched = touched_since(connection, self._outline.number, limit=CHUNK)
            if len(touched) < CHUNK:
                return self._outline.merged(touched, read_outline(connection, number, touched))
        return read_outline(connection, number)

    def event(self, event_id: str) -> dict[str, Any]:
        """One row of the frame as plain values (``date``, ``datetime``, ``None``); raises ``NotFoundError``."""
        found = self.frame([event_id])
        if found.empty:
            raise NotFoundError(f'There is no event "{event_id}".', field="event_id")
        return values_of(found.iloc[0].to_dict())

    def linked(self, event_id: str) -> tuple[str, ...]:
        """The ids of the events to which an event is linked, in either direction."""
        with reading(self._engine) as connection:
            return tuple(read_linked(connection, event_id))

    def reports(self, event_id: str) -> tuple[StoredReport, ...]:
        """The reports behind an event."""
        with reading(self._engine) as connection:
            return proposing.read_reports(connection, event_id=event_id)

    def article(self, article_id: str) -> Article:
        """The article as it was read; raises ``NotFoundError``."""
        with reading(self._engine) as connection:
            return proposing.read_article(connection, article_id)

    def articles(self) -> tuple[ArticleHead, ...]:
        """All articles without their texts, the last read first."""
        with reading(self._engine) as connection:
            return proposing.read_heads(connection)

    def article_reports(self, article_id: str) -> tuple[StoredReport, ...]:
        """What was found in an article, in the order of the parser."""
        with reading(self._engine) as connection:
            return proposing.read_reports(connection, article_id=article_id)

    def history(self, event_id: str) -> tuple[Change, ...]:
        """Every change of an event, its links and its reports, oldest first; also of one that was taken back."""
        with reading(self._engine) as connection:
            return read_history(connection, event_id)

    def batches(self, limit: int = 50) -> tuple[Batch, ...]:
        """The last batches, newest first: what ``undo`` can be asked to take back."""
        with reading(self._engine) as connection:
            return read_batches(connection, limit)

    def rebuild(self) -> State:
        """The state that the log adds up to, counted from its first line; equal to ``state()``."""
        with reading(self._engine) as connection:
            return fold(connection)

    def state(self) -> State:
        """The state that the tables hold."""
        with reading(self._engine) as connection:
            return present(connection)

    # -- writing ----------------------------------------------------------------------------------------------------

    def add_article(self, article: Article, *, by: str, at: datetime) -> AddedArticle:
        """Keep an article; one whose text is there is known and nothing is written."""
        with self._batch("add_article", by, at) as writer:
            added = proposing.add_article(writer, article)
            writer.write()
            return added

    def propose(
        self,
        article_id: str,
        reports: Sequence[Report],
        *,
        by: str,
        at: datetime,
        state: ReviewState = ReviewState.PROPOSED,
    ) -> tuple[str, ...]:
        """Keep what a parser found in an article and open an event on each report; returns the events' ids.

        A report that is known already opens nothing; its event's id stands in its place.
        """
        with self._batch("propose", by, at) as writer:
            ids = proposing.propose(writer, article_id, reports, state)
            writer.write()
            return ids

    def add_event(self, values: Mapping[str, Any], *, by: str, at: datetime, why: str = "") -> str:
        """Open an event by hand and return its id; keys are columns, ``event_type`` at least.

        ``event_id`` may be given, else it is made of day, type and title. Without ``date_edtf`` it follows from days
        and precision. Raises ``RowError`` naming the field.
        """
        with self._batch("add", by, at, why) as writer:
            event_id = editing.add_event(writer, values)
            writer.write()
            return event_id

    def change(
        self,
        event_id: str,
        values: Mapping[str, Any],
        *,
        by: str,
        at: datetime,
        why: str = "",
        expected: int | None = None,
    ) -> int:
        """Set fields of an event; returns the batch, 0 if nothing differs.

        ``expected`` is the revision that the editor saw: ``ConflictingEditError`` if the event changed since. Raises
        ``RowError`` naming the field, ``NotFoundError``.
        """
        with self._batch("change", by, at, why) as writer:
            editing.change_event(writer, event_id, values, expected)
            return writer.write()

    def change_many(
        self,
        changes: Mapping[str, Mapping[str, Any]],
        *,
        by: str,
        at: datetime,
        why: str = "",
        expected: int | None = None,
    ) -> int:
        """Set fields of several events, all or none; returns the one batch, 0 if nothing differs.

        ``changes`` holds the fields by event; ``expected`` and what is raised are those of ``change``.
        """
        with self._batch("change", by, at, why) as writer:
            for event_id, values in changes.items():
                editing.change_event(writer, event_id, values, expected)
            return writer.write()

    def review(self, event_ids: Iterable[str], state: ReviewState, *, by: str, at: datetime, why: str = "") -> int:
        """Accept, dismiss or reopen events; returns the batch, 0 if nothing differs."""
        with self._batch("review", by, at, why) as writer:
            editing.review(writer, event_ids, state)
            return writer.write()

    def link(
        self,
        event_id: str,
        kind: LinkKind,
        target_id: str,
        *,
        by: str,
        at: datetime,
        why: str = "",
        state: ReviewState = ReviewState.ACCEPTED,
        probability: float | None = None,
    ) -> int:
        """Say how an event stands to an earlier one, or review a link that stands; returns the batch."""
        with self._batch("link", by, at, why) as writer:
            editing.link(writer, event_id, kind, target_id, state=state, reason=why, probability=probability)
            return writer.write()

    def unlink(self, event_id: str, kind: LinkKind, target_id: str, *, by: str, at: datetime, why: str = "") -> int:
        """Take a link away; returns the batch."""
        with self._batch("unlink", by, at, why) as writer:
            editing.unlink(writer, event_id, kind, target_id)
            return writer.write()

    def undo(self, batch: int, *, by: str, at: datetime, why: str = "") -> int:
        """Take a batch back, exactly; returns the batch that does it (which can be undone in turn).

        Raises ``ConflictingEditError`` if something later stands on it, ``NotFoundError`` if there is none.
        """
        with self._batch("undo", by, at, why, undoes=batch) as writer:
            undo(writer, batch)
            return writer.write()

    def import_frame(self, frame: pd.DataFrame, *, by: str, at: datetime, why: str = "") -> ImportCounts:
        """Take a timeline's rows in: new ids open events, known ids set what differs, the rest is left alone."""
        with self._batch("import", by, at, why) as writer:
            counts = importing.import_frame(writer, frame)
            return replace(counts, batch=writer.write())
