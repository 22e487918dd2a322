"""What a timeline adds up to: nothing is guessed into a month, nothing counted twice, and the ledger says the same."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboards.charts.insights import studied
from dashboards.charts.study import Given
from tests.dashboards.frames import TODAY, event, timeline
from tests.timeline.strategies import events
from tracker import imports
from tracker.ledger import ledger_of
from tracker.resources import DATA
from tracker.timeline import frame_of
from tracker.timeline.links import links_of
from tracker.timeline.measures.activity import activity
from tracker.timeline.measures.answers import answers
from tracker.timeline.measures.exchanged import exchanged
from tracker.timeline.measures.periods import MONTH, UNKNOWN, YEAR, period_in
from tracker.timeline.measures.promises import promises
from tracker.timeline.measures.rounds import rounds
from tracker.timeline.measures.sources import sources


@pytest.fixture(scope="module")
def bundled() -> pd.DataFrame:
    return imports.read(DATA / "timelines/russia-ukraine.csv", conflict="russia-ukraine")


def periods(frame: pd.DataFrame, unit=MONTH) -> list[int]:
    found = activity(frame)
    return period_in(found["earliest"].to_numpy(), found["latest"].to_numpy(), unit).tolist()


def month(year: int, number: int) -> int:
    return (year - 1970) * 12 + number - 1


def test_only_what_surely_lies_in_a_month_counts_there() -> None:
    frame = timeline(
        event("day", "2025-03-31"),
        event("span", "2025-03-30", "2025-04-02", "range"),
        event("week", "2025-03-10", "2025-03-16", "week"),
        event("torn", "2025-03-31", "2025-04-06", "week"),
        event("year", "2025-01-01", "2025-12-31", "year"),
        event("since", "2025-03-01", None, "open"),
    )
    found = dict(zip(frame["event_id"], periods(frame), strict=True))
    march = month(2025, 3)
    assert {name for name, number in found.items() if number == march} == {"day", "span", "week"}
    assert {name for name, number in found.items() if number == UNKNOWN} == {"torn", "year", "since"}
    years = dict(zip(frame["event_id"], periods(frame, YEAR), strict=True))
    assert {name for name, number in years.items() if number == UNKNOWN} == {"since"}


def test_the_chart_of_months_counts_what_is_unsure_apart() -> None:
    frame = timeline(
        *(event(f"d{n}", f"2025-03-0{n}") for n in range(1, 4)), event("y", "2025-01-01", "2025-12-31", "year")
    )
    study = studied("months", frame, Given(frame, TODAY))
    assert study.table["all"].tolist() == [3, 1]
    assert study.table["period"].tolist() == ["Mar 2025", "Month not known"]
    assert study.headline == "Most events were in March 2025: 3 of 4"


@settings(max_examples=40, deadline=None)
@given(st.lists(events(), max_size=12))
def test_every_event_is_counted_once_whatever_its_date(listed: list[dict]) -> None:
    counted = {"report_count": 0, "origin_count": 0}
    frame = frame_of([one | counted | {"event_id": f"e{place}"} for place, one in enumerate(listed)])
    study = studied("months", frame, Given(frame, TODAY))
    assert int(study.table["all"].sum()) == len(frame)
    groups = [one.name for one in study.numbers if one.name not in ("all", "claimed")]
    assert study.table[groups].sum(axis=1).tolist() == study.table["all"].tolist()
    assert int(studied("sources", frame, Given(frame, TODAY)).table["events"].sum()) == len(frame)


def test_answers_are_those_of_the_ledger(bundled: pd.DataFrame) -> None:
    entries = ledger_of(bundled, TODAY, ())["proposals"]
    entries = entries[entries["state"] != "joint"]
    told = answers(bundled, bundled, links_of(bundled), TODAY)
    rows = told[["event", "asked", "answer"]].itertuples(index=False)
    mine = {(bundled["event_id"].iloc[e], asked): bool(answer) for e, asked, answer in rows}
    listed = entries[["event_id", "to", "answer_ids"]].itertuples(index=False)
    assert mine == {(e, to): bool(answer) for e, to, answer in listed}


def test_what_was_carried_out_is_what_the_ledger_says(bundled: pd.DataFrame) -> None:
    entries = ledger_of(bundled, TODAY, ())["agreements"].dropna(subset=["agreed"])
    told = promises(bundled, bundled, links_of(bundled))
    mine = {
        (bundled["event_id"].iloc[e], what, side): (agreed, seen)
        for e, what, side, agreed, seen in told[["event", "what", "side", "agreed", "seen"]].itertuples(index=False)
    }
    columns = ["event_id", "what", "side", "agreed", "seen"]
    theirs = {(e, w, s): (int(a), int(n)) for e, w, s, a, n in entries[columns].itertuples(index=False)}
    assert mine == theirs


def test_people_and_bodies_add_up_to_the_ledgers_balance(bundled: pd.DataFrame) -> None:
    balance = ledger_of(bundled, TODAY, ())["balance"].dropna(subset=["number"])
    told = exchanged(bundled)
    for kind in ("bodies", "people"):
        entries = balance[(balance["what"] == "bodies") == (kind == "bodies")]
        theirs = {str(side): int(n) for side, n in entries.groupby("side")["number"].sum().items() if n}
        mine = told[told["kind"] == kind].groupby("side")["number"].sum()
        assert {str(side): int(n) for side, n in mine.items() if n} == theirs


def test_an_answer_that_the_filter_hides_is_still_an_answer() -> None:
    frame = timeline(
        event("offer", "2025-03-01", event_type="proposal", actors="UKR:initiator;RUS:target"),
        event("no", "2025-03-05", event_type="rejection", actors="RUS:initiator;UKR:target", links="answers:offer"),
    )
    told = answers(frame[frame["event_type"] == "proposal"].reset_index(drop=True), frame, links_of(frame), TODAY)
    assert told[["asked", "answer", "least", "most"]].values.tolist() == [["RUS", "no", 4, 4]]


def test_days_to_an_answer_are_as_unsure_as_its_date() -> None:
    frame = timeline(
        event("offer", "2025-03-01", "2025-03-31", "month", event_type="proposal", actors="UKR:initiator;RUS:target"),
        event("no", "2025-04-05", event_type="rejection", actors="RUS:initiator", links="answers:offer"),
    )
    told = answers(frame, frame, links_of(frame), TODAY)
    assert told[["least", "most"]].values.tolist() == [[5, 35]]
    study = studied("answers", frame, Given(frame, TODAY))
    assert study.table[["unsure", "waiting"]].values.tolist() == [[1, 0]]


def test_a_series_of_rounds_ends_where_numbers_begin_anew() -> None:
    frame = timeline(
        event("a1", "2025-01-10", "2025-01-12", "range", round=1),
        event("a2", "2025-01-20", round=2),
        event("a2b", "2025-01-21", round=2),
        event("a3", "2025-02-01", "2025-02-28", "month", round=3),
        event("b1", "2025-06-01", round=1),
        event("off", "2025-06-05", round=2, status="called_off"),
    )
    told = rounds(frame)
    assert told["series"].tolist() == [0, 0, 0, 1]
    assert [None if pd.isna(one) else int(one) for one in told["least"]] == [None, 8, 11, None]
    assert [None if pd.isna(one) else int(one) for one in told["most"]] == [None, 8, 38, None]


def test_sources_are_not_added_to_origins() -> None:
    frame = timeline(
        event("a", "2025-01-10", sources_confirming=3, origin_count=2), event("b", "2025-01-11", origin_count=2)
    )
    assert sources(frame)["sources"].tolist() == [3, 2]


def test_what_is_planned_is_no_exchange() -> None:
    frame = timeline(
        event("p", "2025-01-10", event_type="prisoner_exchange", status="planned", quantities="prisoners:UKR:9"),
        event("o", "2025-01-10", event_type="prisoner_exchange", quantities="prisoners:UKR:5;exchanges:total:2"),
    )
    assert exchanged(frame)[["side", "number"]].values.tolist() == [["UKR", 5]]
