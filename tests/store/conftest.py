"""Stores for tests: each test that takes one runs on SQLite and, where a server can be started, on PostgreSQL."""

import pytest

from tests.store import postgresql
from tracker.store import Store

ONE_SERVER = pytest.mark.xdist_group("postgresql")
DATABASES = ("sqlite", pytest.param("postgresql", marks=ONE_SERVER))


@pytest.fixture(scope="session")
def server():
    if reason := postgresql.missing():
        pytest.skip(f"PostgreSQL: {reason}")
    with postgresql.running() as running:
        yield running


@pytest.fixture(params=DATABASES)
def address(request, tmp_path):
    """Where a store can be made; nothing is there yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'timeline.db'}"
        return
    with request.getfixturevalue("server").database() as found:
        yield found


@pytest.fixture
def store(address):
    with Store(address) as opened:
        yield opened
