"""Many events changed at once: one batch, all or none, taken back together."""

import pytest

from tests.store.makers import HAND, LATER, TALKS
from tracker.errors import ConflictingEditError, NotFoundError, RowError


def test_many_are_one_batch_that_is_undone_as_one(store):
    ids = [store.add_event(TALKS, **HAND) for _ in range(3)]
    batch = store.change_many({one: {"track": "Istanbul", "review_state": "dismissed"} for one in ids}, **HAND)
    assert {store.history(one)[-1].batch for one in ids} == {batch}
    assert set(store.frame()["track"]) == {"Istanbul"}
    store.undo(batch, **HAND)
    assert set(store.frame()["track"]) == {""}
    assert set(store.frame()["review_state"]) == {"accepted"}
    assert store.rebuild() == store.state()


@pytest.mark.parametrize(
    ("values", "error"), [({"status": "perhaps"}, RowError), ({"report_count": 3}, RowError), ({}, NotFoundError)]
)
def test_if_one_cannot_be_none_is(store, values, error):
    first, second = store.add_event(TALKS, **HAND), store.add_event(TALKS, **HAND)
    wrong = {second: values} if values else {"nobody": {"note": "x"}}
    before = store.revision()
    with pytest.raises(error):
        store.change_many({first: {"note": "x"}, **wrong}, **HAND)
    assert (store.revision(), store.event(first)["note"]) == (before, "")


def test_nothing_is_written_over_what_came_after_it_was_seen(store):
    first, second = store.add_event(TALKS, **HAND), store.add_event(TALKS, **HAND)
    seen = store.revision()
    store.change(second, {"note": "Ana's"}, by="Ana", at=LATER)
    with pytest.raises(ConflictingEditError, match="Ana"):
        store.change_many({first: {"note": "x"}, second: {"note": "x"}}, expected=seen, **HAND)
    assert (store.event(first)["note"], store.event(second)["note"]) == ("", "Ana's")
    assert store.change_many({first: {"note": ""}}, **HAND) == 0
