"""The ledger: each section on events of our own, known days of the bundled timeline, what holds for any."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timeline import strategies as some
from tracker.imports import csv
from tracker.ledger import ledger_of, sections
from tracker.ledger.table import COMMON, FORGOTTEN
from tracker.models import LinkKind, ReviewState
from tracker.resources import DATA
from tracker.timeline import empty_frame, frame_of
from tracker.timeline.links import LinkProposal, find_links
from tracker.timeline.speech import Speech

BOTH = "ARD:participant;BOR:participant"


def event(name, kind, first, title="", *, last=None, precision=None, actors=BOTH, **more):
    last = first if last is None else last
    return {
        "event_id": name,
        "event_type": kind,
        "status": "occurred",
        "date_start": first,
        "date_end": last,
        "date_precision": precision or ("day" if first == last else "range"),
        "title": title or name,
        "actors": actors,
        "review_state": "accepted",
        "report_count": 1,
        "origin_count": 1,
        **more,
    }


def book(day, *events, links=()):
    return ledger_of(frame_of(events), day, links)


def only(table):
    rows = table.to_dict("records")
    assert len(rows) == 1, rows
    return rows[0]


OFFER = event("offer", "proposal", date(2024, 5, 1), "A harvest truce", actors="ARD:initiator;BOR:target;CER:target")


@pytest.fixture(scope="module")
def bundled():
    return csv.read(DATA / "timelines/russia-ukraine.csv", conflict="russia-ukraine")


@pytest.fixture(scope="module")
def found(bundled):
    return find_links(bundled)


def test_a_proposal_waits_for_each_one_asked():
    no = event("no", "rejection", date(2024, 5, 4), actors="BOR:initiator;ARD:target", links="answers:offer")
    table = book(date(2024, 5, 11), OFFER, no)["proposals"].set_index("to")
    assert (table.loc["BOR", "state"], bool(table.loc["BOR", "open"])) == ("refused", False)
    assert table.loc["BOR", "answer_ids"] == "no"
    waiting = table.loc["CER"]
    assert (waiting["state"], waiting["by"], waiting["days_least"], waiting["days_most"]) == ("open", "ARD", 10, 10)
    assert "no answer from CER is known after 10 days" in waiting["why"]
    assert "CER accepted, refused or answered it" in waiting["closes"]


def test_before_its_answer_a_proposal_is_open_again():
    no = event("no", "rejection", date(2024, 5, 4), actors="BOR:initiator;ARD:target", links="answers:offer")
    table = book(date(2024, 5, 3), OFFER, no)["proposals"].set_index("to")
    assert table.loc["BOR", "state"] == "open"
    assert book(date(2024, 4, 30), OFFER, no)["proposals"].empty


def test_waiting_is_a_range_where_the_day_is_not_known():
    offer = {**OFFER, "date_start": date(2024, 5, 1), "date_end": date(2024, 5, 31), "date_precision": "month"}
    row = book(date(2024, 6, 10), {**offer, "actors": "ARD:initiator;BOR:target"})["proposals"].iloc[0]
    assert (row["days_least"], row["days_most"]) == (10, 40)
    assert "after 10 to 40 days" in row["why"]


def test_a_found_answer_is_told_as_perhaps_and_a_weak_one_not_at_all():
    no = event("no", "rejection", date(2024, 5, 4), actors="BOR:initiator;ARD:target")
    link = LinkProposal("no", LinkKind.ANSWERS, "offer", 0.6, "Both speak of it.")
    row = book(date(2024, 5, 11), OFFER, no, links=[link])["proposals"].set_index("to").loc["BOR"]
    assert (row["state"], bool(row["open"])) == ("perhaps answered", True)
    assert "60% sure" in row["why"]
    weak = LinkProposal("no", LinkKind.ANSWERS, "offer", 0.3, "Both speak of it.")
    assert book(date(2024, 5, 11), OFFER, no, links=[weak])["proposals"].set_index("to").loc["BOR", "state"] == "open"


def test_a_reported_silence_is_no_answer():
    said = "Ardania says that Borland has not responded to the harvest truce"
    silent = event("silent", "rejection", date(2024, 5, 9), said, actors="BOR:initiator;ARD:target", claimed_by="ARD")
    ledger = book(date(2024, 5, 11), OFFER, {**silent, "links": "answers:offer"})
    row = ledger["proposals"].set_index("to").loc["BOR"]
    assert (row["state"], bool(row["open"]), row["days_most"]) == ("none yet", True, 10)
    assert only(ledger["answers"])["answer"] == "none yet"


def test_an_offer_for_a_day_lapses_with_it():
    offer = {**OFFER, "actors": "ARD:initiator;BOR:target", "title": "Ardania offers talks on 9 May"}
    assert only(book(date(2024, 5, 8), offer)["proposals"])["state"] == "open"
    assert only(book(date(2024, 5, 12), offer)["proposals"])["state"] == "lapsed"


def test_answers_tell_the_days_they_took():
    no = event("no", "rejection", date(2024, 5, 4), actors="BOR:initiator;ARD:target", links="answers:offer")
    row = only(book(date(2024, 6, 1), OFFER, no)["answers"])
    assert (row["state"], row["days_least"], row["days_most"], row["answers_id"]) == ("refused", 3, 3, "offer")


DEAL = event("deal", "agreement", date(2024, 6, 1), "Accord of Lesk", quantities="prisoners:each:100")
FIRST = event(
    "one",
    "prisoner_exchange",
    date(2024, 6, 5),
    quantities="prisoners:each:30;civilians:each:9",
    links="carries_out:deal",
)
REST = event(
    "two",
    "prisoner_exchange",
    date(2024, 6, 8),
    quantities="prisoners:ARD:61;prisoners:BOR:40",
    links="carries_out:deal",
)


def test_a_promise_is_counted_per_side_until_it_is_done():
    before = book(date(2024, 6, 4), DEAL, FIRST, REST)["agreements"].set_index("side")
    assert before["state"].to_dict() == {"ARD": "not yet", "BOR": "not yet"}
    part = book(date(2024, 6, 6), DEAL, FIRST, REST)["agreements"].set_index("side")
    assert part.loc["ARD", ["agreed", "seen", "seen_first_day", "missing"]].to_list() == [100, 39, 39, 61]
    assert part["state"].to_dict() == {"ARD": "in part", "BOR": "in part"}
    end = book(date(2024, 6, 8), DEAL, FIRST, REST)["agreements"].set_index("side")
    assert end["state"].to_dict() == {"ARD": "done", "BOR": "in part"}
    assert end.loc["BOR", "missing"] == 21
    assert not end.loc["ARD", "open"]


def test_civilians_promised_apart_are_counted_apart():
    deal = {**DEAL, "quantities": "prisoners:each:100;civilians:each:5"}
    table = book(date(2024, 6, 6), deal, FIRST)["agreements"].set_index(["what", "side"])
    assert table.loc[("prisoners", "ARD"), "seen"] == 30
    assert table.loc[("civilians", "ARD"), ["seen", "state"]].to_list() == [9, "done"]


def test_an_exchange_without_numbers_is_a_part_without_numbers():
    untold = {**FIRST, "quantities": ""}
    row = book(date(2024, 6, 6), DEAL, untold)["agreements"].iloc[0]
    assert (row["state"], row["seen"], row["untold"]) == ("in part", 0, 1)


def test_a_breach_is_disputed_on_one_word_and_healed_by_a_deed():
    told = event("breach", "violation", date(2024, 6, 2), actors="BOR:initiator;ARD:target", links="breaks:deal")
    claimed = {**told, "claimed_by": "ARD"}
    plain = {**DEAL, "quantities": ""}
    assert only(book(date(2024, 6, 3), plain, told)["agreements"])["state"] == "broken"
    row = only(book(date(2024, 6, 3), plain, claimed)["agreements"])
    assert row["state"] == "disputed"
    assert "on the word of ARD" in row["why"]
    assert only(book(date(2024, 6, 6), plain, told, FIRST)["agreements"])["state"] == "in part"


def test_a_term_ends_and_a_renewal_prolongs_it():
    deal = event("deal", "agreement", date(2024, 1, 1), "Passage of grain for 60 days")
    more = event(
        "more",
        "agreement",
        date(2024, 2, 20),
        "Passage extended by 30 days, or by 60 days as Borland says",
        links="carries_out:deal",
    )
    assert only(book(date(2024, 2, 25), deal)["agreements"])["state"] == "not yet"
    assert only(book(date(2024, 3, 5), deal)["agreements"])["state"] == "lapsed"
    assert only(book(date(2024, 3, 5), deal, more)["agreements"])["state"] == "not yet"
    assert only(book(date(2024, 4, 1), deal, more)["agreements"])["state"] == "disputed"
    assert only(book(date(2024, 5, 1), deal, more)["agreements"])["state"] == "lapsed"


def test_a_plan_is_due_past_or_settled():
    plan = event("plan", "talks", date(2024, 8, 5), "Talks in Lesk", status="planned")
    states = {day: only(book(date(2024, 8, day), plan)["planned"])["state"] for day in (4, 5, 9)}
    assert states == {4: "ahead", 5: "today", 9: "past its day"}
    assert only(book(date(2024, 8, 9), plan)["planned"])["days_most"] == 4
    vague = {**plan, "date_end": date(2024, 8, 31), "date_precision": "month"}
    assert only(book(date(2024, 8, 9), vague)["planned"])["state"] == "perhaps past"
    held = event("held", "talks", date(2024, 8, 6), "Talks held", links="came_of:plan")
    assert only(book(date(2024, 8, 9), plan, held)["planned"])["state"] == "came true"
    undated = {**plan, "date_start": None, "date_end": None, "date_precision": "open"}
    assert only(book(date(2024, 8, 9), undated)["planned"])["state"] == "no day told"


def test_a_ceasefire_through_its_days():
    truce = event("truce", "ceasefire", date(2024, 7, 1), "Truce from 3 to 5 July", actors="ARD:initiator;BOR:target")
    breach = event("breach", "violation", date(2024, 7, 4), actors="ARD:initiator;BOR:initiator", links="breaks:truce")
    states = [only(book(date(2024, 7, day), truce, breach)["ceasefires"])["state"] for day in (2, 3, 4, 9)]
    assert states == ["announced", "in force", "disputed", "past its end"]
    row = only(book(date(2024, 7, 4), truce, breach)["ceasefires"])
    assert row["on_whose_word"] == "ARD;BOR"
    assert str(row["ends_most"].date()) == "2024-07-05"
    endless = event("endless", "ceasefire", date(2024, 7, 1), "Truce", precision="open", actors="ARD:initiator")
    assert only(book(date(2024, 7, 9), {**endless, "date_end": None})["ceasefires"])["state"] == "end not told"


def test_hours_count_as_the_days_they_reach_into():
    truce = event("truce", "ceasefire", date(2024, 7, 1), "A 36-hour truce", actors="ARD:initiator")
    assert only(book(date(2024, 7, 2), truce)["ceasefires"])["state"] == "in force"
    assert only(book(date(2024, 7, 3), truce)["ceasefires"])["state"] == "past its end"


def test_a_further_round_is_open_until_one_is_held():
    talks = event("talks", "talks", date(2024, 3, 1), "The sides agreed to meet again")
    later = event("later", "talks", date(2024, 3, 20), "Talks in Lesk")
    row = only(book(date(2024, 3, 11), talks, later)["rounds"])
    assert (row["state"], row["days_most"], row["words"]) == ("no date", 10, 'its text speaks of "meet again"')
    assert only(book(date(2024, 3, 25), talks, later)["rounds"])["held_id"] == "later"
    due = {**talks, "title": "They expect another round within ten days"}
    assert [only(book(date(2024, 3, day), due)["rounds"])["state"] for day in (9, 15)] == ["dated", "past its day"]


def test_the_balance_runs_per_side():
    table = book(date(2024, 6, 30), FIRST, REST)["balance"]
    last = table[table["side"] == "ARD"].iloc[-1]
    assert (last["number"], last["sum_of_kind"], last["sum_of_people"]) == (61, 91, 100)
    vague = {**REST, "date_start": date(2024, 6, 6), "date_end": date(2024, 6, 30), "date_precision": "month"}
    rows = book(date(2024, 6, 10), FIRST, vague)["balance"]
    assert rows[rows["event_id"] == "two"]["state"].to_list() == ["perhaps", "perhaps"]
    assert rows[rows["event_id"] == "two"]["sum_of_people"].to_list() == [39, 39]


def test_the_thousand_of_may_2025(bundled, found):
    """Agreed 1,000 each; 390 each on the first day; done on the third."""
    name = "2025-05-16-agreement-1000-for-1000"
    first = ledger_of(bundled, date(2025, 5, 23), found)["agreements"].set_index("event_id").loc[name]
    assert first["side"].to_list() == ["RUS", "UKR"]
    assert first["agreed"].to_list() == [1000, 1000]
    assert first["seen"].to_list() == first["seen_first_day"].to_list() == [390, 390]
    assert set(first["state"]) == {"in part"}
    last = ledger_of(bundled, date(2025, 5, 25), found)["agreements"].set_index("event_id").loc[name]
    assert set(last["state"]) == {"done"}


def test_the_grain_deal_through_its_years(bundled):
    def state(*day):
        table = ledger_of(bundled, date(*day))["agreements"].set_index("event_id")
        return table.loc["2022-07-22-agreement-grain", "state"]

    assert state(2022, 7, 22) == "not yet"
    assert state(2022, 8, 2) == "in part"
    assert state(2022, 10, 30) == "lapsed"
    assert state(2022, 11, 3) == "in part"
    assert state(2023, 7, 18) == "lapsed"


def test_entries_are_chosen_after_the_whole_was_counted(bundled):
    ledger = ledger_of(bundled, date(2025, 8, 1))
    chosen = ledger.only(bundled[bundled["event_type"] == "proposal"]["event_id"])
    assert chosen["agreements"].empty
    kept = ledger["proposals"][ledger["proposals"]["event_type"] == "proposal"].reset_index(drop=True)
    pd.testing.assert_frame_equal(chosen["proposals"], kept)


def test_dismissed_events_settle_nothing():
    no = event("no", "rejection", date(2024, 5, 4), actors="BOR:initiator;ARD:target", links="answers:offer")
    no["review_state"] = ReviewState.DISMISSED.value
    assert set(book(date(2024, 5, 11), OFFER, no)["proposals"]["state"]) == {"open"}


def test_what_nobody_spoke_of_for_a_year_is_not_open():
    table = book(OFFER["date_start"] + timedelta(days=FORGOTTEN + 1), OFFER)["proposals"]
    assert set(table["state"]) == {"open"}
    assert not table["open"].any()


@pytest.mark.parametrize(
    "rows", [[], [OFFER], [{**OFFER, "date_start": None, "date_end": None, "date_precision": "open"}]]
)
def test_every_section_of_a_small_timeline_has_its_columns(rows):
    ledger = book(date(2024, 5, 2), *rows) if rows else ledger_of(empty_frame(), date(2024, 5, 2))
    assert list(ledger.tables) == list(sections())
    for name, table in ledger.tables.items():
        columns = sections()[name].COLUMNS
        assert list(table.columns) == list(columns)
        assert {column: str(table[column].dtype) for column in table} == {
            key: kind for key, (kind, _) in columns.items()
        }
        assert all(meaning.endswith(".") for _, meaning in columns.values())
    assert list(ledger.open().columns) == ["section", *COMMON]


@settings(max_examples=30, deadline=None)
@given(st.lists(some.events(), max_size=6), st.dates(date(1, 1, 1), date(9990, 1, 1)))
def test_any_timeline_has_a_ledger(listed, day):
    rows = [
        {**one, "event_id": f"e{number}", "report_count": 0, "origin_count": 0} for number, one in enumerate(listed)
    ]
    frame = frame_of(rows)
    ledger = ledger_of(frame, day, find_links(frame))
    for table in ledger.tables.values():
        assert (table["days_least"].fillna(0) <= table["days_most"].fillna(0)).all()
        assert (table["days_least"].fillna(0) >= 0).all()
        assert table["why"].str.endswith(".").all()
        assert not (table["open"] & (table["closes"] == "")).any()


@settings(max_examples=12, deadline=None)
@given(st.dates(date(2022, 2, 1), date(2026, 11, 1)), st.integers(0, 120))
def test_facts_only_grow_from_day_to_day(bundled, found, day, later):
    one, two = ledger_of(bundled, day, found), ledger_of(bundled, day + timedelta(days=later), found)
    for name in ("proposals", "answers", "agreements", "ceasefires", "balance"):
        assert set(one[name]["event_id"]) <= set(two[name]["event_id"]) or name == "agreements"
    answers = ["event_id", "answers_id"]
    assert set(map(tuple, one["answers"][answers].to_numpy())) <= set(map(tuple, two["answers"][answers].to_numpy()))
    seen = two["agreements"].set_index(["event_id", "what", "side"])["seen"]
    for key, number in one["agreements"].set_index(["event_id", "what", "side"])["seen"].items():
        assert key not in seen.index or pd.isna(number) or number <= seen[key]
    waiting = two["proposals"].set_index(["event_id", "to"])
    for row in one["proposals"].to_dict("records"):
        after = waiting.loc[(row["event_id"], row["to"])]
        assert after["days_least"] - row["days_least"] == later
        assert row["state"] in ("open", "perhaps answered", "lapsed") or after["state"] != "open"


def test_an_agreement_to_meet_is_done_when_they_met():
    deal = event("deal", "agreement", date(2024, 5, 1), "The sides agree to meet at the border")
    talks = event("talks", "talks", date(2024, 5, 2), "Talks at the border")
    for probability, state in ((1.0, "done"), (0.7, "perhaps done")):
        link = LinkProposal("talks", LinkKind.CARRIES_OUT, "deal", probability, "")
        row = only(book(date(2024, 6, 1), deal, talks, links=[link])["agreements"])
        assert (row["state"], row["open"]) == (state, state != "done")
    other = event("deal", "agreement", date(2024, 5, 1), "The sides agree on joint patrols of the border")
    link = LinkProposal("talks", LinkKind.CARRIES_OUT, "deal", 1.0, "")
    assert only(book(date(2024, 6, 1), other, talks, links=[link])["agreements"])["state"] == "in part"


def test_a_short_truce_asks_for_word_no_longer_than_it_lasted():
    truce = event("truce", "ceasefire", date(2024, 5, 1), "A truce", last=date(2024, 5, 3))
    assert only(book(date(2024, 5, 9), truce)["ceasefires"])["open"]
    assert not only(book(date(2024, 5, 12), truce)["ceasefires"])["open"]
    breach = event("breach", "violation", date(2024, 5, 5), actors="ARD:initiator;BOR:target")
    link = LinkProposal("breach", LinkKind.BREAKS, "truce", 1.0, "")
    row = only(book(date(2024, 5, 6), truce, breach, links=[link])["ceasefires"])
    assert (row["state"], row["open"]) == ("past its end", False), "that fighting resumed is told"


def test_its_sentences_are_told_in_a_language_and_its_codes_in_none():
    words = {"{by} put it forward to {whom} ({when})": "{by} > {whom} ({when})", "EEE d MMM y": "d.M.y"}
    speech = Speech("uk", translate=lambda text: words.get(text, text), actor=lambda code, _slug: f"<{code}>")
    frame = frame_of([OFFER])
    told = ledger_of(frame, date(2024, 5, 5), speech=speech)["proposals"]
    plain = ledger_of(frame, date(2024, 5, 5))["proposals"]
    assert told["why"].tolist()[0] == "<ARD> > <BOR> (1.5.2024); no answer from <BOR> is known after 4 days."
    assert plain["why"].tolist()[0].startswith("ARD put it forward to BOR (Wed 1 May 2024); ")
    pd.testing.assert_frame_equal(told.drop(columns=["why", "closes"]), plain.drop(columns=["why", "closes"]))
