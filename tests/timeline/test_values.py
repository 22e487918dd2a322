from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from tests.timeline import strategies as some
from tracker.errors import RowError
from tracker.timeline.values import check_date, read_id, read_value, read_values, with_edtf


@settings(max_examples=60, deadline=None)
@given(some.events())
def test_reading_twice_changes_nothing(event):
    once = read_values(event)
    assert read_values(once) == once
    check_date(with_edtf(once))


def test_texts_stand_for_days_and_numbers():
    read = read_values(
        {"date_start": "2025-07-23", "lat": "41.01", "round": " 3 ", "created_at": "2025-07-23T12:00:00+03:00"}
    )
    assert read == {
        "date_start": date(2025, 7, 23),
        "lat": 41.01,
        "round": 3,
        "created_at": datetime(2025, 7, 23, 9, tzinfo=UTC),
    }


@pytest.mark.parametrize("nothing", [None, "", pd.NA, pd.NaT, float("nan"), np.nan])
def test_nothing_is_nothing(nothing):
    assert read_value("date_start", nothing) is None
    assert read_value("lat", nothing) is None
    assert read_value("note", nothing) == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("event_type", "party"),
        ("event_type", ""),
        ("status", "maybe"),
        ("date_start", "2025-02-30"),
        ("date_end", "23.07.2025"),
        ("date_edtf", "someday"),
        ("lat", "90.5"),
        ("lon", "east"),
        ("lat", "inf"),
        ("round", "-1"),
        ("round", "1.5"),
        ("country", "Türkiye"),
        ("conflict", "none-such"),
        ("actors", "RUS"),
        ("links", "answers:two words"),
        ("responds_to", "a/b"),
        ("title", "a\x00b"),
        ("note", "\ud800"),
        ("event_id", "two words"),
        ("colour", "red"),
    ],
)
def test_what_cannot_stand_names_its_field(name, value):
    with pytest.raises(RowError) as caught:
        read_value(name, value)
    assert caught.value.field == name
    assert caught.value.advice or "none of" in caught.value.sentence


@pytest.mark.parametrize(
    ("first", "last", "precision", "edtf"),
    [
        ("2025-07-24", "2025-07-23", "range", ""),
        ("2025-07-23", "2025-07-24", "day", ""),
        ("2025-07-23", None, "month", ""),
        (None, None, "year", ""),
        ("2025-07-23", "2025-07-23", "day", "2024-07-23"),
        (None, "2025-07-23", "open", "2025-07-24/.."),
    ],
)
def test_days_that_contradict_each_other(first, last, precision, edtf):
    event = read_values({"date_start": first, "date_end": last, "date_precision": precision, "date_edtf": edtf})
    with pytest.raises(RowError):
        check_date(event)


def test_ids_fit_cells_and_addresses():
    assert read_id(" 2025-07-23-talks.b:1~x_y ") == "2025-07-23-talks.b:1~x_y"
    for wrong in ("", "a b", "a;b", "a/b", "a,b", "x" * 201, None):
        with pytest.raises(RowError):
            read_id(wrong)
