"""Saving by hand, likely duplicates, links, and taking back one change of one event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboards import data_entry, data_history
from dashboards.data import Data
from tracker.errors import ConflictingEditError
from tracker.models import LinkKind, ReviewState
from tracker.store import Store

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Data]:
    with Store(f"sqlite:///{tmp_path / 'timeline.sqlite'}") as store:
        yield Data(store, lambda: NOW)


def values(day: str = "2025-07-23", last: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "event_type": "talks",
        "date_start": date.fromisoformat(day) if day else None,
        "date_end": date.fromisoformat(last or day),
        "date_precision": "day" if day and not last else "open" if not day else "range",
        "actors": "UKR:participant;RUS:participant",
        "title": "Talks",
    } | more


def test_an_event_by_hand_is_accepted_and_can_be_taken_back(data: Data) -> None:
    saved = data_entry.add(data, values())
    assert data.event(saved.event_id)["review_state"] == ReviewState.ACCEPTED.value
    data.undo(saved.batch)
    assert not data_entry.known(data, saved.event_id)


def test_duplicates_share_type_days_and_an_actor_the_closest_first(data: Data) -> None:
    wide = data_entry.add(data, values("2025-07-01", "2025-07-31", title="Wide")).event_id
    same = data_entry.add(data, values(title="Same")).event_id
    for other in (
        values("2025-07-24"),
        values(event_type="meeting"),
        values(actors="USA:participant"),
        values(review_state=ReviewState.DISMISSED.value),
    ):
        data.store.add_event(other, by="test", at=NOW)
    found, count = data_entry.likely_duplicates(data, values(actors="UKR:participant"))
    assert [one.event["event_id"] for one in found] == [same, wide]
    assert count == 2
    assert found[0].why == ("the same type", "the same days", "Ukraine in both")
    assert found[1].why[1] == "days that overlap"
    assert data_entry.likely_duplicates(data, values(), besides=same)[1] == 1


def test_an_open_end_overlaps_whatever_lies_on_its_side(data: Data) -> None:
    before = data_entry.add(data, values("", "2025-01-01")).event_id
    found, _count = data_entry.likely_duplicates(data, values("2024-05-05"))
    assert [one.event["event_id"] for one in found] == [before]
    assert data_entry.likely_duplicates(data, values("2025-05-05"))[1] == 0


def test_events_to_link_are_found_by_any_of_their_words_the_latest_first(data: Data) -> None:
    first = data_entry.add(data, values("2025-05-16", title="First round in Istanbul")).event_id
    second = data_entry.add(data, values("2025-06-02", title="Second round in Istanbul")).event_id
    assert [one["event_id"] for one in data_entry.find_events(data, "istanbul round")] == [second, first]
    assert [one["event_id"] for one in data_entry.find_events(data, "2025-05 talks")] == [first]
    kept = data_entry.find_events(data, "second", chosen=[first])
    assert [one["event_id"] for one in kept] == [first, second]


def test_links_are_told_from_both_ends(data: Data) -> None:
    one = data_entry.add(data, values("2025-05-16")).event_id
    two = data_entry.add(data, values("2025-06-02")).event_id
    data.store.link(two, LinkKind.FOLLOWS, one, by="test", at=NOW)
    assert data_entry.linked(data, data.event(two)) == ([("follows", one)], [])
    assert data_entry.linked(data, data.event(one)) == ([], [("follows", two)])


def test_one_change_is_taken_back_and_later_ones_stay(data: Data) -> None:
    name = data_entry.add(data, values()).event_id
    status = data.change(name, {"status": "ongoing"})
    data.change(name, {"note": "Kept"})
    assert status in data_history.past(data, name).undoable
    data_history.take_back(data, name, status)
    event = data.event(name)
    assert (event["status"], event["note"]) == ("occurred", "Kept")
    assert status in data_history.past(data, name).taken_back


def test_a_change_under_a_later_one_of_the_same_field_is_refused(data: Data) -> None:
    name = data_entry.add(data, values()).event_id
    first = data.change(name, {"note": "One"})
    data.change(name, {"note": "Two"})
    with pytest.raises(ConflictingEditError):
        data_history.take_back(data, name, first)
    assert data.event(name)["note"] == "Two"


def test_of_a_change_of_many_events_only_the_one_is_taken_back(data: Data) -> None:
    names = [data_entry.add(data, values(day)).event_id for day in ("2025-05-16", "2025-06-02")]
    batch = data.review(names, ReviewState.DISMISSED)
    data_history.take_back(data, names[0], batch)
    states = [data.event(name)["review_state"] for name in names]
    assert states == [ReviewState.ACCEPTED.value, ReviewState.DISMISSED.value]
