"""The ledger behind the page: the filter after the links, closing by hand by a reason or an event, taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dashboards import data_ledger, data_links
from dashboards.components import open_words
from dashboards.data import Data, Filter
from dashboards.data_ledger import Key, OpenQuestions
from tracker.errors import NotFoundError, UsageError
from tracker.models import LinkKind
from tracker.store import Store

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
DAY = date(2024, 5, 20)
ACCEPTED = Filter(review=("accepted",))


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Data]:
    with Store(f"sqlite:///{tmp_path / 'timeline.sqlite'}") as store:
        yield Data(store, lambda: NOW)


@pytest.fixture
def book(data: Data) -> OpenQuestions:
    add(data, "offer", "proposal", date(2024, 5, 1), "RUS:initiator;UKR:target;TUR:target", "A harvest truce")
    return OpenQuestions(data)


def add(data: Data, name: str, kind: str, day: date, actors: str, title: str = "", **more: Any) -> None:
    values = {"event_id": name, "event_type": kind, "date_start": day, "date_end": day, "date_precision": "day"}
    data.store.add_event(values | {"actors": actors, "title": title or name} | more, by="test", at=NOW)


def asked(book: OpenQuestions, day: date = DAY, chosen: Filter = ACCEPTED) -> list[str]:
    table = book.ledger(chosen, day)["proposals"]
    return list(table.loc[table["open"], "to"])


KEY = Key("proposals", "offer", "UKR")


def test_a_key_survives_its_text() -> None:
    for key in (KEY, Key("agreements", "a|b"[:1], "prisoners RUS"), Key("planned", "x")):
        assert Key.read(str(key)) == key


def test_a_reason_closes_one_entry_from_the_day_looked_at_on_and_undo_opens_it(data: Data, book: OpenQuestions) -> None:
    assert asked(book) == ["UKR", "TUR"]
    batch = book.close(KEY, book.entry(KEY, ACCEPTED, DAY), DAY, "  Answered \n by letter ")
    note = "Closed by hand in Proposals, to Ukraine, as of Mon 20 May 2024: Answered by letter"
    assert data.event("offer")["note"] == note
    assert asked(book) == ["TUR"]
    assert asked(book, date(2024, 5, 19)) == ["UKR", "TUR"]
    row = book.entry(KEY, ACCEPTED, DAY)
    assert (row["state"], row["closes"]) == (data_ledger.CLOSED, "")
    assert row["why"].endswith("Closed by hand as of Mon 20 May 2024: Answered by letter")
    data.undo(batch)
    assert asked(book) == ["UKR", "TUR"]
    assert data.event("offer")["note"] == ""


def test_a_closing_keeps_the_note_that_was_there(data: Data, book: OpenQuestions) -> None:
    data.change("offer", {"note": "Seen twice."})
    book.close(KEY, book.entry(KEY, ACCEPTED, DAY), DAY, "Answered")
    assert data.event("offer")["note"].startswith("Seen twice.\nClosed by hand in Proposals, to Ukraine")
    assert asked(book) == ["TUR"]


def test_an_event_closes_what_it_answers_as_a_link(data: Data, book: OpenQuestions) -> None:
    add(data, "before", "statement", date(2024, 4, 1), "UKR:initiator")
    add(data, "elsewhere", "statement", date(2024, 5, 5), "FRA:initiator")
    add(data, "later", "statement", date(2024, 5, 25), "UKR:initiator")
    add(data, "told", "suspension", date(2024, 5, 9), "UKR:initiator", "Kyiv leaves")
    row = book.entry(KEY, ACCEPTED, DAY)
    offered = book.answers(KEY, row, DAY)
    assert [(one.event_id, one.words) for one in offered] == [("told", "Kyiv leaves (Thu 9 May 2024)")]
    batch = book.close(KEY, row, DAY, "", "told")
    assert asked(book) == ["TUR"]
    assert data.event("told")["links"] == f"{LinkKind.ANSWERS}:offer"
    data.undo(batch)
    assert asked(book) == ["UKR", "TUR"]


def test_closing_without_a_reason_is_refused_and_writes_nothing(data: Data, book: OpenQuestions) -> None:
    before = data.revision()
    with pytest.raises(UsageError, match="why it is closed"):
        book.close(KEY, book.entry(KEY, ACCEPTED, DAY), DAY, "   ")
    assert data.revision() == before


def test_an_entry_that_is_gone_is_said_to_be(book: OpenQuestions) -> None:
    for key in (Key("proposals", "offer", "FRA"), Key("nothing", "offer")):
        with pytest.raises(NotFoundError, match="no longer"):
            book.entry(key, ACCEPTED, DAY)


def test_a_filter_leaves_entries_out_and_hides_no_answer(data: Data, book: OpenQuestions) -> None:
    add(data, "no", "rejection", date(2024, 5, 3), "UKR:initiator", links="answers:offer")
    only = Filter(review=("accepted",), type=("proposal",))
    assert asked(book, chosen=only) == ["TUR"]
    assert not len(book.ledger(Filter(review=("accepted",), type=("talks",)), DAY).open())


def test_links_are_found_once_until_what_they_rest_on_changes(
    data: Data, book: OpenQuestions, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[int] = []
    real = data_links.find_links
    monkeypatch.setattr(data_links, "find_links", lambda frame, **more: found.append(len(frame)) or real(frame, **more))
    for day in (DAY, date(2024, 6, 1)):
        asked(book, day)
    data.change("offer", {"note": "Read again."})
    asked(book)
    assert found == [1]
    data.change("offer", {"title": "A sea truce"})
    asked(book)
    assert found == [1, 1]


def test_days_are_said_as_a_range_where_a_date_is_uncertain() -> None:
    row = {"days_least": 5, "days_most": 12, "state": "open"}
    assert open_words.days(row, "proposals") == ("5–12", "days waiting")
    assert open_words.days(row | {"days_least": 1, "days_most": 1}, "proposals") == ("1", "day waiting")
    assert open_words.days(row | {"days_least": None, "days_most": None}, "planned") == ("?", "no date says")


def test_what_is_not_open_is_counted_in_words() -> None:
    rows = [{"state": "refused", "days_least": 900}] * 2 + [{"state": "open", "days_least": 900}]
    assert open_words.tally(rows) == "2 refused and 1 without a sign for over a year"
