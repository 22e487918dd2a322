"""Brings a store's schema to this version's, step by step, when it is opened."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, inspect

from tracker.errors import StoreError
from tracker.store.database import reading, writing

MIGRATIONS = Path(__file__).with_name("migrations")


def migrate(engine: Engine, target: str = "head") -> None:
    """Make the schema that of ``target`` in one transaction; a store already there is only looked at.

    Raises ``StoreError`` for a store of a newer version and for a database that is not ours.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    steps = ScriptDirectory.from_config(config)
    with reading(engine) as connection:
        if _revision(connection) == steps.get_current_head():
            return
    with writing(engine) as connection:  # looked at again: another process may have been quicker
        _refuse_strange(connection, steps)
        config.attributes["connection"] = connection
        command.upgrade(config, target)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_strange(connection: Connection, steps: ScriptDirectory) -> None:
    where = connection.engine.url.render_as_string(hide_password=True)
    revision = _revision(connection)
    if revision is None:
        tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
        if tables:
            raise StoreError(
                f"This database belongs to another program (it has a table {min(tables)}).",
                file=where,
                advice="Give the address of a new one.",
            )
        return
    try:
        steps.get_revision(revision)
    except CommandError as error:
        raise StoreError(
            f'A newer version of the tracker made this store (schema "{revision}").',
            file=where,
            advice="Install that version, or give the address of another store.",
        ) from error
