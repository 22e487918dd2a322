"""Speakers who stand for no actor, and to whom "the diplomat" or "she" leads back."""

from __future__ import annotations

import pytest

from tracker import parse
from tracker.corpus import PUBLISHED
from tracker.text import from_text

WAR = "Niger and Chad are at war. "
WORDS = '"The ceasefire deal is weak and cannot be trusted'


def _speakers(text: str) -> set[str]:
    reports = parse(from_text(WAR + text, id="one", published=PUBLISHED, language="en"))
    return {actor.code for one in reports if one.event_type == "statement" for actor in one.actors[:1]}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f'The army of Niger shelled the border. {WORDS}." {WORDS}," said a baker in the old town.', set()),
        (f'{WORDS}," said a retired Chadian diplomat who served in Niamey in the 1990s.', set()),
        (f'{WORDS}," said a Chadian diplomat who serves in Niamey.', {"TCD"}),
        (f'Niger rejected the draft. Mrs Bello, 61, was asked about it. {WORDS}," she said.', set()),
        (f"Niger's envoy Ana Bello came out in the evening. {WORDS},\" she said.", {"NER"}),
        ("In Niger, which wants to win, some say the ceasefire deal with Chad is weak and cannot be trusted.", set()),
        ("Niger says the ceasefire deal with Chad is weak and cannot be trusted.", {"NER"}),
        (f"A diplomat saw the draft. Niger's army pulled back. {WORDS},\" the diplomat said.", set()),
        (f"A Chadian diplomat saw the draft. Niger's army pulled back. {WORDS},\" the diplomat said.", {"TCD"}),
    ],
)
def test_who_speaks_for_an_actor(text: str, codes: set[str]) -> None:
    assert _speakers(text) == codes
