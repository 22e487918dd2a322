from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pandas as pd
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.store.makers import HAND, LATER, NOW, TALKS, article, report
from tracker.errors import ConflictingEditError, NotFoundError, RowError, UsageError
from tracker.models import LinkKind, ReviewState
from tracker.store import Store
from tracker.timeline import check_frame


def test_a_new_store_holds_nothing(store):
    assert store.revision() == 0
    assert check_frame(store.frame()).empty
    assert (store.articles(), store.batches()) == ((), ())
    assert store.rebuild() == store.state()


def test_an_event_by_hand(store):
    name = store.add_event(TALKS | {"lat": "24.45", "round": 2, "note": ""}, **HAND, why="read in the paper")
    assert name == "2026-01-05-talks-abu-dhabi"
    event = store.event(name)
    assert (event["date_start"], event["date_edtf"], event["lat"], event["round"]) == (
        date(2026, 1, 5),
        "2026-01-05",
        24.45,
        2,
    )
    assert (event["review_state"], event["report_count"], event["created_at"]) == ("accepted", 0, NOW)
    (change,) = store.history(name)
    assert (change.by, change.at, change.field, change.reason) == ("form", NOW, "*", "read in the paper")
    assert store.frame()["event_id"].tolist() == [name]


def test_namesakes_get_numbers(store):
    assert [store.add_event(TALKS, **HAND) for _ in range(3)][1:] == [
        "2026-01-05-talks-abu-dhabi-2",
        "2026-01-05-talks-abu-dhabi-3",
    ]
    assert store.add_event({"event_type": "statement"}, **HAND) == "undated-statement"
    assert (
        store.add_event({"event_type": "remains_transfer", "title": "Об обмене"}, **HAND) == "undated-remains-transfer"
    )


def test_an_id_may_be_given_and_is_never_given_again(store):
    assert store.add_event(TALKS | {"event_id": "mine"}, **HAND) == "mine"
    store.undo(store.revision(), **HAND)
    with pytest.raises(RowError, match="is or was"):
        store.add_event(TALKS | {"event_id": "mine"}, **HAND)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "event_type"),
        (TALKS | {"event_type": "party"}, "event_type"),
        (TALKS | {"date_end": "2026-01-04"}, "date_end"),
        (TALKS | {"colour": "red"}, "colour"),
        (TALKS | {"report_count": 3}, "report_count"),
        (TALKS | {"links": "answers:nowhere"}, "links"),
        (TALKS | {"event_id": "mine", "responds_to": "mine"}, "links"),
    ],
)
def test_what_cannot_be_added_is_named_and_nothing_is_written(store, values, field):
    with pytest.raises(RowError) as caught:
        store.add_event(values, **HAND)
    assert caught.value.field == field
    assert store.revision() == 0


def test_a_change_keeps_what_was_and_says_who(store):
    name = store.add_event(TALKS, **HAND)
    february = {"date_start": "2026-02-01", "date_end": "2026-02-28", "date_precision": "month"}
    batch = store.change(name, {"status": "planned", **february}, by="Ana", at=LATER, why="moved")
    event = store.event(name)
    assert (event["status"], event["date_edtf"], event["changed_at"], event["created_at"]) == (
        "planned",
        "2026-02",
        LATER,
        NOW,
    )
    changes = store.history(name)[1:]
    assert {(one.field, one.before, one.after) for one in changes} >= {
        ("status", "occurred", "planned"),
        ("date_start", "2026-01-05", "2026-02-01"),
        ("date_edtf", "2026-01-05", "2026-02"),
    }
    assert {(one.batch, one.by, one.reason) for one in changes} == {(batch, "Ana", "moved")}


def test_a_change_that_changes_nothing_writes_nothing(store):
    name = store.add_event(TALKS, **HAND)
    before = store.revision()
    assert store.change(name, TALKS, by="Ana", at=LATER) == 0
    assert store.review([name], ReviewState.ACCEPTED, **HAND) == 0
    assert store.revision() == before


def test_an_edtf_of_its_own_stays_until_the_days_change(store):
    name = store.add_event(TALKS | {"date_edtf": "2026-01-05~"}, **HAND)
    store.change(name, {"title": "x"}, **HAND)
    assert store.event(name)["date_edtf"] == "2026-01-05~"
    store.change(name, {"date_start": "2026-01-06", "date_end": "2026-01-06"}, **HAND)
    assert store.event(name)["date_edtf"] == "2026-01-06"


def test_two_editors_of_one_event(store):
    name = store.add_event(TALKS, **HAND)
    other = store.add_event(TALKS, **HAND)
    seen = store.revision()
    store.change(other, {"note": "x"}, **HAND, expected=seen)
    store.change(name, {"title": "Ana's"}, by="Ana", at=LATER, expected=seen)
    before = store.revision()
    with pytest.raises(ConflictingEditError, match=r"by Ana \(title, 2026-11-22 10:00 UTC\)"):
        store.change(name, {"title": "Ben's"}, by="Ben", at=LATER, expected=seen)
    assert store.revision() == before
    assert store.event(name)["title"] == "Ana's"


def test_what_is_not_there_is_not_found(store):
    for ask in (
        lambda: store.event("x"),
        lambda: store.article("x"),
        lambda: store.change("x", {"note": "y"}, **HAND),
        lambda: store.review(["x"], ReviewState.ACCEPTED, **HAND),
        lambda: store.undo(7, **HAND),
        lambda: store.propose("x", [], **HAND),
        lambda: store.unlink("x", LinkKind.ANSWERS, "y", **HAND),
        lambda: store.link("x", LinkKind.ANSWERS, "y", **HAND),
    ):
        with pytest.raises(NotFoundError):
            ask()
    assert store.history("x") == ()
    assert store.reports("x") == ()


def test_times_are_aware_and_kept_in_utc(store):
    with pytest.raises(UsageError):
        store.add_event(TALKS, by="form", at=datetime(2026, 1, 1))  # noqa: DTZ001
    east = datetime(2026, 1, 1, 3, tzinfo=timezone(timedelta(hours=3)))
    assert store.event(store.add_event(TALKS, by="form", at=east))["created_at"] == datetime(2026, 1, 1, tzinfo=UTC)


def test_an_article_is_known_by_its_text(store):
    one = article(
        title="T", publisher="P", url="https://a.org", published=date(2026, 1, 1), language="en", source="a.txt"
    )
    assert store.add_article(one, **HAND) == ("a", False)
    assert store.add_article(replace(one, id="b"), **HAND) == ("a", True)
    assert store.add_article(article("Other text.", "a"), **HAND) == ("a-2", False)
    assert store.article("a") == one
    assert [(head.id, head.title, head.reports) for head in store.articles()] == [("a", "T", 0), ("a-2", "", 0)]


def test_proposals_stand_on_their_reports(store):
    store.add_article(article(publisher="P", url="https://a.org"), **HAND)
    told = (report(), report(day=date(2025, 12, 31), title="Kyiv refuses"))
    first, second = store.propose("a", told, by="parser", at=NOW)
    assert (first, second) == ("2025-12-30-rejection-ukr-rus", "2025-12-31-rejection-kyiv-refuses")
    event = store.event(first)
    assert (event["review_state"], event["report_count"], event["origin_count"]) == ("proposed", 1, 1)
    assert (event["quote"], event["source_urls"], event["publisher"]) == (
        "Kyiv refused on Tuesday.",
        "https://a.org",
        "P",
    )
    assert [one.report for one in store.article_reports("a")] == list(told)
    assert [(one.event_id, one.report) for one in store.reports(second)] == [(second, told[1])]
    assert [(head.reports, head.proposed) for head in store.articles()] == [(2, 2)]
    store.review([first], ReviewState.ACCEPTED, **HAND)
    store.review([second], ReviewState.DISMISSED, **HAND, why="no event")
    assert store.frame()["review_state"].tolist() == ["accepted", "dismissed"]
    assert [(head.reports, head.proposed) for head in store.articles()] == [(2, 0)]
    assert store.history(second)[-1].reason == "no event"


def test_reading_an_article_again_opens_nothing_twice(store):
    store.add_article(article(), **HAND)
    ids = store.propose("a", [report()], by="parser", at=NOW)
    before = store.revision()
    newer = replace(report(), parser="2", probability=0.7, rules={})
    assert store.propose("a", [newer], by="parser", at=LATER) == ids
    assert store.revision() == before


def test_links_have_kinds_and_an_order(store):
    offer = store.add_event(TALKS | {"event_type": "proposal"}, **HAND)
    deal = store.add_event(TALKS | {"event_type": "agreement"}, **HAND)
    swap = store.add_event(TALKS | {"event_type": "prisoner_exchange", "responds_to": f"{offer};{deal}"}, **HAND)
    assert store.event(swap)["links"] == f"answers:{offer};carries_out:{deal}"
    store.link(swap, LinkKind.FOLLOWS, offer, **HAND, why="next in the series")
    assert store.event(swap)["links"] == f"answers:{offer};carries_out:{deal};follows:{offer}"
    assert store.event(swap)["responds_to"] == f"{offer};{deal}"
    store.unlink(swap, LinkKind.ANSWERS, offer, **HAND)
    assert store.event(swap)["responds_to"] == deal
    store.change(swap, {"responds_to": offer}, **HAND)
    assert store.event(swap)["links"] == f"follows:{offer};answers:{offer}"
    store.change(swap, {"links": ""}, **HAND)
    assert store.event(swap)["links"] == store.event(swap)["responds_to"] == ""
    assert [one.entity for one in store.history(swap)].count("link") >= 5
    with pytest.raises(UsageError):
        store.link(swap, LinkKind.FOLLOWS, swap, **HAND)


def test_a_proposed_link_shows_when_it_is_accepted(store):
    one, two = store.add_event(TALKS, **HAND), store.add_event(TALKS, **HAND)
    store.link(two, LinkKind.FOLLOWS, one, by="parser", at=NOW, state=ReviewState.PROPOSED, probability=0.6)
    assert store.event(two)["links"] == ""
    store.link(two, LinkKind.FOLLOWS, one, **HAND)
    assert store.event(two)["links"] == f"follows:{one}"


def test_the_frame_is_read_once_a_revision_and_belongs_to_its_caller(store):
    store.add_event(TALKS, **HAND)
    mine = store.frame()
    mine.loc[0, "title"] = "spoilt"
    mine["note"] = "spoilt"
    assert store.frame()["title"].tolist() == ["Talks in Abu Dhabi"]
    assert store.frame()["note"].tolist() == [""]
    known = store._cached
    store.frame()
    assert store._cached is known


def test_another_opener_sees_what_was_written(store, address):
    with Store(address) as other:
        other.frame()
        name = store.add_event(TALKS, **HAND)
        assert other.event(name)["title"] == "Talks in Abu Dhabi"
        pd.testing.assert_frame_equal(other.frame(), store.frame())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET reason = 'x'",
        "DELETE FROM log",
        "DELETE FROM articles",
        "UPDATE articles SET text = 'x'",
        "UPDATE reports SET content = '{}'",
        "DELETE FROM reports",
    ],
)
def test_the_database_itself_keeps_what_was_written(store, statement):
    store.add_article(article(), **HAND)
    store.propose("a", [report()], by="parser", at=NOW)
    with pytest.raises(DBAPIError, match="stay as they were written"), store._engine.begin() as connection:
        connection.execute(text(statement))


def test_batches_tell_what_can_be_undone(store):
    name = store.add_event(TALKS, **HAND)
    change = store.change(name, {"note": "x"}, by="Ana", at=LATER, why="w")
    undone = store.undo(change, by="Ben", at=LATER)
    last, second, first = store.batches()
    assert (last.batch, last.action, last.undoes) == (undone, "undo", change)
    assert (second.by, second.reason, second.events, second.undone_by) == ("Ana", "w", 1, undone)
    assert (first.action, first.undone_by) == ("add", None)
    assert [one.batch for one in store.batches(limit=1)] == [undone]


def test_the_log_keeps_numbers_to_the_last_digit(store):
    name = store.add_event(TALKS, **HAND)
    for lon in (-5.124625630213674e-296, 6.069481281413905e-300, 158.46843637699243, -0.0):
        store.change(name, {"lon": lon}, **HAND)
        assert store.event(name)["lon"] == lon
        assert store.rebuild() == store.state()
