"""One filter everywhere: for twenty filters, counter, chart, table and every export tell of exactly the same events."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pyarrow.parquet as pq
import pytest
from dash import Dash
from flask.testing import FlaskClient
from icalendar import Calendar

from dashboards.app import create_app
from dashboards.filters import split_search, write_search
from dashboards.serve import fill
from tracker.models import ReviewState
from tracker.store import Store

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
FILTERS = {
    "": 400,
    "?review=any": 404,
    "?review=proposed,dismissed": 4,
    "?type=talks": 0,
    "?type=talks,meeting&status=occurred": 0,
    "?actor=TUR": 0,
    "?actor=TUR&role=mediator": 0,
    "?role=target": 0,
    "?place=Istanbul": 0,
    "?place=ARE,SAU": 0,
    "?start=2025-01-01": 0,
    "?end=2022-03-31": 0,
    "?start=2025-05-01&end=2025-08-01&review=any": 0,
    "?status=planned,called_off": 0,
    "?certainty=day": 0,
    "?certainty=uncertain,open": 0,
    "?certainty=claim": 0,
    "?source=wikipedia.org": 0,
    "?conflict=russia-ukraine&text=prisoners": 0,
    "?text=no%20such%20words%20anywhere": -1,
}
"""Addresses, and how many events they must show where that is known: -1 for none, 0 for some that are not all."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dash]:
    """The app over the bundled timeline, with a few events that are not accepted and one without any date."""
    with Store(str(tmp_path_factory.mktemp("one") / "timeline.sqlite")) as store:
        fill(store, lambda: NOW)
        ids = store.frame()["event_id"].tolist()
        store.review(ids[5:7], ReviewState.PROPOSED, by="Ana", at=NOW)
        store.review(ids[70:71], ReviewState.DISMISSED, by="Ana", at=NOW)
        undated = {"date_start": None, "date_end": None, "date_precision": "open", "review_state": "proposed"}
        store.change(ids[8], undated, by="Ana", at=NOW)
        yield create_app(store, clock=lambda: NOW)


@pytest.fixture(scope="module")
def client(app: Dash) -> FlaskClient:
    """Asks the app as a browser does."""
    return app.server.test_client()


def ask(app: Dash, client: FlaskClient, output: str, **values: Any) -> dict[str, Any]:
    """What the callback that writes ``output`` (``id.property``) answers to ``values`` (``id__property``)."""
    keys = [
        key for key, one in app.callback_map.items() if output in key and "@" not in key and not one.get("no_output")
    ]
    assert len(keys) == 1, keys
    known = {name.replace("__", "."): value for name, value in values.items()}

    def given(one: dict[str, str]) -> Any:
        name = f"{one['id']}.{one['property']}"
        return {"id": one["id"], "property": one["property"], "value": known.get(name.replace("-", "_"))}

    entry = app.callback_map[keys[0]]
    outputs = [
        dict(zip(("id", "property"), one.rsplit(".", 1), strict=True)) for one in keys[0].strip(".").split("...")
    ]
    body = {
        "output": keys[0],
        "outputs": outputs if keys[0].startswith("..") else outputs[0],
        "inputs": [given(one) for one in entry["inputs"]],
        "state": [given(one) for one in entry["state"]],
        "changedPropIds": ["filter-query.data"],
    }
    answer = client.post("/_dash-update-component", json=body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json["response"])


def numbers(text: Any) -> list[int]:
    return [int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", text)]


def exported(client: FlaskClient, name: str, search: str) -> bytes:
    answer = client.get(f"/export/{name}{search}")
    assert answer.status_code == 200, answer.text
    return answer.data


@pytest.mark.parametrize("search", FILTERS)
def test_counter_chart_table_and_exports_agree(app: Dash, client: FlaskClient, search: str) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(client, "csv", search).decode())))
    count, query = len(rows), split_search(search)
    expected = FILTERS[search]
    assert count == max(0, expected) if expected else 0 < count < 404
    assert write_search(query).replace("%20", " ") == search.replace("%20", " ")

    counter = ask(app, client, "filter-count.children", filter_query__data=query)
    assert numbers(json.dumps(counter["filter-count"]["children"]))[0] == count
    request = {"startRow": 0, "endRow": 1000, "sortModel": []}
    table = ask(
        app, client, "events-grid.getRowsResponse", filter_query__data=query, events_grid__getRowsRequest=request
    )
    response = table["events-grid"]["getRowsResponse"]
    assert response["rowCount"] == count
    assert [one["event_id"] for one in response["rowData"]] == [one["event_id"] for one in rows]
    chart = client.post("/timeline/drawing", json={"width": 1200, "query": query})
    assert chart.status_code == 200, chart.text
    undated = sum(not (one["date_start"] or one["date_end"]) for one in rows)
    seen, _comma, last = chart.json["says"].partition(", ")
    assert numbers(seen)[0] == count - undated
    assert undated == 0 or numbers(last.rsplit(";", 1)[1])[0] == undated

    assert len(json.loads(exported(client, "json", search))) == count
    assert len(json.loads(exported(client, "geojson", search))["features"]) == count
    assert len(json.loads(exported(client, "timelinejs", search))["events"]) == count - undated
    assert pq.read_table(io.BytesIO(exported(client, "parquet", search))).num_rows == count
    calendar = Calendar.from_ical(exported(client, "icalendar", search).decode())
    assert len([one for one in calendar.subcomponents if one.name in ("VEVENT", "VJOURNAL")]) == count
    page = exported(client, "chronology", search).decode()
    assert all(f'<li id="{one["event_id"]}"' in page for one in rows)


@pytest.mark.parametrize("search", FILTERS)
def test_the_charts_of_insights_count_the_same_events(client: FlaskClient, search: str) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(client, "csv", search).decode())))
    sources = list(csv.DictReader(io.StringIO(client.get(f"/insights/sources.csv{search}").text)))
    assert sum(int(one["Events"]) for one in sources) == len(rows)
    months = list(csv.DictReader(io.StringIO(client.get(f"/insights/months.csv{search}").text)))
    assert sum(int(one["All"]) for one in months) == len(rows)


def test_a_filter_that_cannot_be_is_an_answer_in_words_and_no_file(client: FlaskClient) -> None:
    answer = client.get(f"/export/csv?status={quote('perhaps')}")
    assert answer.status_code == 400
    assert '"perhaps" is none of' in answer.text
    assert client.get("/export/docx").status_code == 400
