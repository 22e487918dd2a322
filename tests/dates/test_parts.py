"""Calendar arithmetic, named days, values, languages, forms of the lexicon."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.dates import calendar, interval_of
from tracker.dates.holidays import span_of_holiday
from tracker.dates.lexicon import lexicon
from tracker.errors import NotFoundError
from tracker.resources import language

D = date.fromisoformat


def test_a_month_on_from_its_last_day_is_the_last_of_the_next() -> None:
    assert calendar.shift(D("2024-01-31"), 1, "month") == D("2024-02-29")
    assert calendar.shift(D("2024-02-29"), -1, "year") == D("2023-02-28")


def test_beyond_the_calendar_is_an_overflow() -> None:
    with pytest.raises(OverflowError):
        calendar.shift(D("9999-06-01"), 1, "year")


def test_winter_runs_into_the_next_year() -> None:
    assert calendar.season_span(2023, "WI") == (D("2023-12-01"), D("2024-02-29"))


@pytest.mark.parametrize(
    ("name", "year", "first"),
    [
        ("easter", 2025, "2025-04-20"),
        ("orthodox_easter", 2024, "2024-05-05"),
        ("good_friday", 2024, "2024-03-29"),
        ("orthodox_christmas", 2025, "2025-01-07"),
        ("thanksgiving", 2025, "2025-11-27"),
        ("us_memorial_day", 2025, "2025-05-26"),
        ("us_election_day", 2024, "2024-11-05"),
        ("victory_day", 2025, "2025-05-09"),
        ("ramadan", 2025, "2025-03-01"),
        ("eid_al_fitr", 2025, "2025-03-30"),
        ("yom_kippur", 2023, "2023-09-25"),
        ("d_day", 2025, "1944-06-06"),
    ],
)
def test_named_days(name: str, year: int, first: str) -> None:
    span = span_of_holiday(name, year)
    assert span is not None
    assert span[0] == D(first)


def test_every_named_day_of_every_language_is_known() -> None:
    for code in ("en", "uk"):
        for name in language(code).holidays:
            assert span_of_holiday(name, 2024), name


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-11-12", "2025-11-12", "2025-11-12"),
        ("2025-11-12TNI", "2025-11-12", "2025-11-12"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-W45", "2025-11-03", "2025-11-09"),
        ("2025-W45-WE", "2025-11-08", "2025-11-09"),
        ("2025-Q3", "2025-07-01", "2025-09-30"),
        ("2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-SU", "2025-06-01", "2025-08-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
    ],
)
def test_the_days_of_a_value(value: str, first: str, last: str) -> None:
    assert interval_of(value) == (D(first), D(last))


@pytest.mark.parametrize(
    "value", ["", "PRESENT_REF", "XXXX-05", "P3D", "2025-13", "2025-W60", "BC0490", "0000", "2025-02-30"]
)
def test_a_value_without_days(value: str) -> None:
    assert interval_of(value) is None


def test_an_unknown_language_is_told_with_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match="xx"):
        language("xx")


def test_words_of_several_classes_have_one_code() -> None:
    words = lexicon("en")
    assert words.words["second"].values["unit"] == "second"
    assert words.words["second"].values["ordinal"] == 2
    assert words.words["second"].code in words.codes_of("unit")
    assert words.words["second"].code in words.codes_of("ordinal")
