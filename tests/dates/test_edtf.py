"""EDTF written and read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.dates import edtf
from tracker.errors import DateError
from tracker.models import Precision

D = date.fromisoformat


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2025-07-23", "2025-07-23", "2025-07-23", Precision.DAY),
        ("2022-02", "2022-02-01", "2022-02-28", Precision.MONTH),
        ("2025", "2025-01-01", "2025-12-31", Precision.YEAR),
        ("2025-22", "2025-06-01", "2025-08-31", Precision.SEASON),
        ("2024-24", "2024-12-01", "2025-02-28", Precision.SEASON),
        ("2025-05-23/2025-05-25", "2025-05-23", "2025-05-25", Precision.RANGE),
        ("2025-06-02/..", "2025-06-02", None, Precision.OPEN),
        ("../2025-06-02", None, "2025-06-02", Precision.OPEN),
    ],
)
def test_both_ways(text: str, first: str | None, last: str | None, precision: Precision) -> None:
    interval = edtf.read(text)
    assert (interval.first, interval.last) == (D(first) if first else None, D(last) if last else None)
    assert interval.precision is precision
    assert edtf.write(interval.first, interval.last, interval.precision) == text


def test_approximate_dates() -> None:
    assert edtf.read("2025~").approximate
    assert edtf.write(D("2025-01-01"), D("2025-12-31"), Precision.YEAR, approximate=True) == "2025~"


def test_nothing_known_is_written_as_nothing() -> None:
    assert edtf.write(None, None, None) == ""


def test_a_decade_with_unknown_digits_is_bounded() -> None:
    assert edtf.read("199X")[:2] == (D("1990-01-01"), D("1999-12-31"))


@pytest.mark.parametrize(
    "text", ["", "2025-13", "2025-02-30", "0000", "nonsense", "../..", "2025-06-02/2025-06-01", "/", "May 2025"]
)
def test_what_is_no_date_is_told_in_words(text: str) -> None:
    with pytest.raises(DateError, match=r"is no date|has no end|ends before"):
        edtf.read(text)


@given(
    st.dates(min_value=date(1, 1, 2), max_value=date(9990, 1, 1)), st.integers(0, 900), st.sampled_from(list(Precision))
)
def test_what_is_written_can_be_read(first: date, days: int, precision: Precision) -> None:
    last = first + timedelta(days)
    interval = edtf.read(edtf.write(first, last, precision))
    assert (interval.first, interval.last) == (first, last)
