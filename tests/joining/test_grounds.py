"""What never melts, what is asked, and why, in words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.models import Actor, Quantity, Role
from tracker.timeline.joining import Candidates, Telling, compare, decide, glance_of
from tracker.timeline.joining.candidates import LOOK_BACK
from tracker.timeline.joining.grounds.persons import same_name
from tracker.timeline.joining.numbers import numbers_in

DAY = date(2031, 3, 4).toordinal()
BOTH = (Actor("RUS", Role.PARTICIPANT), Actor("UKR", Role.PARTICIPANT))
OFFER = (Actor("RUS", Role.INITIATOR), Actor("UKR", Role.TARGET))


def telling(key="a", kind="talks", day=DAY, **values):
    fields = {"status": "occurred", "first": day, "last": day, "basis": "explicit", "actors": BOTH, "articles": {key}}
    fields |= {"event_type": kind} | values
    return Telling(key=key, **fields | {"articles": frozenset(fields["articles"])})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"event_type": "agreement"}, "talks is not agreement"),
        ({"status": "planned"}, "one is a plan, the other happened"),
        ({"first": DAY + 3, "last": DAY + 3}, "Tue 4 Mar 2031 is not Fri 7 Mar 2031"),
        ({"round": 3}, "round 2 is not round 3"),
        ({"articles": frozenset("a")}, "one article tells both, as two events"),
        ({"conflict": "sudan"}, "they belong to different conflicts"),
    ],
)
def test_these_are_never_one_event(change, words):
    one = telling(round=2, conflict="russia-ukraine")
    other = replace(telling("b", round=2, conflict="russia-ukraine"), **change)
    found = compare(one, other)
    assert found.probability == 0
    assert found.reasons_against == (words,)
    assert len(decide([one, other], []).groups) == 2


def test_an_agreement_and_its_carrying_out_stay_apart():
    counted = {"quantities": (Quantity("prisoners", 95, "each"),), "location": "Istanbul", "country": "TUR"}
    assert compare(telling("a", "agreement", **counted), telling("b", "prisoner_exchange", **counted)).probability == 0


@pytest.mark.parametrize("days", [1, 2])
def test_days_that_differ_are_asked_about_only_if_much_speaks_for_it(days):
    bare = compare(telling("a", "prisoner_exchange"), telling("b", "prisoner_exchange", DAY + days))
    assert bare.probability < 0.3
    counted = {"quantities": (Quantity("prisoners", 95, "each"),), "location": "Chernihiv", "country": "UKR"}
    full = compare(
        telling("a", "prisoner_exchange", **counted), telling("b", "prisoner_exchange", DAY + days, **counted)
    )
    assert bare.probability < full.probability < 0.8


def test_news_without_a_date_lags_behind_the_event_and_never_runs_ahead():
    told = telling("b", day=DAY + 2, basis="published")
    assert compare(telling(), told).probability > 0.3
    assert compare(telling(), telling("b", day=DAY - 2, basis="published")).probability < 0.3


def test_reasons_stand_in_words_the_strongest_first():
    one = telling(location="Istanbul", country="TUR", persons=("Rustem Umerov",))
    other = telling("b", location="Antalya", country="TUR", persons=("Umerov",))
    assert compare(one, other).words == (
        "For: the same date: Tue 4 Mar 2031; the same take part: Russia and Ukraine; Rustem Umerov in both. "
        "Against: Istanbul is not Antalya."
    )


def test_who_offers_to_whom_is_not_the_other_way_round():
    back = (Actor("UKR", Role.INITIATOR), Actor("RUS", Role.TARGET))
    found = compare(telling("a", "proposal", actors=OFFER), telling("b", "proposal", actors=back))
    assert found.probability < 0.1
    assert "who acts and who is acted on are the other way round" in found.reasons_against


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Zelensky", "Volodymyr Zelenskyi", True),
        ("Hakan Fidan", "Fidan", True),
        ("Sergey Lavrov", "Sergei Lavrov", True),
        ("George Bush", "Barbara Bushel", False),
        ("Abdullah Ocalan", "Osman Ocalan", False),
        ("Vladimir Putin", "Vladimir Medinsky", False),
    ],
)
def test_names_in_two_spellings(one, other, same):
    assert same_name(one, other) == same_name(other, one) == same


@pytest.mark.parametrize(
    ("told", "key", "value"),
    [
        ([Quantity("prisoners", 390, "each")], ("prisoners", "total"), 780),
        ([Quantity("prisoners", 780, "total")], ("prisoners", "each"), 390),
        ([Quantity("prisoners", 205, "UKR"), Quantity("prisoners", 201, "RUS")], ("prisoners", "total"), 406),
        ([Quantity("prisoners", 92, "UKR")], ("prisoners", "each"), 92),
    ],
)
def test_numbers_in_their_other_ways_of_counting(told, key, value):
    assert numbers_in(told)[key] == value


def plural(told, **values):
    return telling("p", first=DAY - 300, last=DAY + 30, told=told, location="Istanbul", country="TUR", **values)


def rounds(count, **values):
    where = {"location": "Istanbul", "country": "TUR", "fixed": True} | values
    return [telling(f"r{number}", day=DAY - 30 * number, event_id=f"r{number}", **where) for number in range(count)]


def test_a_plural_report_points_at_the_rounds_that_fit_and_says_how_many_are_missing():
    known = [*rounds(2), telling("elsewhere", day=DAY - 5, location="Geneva", country="CHE", fixed=True)]
    known.append(telling("before", day=DAY - 900, location="Istanbul", country="TUR", fixed=True))
    decided = decide([plural(3)], known)
    (found,) = decided.plurals
    assert decided.groups == ()
    assert (found.targets, found.sure, found.missing) == (("r1", "r0"), True, 1)
    assert found.words == "One of 3 told together; 1 of them is not known."


def test_if_more_rounds_fit_than_are_told_of_a_person_says_which():
    (found,) = decide([plural(2)], rounds(3)).plurals
    assert (len(found.targets), found.sure) == (3, False)
    numbered = [*rounds(1), *(replace(one, round=n) for n, one in enumerate(rounds(3)[1:], start=1))]
    (found,) = decide([plural(2)], numbered).plurals
    assert (found.targets, found.sure) == (("r2", "r1"), True)


def test_a_wide_date_is_led_to_the_one_event_that_it_can_mean():
    wide = {"first": DAY - 3, "last": DAY + 27, "location": "Istanbul", "country": "TUR"}
    (group,) = decide([telling("w", **wide), *rounds(1, fixed=False)], []).groups
    assert set(group.members) == {"r0", "w"}
    twins = [*rounds(1), telling("twin", day=DAY + 20, location="Istanbul", country="TUR", fixed=True)]
    (group,) = decide([telling("w", **wide)], twins).groups
    assert group.joined is None
    assert {one.target for one in group.asked} == {"r0", "twin"}
    assert "another event fits as well" in group.asked[0].words


def test_what_a_person_refused_is_not_joined():
    (known,) = rounds(1)
    report = telling("x", location="Istanbul", country="TUR")
    assert decide([report], [known]).groups[0].joined.target == "r0"
    assert decide([report], [known], {("x", "r0")}).groups[0].joined is None


def test_candidates_are_those_of_type_parties_and_days():
    known = [
        telling("same"),
        telling("later", day=DAY + 9),
        telling("near type", "meeting"),
        telling("other", "violation"),
    ]
    known += [telling("others", actors=(Actor("SDN", Role.PARTICIPANT),)), telling("nobody", actors=())]
    known += [telling("month", first=DAY - 20, last=DAY + 10), telling("open", first=None, last=DAY + 400)]
    index = Candidates(map(glance_of, known))
    assert set(index.near(glance_of(telling("asked")))) == {"same", "near type", "month", "open", "nobody"}
    assert index.near(glance_of(telling("asked")), most=1) == ["same"]
    undated = glance_of(telling("asked", first=None, last=DAY + 9))
    assert {"same", "later"} <= set(index.near(undated))
    assert LOOK_BACK > 366


days = st.integers(DAY - 4, DAY + 4)
many = st.lists(
    st.builds(
        lambda day, width, **told: {**told, "day": day, "last": day + width},
        day=days,
        width=st.sampled_from([0, 0, 0, 30]),
        kind=st.sampled_from(["talks", "meeting", "proposal"]),
        basis=st.sampled_from(["explicit", "published"]),
        location=st.sampled_from(["", "Doha", "Oslo"]),
        articles=st.sampled_from("abcdef").map(lambda name: {name}),
    ),
    max_size=9,
)


@settings(max_examples=60, deadline=None)
@given(many, st.randoms())
def test_any_reports_in_any_order_give_the_same_groups(told, dice):
    reports = [telling(f"t{number}", first=one["day"], **one) for number, one in enumerate(told)]
    first = decide(reports, [])
    assert sorted(name for group in first.groups for name in group.members) == sorted(one.key for one in reports)
    for group in first.groups:
        articles = [article for one in reports if one.key in group.members for article in one.articles]
        assert len(articles) == len(set(articles)), "one article tells an event once"
    dice.shuffle(reports)
    assert decide(reports, []) == first
