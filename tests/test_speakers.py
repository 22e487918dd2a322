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
