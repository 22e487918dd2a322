"""Blocks of the Events table: sorted on the server, empty cells last, edits turned back into codes."""

from __future__ import annotations

import pytest

from dashboards.components.events_columns import columns
from dashboards.language import speaking
from dashboards.table_query import EDITABLE, SORTED_BY, Block, edited, ordered, read_block
from tests.dashboards.frames import event, timeline
from tracker.timeline import COLUMNS as FRAME

EVENTS = timeline(
    event("a", "2025-03-01", title="zeta", round=2),
    event("b", "2025-01-01", title="Alpha", event_type="violation"),
    event("c", "2025-02-01", title="beta", round=10, location="Geneva"),
)


def ids(*order: tuple[str, str]) -> list[str]:
    return ordered(EVENTS, order)["event_id"].tolist()


def test_without_an_order_rows_stand_in_time() -> None:
    assert ids() == ["b", "c", "a"]


def test_letters_sort_without_case_and_numbers_as_numbers() -> None:
    assert ids(("title", "asc")) == ["b", "c", "a"]
    assert ids(("title", "desc")) == ["a", "c", "b"]
    assert ids(("round", "desc")) == ["c", "a", "b"]


@pytest.mark.parametrize("way", ["asc", "desc"])
def test_empty_cells_come_last_either_way(way: str) -> None:
    assert ids(("location", way))[0] == "c"


def test_types_sort_by_their_label() -> None:
    assert ids(("type", "desc"))[0] == "b"


@pytest.mark.parametrize("column", [one["field"] for one in columns() if one.get("sortable", True)])
def test_every_column_that_offers_sorting_can_be_sorted(column: str) -> None:
    assert sorted(ids((column, "asc"))) == ["a", "b", "c"]


def test_a_block_is_bounded_and_unknown_columns_are_left_out() -> None:
    block = Block.of({"startRow": -5, "endRow": 10**9, "sortModel": [{"colId": "__class__", "sort": "asc"}]})
    assert (block.start, block.end, block.order) == (0, 1_000, ())
    assert [row["event_id"] for row in read_block(EVENTS, Block(1, 2))] == ["c"]


def test_rows_speak_in_words() -> None:
    row = read_block(EVENTS, Block(0, 1))[0]
    assert (row["date"], row["status"], row["who"]) == ("Wed 1 Jan 2025", "Occurred", "Russia and Ukraine")


def test_an_edit_turns_labels_into_codes() -> None:
    assert edited("status", "Called off") == ("status", "called_off")
    assert edited("round", " 3 ") == ("round", 3)
    assert edited("round", "") == ("round", None)
    assert edited("round", "three") == ("round", "three")
    assert edited("title", " New ") == ("title", "New")


def test_only_columns_of_the_timeline_are_sorted_by_or_edited() -> None:
    names = {column.name for column in FRAME}
    assert set(SORTED_BY.values()) <= names
    assert set(EDITABLE.values()) <= names


def test_an_edit_in_another_language_means_the_same_code() -> None:
    with speaking("uk"):
        assert edited("status", read_block(EVENTS, Block(0, 1))[0]["status"]) == ("status", "occurred")
        assert edited("status", "Скасовано") == ("status", "called_off")


def test_a_row_tells_at_which_revision_it_was_read() -> None:
    assert {row["seen"] for row in read_block(EVENTS, Block(0, 3), revision=7)} == {7}
