"""The door to the store: counters, masks, frames and values to choose from agree with each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from dashboards.data import Data, Filter
from dashboards.timeline_view import Views
from tracker.bundled import load_bundled
from tracker.store import Store

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
FILTERS = (
    Filter(),
    Filter(review=("accepted",)),
    Filter(type=("talks", "proposal"), actor=("TUR", "USA")),
    Filter(actor=("RUS",), role=("initiator",), certainty=("claim",)),
    Filter(place=("ARE", "Istanbul"), start=date(2025, 1, 1)),
    Filter(end=date(2022, 12, 31), status=("planned", "called_off")),
    Filter(source=("tass.com",)),
    Filter(text="prisoners exchange"),
    Filter(text="nothingofthekind"),
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Data]:
    with Store(str(tmp_path_factory.mktemp("data") / "timeline.sqlite")) as store:
        load_bundled(store, at=NOW)
        yield Data(store, lambda: NOW)


@pytest.mark.parametrize("chosen", FILTERS, ids=str)
def test_counter_rows_lanes_and_frame_hold_the_same_events(data: Data, chosen: Filter) -> None:
    expected = chosen.apply(data.frame())["event_id"].tolist()
    outline = data.outline()
    assert data.count(chosen) == len(expected)
    assert data.frame(chosen)["event_id"].tolist() == expected
    assert outline.ids[data.mask(chosen)].tolist() == expected
    prepared = Views(data).prepared(chosen, "group")
    assert sorted(outline.ids[prepared.rows]) == sorted(expected)
    assert int(prepared.counts.sum()) == len(expected)


def test_a_value_is_offered_with_as_many_events_as_its_condition_keeps(data: Data) -> None:
    for name in ("type", "actor", "role", "place", "status", "review", "conflict"):
        counts = data.counts(name)
        assert counts
        for value, count in list(counts.items())[:12]:
            assert data.count(Filter(**{name: (value,)})) == count, (name, value)
    assert next(iter(data.counts("source"))) == "en.wikipedia.org"


def test_events_are_given_by_their_ids_in_the_timelines_order(data: Data) -> None:
    ids = data.outline().ids[[9, 3, 5]].tolist()
    assert data.events([*ids, "nobody"])["event_id"].tolist() == [ids[1], ids[2], ids[0]]
    assert data.events([]).empty
