"""Where an event takes place, by the words of its sentence: one sentence for each rule."""

from __future__ import annotations

import pytest

from tracker import parse
from tracker.corpus import PUBLISHED
from tracker.text import from_text

SENTENCES = [
    # type, country, sentence
    (
        "statement",
        "CHE",
        "The Kremlin's envoy said in Geneva on Tuesday that Russia was ready for peace talks with Ukraine.",
    ),
    ("agreement", "DZA", "ALGIERS, June 4 (AFP) - Ethiopia and Eritrea signed a peace agreement on Wednesday."),
    ("talks", "QAT", "Israel and Hamas held the longest talks of the year on Tuesday, while families waited in Doha."),
    (
        "statement",
        "PER",
        "Chad was ready for peace talks with Libya, its minister said as he met envoys in Lima on Tuesday.",
    ),
    ("violation", "TCD", "Libya broke the truce in Chad on Tuesday."),
    ("hostilities", "TCD", "Libya's invasion of its neighbour Chad began on Tuesday."),
    ("agreement", "CHE", "Armenia and Azerbaijan signed a peace agreement in Geneva on Tuesday."),
]


@pytest.mark.parametrize(("kind", "country", "sentence"), SENTENCES, ids=[row[2][:40] for row in SENTENCES])
def test_a_sentence_places_its_event(kind: str, country: str, sentence: str) -> None:
    article = from_text(sentence, id="one", published=PUBLISHED, language="en")
    report = next(one for one in parse(article) if one.event_type == kind)
    assert report.country == country
    assert report.rules["location"]


def test_a_place_that_only_names_a_fight_is_not_where_an_exchange_is() -> None:
    text = "Russia and Ukraine exchanged 60 soldiers captured during the Kursk offensive on Tuesday."
    article = from_text(text, id="one", published=PUBLISHED, language="en")
    assert [one.country for one in parse(article) if one.event_type == "prisoner_exchange"] == [""]
