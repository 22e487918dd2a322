"""Whole articles and their labels: what a scorer relies on must hold, whoever edits them next."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tracker.corpus import LEARNT, MEASURED, files_of, labelled
from tracker.evaluate import read_lines
from tracker.resources import DATA

KINDS = {path.stem for path in (DATA / "event_types").glob("*.toml")}
COLLECTIONS = (*LEARNT, *MEASURED)
ARTICLES = {article.id: (article.text, events) for name in COLLECTIONS for article, events in labelled(*files_of(name))}
EVENTS = [event for _, events in ARTICLES.values() for event in events]


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_article_is_labelled_with_events_or_as_having_none(name: str) -> None:
    gold, articles = map(read_lines, files_of(name))
    ids = [row["id"] for row in articles]
    assert len(set(ids)) == len(ids)
    empty = {row["article_id"] for row in gold if row.get("no_events")}
    told = Counter(row["article_id"] for row in gold if not row.get("no_events"))
    assert empty | told.keys() == set(ids)
    assert not empty & told.keys()


def test_no_article_is_learnt_from_and_measured_with() -> None:
    learnt, measured = (
        {str(row["text"]) for name in names for row in read_lines(files_of(name)[1])} for names in (LEARNT, MEASURED)
    )
    assert learnt
    assert not learnt & measured


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_evidence_stands_in_the_text_where_the_label_says(name: str) -> None:
    text, events = ARTICLES[name]
    for event in events:
        assert event["evidence"], event
        for span in event["evidence"]:
            assert text[span["start"] : span["end"]] == span["text"]
        assert event["date_text"] in text
        assert event["location"] in text
        assert all(person in text for person in event["persons"])


def test_labels_keep_to_the_words_of_the_event_model() -> None:
    for event in EVENTS:
        start, end = (date.fromisoformat(day) if day else None for day in (event["date_start"], event["date_end"]))
        assert event["event_type"] in KINDS, event
        assert event["status"] in {"occurred", "ongoing", "planned", "called_off"}, event
        assert {actor["role"] for actor in event["actors"]} <= {"initiator", "target", "participant", "mediator"}, event
        assert (event["date_precision"] == "open") == (start is None or end is None), event
        assert start is None or end is None or start <= end, event
        assert event["date_precision"] != "day" or start == end, event
