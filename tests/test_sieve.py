"""Patterns that a line's words let pass: all that could fit, and in their order."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.events.patterns import Pattern, beginnings, compiled
from tracker.events.sieve import Sieve
from tracker.events.steps import Words


class One(NamedTuple):
    pattern: Pattern


TEXTS = (
    "<sign> .. @truce",
    "talks [in|at] P",
    "*h|x .. y_z|w",
    "_ *prisoners",
    "x",
    "A ... <be> *<cut> [off]",
    "h # w",
    "x y h",
)
WORDS = ("signed", "truce", "talks", "in", "§P", "h", "x", "y", "z", "w", "prisoners", "§A", "was", "cut", "off", "7")
SIEVE = Sieve([One(compiled(text)) for text in TEXTS], "en")


def passing(words: list[str]) -> list[str]:
    return [one.pattern.text for one in SIEVE.passing(frozenset(words))]


def test_each_element_must_be_there() -> None:
    assert passing(["§A", "signed", "the", "truce"]) == ["<sign> .. @truce"]
    assert passing(["signed", "it"]) == []
    assert passing(["talks", "§P"]) == ["talks [in|at] P"]
    assert passing([]) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_what_passes_has_every_element_and_what_fits_has_passed(words: list[str]) -> None:
    there = set(words)
    told = passing(words)
    for text in TEXTS:
        pattern = compiled(text)
        has_all = all(any(beginnings(choice) & there for choice in element.split("|")) for element in pattern.required)
        assert (text in told) == has_all
        assert has_all or not list(pattern.find(Words(words)))
    assert told == [text for text in TEXTS if text in told]
