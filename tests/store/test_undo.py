import pytest

from tests.store.makers import HAND, LATER, NOW, TALKS, article, report
from tracker.bundled import load_bundled
from tracker.errors import ConflictingEditError
from tracker.models import LinkKind, ReviewState


def at_last(store):
    return store.batches(1)[0].batch


@pytest.fixture
def filled(store):
    """A store with two linked events and an article with a proposal."""
    one = store.add_event(TALKS | {"event_id": "one"}, **HAND)
    store.add_event(TALKS | {"event_id": "two", "responds_to": one}, **HAND)
    store.add_article(article(), **HAND)
    store.propose("a", [report()], by="parser", at=NOW)
    return store


DAYS = {"date_start": "2026-01-04", "date_precision": "range"}
WRITES = {
    "add": lambda store: store.add_event(TALKS | {"links": "follows:one"}, by="Ana", at=LATER),
    "change": lambda store: store.change("one", {"title": "x", "lat": 1.5} | DAYS, by="Ana", at=LATER),
    "change links": lambda store: store.change("two", {"links": ""}, by="Ana", at=LATER),
    "review": lambda store: store.review(["one", "two"], ReviewState.DISMISSED, by="Ana", at=LATER),
    "link": lambda store: store.link("one", LinkKind.FOLLOWS, "two", by="Ana", at=LATER),
    "unlink": lambda store: store.unlink("two", LinkKind.ANSWERS, "one", by="Ana", at=LATER),
    "article": lambda store: store.add_article(article("More.", "b"), by="Ana", at=LATER),
    "propose": lambda store: store.propose("a", [report(round=4)], by="parser", at=LATER),
    "import": lambda store: store.import_frame(store.frame().assign(note="new"), by="Ana", at=LATER),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_undoing_restores_exactly_and_can_be_undone(filled, write):
    before, frame = filled.state(), filled.frame()
    write(filled)
    batch, after = at_last(filled), filled.state()
    assert after != before
    undone = filled.undo(batch, by="Ben", at=LATER)
    assert filled.state() == before == filled.rebuild()
    assert filled.frame().equals(frame)
    filled.undo(undone, by="Ben", at=LATER)
    assert filled.state() == after == filled.rebuild()


def test_a_batch_is_undone_once(filled):
    batch = filled.change("one", {"note": "x"}, **HAND)
    undone = filled.undo(batch, **HAND)
    with pytest.raises(ConflictingEditError, match=f"was undone already, by change {undone}"):
        filled.undo(batch, **HAND)


def test_an_older_change_of_other_fields_can_be_undone(filled):
    older = filled.change("one", {"title": "x"}, by="Ana", at=LATER)
    filled.change("one", {"note": "y"}, by="Ben", at=LATER.replace(hour=11))
    filled.undo(older, **HAND)
    event = filled.event("one")
    assert (event["title"], event["note"], event["changed_at"].hour) == ("Talks in Abu Dhabi", "y", 11)


def test_a_change_overwritten_since_cannot_be_undone(filled):
    older = filled.change("one", {"title": "x"}, **HAND)
    filled.change("one", {"title": "y"}, **HAND)
    before = filled.revision()
    with pytest.raises(ConflictingEditError, match='"one" was changed after it'):
        filled.undo(older, **HAND)
    assert filled.revision() == before


def test_an_event_that_others_stand_on_cannot_be_taken_away(filled):
    first = filled.history("one")[0].batch
    with pytest.raises(ConflictingEditError, match="a link made later stands on it"):
        filled.undo(first, **HAND)
    filled.undo(filled.history("two")[0].batch, **HAND)
    filled.undo(first, **HAND)
    assert "one" not in filled.state()["event"]


def test_an_article_with_reports_cannot_be_taken_away(filled):
    added = next(one.batch for one in filled.batches() if one.action == "add_article")
    with pytest.raises(ConflictingEditError, match="a report made later"):
        filled.undo(added, **HAND)
    filled.undo(at_last(filled), **HAND)
    filled.undo(added, **HAND)
    assert filled.articles() == ()
    assert filled.add_article(article(name="z"), **HAND) == ("a", False)


def test_an_import_of_hundreds_is_undone_at_once(store):
    assert load_bundled(store, at=NOW) > 400
    full = store.state()
    undone = store.undo(1, **HAND)
    assert store.frame().empty
    assert load_bundled(store, at=NOW) == 0
    store.undo(undone, **HAND)
    assert store.state() == full == store.rebuild()
