"""The unseen articles and their labels: what a scorer relies on must hold, whoever edits them next."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest

from tracker.resources import DATA

KINDS = {path.stem for path in (DATA / "event_types").glob("*.toml")}


def rows(name: str) -> list[dict[str, Any]]:
    text = (DATA / "corpus" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


ARTICLES = {row["id"]: row for row in rows("news.articles.jsonl")}
LABELS = rows("news.gold.jsonl")
EVENTS = [row for row in LABELS if not row.get("no_events")]


def test_every_article_is_labelled_with_events_or_as_having_none() -> None:
    assert len(ARTICLES) == len(rows("news.articles.jsonl"))
    empty = {row["article_id"] for row in LABELS if row.get("no_events")}
    told = Counter(row["article_id"] for row in EVENTS)
    assert empty | told.keys() == ARTICLES.keys()
    assert not empty & told.keys()


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_evidence_stands_in_the_text_where_the_label_says(name: str) -> None:
    text = ARTICLES[name]["text"]
    for event in (row for row in EVENTS if row["article_id"] == name):
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
