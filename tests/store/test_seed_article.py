"""The first article taken into the bundled timeline: what it tells of is known, and found."""

from datetime import date
from pathlib import Path

import pytest

from tests.store.makers import LATER, NOW
from tracker import parse, text
from tracker.bundled import load_bundled
from tracker.ledger import ledger_of

SEED = Path(__file__).parents[2] / "seeds" / "seed-2025-11-12-istanbul.txt"
ROUNDS = {"2025-05-16-talks-istanbul-1", "2025-06-02-talks-istanbul-2", "2025-07-23-talks-istanbul-3"}
GROUPS = "2025-07-23-proposal-working-groups"
VISIT = "2025-11-11-meeting-umerov-istanbul"
COUNTS = ["report_count", "origin_count"]


@pytest.fixture
def taken(store):
    """A store with the bundled timeline and the article: (store, state before, frame before, what became of it)."""
    load_bundled(store, at=NOW)
    before, frame = store.state(), store.frame()
    (article,) = text.read(SEED, published=date(2025, 11, 12))
    added = store.add_article(article, by="reader", at=LATER)
    told = store.take_in(added.id, parse(article), by="parser", at=LATER)
    return store, before, frame, told


def test_the_seed_article_is_joined_to_the_bundled_timeline(taken):
    store, _before, frame, told = taken
    (together,) = told.together
    assert set(together.event_ids) == ROUNDS
    assert (together.told, together.missing, together.sure) == (3, 0, True)
    joined = {one.event_id for one in told.joined}
    assert {GROUPS, VISIT} <= joined
    ((silent, proposal),) = told.unanswered
    assert proposal == GROUPS
    assert store.event(silent)["review_state"] == "proposed"
    assert store.event(silent)["responds_to"] == GROUPS
    proposals = ledger_of(store.frame(), date(2025, 11, 20), ())["proposals"].set_index("event_id")
    assert proposals.loc[GROUPS, "state"] == "none yet"
    after = store.frame().set_index("event_id")
    known = frame.set_index("event_id")
    assert after.loc[known.index].drop(columns=COUNTS).equals(known.drop(columns=COUNTS))
    counted = after.loc[known.index, "report_count"] - known["report_count"]
    assert set(counted[counted > 0].index) == ROUNDS | joined
    new = after.drop(known.index)
    assert set(new.index) == set(told.opened)
    assert set(new["review_state"]) == {"proposed"}


def test_undoing_it_restores_the_store_exactly(taken):
    store, before, frame, _told = taken
    batches = [batch.batch for batch in store.batches(2)]
    for batch in batches:
        store.undo(batch, by="editor", at=LATER)
    assert store.state() == before == store.rebuild()
    assert store.frame().equals(frame)
