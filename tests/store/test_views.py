"""Filters that have a name: kept for all, in the log, undone like anything else."""

import pytest

from tests.store.makers import HAND
from tracker.errors import ConflictingEditError, NotFoundError, RowError
from tracker.store import Store

TALKS = {"type": "talks", "actor": "TUR,UNO"}


def names(store):
    return [one.name for one in store.views()]


def test_a_view_is_kept_by_name_and_there_for_the_next_who_opens_the_store(address):
    with Store(address) as store:
        assert store.save_view("  Talks in  Istanbul ", TALKS, **HAND) == store.revision()
        store.save_view("a first one", {}, **HAND)
    with Store(address) as again:
        assert names(again) == ["a first one", "Talks in Istanbul"]
        assert again.views()[1].query == TALKS
        assert again.rebuild() == again.state()


def test_the_same_name_in_any_case_gets_the_new_filter(store):
    store.save_view("Talks", TALKS, **HAND)
    batch = store.save_view("TALKS", {"type": "meeting"}, **HAND)
    (view,) = store.views()
    assert (view.name, view.query) == ("TALKS", {"type": "meeting"})
    assert store.save_view("TALKS", {"type": "meeting"}, **HAND) == 0
    store.undo(batch, **HAND)
    assert (store.views()[0].name, store.views()[0].query) == ("Talks", TALKS)


def test_renaming_and_removing_can_be_undone(store):
    store.save_view("Talks", TALKS, **HAND)
    (view,) = store.views()
    renamed = store.rename_view(view.id, "Rounds", **HAND)
    assert names(store) == ["Rounds"]
    gone = store.remove_view(view.id, **HAND)
    assert names(store) == []
    with pytest.raises(ConflictingEditError):
        store.undo(renamed, **HAND)
    store.undo(gone, **HAND)
    store.undo(renamed, **HAND)
    assert (names(store), store.views()[0].id) == (["Talks"], view.id)
    assert store.rebuild() == store.state()


def test_names_that_cannot_be_are_refused_in_words(store):
    store.save_view("Talks", {}, **HAND)
    store.save_view("Rounds", {}, **HAND)
    view = next(one for one in store.views() if one.name == "Rounds")
    for name in ("", " ", "x" * 81):
        with pytest.raises(RowError):
            store.save_view(name, {}, **HAND)
    with pytest.raises(RowError, match="already"):
        store.rename_view(view.id, "talks", **HAND)
    assert store.rename_view(view.id, "rounds", **HAND)
    with pytest.raises(NotFoundError):
        store.remove_view("view-9", **HAND)
    assert names(store) == ["rounds", "Talks"]
