"""One active pattern tells its act in other voices, past insertions, and not where its words belong to others."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import parse
from tracker.events.inflect import forms
from tracker.events.patterns import compiled
from tracker.events.steps import Words
from tracker.events.voices import voices
from tracker.text import from_text


def kinds(text: str) -> set[str]:
    article = from_text(text, id="voices", published=date(2025, 6, 4), language="en")
    return {report.event_type for report in parse(article)}


def test_a_verb_with_its_object_has_four_voices() -> None:
    assert voices("<turn> down ... @offer") == (
        "<turn> down ... @offer",
        "@offer ... <be> *<turn> down",
        "@offer .. *<turn> down by|in|at|on|T|last|earlier|during|under|after|before",
        "@offer [,] [that|which] A .. *<turn> down",
    )


@pytest.mark.parametrize("text", ["A ... *<meet> .. in|on|at", "<say> yes", "*visit to A", "<invite> A .. to"])
def test_what_has_no_noun_for_its_object_has_one_voice(text: str) -> None:
    assert voices(text) == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "Israel rejected the plan on Monday.",
        "The plan was rejected by Israel on Monday.",
        "The plan, which Israel rejected on Monday, came from Hamas.",
        "Israel, a close ally of Washington, rejected the plan on Monday.",
        "Israel, which had been silent for weeks, rejected the plan on Monday.",
        "Israel (and not only its army) rejected the plan on Monday.",
    ],
)
def test_every_voice_tells_the_refusal(text: str) -> None:
    assert "rejection" in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Marches for a ceasefire in Gaza began in London on Sunday.", "ceasefire"),
        ("Hamas said on Sunday that a ceasefire was far off.", "ceasefire"),
        ("Israel will keep its troops in Gaza until the ceasefire begins.", "ceasefire"),
        ("Kyiv proposed that a truce be declared with Russia.", "ceasefire"),
    ],
)
def test_words_of_others_tell_nothing(text: str, kind: str) -> None:
    assert kind not in kinds(text)


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("slap", "slapped"),
        ("stop", "stopping"),
        ("cancel", "canceled"),
        ("cancel", "cancelled"),
        ("bus", "bused"),
        ("bus", "bussed"),
        ("focus", "focused"),
    ],
)
def test_consonants_are_doubled_as_they_are_spelled(verb: str, form: str) -> None:
    assert form in forms(verb)


@pytest.mark.parametrize("verb", ["seal", "draw", "show", "tax", "offer"])
def test_consonants_that_are_not_doubled(verb: str) -> None:
    assert not any(verb + verb[-1] + ending in forms(verb) for ending in ("ed", "ing"))


@pytest.mark.parametrize("text", ["sat in rome ", "sat down in rome ", "sat down again in rome ", "sat again in rome "])
def test_optional_words_may_stand_or_not(text: str) -> None:
    assert list(compiled("<sit> [down] [again|alone] in").find(Words(text.split())))


@pytest.mark.parametrize("text", [" talks were cut on ", " talks were cut off on "])
def test_optional_words_may_end_a_pattern(text: str) -> None:
    assert list(compiled("@talks ... <be> *<cut> [off]").find(Words(text.split())))
