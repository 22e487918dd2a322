import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from tests.store.makers import HAND, TALKS
from tracker.store import Store
from tracker.store.database import open_engine, read_address, reading, writing
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


@pytest.fixture
def engine(address):
    opened = open_engine(read_address(address), 1.0)
    yield opened
    opened.dispose()


@pytest.mark.parametrize("step", [one.revision for one in steps().walk_revisions()])
def test_a_store_of_every_older_schema_is_brought_up_to_date(address, engine, step):
    migrate(engine, step)
    engine.dispose()
    with Store(address) as store:
        assert store.event(store.add_event(TALKS, **HAND))["title"] == "Talks in Abu Dhabi"


def test_a_step_that_fails_leaves_the_store_as_it_was(engine):
    def fail():
        with writing(engine) as connection:
            connection.exec_driver_sql("CREATE TABLE kept (a TEXT)")
            alembic(connection, command.upgrade, "head")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert inspect(engine).get_table_names() == []


def test_every_step_can_be_taken_back_and_made_again(engine):
    migrate(engine)
    with writing(engine) as connection:
        alembic(connection, command.downgrade, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    with reading(engine) as connection:
        assert connection.execute(text(LEFT_OVER[engine.dialect.name])).all() == []
    migrate(engine)
    assert "views" in inspect(engine).get_table_names()


LEFT_OVER = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT proname FROM pg_proc WHERE proname LIKE 'keep_%'",
}
"""What a step may make beside tables."""


def alembic(connection, order, target):
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    order(config, target)
