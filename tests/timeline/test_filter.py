from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline.test_frame import row
from tracker.errors import UsageError
from tracker.models import ReviewState, Role, Status
from tracker.resources import event_types
from tracker.timeline import Filter, empty_frame, frame_of
from tracker.timeline.filter import CERTAINTIES

plain = st.text(min_size=1, max_size=8).map(str.strip).filter(bool)


def several(values):
    return st.lists(values, max_size=3, unique=True).map(tuple)


filters = st.builds(
    Filter,
    type=several(st.sampled_from(sorted(event_types()))),
    actor=several(plain),
    role=several(st.sampled_from([str(role) for role in Role])),
    place=several(plain),
    start=st.none() | st.dates(),
    end=st.none() | st.dates(),
    status=several(st.sampled_from([str(one) for one in Status])),
    certainty=several(st.sampled_from(sorted(CERTAINTIES))),
    source=several(plain),
    review=several(st.sampled_from([str(one) for one in ReviewState])),
    conflict=several(plain),
    text=plain | st.just(""),
)


@pytest.fixture(scope="module")
def timeline():
    return frame_of(
        [
            row(
                "talks",
                actors="RUS:participant;UKR:participant",
                location="Istanbul",
                country="TUR",
                title="First talks",
            ),
            row(
                "offer",
                event_type="proposal",
                actors="RUS:initiator;UKR:target",
                claimed_by="RUS",
                quote="An Offer (new)",
            ),
            row(
                "month",
                date_start=date(2025, 8, 1),
                date_end=date(2025, 8, 31),
                date_precision="month",
                actors="USA:mediator",
                publisher="The Paper",
                review_state="proposed",
            ),
            row(
                "since",
                date_start=date(2025, 9, 1),
                date_end=None,
                date_precision="open",
                source_urls="https://a.org/X",
            ),
            row("undated", date_start=None, date_end=None, date_precision="open", conflict="russia-ukraine"),
            row(
                "days", date_start=date(2025, 9, 5), date_end=date(2025, 9, 6), date_precision="range", status="planned"
            ),
        ]
    )


def kept(frame, **conditions):
    return set(Filter(**conditions).apply(frame)["event_id"])


@settings(deadline=None)
@given(filters)
def test_a_filter_comes_back_from_an_address(one):
    assert Filter.from_query({name: [value] for name, value in one.to_query().items()}) == one


@settings(deadline=None)
@given(filters)
def test_no_filter_fails_on_an_empty_timeline(one):
    assert one.apply(empty_frame()).empty


@settings(deadline=None)
@given(filters)
def test_conditions_only_take_away(one):
    frame = frame_of([row("a", actors="RUS:initiator", title="a b"), row("b", location="x", claimed_by="RUS")])
    both = one.mask(frame)
    for name in one.to_query():
        assert not (both & ~Filter(**{name: getattr(one, name)}).mask(frame)).any()


def test_no_condition_keeps_everything(timeline):
    assert Filter().to_query() == {}
    assert Filter().apply(timeline).equals(timeline)


def test_each_condition(timeline):
    assert kept(timeline, type=("proposal",)) == {"offer"}
    assert kept(timeline, actor=("UKR", "USA")) == {"talks", "offer", "month"}
    assert kept(timeline, actor=("US",)) == set()
    assert kept(timeline, role=("mediator",)) == {"month"}
    assert kept(timeline, actor=("UKR",), role=("target",)) == {"offer"}
    assert kept(timeline, place=("TUR",)) == {"talks"} == kept(timeline, place=("Istanbul",))
    assert kept(timeline, status=("planned",)) == {"days"}
    assert kept(timeline, review=("proposed",)) == {"month"}
    assert kept(timeline, conflict=("russia-ukraine",)) == {"undated"}
    assert kept(timeline, source=("A.ORG",)) == {"since"}
    assert kept(timeline, source=("the paper",)) == {"month"}
    assert kept(timeline, text="offer (NEW)") == {"offer"}
    assert kept(timeline, text="first istanbul") == {"talks"}


def test_a_period_keeps_every_event_that_may_lie_in_it(timeline):
    assert kept(timeline, start=date(2025, 8, 31), end=date(2025, 8, 31)) == {"month", "undated"}
    assert kept(timeline, start=date(2026, 1, 1)) == {"since", "undated"}
    assert kept(timeline, end=date(2025, 7, 23)) == {"talks", "offer", "undated"}


def test_certainty_of_the_day_and_of_the_word(timeline):
    assert kept(timeline, certainty=("day",)) == {"talks", "offer"}
    assert kept(timeline, certainty=("period", "uncertain")) == {"days", "month"}
    assert kept(timeline, certainty=("open",)) == {"since", "undated"}
    assert kept(timeline, certainty=("claim",)) == {"offer"}
    assert kept(timeline, certainty=("claim", "fact")) == set(timeline["event_id"])
    assert kept(timeline, certainty=("day", "fact")) == {"talks"}


def test_without_takes_one_condition_or_one_value_out():
    one = Filter(actor=("RUS", "UKR"), text="x", start=date(2025, 1, 1))
    assert one.without("actor", "RUS") == Filter(actor=("UKR",), text="x", start=date(2025, 1, 1))
    assert one.without("actor").without("text").without("start") == Filter()


def test_an_address_may_repeat_keys_and_carry_those_of_the_page():
    query = {"actor": ["RUS, UKR", "USA"], "view": ["table"], "start": [""], "text": ["a, b"]}
    assert Filter.from_query(query) == Filter(actor=("RUS", "UKR", "USA"), text="a, b")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("start", "2025-02-30"),
        ("end", "soon"),
        ("status", "maybe"),
        ("certainty", "x"),
        ("type", "party"),
        ("review", "?"),
    ],
)
def test_a_value_that_cannot_be_is_named(name, value):
    with pytest.raises(UsageError) as caught:
        Filter.from_query({name: [value]})
    assert caught.value.field == name
