"""The timeline's drawing as the page asks for it: over HTTP, of a real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboards.app import create_app
from dashboards.serve import fill
from dashboards.timeline_route import PATH
from tracker.store import Store

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
VIEW = {"from": None, "to": None, "width": 1200, "height": 500, "stamp": 7}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Asks the app as a browser does."""
    with Store(f"sqlite:///{tmp_path_factory.mktemp('route') / 'timeline.sqlite'}") as store:
        fill(store, lambda: NOW)
        yield create_app(store, clock=lambda: NOW).server.test_client()


def test_a_drawing_says_what_is_in_sight_and_keeps_the_stamp(client: FlaskClient) -> None:
    told = client.post(PATH, json=VIEW | {"query": {"type": "talks"}, "lanes": "actor"}).json
    assert told["stamp"] == 7
    assert told["nothing"] == ""
    assert told["says"].split(" ")[1] == "events"
    assert told["strip"]["key"]
    again = client.post(PATH, json=VIEW | {"query": {"type": "talks"}, "strip": told["strip"]["key"]}).json
    assert again["strip"] is None


def test_a_filter_without_events_says_why_nothing_is_drawn(client: FlaskClient) -> None:
    told = client.post(PATH, json=VIEW | {"query": {"text": "nothingofthekind"}}).json
    assert told["nothing"] == "met"


def test_an_empty_store_says_that_there_is_nothing_yet(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path / 'empty.sqlite'}") as store:
        client = create_app(store, clock=lambda: NOW).server.test_client()
        assert client.post(PATH, json=VIEW | {"query": {}}).json["nothing"] == "yet"


def test_an_address_that_cannot_be_read_is_drawn_without_its_filter(client: FlaskClient) -> None:
    told = client.post(PATH, json=VIEW | {"query": {"start": "someday"}}).json
    assert told["says"] == client.post(PATH, json=VIEW | {"query": {}}).json["says"]


@pytest.mark.parametrize("body", ["", "[1]", "{", '{"query": 3}'])
def test_a_question_in_an_unknown_form_is_answered_in_a_sentence(client: FlaskClient, body: str) -> None:
    answer = client.post(PATH, data=body, content_type="application/json")
    assert answer.status_code == 400
    assert "Reload the page." in answer.json["failed"]


@pytest.mark.parametrize(
    "odd",
    [
        {"from": "x", "to": []},
        {"from": 1e300, "to": -1e300},
        {"width": -5, "height": None},
        {"lanes": ["actor"], "folded": [1], "theme": 4},
        {"selected": "no-such-event", "strip": {}},
    ],
)
def test_odd_values_mean_the_default(client: FlaskClient, odd: dict[str, object]) -> None:
    answer = client.post(PATH, json=VIEW | {"query": {}} | odd)
    assert answer.status_code == 200, answer.text
    assert answer.json["says"]


def test_the_reader_gets_the_sentence_in_their_language(client: FlaskClient) -> None:
    answer = client.post(PATH, json=VIEW | {"query": {}}, headers={"Accept-Language": "tr"})
    assert "olay" in answer.json["says"]


def test_every_answer_tells_how_long_the_server_took(client: FlaskClient) -> None:
    for answer in (client.get("/"), client.post(PATH, json=VIEW | {"query": {}})):
        name, _, took = answer.headers["Server-Timing"].partition(";dur=")
        assert name == "server"
        assert float(took) > 0
