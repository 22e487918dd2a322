"""The outline of a store: the same events, order and answers as its frame, before and after changes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.store.makers import HAND, TALKS, article, report
from tracker.models import ReviewState
from tracker.store import Store
from tracker.timeline import Filter
from tracker.timeline.outline import CODED, HOSTS, SEARCHED, Outline

FILTERS = (
    Filter(),
    Filter(type=("talks",)),
    Filter(actor=("UKR",), role=("target",)),
    Filter(place=("Abu Dhabi", "TUR")),
    Filter(start=date(2025, 12, 31), end=date(2026, 1, 31)),
    Filter(certainty=("uncertain", "claim")),
    Filter(source=("EXAMPLE.org",)),
    Filter(text="straße second"),
    Filter(review=("proposed",), text="tuesday"),
)


def same(outline: Outline, store: Store) -> None:
    """The outline says what one made of the frame says."""
    frame = store.frame()
    fresh = Outline.of(frame)
    assert outline.number == store.revision()
    for name in ("ids", "titles", "first", "last", "rounds"):
        assert getattr(outline, name).tolist() == getattr(fresh, name).tolist(), name
    for name in (*CODED, HOSTS):
        one, other = outline.coded(name), fresh.coded(name)
        assert [one[row] for row in range(len(one))] == [other[row] for row in range(len(other))], name
    for chosen in FILTERS:
        assert chosen.mask(outline).tolist() == chosen.mask(frame).tolist(), chosen


@pytest.mark.parametrize("searched", [(), tuple(SEARCHED)])
def test_it_stays_equal_to_the_frame_through_changes(store: Store, searched: tuple[str, ...]) -> None:
    same(store.outline(), store)
    first = store.add_event(TALKS | {"title": "The second STRASSE", "round": "2", "location": "Abu Dhabi"}, **HAND)
    for name in searched:
        store.outline().texts(name)
    same(store.outline(), store)
    store.add_event(
        {
            "event_type": "proposal",
            "date_start": "2025-12-01",
            "date_end": "2025-12-31",
            "date_precision": "month",
            "claimed_by": "RUS",
            "actors": "RUS:initiator;UKR:target",
            "source_urls": "https://www.example.org/a https://news.example.com:8080/b?c=//d",
            "track": "Lake process",
        },
        **HAND,
    )
    store.add_event({"event_type": "statement", "date_end": "2025-01-01", "date_precision": "open"}, **HAND)
    store.add_event({"event_type": "statement", "date_precision": "open"}, **HAND)
    same(store.outline(), store)
    added = store.add_article(article(), **HAND)
    store.propose(added.id, [report()], **HAND)
    batch = store.change(first, {"title": "Moved", "date_start": "2024-01-05", "date_end": "2024-01-05"}, **HAND)
    same(store.outline(), store)
    store.undo(batch, **HAND)
    store.review([first], ReviewState.DISMISSED, **HAND)
    same(store.outline(), store)


def test_it_is_read_once_a_revision(store: Store) -> None:
    store.add_event(TALKS, **HAND)
    assert store.outline() is store.outline()


def test_an_event_is_told_where_it_is_drawn(store: Store) -> None:
    name = store.add_event(TALKS | {"round": "3"}, **HAND)
    outline = store.outline()
    told = outline.event(outline.row_of(name))
    known = store.event(name)
    assert told == {column: known[column] for column in told}
    assert outline.row_of("nobody") == -1


def test_links_lead_both_ways(store: Store) -> None:
    offer = store.add_event({"event_type": "proposal"}, **HAND)
    answer = store.add_event({"event_type": "rejection", "links": f"answers:{offer}"}, **HAND)
    assert store.linked(offer) == (answer,)
    assert store.linked(answer) == (offer,)
    assert store.linked("nobody") == ()
