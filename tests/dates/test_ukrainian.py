"""A second language is a file: Ukrainian days, months in their cases, weekdays, yesterday, last and next."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.dates import find, joined
from tracker.resources import languages

WEDNESDAY = date(2025, 11, 12)


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        (
            "Делегація прибула до Стамбула у вівторок, 11 листопада 2025 року.",
            "вівторок, 11 листопада 2025 року",
            "2025-11-11",
        ),
        ("2 червня сторони обмінялися списками.", "2 червня", "2025-06-02"),
        ("У лютому 2022 року почалася війна.", "лютому 2022 року", "2022-02"),
        ("У 2014 році все почалося.", "2014 році", "2014"),
        ("Зустріч відбулася у п'ятницю.", "п'ятницю", "2025-11-07"),
        ("Зустріч відбулася у п’ятницю.", "п’ятницю", "2025-11-07"),
        ("Вони зустрінуться у п'ятницю.", "п'ятницю", "2025-11-14"),
        ("Вони говорили вчора.", "вчора", "2025-11-11"),
        ("Сьогодні переговорів не було.", "Сьогодні", "2025-11-12"),
        ("Завтра буде обмін.", "Завтра", "2025-11-13"),
        ("Позавчора вони приїхали.", "Позавчора", "2025-11-10"),
        ("Минулого тижня обмін зірвався.", "Минулого тижня", "2025-W45"),
        ("Сторони зустрінуться наступного місяця.", "наступного місяця", "2025-12"),
        ("Минулого року було три раунди.", "Минулого року", "2024"),
        ("Обмін відбувся три дні тому.", "три дні тому", "2025-11-09"),
        ("Переговори відбудуться через два тижні.", "через два тижні", "2025-W48"),
        ("Лист датовано 16.05.2025.", "16.05.2025", "2025-05-16"),
        ("Угоду підписали наприкінці травня 2024 року.", "наприкінці травня 2024 року", "2024-05"),
    ],
)
def test_ukrainian(sentence: str, words: str, value: str) -> None:
    assert [(one.text, one.value) for one in find(sentence, reference=WEDNESDAY, language="uk")] == [(words, value)]


def test_a_ukrainian_span() -> None:
    text = "Обмін тривав з 23 по 25 травня 2025 року."
    (whole,) = joined(find(text, reference=WEDNESDAY, language="uk"), text, "uk")
    assert whole.edtf == "2025-05-23/2025-05-25"


@pytest.mark.parametrize(
    "sentence", ["Листоноша приніс лист.", "Вони середньо заробляють.", "Резолюція 2334 лишилася чинною."]
)
def test_ukrainian_near_misses(sentence: str) -> None:
    found = find(sentence, reference=WEDNESDAY, language="uk")
    assert [one.text for one in found] == []


def test_both_languages_are_there() -> None:
    assert set(languages()) >= {"en", "uk"}
