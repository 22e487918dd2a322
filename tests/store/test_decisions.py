"""What a person decided, read back: refused links, settled disagreements, an event as it was known."""

from datetime import timedelta

from tests.store.makers import HAND, LATER, NOW, TALKS
from tests.store.test_joins import ANA, take, told_of
from tracker.models import LinkKind, ReviewState
from tracker.timeline.links import Known


def test_a_refused_link_is_kept_and_undone(store):
    for name in ("one", "two"):
        store.add_event(TALKS | {"event_id": name}, **HAND)
    batch = store.link("two", LinkKind.FOLLOWS, "one", **ANA, state=ReviewState.DISMISSED)
    assert store.refused_links() == (Known("two", LinkKind.FOLLOWS, "one"),)
    assert store.event("two")["links"] == ""
    store.undo(batch, **ANA)
    assert store.refused_links() == ()
    store.link("two", LinkKind.FOLLOWS, "one", **ANA, state=ReviewState.PROPOSED, probability=0.6, why="Why.")
    (asked,) = store.asked_links()
    assert (asked.source, asked.target, asked.probability, asked.reason) == ("two", "one", 0.6, "Why.")


def test_a_settlement_taken_back_twice_holds_again(store):
    event_id, *_ = take(store, *told_of("exchange of 4 March")[:3])
    (found,) = store.disagreements()
    batch = store.keep_both(event_id, found.kind, **ANA)
    assert store.disagreements(event_id)[0].settled_by == batch
    back = store.undo(batch, **ANA)
    assert not store.disagreements(event_id)[0].settled
    store.undo(back, **ANA)
    assert store.disagreements(event_id)[0].settled_by == batch


def test_why_reports_share_an_event_is_said(store):
    event_id, *_ = take(store, *told_of("exchange of 4 March")[:3])
    found = store.joined(event_id=event_id)
    assert [one.shared for one in found] == [2, 2, 2]
    assert all(one.reason.startswith("For: ") and "Tue 4 Mar 2031" in one.reason for one in found)
    assert not any(one.from_elsewhere for one in found)


def test_an_event_stands_as_it_was_known(store):
    name = store.add_event(TALKS | {"event_id": "one", "note": ""}, **(HAND | {"at": NOW}))
    store.change(name, {"note": "Looked at twice"}, by="Ana", at=LATER)
    assert store.as_known(name, NOW - timedelta(seconds=1)).values == {}
    before, after = store.as_known(name, NOW), store.as_known(name, LATER)
    assert (before.values["note"], after.values["note"]) == ("", "Looked at twice")
    assert before.values["date_start"] == store.event(name)["date_start"]
    assert after.links == after.report_ids == ()


def test_only_what_something_was_written_of_is_touched(store):
    for name in ("one", "two"):
        store.add_event(TALKS | {"event_id": name}, **HAND)
    revision = store.revision()
    store.change("two", {"note": "x"}, **ANA)
    assert store.touched(revision) == {"two"}
