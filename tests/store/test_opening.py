"""Stores that cannot be opened, read or written: one sentence each, and nothing half-written."""

import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import event, inspect, text

from tests.store.makers import HAND, TALKS
from tracker.bundled import load_bundled
from tracker.errors import StoreError
from tracker.store import Store
from tracker.store.database import open_engine, read_address

a_file = pytest.mark.parametrize("address", ["sqlite"], indirect=True)
"""What happens to a file happens to SQLite only."""


def test_a_plain_path_is_a_sqlite_file(tmp_path):
    with Store(str(tmp_path / "a b%20c.db")) as store:
        store.add_event(TALKS, **HAND)
    assert (tmp_path / "a b%20c.db").is_file()
    with Store(store.address) as again:
        assert len(again.frame()) == 1


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("nothing://x", "no address"),
        ("sqlite+pysqlcipher:///x.db", "driver .* is missing"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("", "names no file"),
        ("sqlite:////no/such/folder/timeline.db", "folder is missing"),
    ],
)
def test_addresses_that_are_none(address, sentence):
    with pytest.raises(StoreError, match=sentence) as caught:
        Store(address)
    assert caught.value.advice


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(str(tmp_path))


def test_a_file_that_is_no_database_stays_as_it_is(tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("This is a diary. " * 100)
    with pytest.raises(StoreError, match="no store") as caught:
        Store(str(path))
    assert caught.value.file == str(path)
    assert path.read_text() == "This is a diary. " * 100


def test_another_programs_database_is_left_alone(address):
    engine = open_engine(read_address(address), 1.0)
    with engine.begin() as other:
        other.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(StoreError, match=r"another program .*recipes"):
        Store(address)
    assert inspect(engine).get_table_names() == ["recipes"]
    engine.dispose()


def test_a_store_of_a_newer_version(store, address):
    with store._engine.begin() as newer:
        newer.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r'newer version .*"9999"'):
        Store(address)


@a_file
def test_a_damaged_store(tmp_path, address):
    with Store(address) as store:
        load_bundled(store, at=datetime(2026, 11, 22, tzinfo=UTC))
    path = tmp_path / "timeline.db"
    content = bytearray(path.read_bytes())
    for start in range(8192, len(content), 4096):
        content[start : start + 64] = b"\xa5" * 64
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"), Store(address) as store:
        store.frame()


@a_file
def test_a_store_that_may_only_be_read_is_read(store, tmp_path):
    name = store.add_event(TALKS, **HAND)
    with Store(f"sqlite:///file:{tmp_path / 'timeline.db'}?mode=ro&uri=true") as kept:
        assert kept.event(name)["title"] == "Talks in Abu Dhabi"
        with pytest.raises(StoreError, match="may only be read"):
            kept.add_event(TALKS, **HAND)


@a_file
def test_a_store_that_another_program_holds(store, address, tmp_path):
    name = store.add_event(TALKS, **HAND)
    other = sqlite3.connect(tmp_path / "timeline.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store(address, patience=0.05) as late:
        assert late.event(name)["title"] == "Talks in Abu Dhabi"
        with pytest.raises(StoreError, match="Another program holds the store"):
            late.change(name, {"note": "x"}, **HAND)
        other.execute("ROLLBACK")
        other.close()
        assert late.change(name, {"note": "x"}, **HAND)


@a_file
def test_a_full_disk_writes_nothing_by_halves(address):
    with Store(address) as store:
        name = store.add_event(TALKS, **HAND)
        before = store.state()

        def limit(connection, _record, _proxy):
            connection.execute("PRAGMA max_page_count = 40")

        event.listen(store._engine, "checkout", limit)
        with pytest.raises(StoreError, match="disk is full"):
            store.change(name, {"note": "x" * 1_000_000}, **HAND)
        event.remove(store._engine, "checkout", limit)
    with Store(address) as again:
        assert again.state() == before == again.rebuild()
        assert again.change(name, {"note": "x"}, **HAND)


def test_threads_write_and_read_at_once(store):
    faults = []

    def work(place):
        try:
            for number in range(5):
                name = store.add_event(TALKS | {"event_id": f"e-{place}-{number}"}, **HAND)
                store.change(name, {"note": "x"}, **HAND)
                assert name in set(store.frame()["event_id"])
        except Exception as fault:  # noqa: BLE001
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(place,)) for place in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(store.frame()) == 30
    assert store.rebuild() == store.state()


WRITER = """
import sys
from datetime import UTC, datetime
from tracker.store import Store

with Store(sys.argv[1]) as store:
    for number in range(20):
        store.add_event({"event_type": "talks", "note": sys.argv[2]}, by="x", at=datetime(2026, 1, 1, tzinfo=UTC))
"""


def test_two_processes_open_and_write_one_store(address):
    """Both find no store, both make it, both write."""
    both = [subprocess.Popen([sys.executable, "-c", WRITER, address, name], stderr=subprocess.PIPE) for name in "ab"]
    for process in both:
        assert process.communicate(timeout=60)[1] == b""
        assert process.returncode == 0
    with Store(address) as store:
        assert store.frame()["note"].value_counts().to_dict() == {"a": 20, "b": 20}
        assert store.rebuild() == store.state()
        assert len({one.batch for one in store.batches(100)}) == 40
