"""Every event type's examples give the event that they say, and its near misses give none of the type."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import parse
from tracker.models import Report
from tracker.resources import event_types
from tracker.resources.event_type import EventType, ExpectedEvent
from tracker.text import from_text

PUBLISHED = date(2025, 6, 2)
EXAMPLES = [
    pytest.param(one, example, id=f"{one.name}-{number}")
    for one in event_types().values()
    for number, example in enumerate(one.example)
]
NEAR_MISSES = [
    pytest.param(one, text, id=f"{one.name}-{number}")
    for one in event_types().values()
    for number, text in enumerate(one.near_miss)
]


def reports_of(text: str, *, published: date | None, conflict: str | None, kind: str) -> list[Report]:
    article = from_text(text, id="example", published=published, language="en")
    return [report for report in parse(article, conflict=conflict) if report.event_type == kind]


@pytest.mark.parametrize(("one", "example"), EXAMPLES)
def test_example_gives_its_event(one: EventType, example: ExpectedEvent) -> None:
    found = reports_of(
        example.text, published=example.published or PUBLISHED, conflict=example.conflict or None, kind=one.name
    )
    assert len(found) == example.count, [(r.event_type, r.rules) for r in found]
    report = found[0]
    for field in ("status", "date_start", "date_end", "round", "claimed_by"):
        expected = getattr(example, field)
        if expected is not None:
            assert getattr(report, field) == expected, (field, dict(report.rules))
    if example.actors is not None:
        assert {actor.code: actor.role for actor in report.actors} == example.actors
    if example.quantities is not None:
        assert {quantity.what: quantity.value for quantity in report.quantities} == example.quantities


@pytest.mark.parametrize(("one", "text"), NEAR_MISSES)
def test_near_miss_gives_no_event_of_the_type(one: EventType, text: str) -> None:
    assert reports_of(text, published=PUBLISHED, conflict=None, kind=one.name) == []


def test_every_type_has_examples_and_near_misses() -> None:
    assert {one.name for one in event_types().values() if len(one.example) < 2 or len(one.near_miss) < 2} == set()


@pytest.mark.parametrize("one", event_types().values(), ids=lambda one: one.name)
def test_a_sentence_cut_short_is_read(one: EventType) -> None:
    """No rule reaches behind the last word: news agencies' headlines and notes end without a stop."""
    for text in [example.text for example in one.example]:
        words = text.rstrip(".").split()
        for last in (len(words), len(words) - 1):
            for report in reports_of(" ".join(words[:last]), published=PUBLISHED, conflict=None, kind=one.name):
                assert report.evidence
