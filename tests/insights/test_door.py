"""Every chart obeys the one filter: what it counts is what the counter counts, and links lead to just these events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dashboards.data import Data, Filter
from dashboards.data_insights import Insights
from dashboards.serve import fill
from tracker.store import Store

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
FILTERS = [
    Filter(),
    Filter(review=("accepted",)),
    Filter(review=("proposed",)),
    Filter(type=("talks",)),
    Filter(type=("talks", "meeting", "proposal")),
    Filter(actor=("UKR",)),
    Filter(actor=("TUR", "ARE"), role=("mediator",)),
    Filter(role=("target",)),
    Filter(place=("TUR",)),
    Filter(place=("Istanbul", "Kyiv")),
    Filter(start=date(2025, 1, 1)),
    Filter(end=date(2022, 12, 31)),
    Filter(start=date(2025, 5, 1), end=date(2025, 7, 31)),
    Filter(status=("called_off",)),
    Filter(certainty=("claim",)),
    Filter(certainty=("day", "fact")),
    Filter(certainty=("open",)),
    Filter(source=("reuters",)),
    Filter(conflict=("russia-ukraine",)),
    Filter(text="prisoners exchange"),
    Filter(text="no such word anywhere"),
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Data]:
    path: Path = tmp_path_factory.mktemp("insights") / "timeline.sqlite"
    with Store(f"sqlite:///{path}") as store:
        fill(store, lambda: NOW)
        yield Data(store, lambda: NOW)


@pytest.fixture(scope="module")
def insights(data: Data) -> Insights:
    return Insights(data)


@pytest.mark.parametrize("chosen", FILTERS, ids=lambda one: str(one.to_query()))
def test_charts_count_what_the_counter_counts(data: Data, insights: Insights, chosen: Filter) -> None:
    shown = data.count(chosen)
    assert int(insights.study("months", chosen).table["all"].sum()) == shown
    assert int(insights.study("sources", chosen).table["events"].sum()) == shown


@pytest.mark.parametrize("chosen", FILTERS[:6], ids=lambda one: str(one.to_query()))
def test_a_link_shows_just_the_events_behind_a_number(data: Data, insights: Insights, chosen: Filter) -> None:
    exact = 0
    study = insights.study("months", chosen)
    for row in range(len(study.table)):
        for column in study.numbers:
            behind = insights.behind("months", chosen, row, column.name, 500)
            assert behind.count == int(study.table[column.name].iloc[row]) == len(behind.rows)
            if behind.found is not None:
                exact += 1
                ids = data.outline().ids[data.mask(behind.found)]
                assert sorted(ids) == sorted(str(one["event_id"]) for one in behind.rows)
    assert exact or not data.count(chosen)


def test_a_number_that_is_not_there_has_no_events(insights: Insights) -> None:
    assert insights.behind("months", Filter(), 10_000, "all", 5).count == 0
    assert insights.behind("months", Filter(), 0, "nothing", 5).count == 0


def test_an_edit_is_seen(data: Data, insights: Insights) -> None:
    before = int(insights.study("sources", Filter()).table["claimed"].sum())
    event_id = next(one for one in data.frame()["event_id"] if not data.event(one)["claimed_by"])
    batch = data.change(event_id, {"claimed_by": "RUS"})
    assert int(insights.study("sources", Filter()).table["claimed"].sum()) == before + 1
    data.undo(batch)
    assert int(insights.study("sources", Filter()).table["claimed"].sum()) == before
