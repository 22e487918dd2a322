"""Texts that are searched as one: found exactly where Python finds them, however often they stand there."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tracker.timeline.texts import SAMPLE, Texts

WORDS = st.text(alphabet="abß\nÉé ", max_size=5)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=30), st.text(alphabet="abßéÉs", min_size=1, max_size=3))
def test_it_finds_what_python_finds(events: list[tuple[str, str]], wanted: str) -> None:
    found = Texts.of(events).having(wanted)
    assert found.tolist() == [wanted.casefold() in "\n".join(one).casefold() for one in events]


def test_a_text_that_most_hold_and_one_that_few_hold() -> None:
    events = [(f"event {number}", "x" if number % 7 else "y") for number in range(3 * SAMPLE)]
    texts = Texts.of(events)
    for wanted in ("event", "x", "y", "event 71", "99", "z", "\x00"):
        expected = [wanted in one[0] or wanted in one[1] for one in events]
        assert texts.having(wanted).tolist() == expected, wanted


def test_events_with_the_same_texts_share_a_line() -> None:
    texts = Texts.of([("same", "")] * 1000 + [("other", "")])
    assert len(texts.blocks[0][1]) == 2
    assert texts.having("same").sum() == 1000


def test_it_is_taken_and_joined_in_order() -> None:
    texts = Texts.of([("a",), ("b",), ("c",)]).take(np.array([2, 0])).joined(Texts.of([("d",), ("a",)]))
    assert [texts.having(one).tolist() for one in "abcd"] == [
        [False, True, False, True],
        [False, False, False, False],
        [True, False, False, False],
        [False, False, True, False],
    ]
