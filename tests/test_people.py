"""Who people are: offices, introductions, surnames, former holders; with near misses beside them."""

from __future__ import annotations

import pytest

from tests.naming import found, people
from tracker.events import actors


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chile's lead negotiator left.", ("CHL", "office", "Chile's lead negotiator")),
        ("The Chilean foreign minister left.", ("CHL", "office", "Chilean foreign minister")),
        ("The president of Chile left.", ("CHL", "office", "The president of Chile")),
        ("A spokesman for the Kremlin left.", ("RUS", "office", "A spokesman for the Kremlin")),
        ("Several Hamas officials left.", ("HAMAS", "office", "Hamas officials")),
        ("The Chilean Minister of Foreign Affairs left.", ("CHL", "office", "Chilean Minister of Foreign Affairs")),
    ],
)
def test_an_office_speaks_for_its_owner(text: str, wanted: tuple[str, str, str]) -> None:
    assert found(text) == [wanted]


@pytest.mark.parametrize(
    "text", ["The former Chilean president left.", "Chile's former president left.", "A mayor left."]
)
def test_who_held_an_office_once_speaks_for_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chile's chief negotiator Juana Prado left.", ("CHL", "Juana Prado")),
        ("Chile's chief negotiator, Juana Prado, left.", ("CHL", "Juana Prado")),
        ("Foreign Minister Juana Prado of Chile left.", ("CHL", "Juana Prado")),
        ("Juana Prado, Chile's chief negotiator, left.", ("CHL", "Juana Prado")),
        ("Juana Prado, a senior Chilean official, left.", ("CHL", "Juana Prado")),
        ("Juana Prado, the foreign minister of Chile, left.", ("CHL", "Juana Prado")),
        ("The President of Chile Juana Prado left.", ("CHL", "Juana Prado")),
        ("Chilean Charge d'Affaires in Peru Juana Prado left.", ("CHL", "Juana Prado")),
        ("The Chilean ambassador to Peru, Dr Juana Prado, left.", ("CHL", "Juana Prado")),
        ("Omani envoy Salim bin Said al-Rashdi left.", ("OMN", "Salim bin Said al-Rashdi")),
        ("Hamas official Salim Qasr left.", ("HAMAS", "Salim Qasr")),
        ("Chilean Foreign Minister Juana Prado Wednesday left.", ("CHL", "Juana Prado")),
    ],
)
def test_an_article_introduces_itspeople(text: str, wanted: tuple[str, str]) -> None:
    assert people(text) == [wanted]


def test_an_introduced_person_is_known_by_surname_from_there_on() -> None:
    text = "Chilean Foreign Minister Juana Prado came. Prado said so; her aide Prados did not. Mr Prado left."
    assert people(text) == [("CHL", "Juana Prado")] * 3


def test_a_surname_that_two_share_says_nothing() -> None:
    text = "Chilean envoy Juana Prado met Peruvian envoy Luis Prado. Prado spoke."
    assert people(text) == [("CHL", "Juana Prado"), ("PER", "Luis Prado")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Zelenskiy and Zelenskyy are one man.", [("UKR", "Zelenskiy"), ("UKR", "Zelenskiy")]),
        ("Vladimir Putin waited. Putin spoke.", [("RUS", "Vladimir Putin"), ("RUS", "Vladimir Putin")]),
        ("President Putin spoke.", [("RUS", "Putin")]),
        ("Yesterday Oleg Putin, a baker, spoke.", []),
        ("The singer Mary Biden spoke.", []),
        ("The Biden administration spoke.", []),
    ],
)
def test_people_of_the_profiles(text: str, wanted: list[tuple[str, str]]) -> None:
    assert people(text, "russia-ukraine") == wanted


def test_an_administration_speaks_for_its_state() -> None:
    assert found("The Biden administration spoke.") == [("USA", "metonym", "Biden administration")]


def test_an_office_without_an_owner_belongs_to_the_state_named_before_it() -> None:
    text = "Chile waited. The talks of Peru broke off after Interior Minister Luis Prado left."
    assert ("PER", "Luis Prado") in people(text)
    assert people("The shop of Interior Decorator Luis Prado closed in Chile.") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norwegian Prime Minister Jens Stoltenberg flew to Oman.", "NOR"),
        ("Jens Stoltenberg flew to Oman.", "NATO"),
        ("Finnish mediator Martti Ahtisaari flew to Oman.", "CMI"),
    ],
)
def test_the_highest_offices_of_a_state_speak_for_it_whoever_holds_them(text: str, code: str) -> None:
    assert next(one for one in found(text) if one[1] != "OMN")[0] == code


def test_a_president_speaks_for_the_state_throughout() -> None:
    text = "Burundi's President Pierre Nkurunziza was tired. Nkurunziza was pleased."
    assert [code for code, _, _ in found(text, "burundi")] == ["BDI", "BDI"]


def test_a_surname_behind_an_acronym_at_the_end_of_a_sentence_is_known() -> None:
    text = "Donald Trump met the allies of NATO. Trump told reporters that he was content."
    assert [one.code for one in actors.find(text, None) if one.person] == ["USA", "USA"]
