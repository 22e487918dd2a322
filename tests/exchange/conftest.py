import pytest

from tracker.store import Store


@pytest.fixture
def address(tmp_path):
    return f"sqlite:///{tmp_path / 'timeline.db'}"


@pytest.fixture
def store(address):
    with Store(address) as opened:
        yield opened
