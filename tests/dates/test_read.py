"""What a person types as a date."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.dates import read
from tracker.errors import DateError

WEDNESDAY = date(2025, 11, 12)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("16 May 2025", "2025-05-16"),
        ("2025-05-16", "2025-05-16"),
        ("May 2025", "2025-05"),
        ("2025", "2025"),
        ("summer 2025", "2025-22"),
        ("23-25 May 2025", "2025-05-23/2025-05-25"),
        ("from 2 to 6 June 2025", "2025-06-02/2025-06-06"),
        ("between March and May 2022", "2022-03-01/2022-05-31"),
        ("yesterday", "2025-11-11"),
        ("last week", "2025-11-03/2025-11-09"),
        ("since 2014", "2014-01-01/.."),
        ("before May 2024", "../2024-05-01"),
        ("late May 2025", "2025-05-21/2025-05-31"),
        ("three years ago", "2022"),
        ("2025-05-16/2025-05-18", "2025-05-16/2025-05-18"),
        ("2025-06-02/..", "2025-06-02/.."),
        ("2025~", "2025~"),
        ("2 червня 2025 року", "2025-06-02"),
        ("16 mai 2025", "2025-05-16"),
        ("on Tuesday, 11 November 2025", "2025-11-11"),
    ],
)
def test_typed_dates(typed: str, edtf: str) -> None:
    found = read(typed, reference=WEDNESDAY)
    assert found.edtf == edtf
    assert found.text == typed


def test_two_readings_are_told() -> None:
    found = read("05/06/2025", reference=WEDNESDAY)
    assert {found.edtf, *found.alternatives} == {"2025-06-05", "2025-05-06"}


@pytest.mark.parametrize("typed", ["", "   ", "perhaps", "2025-02-30", "three days", "16 May and 2 June", "x" * 500])
def test_what_is_no_one_date_is_told_in_words(typed: str) -> None:
    with pytest.raises(DateError) as told:
        read(typed, reference=WEDNESDAY)
    assert told.value.advice


def test_relative_words_without_a_day_to_count_from_are_no_date() -> None:
    with pytest.raises(DateError):
        read("yesterday", reference=None)


@pytest.mark.parametrize("typed", ["2025-13-01", "2025-02-30", "2025/31/12", "2025.06.31"])
def test_a_year_first_date_is_never_turned_round(typed: str) -> None:
    with pytest.raises(DateError, match=r"no calendar|no date"):
        read(typed, reference=date(2025, 11, 12))
