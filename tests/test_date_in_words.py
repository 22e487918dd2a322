"""Dates in words: exact sentences for each precision, and what must hold for any interval."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.models import Precision
from tracker.timeline.date_in_words import NO_DATE, date_in_words

CASES = [
    ("2025-11-11", "2025-11-11", "day", "Tue 11 Nov 2025"),
    ("2025-11-03", "2025-11-09", "week", "in the week Mon 3 to Sun 9 Nov 2025"),
    ("2022-02-01", "2022-02-28", "month", "some day in February 2022"),
    ("2024-02-01", "2024-02-29", "month", "some day in February 2024"),
    ("2025-05-01", "2025-05-10", "month", "early May 2025 (1 to 10)"),
    ("2025-05-11", "2025-05-20", "month", "mid May 2025 (11 to 20)"),
    ("2025-05-21", "2025-05-31", "month", "late May 2025 (21 to 31)"),
    ("2025-11-01", "2025-11-12", "month", "some day from Sat 1 to Wed 12 Nov 2025"),
    ("2024-06-01", "2024-08-31", "season", "summer 2024 (Jun to Aug)"),
    ("2023-12-01", "2024-02-29", "season", "winter 2023/24 (Dec to Feb)"),
    ("2025-01-01", "2025-04-30", "season", "early 2025 (Jan to Apr)"),
    ("2025-09-01", "2025-12-31", "season", "late 2025 (Sep to Dec)"),
    ("2025-06-01", "2025-08-12", "season", "some day from Sun 1 Jun to Tue 12 Aug 2025"),
    ("2022-01-01", "2022-12-31", "year", "some day in 2022"),
    ("2025-01-01", "2025-11-12", "year", "some day in 2025, not later than Wed 12 Nov"),
    ("2025-11-12", "2025-12-31", "year", "some day in 2025, from Wed 12 Nov on"),
    ("2025-05-23", "2025-05-25", "range", "Fri 23 to Sun 25 May 2025"),
    ("2025-05-30", "2025-06-02", "range", "Fri 30 May to Mon 2 Jun 2025"),
    ("2024-12-30", "2025-01-02", "range", "Mon 30 Dec 2024 to Thu 2 Jan 2025"),
    ("", "2025-11-12", "open", "not later than Wed 12 Nov 2025"),
    ("2014-01-01", "", "open", "from Wed 1 Jan 2014 on"),
    ("", "", "open", NO_DATE),
]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("first", "last", "precision", "words"), CASES)
def test_says_it(first: str, last: str, precision: str, words: str) -> None:
    assert date_in_words(_day(first), _day(last), precision) == words


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 900), st.sampled_from(sorted(Precision)),
    st.booleans(), st.booleans(),
)  # fmt: skip
def test_any_interval_names_its_years_and_no_raw_date(
    first: date, days: int, precision: str, no_first: bool, no_last: bool
) -> None:
    last = first + timedelta(days=days)
    words = date_in_words(None if no_first else first, None if no_last else last, precision)
    assert words
    assert first.isoformat() not in words
    assert no_first or str(first.year) in words
    assert no_last or str(last.year)[-2:] in words


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 900), st.sampled_from(sorted(Precision)))
def test_several_days_never_read_as_one(first: date, days: int, precision: str) -> None:
    last = first + timedelta(days=days)
    assert date_in_words(first, last, precision) not in {
        date_in_words(day, day, Precision.DAY) for day in (first, last)
    }
