"""Whose words a sentence gives, in the ways in which reports name a speaker."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import parse
from tracker.models import Role
from tracker.text import from_text

QUOTED = '"The peace deal with Chad must be kept'
SPEAKS = [
    f"{QUOTED},\" said Ana Bello, a spokeswoman for Niger's foreign ministry.",
    f"{QUOTED},\" said Niger's Ana Bello.",
    f"{QUOTED},\" said Niger's foreign ministry.",
    f'{QUOTED}," Ana Bello, spokeswoman of the Nigerien army, said on Monday.',
    f"{QUOTED},\" said Ana Bello, the head of Niger's delegation to the talks with Chad.",
    '"We stand ready to talk to Chad," state radio quoted Niger\'s Ana Bello as saying.',
    '"We stand ready to talk to Chad," Niger\'s Ana Bello was quoted as saying by the state agency.',
    "Chad's Daily Star newspaper cited Niger's president as saying he was ready for peace talks.",
    "Chad must keep the peace deal, said Niger's President Ana Bello.",
    "Chad must keep the peace deal, said Niger's president on Monday.",
    "Niger will sign the peace deal once Chad leaves the border, its president said.",
    "In an interview with Chadian television, Niger's envoy Ana Bello said the peace deal must be kept.",
]


@pytest.mark.parametrize("text", SPEAKS)
def test_niger_speaks(text: str) -> None:
    article = from_text(f"Niger and Chad are at war. {text}", id="one", published=date(2025, 5, 20))
    spoken = [
        {one.code: one.role for one in report.actors}
        for report in parse(article)
        if report.event_type in {"statement", "proposal"}
    ]
    assert spoken
    assert all(roles.get("NER") is Role.INITIATOR and roles.get("TCD") is not Role.INITIATOR for roles in spoken)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Bello, a former ambassador of Niger to Chad, told reporters that the peace deal would not hold.",
        f"{QUOTED},\" said one of Niger's analysts.",
    ],
)
def test_nobody_speaks_for_a_side(text: str) -> None:
    article = from_text(f"Niger and Chad are at war. {text}", id="one", published=date(2025, 5, 20))
    assert [report.event_type for report in parse(article)] == []


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Niger called the truce fragile, and Chad blamed Libya for the delay of the talks.", "NER", "TCD"),
        ("Niger warned that the truce would fail, but Chad's envoy said there was hope of peace.", "NER", "TCD"),
        ("Niger said the talks had been useful, while Chad spoke of a long way to a deal.", "NER", "TCD"),
    ],
)
def test_two_speak_in_one_sentence(text: str, first: str, second: str) -> None:
    article = from_text(text, id="one", published=date(2025, 5, 20))
    spoken = [report for report in parse(article) if report.event_type == "statement"]
    makers = [{one.code for one in report.actors if one.role is Role.INITIATOR} for report in spoken]
    assert makers == [{first}, {second}]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad must first leave the oasis, Niger's president said.", "proposal"),
        ("Niger's president said that Chad should pull its gunboats out of the lake.", "proposal"),
        ("Niger said it would return to the talks if Chad stopped its raids.", "proposal"),
        ("Niger said it would attack again if Chad crossed the border.", "statement"),
        ("Niger's president said that Chad must be weary of the war.", "statement"),
    ],
)
def test_terms_that_are_only_said_are_an_offer(text: str, kind: str) -> None:
    article = from_text(f"Niger and Chad are at war. {text}", id="one", published=date(2025, 5, 20))
    told = [report for report in parse(article) if report.event_type in {"statement", "proposal"}]
    assert [report.event_type for report in told] == [kind]
    assert {one.code: one.role for one in told[0].actors}["NER"] is Role.INITIATOR


def test_who_is_only_spoken_of_behind_a_verb_does_not_speak() -> None:
    text = "A diplomat of Niger, who asked not to be named, described the Chadian demand as absurd."
    article = from_text(f"Niger and Chad are at war. {text}", id="one", published=date(2025, 5, 20))
    told = [report for report in parse(article) if report.event_type in {"statement", "rejection"}]
    assert told
    assert all({one.code for one in report.actors if one.role is Role.INITIATOR} == {"NER"} for report in told)
