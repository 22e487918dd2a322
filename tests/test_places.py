"""Places named in text: each rule with sentences of its own and near misses beside them."""

from __future__ import annotations

import pytest

from tracker.events import places
from tracker.models import Sentence
from tracker.resources import conflict


def _found(text: str, slug: str = "") -> list[tuple[str, str]]:
    return [(one.name, one.country) for one in places.find(text, conflict(slug) if slug else None)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met in Oslo.", [("Oslo", "NOR")]),
        ("They met in Norway.", [("Norway", "NOR")]),
        ("Envoys flew to Geneva.", [("Geneva", "CHE")]),
        ("They met in Geneva, Switzerland.", [("Geneva", "CHE"), ("Switzerland", "CHE")]),
        ("They met in Oslo, Geneva and Cairo.", [("Oslo", "NOR"), ("Geneva", "CHE"), ("Cairo", "EGY")]),
        ("The Istanbul talks went on.", [("Istanbul", "TUR")]),
        ("CAIRO, Nov. 3 (Reuters) - Nobody came.", [("Cairo", "EGY")]),
        ("Shells fell in eastern Ukraine.", [("eastern Ukraine", "UKR")]),
        ("They met at the White House.", [("White House", "USA")]),
        ("They met in the Norwegian capital Oslo.", [("Oslo", "NOR")]),
        ("A battle for the capital Mogadishu began.", [("Mogadishu", "SOM")]),
        ("He went on a visit to Ankara.", [("Ankara", "TUR")]),
        ("Luanda hosted the meeting.", [("Luanda", "AGO")]),
        ("Norway has also offered to host them.", [("Norway", "NOR")]),
        ("The invasion of Georgia began.", [("Georgia", "GEO")]),
        ("Troops left the West Bank.", [("West Bank", "PSE")]),
        ("Miners were freed in Upper Wexley, Germany, on Friday.", [("Upper Wexley", "DEU"), ("Germany", "DEU")]),
        ("In May, Ukraine struck a bridge.", []),
        ("Envoys from Russia, Ukraine and France spoke.", []),
    ],
)
def test_a_name_in_use_as_a_place(text: str, wanted: list[tuple[str, str]]) -> None:
    assert _found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Oslo said so.",
        "Norway said so.",
        "A letter to Norway was read.",
        "The Moscow Times said so.",
        "Reading is nice, and Page one is of no use to a mobile male.",
        "Jackson and Lincoln and Madison said so.",
        "Paris Hilton said so.",
    ],
)
def test_what_only_looks_like_a_place(text: str) -> None:
    assert _found(text) == []


def test_a_town_with_a_common_name_needs_a_preposition() -> None:
    assert _found("He lives in Reading.") == [("Reading", "GBR")]
    assert _found("The Reading list is long.") == []


def test_a_town_that_no_list_has_takes_the_country_named_beside_it() -> None:
    assert _found("Rebels took the village of Zarvona in northern Kenya.") == [
        ("Zarvona", "KEN"),
        ("northern Kenya", "KEN"),
    ]
    assert _found("Rebels took the village of Zarvona.") == [("Zarvona", "")]
    assert _found("The state of Affairs was bad.") == []


def test_the_profile_knows_its_own_places() -> None:
    assert _found("Shells hit Azovstal.", "russia-ukraine") == [("Azovstal plant", "UKR")]
    assert _found("Shells hit the Kursk region.", "russia-ukraine") == [("Kursk region", "RUS")]


def test_coordinates_and_rule() -> None:
    place = places.find("They met in Geneva.", None)[0]
    assert (round(place.lat or 0), round(place.lon or 0), place.rule) == (46, 6, "place: in")
    assert places.find("They met in Norway.", None)[0].lat is None


def test_only_places_inside_the_sentences_count() -> None:
    text = "They met in Oslo. They met in Cairo."
    second = Sentence(1, 18, len(text), text[18:])
    assert [one.name for one in places.find(text, None, [second])] == ["Cairo"]
    assert places.find("", None) == ()
