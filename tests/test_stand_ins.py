"""What "it" stands for: the deal, truce or offer named last."""

from __future__ import annotations

import pytest

from tracker import parse
from tracker.corpus import PUBLISHED
from tracker.text import from_text


def _types(text: str) -> list[str]:
    return [one.event_type for one in parse(from_text(text, id="one", published=PUBLISHED, language="en"))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mali and the MNLA reached a truce in May. It collapsed within weeks.", "ceasefire"),
        ("Chad's envoys brought a new accord. Libya signed it on Monday.", "agreement"),
        ("Kenya has a draft treaty for Chad and Libya. It will be signed in Nairobi in August.", "agreement"),
        ("Having signed the pact in May, Mali's generals broke it in June.", "violation"),
        ("There is a truce in Yemen. It was extended on Thursday.", "ceasefire"),
    ],
)
def test_a_pronoun_is_read_as_its_noun(text: str, wanted: str) -> None:
    assert wanted in _types(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mali's government welcomed the truce. It ended the siege of Kidal on Monday.", "agreement"),
        ("The accord is ready. It is clear that Chad and Libya want to sign.", "agreement"),
        ("Libya has a truce with Chad. It said on Monday that it had no news.", "ceasefire"),
    ],
)
def test_a_pronoun_for_an_actor_or_for_nothing_is_none(text: str, kind: str) -> None:
    assert kind not in _types(text)
