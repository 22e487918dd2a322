from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline import strategies as some
from tracker.errors import RowError
from tracker.timeline import COLUMNS, check_frame, empty_frame, frame_of
from tracker.timeline.frame import rows_of, values_of
from tracker.timeline.rows import in_order

NAMES = [column.name for column in COLUMNS]


def row(name="a", **values):
    return {
        "event_id": name,
        "event_type": "talks",
        "status": "occurred",
        "date_start": date(2025, 7, 23),
        "date_end": date(2025, 7, 23),
        "date_precision": "day",
        "review_state": "accepted",
        "report_count": 0,
        "origin_count": 0,
        **values,
    }


def test_a_timeline_without_events_is_one():
    assert check_frame(empty_frame()).empty
    pd.testing.assert_frame_equal(frame_of([]), empty_frame(), check_index_type=False)


def test_columns_and_dtypes_stay_the_same_whatever_the_rows_hold():
    for rows in ([], [row()], [row(date_start=None, date_end=None, date_precision="open")], [row(lat=1, round=2)]):
        frame = frame_of(rows)
        assert [(name, str(frame[name].dtype)) for name in frame] == [(column.name, column.dtype) for column in COLUMNS]


def test_rows_stand_by_first_day_then_open_starts_by_their_end_then_undated_ones():
    frame = frame_of(
        [
            row("undated", date_start=None, date_end=None, date_precision="open"),
            row("later", date_start=date(2025, 7, 24), date_end=date(2025, 7, 24)),
            row("open", date_start=None, date_end=date(2025, 7, 22), date_precision="open"),
            row("b"),
            row("a"),
        ]
    )
    assert frame["event_id"].tolist() == ["open", "a", "b", "later", "undated"]


@settings(max_examples=40, deadline=None)
@given(st.lists(some.events(), max_size=6))
def test_rows_without_a_frame_stand_in_its_order(listed):
    rows = [row(str(place), **values) for place, values in enumerate(listed)]
    told = [{name: one[name] for name in rows[0]} for one in rows_of(frame_of(rows))]
    assert in_order(rows) == told


@settings(max_examples=40, deadline=None)
@given(st.lists(some.events(), max_size=4))
def test_values_come_back_from_the_frame(listed):
    rows = [row(str(place), **values) for place, values in enumerate(listed)]
    frame = frame_of(rows)
    found = {one["event_id"]: values_of(one) for one in frame.to_dict("records")}
    for one in rows:
        assert {name: found[one["event_id"]][name] for name in one} == one


def test_moments_are_kept_in_utc_to_the_microsecond():
    moment = datetime(2025, 7, 23, 9, 30, 0, 7, tzinfo=UTC)
    assert values_of(frame_of([row(created_at=moment)]).iloc[0].to_dict())["created_at"] == moment


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (lambda f: f.assign(status="maybe"), "status"),
        (lambda f: f.assign(date_precision=""), "date_precision"),
        (lambda f: f.assign(event_id=""), "event_id"),
        (lambda f: f.assign(round=f["round"].astype("Float64")), "round"),
        (lambda f: f.assign(date_start=(f["date_end"] + pd.Timedelta(days=1)).astype("datetime64[s]")), "date_end"),
        (lambda f: pd.concat([f, f]), "event_id"),
        (lambda f: f.drop(columns="note"), None),
        (lambda f: f[NAMES[::-1]], None),
        (lambda f: f.assign(report_count=pd.array([None], dtype="Int64")), "report_count"),
    ],
)
def test_what_is_no_timeline_is_refused_and_the_column_named(spoil, field):
    with pytest.raises(RowError) as caught:
        check_frame(spoil(frame_of([row()])))
    assert caught.value.field == field
