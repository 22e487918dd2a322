"""Which events a sentence tells, where more than one could be meant or words seem to tell none."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import parse
from tracker.models import Report
from tracker.text import from_text

WAR = "Chad and Libya are at war. "


def told(text: str, kind: str) -> list[Report]:
    article = from_text(WAR + text, id="one", published=date(2025, 6, 20))
    return [one for one in parse(article) if one.event_type == kind and text[:20] in one.evidence[0].text]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels of Libya declared a truce in May that ended on June 4.",
        "A truce that both sides declared on May 3 was extended on June 1.",
    ],
)
def test_two_verbs_with_a_day_each_tell_two(text: str) -> None:
    months = [one.date_start.month for one in told(text, "ceasefire") if one.date_start]
    assert months == [5, 6]


def test_what_is_said_to_come_is_no_second_act() -> None:
    assert len(told("Libya announced on May 3 that a truce would begin on June 1.", "ceasefire")) == 1


@pytest.mark.parametrize(
    "speaker", ["two people close to the talks said", "a source familiar with the plan told Reuters"]
)
def test_a_speaker_without_a_name_who_closes_the_sentence_takes_no_part(speaker: str) -> None:
    (talks,) = told(f"Chadian and Libyan negotiators are set to meet in Rome on June 24, {speaker}.", "talks")
    assert {one.code for one in talks.actors} == {"TCD", "LBY"}
    assert talks.claimed_by == ""


def test_talks_that_took_long_stand_beside_the_deal_they_led_to() -> None:
    assert told("Chad and Libya signed a pact on June 18 after two weeks of talks in Rome.", "talks")
    assert not told("Chad and Libya signed a pact on June 18 after weeks of talks.", "talks")


def test_a_word_of_another_matter_within_a_name_is_none() -> None:
    assert told(
        "Kenya's president was in Rome on June 18 for consultations with the chair of the Coffee Union.", "meeting"
    )


def test_in_an_effort_to_says_only_why_they_talk() -> None:
    text = "Libya held hours of talks with Chad's envoy on June 18 in an effort to win back the prisoners."
    assert told(text, "talks")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Three rounds of talks were held by Chad and Libya in Rome on May 3, May 9 and June 2.",
            [(5, 3), (5, 9), (6, 2)],
        ),
        ("Chad and Libya held talks in Rome in April and again in May.", [(4, 1), (5, 1)]),
        ("Chad and Libya held talks in Rome on June 2 and left on June 9.", [(6, 2)]),
    ],
)
def test_what_is_told_once_of_several_days_is_told_of_each(text: str, days: list[tuple[int, int]]) -> None:
    found = [one for one in told(text, "talks") if one.date_start]
    assert [(one.date_start.month, one.date_start.day) for one in found if one.date_start] == days
    assert not any(quantity.what == "rounds" for one in found for quantity in one.quantities)


def test_separate_calls_with_both_are_no_talks_of_theirs() -> None:
    text = "Kenya's president spoke on Monday, in separate calls, with the leaders of Chad and Libya."
    assert told(text, "meeting")
    assert not told(text, "talks")
