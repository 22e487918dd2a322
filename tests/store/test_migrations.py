import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.store.makers import HAND, TALKS
from tracker.store import Store
from tracker.store.database import open_engine, read_address, writing
from tracker.store.migrate import MIGRATIONS, migrate
from tracker.store.tables import metadata


def steps():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def test_the_migrated_schema_is_that_of_the_tables(store):
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_steps_are_one_line_each_with_a_way_back():
    listed = list(steps().walk_revisions())
    assert len(steps().get_heads()) == 1
    assert [one.down_revision for one in listed] == [*[one.revision for one in listed[1:]], None]


def test_a_store_of_every_older_schema_is_brought_up_to_date(tmp_path):
    for step in steps().walk_revisions():
        path = tmp_path / f"{step.revision}.db"
        engine = open_engine(read_address(str(path)), 1.0)
        migrate(engine, step.revision)
        engine.dispose()
        with Store(str(path)) as store:
            assert store.event(store.add_event(TALKS, **HAND))["title"] == "Talks in Abu Dhabi"


def test_a_step_that_fails_leaves_the_store_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "timeline.db"
    engine = open_engine(read_address(str(path)), 1.0)
    try:
        with writing(engine) as connection:
            connection.exec_driver_sql("CREATE TABLE kept (a TEXT)")
            migrate_within(connection)
            raise RuntimeError
    except RuntimeError:
        pass
    engine.dispose()
    check = sqlite3.connect(path)
    assert check.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    check.close()


def migrate_within(connection):
    from alembic import command  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def test_every_step_can_be_taken_back(tmp_path):
    from alembic import command  # noqa: PLC0415

    path: Path = tmp_path / "timeline.db"
    engine = open_engine(read_address(str(path)), 1.0)
    migrate(engine)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    engine.dispose()
    check = sqlite3.connect(path)
    names = {row[0] for row in check.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger')")}
    check.close()
    assert names == {"alembic_version"}
