"""The filter in an address: what is read is what was written, and the default is a condition like any other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards.components.filter_words import LABELS, conditions
from dashboards.data import Filter
from dashboards.filters import ANY, DEFAULT, NAMES, read_query, read_search, write_query, write_search
from tracker.errors import UsageError
from tracker.resources import event_types

WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters=",\x00", exclude_categories=["Cs", "Cc", "Z"]), min_size=1
)
LISTS = st.lists(WORDS, max_size=3, unique=True).map(tuple)
FILTERS = st.builds(
    Filter,
    type=st.lists(st.sampled_from(list(event_types())), max_size=3, unique=True).map(tuple),
    actor=LISTS,
    place=LISTS,
    source=LISTS,
    conflict=LISTS,
    status=st.sampled_from([(), ("planned",), ("occurred", "ongoing")]),
    review=st.sampled_from([(), ("accepted",), ("proposed",), ("accepted", "dismissed")]),
    start=st.none() | st.dates(min_value=date(1000, 1, 1)),
    end=st.none() | st.dates(min_value=date(1000, 1, 1)),
    text=WORDS | st.just(""),
)


@given(FILTERS)
def test_an_address_reopens_the_same_filter(chosen: Filter) -> None:
    assert read_search(write_search(write_query(chosen))) == chosen


def test_an_address_that_says_nothing_shows_what_was_accepted_and_says_so() -> None:
    assert read_search("") == DEFAULT
    assert write_query(DEFAULT) == {}
    assert [words for _name, _value, words in conditions(DEFAULT)] == ["Review: Accepted"]


def test_the_default_can_be_taken_away() -> None:
    everything = DEFAULT.without("review", "accepted")
    assert write_query(everything) == {"review": ANY}
    assert read_query({"review": ANY}) == Filter()


def test_keys_of_a_page_are_left_alone() -> None:
    assert read_search("?from=2025-01-01&lanes=actor&event=x") == DEFAULT


def test_an_impossible_value_names_its_field() -> None:
    with pytest.raises(UsageError) as caught:
        read_search("?start=2025-02-30")
    assert caught.value.field == "start"


def test_every_condition_has_a_name_in_words() -> None:
    assert set(LABELS) == set(NAMES)
