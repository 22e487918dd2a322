"""The conflict of a text, and the words that tell it."""

from __future__ import annotations

import pytest

from tracker.events import which_conflict
from tracker.resources import conflicts


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Umerov said the Russian side had left Istanbul, and shells fell on Kharkiv.", "russia-ukraine"),
        ("Hezbollah fired on northern Israel while envoys met in Cairo about Gaza.", "israel-hamas-lebanon"),
        ("Baku and Yerevan agreed on the text, Pashinyan said.", "armenia-azerbaijan"),
        ("M23 took a town near Goma; Kinshasa blamed Rwanda.", "drc-m23-rwanda"),
        ("The RSF shelled El Fasher, and the army held Omdurman.", "sudan"),
        ("Pyongyang and Seoul will talk at Panmunjom.", "korea"),
        ("Morocco and the Polisario Front met.", "western-sahara"),
        ("The LRA left the assembly point, Uganda said.", "uganda-lra"),
        ("Bread rose in price, and the weather stayed warm.", ""),
        ("Ukraine will sing at the contest.", ""),
        ("Norway and Chile signed a treaty on fish.", ""),
        ("", ""),
    ],
)
def test_a_text_tells_its_conflict(text: str, slug: str) -> None:
    assert which_conflict.tell(text) == slug


def test_the_reason_words_stand_in_the_text() -> None:
    text = "M23 took a town near Goma; Kinshasa blamed Rwanda. M23 left."
    told = which_conflict.reasons(text)
    assert told.slug == "drc-m23-rwanda"
    assert told.reasons[0].casefold() == "m23"
    assert all(word.casefold() in text.casefold() for word in told.reasons)


@pytest.mark.parametrize("slug", list(conflicts()))
def test_every_conflict_is_told_by_its_own_words(slug: str) -> None:
    profile = conflicts()[slug]
    text = ". ".join([*profile.words, *(person.name for person in profile.person)])
    assert which_conflict.tell(text) == slug
