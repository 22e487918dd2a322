"""The way to the database: one engine an address, transactions that read or write, and its faults in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc, text
from sqlalchemy.engine import URL, make_url

from tracker.errors import StoreError

_SQLITE_FAULTS = (
    ("SQLITE_BUSY", "Another program holds the store.", "Wait until it has finished, then try again."),
    ("SQLITE_LOCKED", "Another program holds the store.", "Wait until it has finished, then try again."),
    ("SQLITE_CORRUPT", "The store is damaged.", "Put a copy in its place; `sqlite3 FILE .recover` saves what it can."),
    ("SQLITE_NOTADB", "This file is no store.", "Give the address of another file."),
    ("SQLITE_READONLY", "The store may only be read.", "Allow this user to write the file and its folder."),
    ("SQLITE_FULL", "The disk is full; nothing was written.", "Make room, then try again."),
    ("SQLITE_CANTOPEN", "The store cannot be opened.", "Make its folder first and allow this user to write it."),
    ("SQLITE_PERM", "The store cannot be opened.", "Allow this user to read and write the file."),
    (
        "SQLITE_IOERR",
        "The disk does not answer as it should; nothing was written.",
        "Check the disk and its free room.",
    ),
)
"""SQLite's names of faults (their beginnings), the sentence for each and what to do."""


def read_address(address: str) -> URL:
    """``address`` as SQLAlchemy's URL; a plain path is a SQLite file. Raises ``StoreError`` for what cannot be one."""
    try:
        url = make_url(address) if "://" in address else URL.create("sqlite", database=address)
        url.get_dialect().import_dbapi()
    except (exc.ArgumentError, exc.NoSuchModuleError, ValueError) as error:
        advice = "Write for example sqlite:///timeline.db or postgresql+psycopg://user@host/name."
        raise StoreError(f'"{address}" is no address of a store.', advice=advice) from error
    except ImportError as error:
        advice = f"Install it into this Python: pip install {error.name}"
        raise StoreError(f'The driver for "{url.drivername}" is missing.', advice=advice) from error
    if url.get_backend_name() == "sqlite":
        if url.database in (None, "", ":memory:"):
            raise StoreError(f'"{address}" names no file.', advice="Write for example sqlite:///timeline.db.")
        folder = Path(str(url.database)).absolute().parent
        if not str(url.database).startswith("file:") and not folder.is_dir():
            raise StoreError("Its folder is missing.", file=url.database, advice=f"Make it first: mkdir -p {folder}")
    return url


def open_engine(url: URL, patience: float) -> Engine:
    """An engine for ``url``; SQLite waits up to ``patience`` seconds for another program's transaction to end."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda connection, _record: _prepare(connection, patience))
        event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, patience: float) -> None:
    connection.isolation_level = None  # transactions begin where _begin says, not where the driver guesses
    for pragma in (f"busy_timeout={round(patience * 1000)}", "foreign_keys=ON", "journal_mode=WAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the store throughout; faults come out as ``StoreError``."""
    with faults_in_words(engine.url), engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")  # noqa: PLW2901
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection that alone writes: all of it is kept at the end, or nothing if anything is raised."""
    with faults_in_words(engine.url), engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(7427466391)"))  # one writer numbers the log
            yield connection


@contextmanager
def faults_in_words(url: URL) -> Iterator[None]:
    """Turns every fault of the database into one sentence."""
    try:
        yield
    except (exc.DBAPIError, exc.TimeoutError, sqlite3.Error) as error:
        raise _in_words(error, url) from error


def _in_words(error: Exception, url: URL) -> StoreError:
    cause: Any = error.orig if isinstance(error, exc.DBAPIError) else error
    where = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    name = getattr(cause, "sqlite_errorname", "")
    for start, sentence, advice in _SQLITE_FAULTS:
        if name.startswith(start):
            return StoreError(sentence, file=where, advice=advice)
    first = (str(cause).strip().splitlines() or [type(cause).__name__])[0].rstrip(".")
    return StoreError(f"The store's database says: {first}.", file=where, advice="Nothing was written.")
