"""Texts in: pasted, dropped, dated; proposed once, known again, nothing lost when reading fails."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards import data_review, data_texts
from dashboards.data import Data
from tracker.errors import ArticleError, DateError
from tracker.models import ReviewState
from tracker.store import Store

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
TEXT = "Russia and Ukraine held talks in Istanbul on Tuesday. It rained."


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Data]:
    with Store(f"sqlite:///{tmp_path / 'timeline.sqlite'}") as store:
        yield Data(store, lambda: NOW)


def file(name: str, content: bytes) -> tuple[str, str]:
    return name, "data:application/octet-stream;base64," + base64.b64encode(content).decode()


def test_the_day_of_publication_is_one_day_and_not_in_the_future() -> None:
    assert data_texts.published_day("12 November 2025", TODAY) == date(2025, 11, 12)
    assert data_texts.published_day("yesterday", TODAY) == date(2026, 11, 21)
    for typed in ("November 2025", "3 March 2027", "blue cheese"):
        with pytest.raises(DateError):
            data_texts.published_day(typed, TODAY)


def test_dropped_files_keep_their_names_and_bad_ones_are_named() -> None:
    articles, wrong = data_texts.dropped(
        [
            file("../../etc/report.txt", TEXT.encode()),
            file("two.jsonl", b'{"id": "a", "text": "One text."}\n{"id": "b", "text": "Another text."}\n'),
            file("bad.jsonl", b'{"id": "a", "text": "One text."}\n{broken\n'),
            file("binary.txt", bytes(range(256)) * 9),
            file("sheet.xlsx", b"PK"),
            ("cut.txt", "data:text/plain;base64,@@@"),
        ]
    )
    assert [one.id for one in articles] == ["report", "a", "b"]
    assert articles[0].text == TEXT
    assert [line.split(":")[0] for line in wrong] == ["bad.jsonl", "binary.txt", "sheet.xlsx", "cut.txt"]
    assert "line 2" in wrong[0]
    assert not any("/tmp" in line for line in wrong)


def test_too_many_files_are_refused_whole() -> None:
    articles, wrong = data_texts.dropped([file(f"{n}.txt", b"Text.") for n in range(data_texts.MOST_FILES + 1)])
    assert articles == []
    assert "too many" in wrong[0]


@given(st.text(min_size=1, max_size=40).filter(str.strip), st.none() | st.dates())
def test_an_article_survives_the_browser(words: str, day: date | None) -> None:
    try:
        article = data_texts.pasted(words, title="", publisher="P", url="", published=day)
    except ArticleError:
        return
    assert data_texts.from_plain(data_texts.to_plain(article)) == article


def test_a_text_is_proposed_once_and_known_again(data: Data) -> None:
    article = data_texts.pasted(TEXT, title="", publisher="", url="", published=date(2025, 11, 12))
    first = data_texts.take_in(data, article)
    assert not first.known
    found = data_texts.propose(data, first.article_id, None)
    assert found.opened >= 1
    assert data_texts.take_in(data, article).known
    assert data_texts.propose(data, first.article_id, None) == data_texts.Found(0, 0, 0)
    reviewed = data_review.reviewed(data, first.article_id)
    assert len(reviewed.proposals) == len(reviewed.waiting()) == found.opened
    assert set(data.frame()["review_state"]) == {ReviewState.PROPOSED.value}
    talks = next(one for one in reviewed.proposals if one.event["event_type"] == "talks")
    assert talks.event["date_start"] == date(2025, 11, 11)
    assert talks.counted_from == date(2025, 11, 12)


def test_without_a_day_relative_words_stay_open(data: Data) -> None:
    article = data_texts.pasted(TEXT, title="", publisher="", url="", published=None)
    taken = data_texts.take_in(data, article)
    data_texts.propose(data, taken.article_id, None)
    reviewed = data_review.reviewed(data, taken.article_id)
    assert [one.text for one in reviewed.expressions if one.anchor == "missing"]
    assert all(one.event["date_start"] is None for one in reviewed.proposals)
