"""Links: that written ones are found again, each kind on sentences of our own, and what holds for any timeline."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.imports import csv
from tracker.models import LinkKind
from tracker.resources import DATA, event_types
from tracker.resources.link_kind import RESPONSES, link_kind, link_rules
from tracker.timeline import empty_frame, frame_of
from tracker.timeline.links import LIKELY, PROPOSED, Finder, Known, LinkIndex, find_links, links_frame, links_of
from tracker.timeline.links.features import grounds_of
from tracker.timeline.links.score import held_out, score, score_timeline


def event(name, kind, first, title, *, last=None, actors="", **more):
    last = last or first
    return {
        "event_id": name,
        "event_type": kind,
        "status": "occurred",
        "date_start": first,
        "date_end": last,
        "date_precision": "day" if first == last else "range",
        "title": title,
        "actors": actors,
        "review_state": "accepted",
        "report_count": 1,
        "origin_count": 1,
        **more,
    }


def found(*events, known=()):
    return {(link.source, str(link.kind), link.target): link for link in find_links(frame_of(events), known)}


@pytest.fixture(scope="module")
def bundled():
    return csv.read(DATA / "timelines/russia-ukraine.csv", conflict="russia-ukraine")


def test_the_written_answers_are_found_again(bundled):
    """The floor only rises: 0.817 in all and 0.848 in the untouched fifth when this was written."""
    scores = score_timeline(bundled)
    assert scores["all"].right + scores["all"].missed == len(links_of(bundled)) == 87
    assert scores["all"].f1 >= 0.80
    assert scores["untouched"].f1 >= 0.80
    assert scores["all"].right_kind == scores["all"].right


def test_the_score_counts_pairs():
    written = [Known("b", LinkKind.ANSWERS, "a"), Known("c", LinkKind.ANSWERS, "a"), Known("d", LinkKind.FOLLOWS, "a")]
    got = find_links(
        frame_of(
            [
                event(
                    "a",
                    "proposal",
                    date(2024, 1, 1),
                    "Ardania offers a corridor through Lesk",
                    actors="ARD:initiator;BOR:target",
                ),
                event(
                    "b",
                    "rejection",
                    date(2024, 1, 2),
                    "Borland refuses the corridor through Lesk",
                    actors="BOR:initiator;ARD:target",
                ),
            ]
        )
    )
    result = score(got, written)
    assert (result.right, result.wrong, result.missed, result.right_kind) == (1, 0, 1, 1)
    assert result.f1 == pytest.approx(2 / 3)
    assert score((), written).f1 == 0.0


OFFER = event(
    "offer", "proposal", date(2024, 5, 1), "Ardania offers a truce for the harvest", actors="ARD:initiator;BOR:target"
)
DEAL = event(
    "deal",
    "agreement",
    date(2024, 5, 10),
    "Accord of Lesk on 200 prisoners each",
    actors="ARD:participant;BOR:participant",
    location="Lesk",
    quantities="prisoners:each:200",
)


def test_an_answer_comes_from_the_one_asked():
    answer = event(
        "no", "rejection", date(2024, 5, 3), "Borland refuses the harvest truce", actors="BOR:initiator;ARD:target"
    )
    links = found(OFFER, DEAL, answer)
    link = links["no", "answers", "offer"]
    assert link.probability >= LIKELY
    assert "harvest" in link.reason
    assert "BOR was asked" in link.reason
    assert not [key for key in links if key[2] == "deal"]


def test_a_carrying_out_names_the_deal_by_its_day():
    other = {
        **DEAL,
        "event_id": "other",
        "date_start": date(2024, 5, 20),
        "date_end": date(2024, 5, 20),
        "location": "Var",
    }
    deed = event(
        "swap",
        "prisoner_exchange",
        date(2024, 6, 1),
        "Prisoners return under the accord of 10 May",
        actors="ARD:participant;BOR:participant",
        quantities="prisoners:each:90",
    )
    links = found(DEAL, other, deed)
    assert links["swap", "carries_out", "deal"].probability > 0.5
    assert '"10 May"' in links["swap", "carries_out", "deal"].reason
    assert ("swap", "carries_out", "other") not in links or links["swap", "carries_out", "other"].probability < 0.4


def test_a_breach_lies_within_the_truce():
    truce = event(
        "truce",
        "ceasefire",
        date(2024, 7, 1),
        "Harvest truce begins",
        last=date(2024, 7, 10),
        actors="ARD:initiator;BOR:target",
    )
    breach = event(
        "breach", "violation", date(2024, 7, 4), "Shelling during the harvest truce", actors="BOR:initiator;ARD:target"
    )
    assert found(truce, breach)["breach", "breaks", "truce"].probability >= LIKELY


def test_what_was_planned_comes_true_or_is_called_off():
    plan = event(
        "plan",
        "talks",
        date(2024, 8, 5),
        "Talks of the sides in Lesk",
        actors="ARD:participant;BOR:participant",
        status="planned",
    )
    held = event(
        "held", "talks", date(2024, 8, 5), "Sides hold talks in Lesk", actors="ARD:participant;BOR:participant"
    )
    dropped = event(
        "dropped",
        "suspension",
        date(2024, 8, 4),
        "Borland calls off the talks in Lesk",
        actors="BOR:initiator;ARD:target",
    )
    assert found(plan, held)["held", "came_of", "plan"].probability >= LIKELY
    assert found({**plan, "date_start": date(2024, 8, 3), "date_end": date(2024, 8, 3)}, dropped)[
        "dropped", "called_off", "plan"
    ]


def test_a_round_follows_the_one_before_in_its_track():
    rounds = [
        event(
            f"{track}{number}",
            "talks",
            date(2024, month, 1),
            f"Round {number}",
            actors="ARD:participant;BOR:participant",
            track=track,
            round=number,
        )
        for track, months in (("Lesk", (1, 3, 5)), ("Var", (2, 4)))
        for number, month in enumerate(months, start=1)
    ]
    follows = {(source, target) for source, kind, target in found(*rounds) if kind == "follows"}
    assert follows == {("Lesk2", "Lesk1"), ("Lesk3", "Lesk2"), ("Var2", "Var1")}


def test_what_follows_a_renewal_follows_the_first_deal():
    deal = event(
        "deal", "agreement", date(2024, 1, 1), "Grain passage accord of Lesk", actors="ARD:participant;BOR:participant"
    )
    renewal = event(
        "more",
        "agreement",
        date(2024, 3, 1),
        "Grain passage accord of Lesk extended",
        actors="ARD:participant;BOR:participant",
    )
    exit_ = event(
        "exit",
        "suspension",
        date(2024, 5, 1),
        "Borland leaves the grain passage accord of Lesk",
        actors="BOR:initiator;ARD:target",
    )
    links = found(deal, renewal, exit_)
    assert links["more", "carries_out", "deal"].probability >= LIKELY
    assert links["exit", "called_off", "deal"].probability >= LIKELY
    assert ("exit", "called_off", "more") not in links


def test_what_is_known_is_not_proposed_again():
    answer = event(
        "no", "rejection", date(2024, 5, 3), "Borland refuses the harvest truce", actors="BOR:initiator;ARD:target"
    )
    assert ("no", "answers", "offer") not in found(OFFER, {**answer, "links": "answers:offer"})
    assert ("no", "answers", "offer") not in found(OFFER, answer, known=[Known("no", LinkKind.ANSWERS, "offer")])


def test_another_conflict_is_another_world():
    answer = event(
        "no",
        "rejection",
        date(2024, 5, 3),
        "Borland refuses the harvest truce",
        actors="BOR:initiator;ARD:target",
        conflict="sudan",
    )
    assert found({**OFFER, "conflict": "russia-ukraine"}, answer) == {}


def test_empty_single_and_undated_timelines():
    assert find_links(empty_frame()) == ()
    assert list(links_frame(())["source"]) == []
    assert found(OFFER) == {}
    undated = {"date_start": None, "date_end": None, "date_precision": "open"}
    answer = event(
        "no", "rejection", date(2024, 5, 3), "Borland refuses the harvest truce", actors="BOR:initiator;ARD:target"
    )
    assert found({**OFFER, **undated}, answer) == {}
    for _source, _kind, target in found(OFFER, {**answer, **undated}):
        assert target == "offer"


def test_the_finder_asks_for_one_event_as_for_all(bundled):
    index = LinkIndex(bundled)
    one = Finder(index, links_of(bundled)).find("2025-07-23-talks-istanbul-3")
    assert [(link.kind, link.target) for link in one if link.kind == LinkKind.FOLLOWS] == [
        (LinkKind.FOLLOWS, "2025-06-02-talks-istanbul-2")
    ]


def test_the_rules_agree_with_each_other():
    rules = link_rules()
    types = set(event_types())
    for pair in rules.pair:
        assert {*pair.source, *pair.target} <= types, pair.name
        assert pair.kind in rules.kind
        if pair.kind in RESPONSES:
            for source in pair.source:
                for target in pair.target or (source,):
                    assert link_kind(source, target) == pair.kind or "planned" in pair.target_status, (source, target)
    assert set(rules.nouns) <= types
    assert len({pair.name for pair in rules.pair}) == len(rules.pair)


def test_every_ground_is_weighed_and_every_weight_has_a_ground(bundled):
    seen = set()
    finder = Finder(LinkIndex(bundled))
    for row in range(0, finder.index.size, 3):
        for one in finder.weigh(finder.index.event(row), RESPONSES):
            seen |= {
                ground.name for ground in [*grounds_of(one.pair), *grounds_of(one.pair, costly=True), *one.grounds]
            }
    assert seen - {"renewed"} <= set(link_rules().weights)
    assert set(link_rules().weights) - seen <= {"undated", "track", "kin", "renewal", "equal", "miscounted"}


def test_a_fifth_is_held_out(bundled):
    sources = {link.source for link in links_of(bundled)}
    assert sum(held_out(name) for name in sources) == 17


WORDS = ["harvest", "truce", "corridor", "Lesk", "Var", "prisoners", "accord", "grain", "passage", "list", "refuses"]
words = st.sampled_from(WORDS)
events = st.builds(
    lambda kind, status, start, span, title, actors, number: {
        "event_type": kind,
        "status": status,
        "date_start": None if start is None else date(2024, 1, 1) + timedelta(days=start),
        "date_end": None if start is None else date(2024, 1, 1) + timedelta(days=start + span),
        "date_precision": "open" if start is None else ("range" if span else "day"),
        "title": " ".join(title),
        "actors": actors,
        "round": number,
        "review_state": "accepted",
        "report_count": 1,
        "origin_count": 1,
    },
    st.sampled_from(sorted(event_types())),
    st.sampled_from(["occurred", "planned", "called_off", "ongoing"]),
    st.none() | st.integers(0, 60),
    st.integers(0, 5),
    st.lists(words, max_size=6),
    st.sampled_from(["", "ARD:initiator;BOR:target", "BOR:initiator;ARD:target", "ARD:participant;BOR:participant"]),
    st.none() | st.integers(1, 3),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(events, max_size=12), st.randoms(use_true_random=False))
def test_links_of_any_timeline_point_back_and_do_not_depend_on_order(listed, dice):
    rows = [{**one, "event_id": f"e{number}"} for number, one in enumerate(listed)]
    frame = frame_of(rows)
    links = find_links(frame)
    starts = dict(zip(frame["event_id"], frame["date_start"], strict=True))
    ends = dict(zip(frame["event_id"], frame["date_end"], strict=True))
    for link in links:
        assert link.source != link.target
        assert PROPOSED <= link.probability <= 1
        assert link.reason.endswith(".")
        assert pd.isna(ends[link.source]) or starts[link.target] <= ends[link.source]
    pairs = [(link.source, link.target) for link in links]
    assert not {(target, source) for source, target in pairs} & set(pairs)
    dice.shuffle(rows)
    mixed = frame_of(rows).sample(frac=1, random_state=1).reset_index(drop=True)
    assert sorted(map(str, find_links(mixed))) == sorted(map(str, links))


def test_of_two_that_are_alike_the_same_is_chosen_in_any_order():
    alike = {
        "event_type": "meeting",
        "status": "occurred",
        "actors": "ARD:initiator;BOR:target",
        "review_state": "accepted",
        "report_count": 1,
        "origin_count": 1,
    }
    day = {"date_start": date(2024, 1, 1), "date_end": date(2024, 1, 1), "date_precision": "day"}
    rows = [
        {**alike, "event_id": "e8", "date_precision": "open", "round": 3},
        {**alike, **day, "event_id": "e9", "round": 2},
        {**alike, **day, "event_id": "e10", "round": 2},
    ]
    there, back = find_links(frame_of(rows)), find_links(frame_of(rows[::-1]))
    assert there
    assert there == back
