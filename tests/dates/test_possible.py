"""What is told before an expression is made is what the expression would tell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.dates.grammar import compile_pattern, expanded
from tracker.dates.lexicon import BREAK, lexicon
from tracker.dates.possible import places_of, way_of
from tracker.dates.rules import forms
from tracker.dates.tokens import tokenise
from tracker.errors import ResourceError

WORDS = lexicon("en")
PATTERNS = [(pattern, compile_pattern(pattern, WORDS)) for form in forms() for pattern in form.patterns]
PIECES = [tokenise(words, WORDS).codes for form in forms() for _, words, _ in form.examples]


def may_fit(pattern: str, codes: str) -> bool:
    places, way = places_of(codes, WORDS), way_of(pattern)
    return way.needs <= places.keys() and way.walk(places["."], places) != 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, *"".join(PIECES), BREAK]), max_size=5).map("".join))
def test_a_pattern_may_fit_wherever_its_expression_does(codes: str) -> None:
    for pattern, expression in PATTERNS:
        fits = expression.search(codes) is not None
        if fits or not any(look in expanded(pattern) for look in ("(?=", "(?!", "(?<")):
            assert may_fit(pattern, codes) == fits, pattern


def test_most_patterns_are_told_not_to_fit_a_sentence_without_their_words() -> None:
    codes = tokenise("The delegations met on Tuesday in the old palace.", WORDS).codes
    assert 0 < sum(may_fit(pattern, codes) for pattern, _ in PATTERNS) < len(PATTERNS) / 20


def test_a_sign_that_patterns_do_not_have_is_told() -> None:
    with pytest.raises(ResourceError, match="sign"):
        way_of("{month}$")
