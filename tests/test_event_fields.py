"""Who takes part and as what, how many, and which date is the event's: one sentence for each rule."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import parse
from tracker.corpus import PUBLISHED
from tracker.models import Report
from tracker.text import from_text


def _report(kind: str, sentence: str) -> Report:
    article = from_text(sentence, id="one", published=PUBLISHED, language="en")
    return next(one for one in parse(article) if one.event_type == kind)


ACTORS = [
    # type, actors, sentence
    (
        "hostilities",
        {"ISR": "initiator", "PSE": "target"},
        "Three Palestinians were shot dead by Israeli troops in Jenin.",
    ),
    ("hostilities", {"RUS": "initiator", "UKR": "target"}, "The city of Sumy in Ukraine came under Russian fire."),
    (
        "agreement",
        {"ETH": "participant", "ERI": "participant"},
        "The government of Ethiopia signs a truce with Eritrea.",
    ),
    (
        "ceasefire",
        {"EGY": "mediator", "QAT": "mediator", "USA": "mediator", "ISR": "participant", "HAMAS": "participant"},
        "A truce between Israel and Hamas brokered by Egypt, Qatar and the United States took effect on Monday.",
    ),
    ("prisoner_exchange", {"ABUSAYYAF": "initiator", "CHE": "target"}, "Two Swiss hostages are freed by Abu Sayyaf."),
    (
        "hostilities",
        {"AGLF": "initiator", "TCD": "target"},
        "The Abeche Grand Liberation Front attacked Chad on Monday.",
    ),
]


@pytest.mark.parametrize(("kind", "actors", "sentence"), ACTORS, ids=[row[2][:40] for row in ACTORS])
def test_who_takes_part(kind: str, actors: dict[str, str], sentence: str) -> None:
    assert {one.code: str(one.role) for one in _report(kind, sentence).actors} == actors


COUNTED = [
    # type, quantities, sentence
    (
        "prisoner_exchange",
        [("hostages", 6)],
        "Six of the 21 Filipinos held hostage in Yemen were released.",
    ),
    ("hostilities", [("killed", 8), ("wounded", 13)], "Eight people were killed and 13 injured in a Russian attack."),
    ("hostilities", [("killed", 11)], "Four separate bombings killed eleven civilians in Iraq on Monday."),
    ("hostilities", [("killed", 5), ("killed", 1)], "Five soldiers and one driver were killed in an attack in Mali."),
    ("hostilities", [], "A 21-year-old student was killed in an attack in Yemen."),
]


@pytest.mark.parametrize(("kind", "quantities", "sentence"), COUNTED, ids=[row[2][:40] for row in COUNTED])
def test_how_many(kind: str, quantities: list[tuple[str, int]], sentence: str) -> None:
    assert [(one.what, one.value) for one in _report(kind, sentence).quantities] == quantities


DATED = [
    # type, first day, sentence
    ("prisoner_exchange", PUBLISHED, "Israel released two Jordanian citizens it had held since August."),
    ("prisoner_exchange", PUBLISHED, "Two nuns who were kidnapped in Mali in 2017 are freed by rebels."),
    (
        "prisoner_exchange",
        PUBLISHED,
        "A German priest, who disappeared in Mali in November 2022, was released by rebels.",
    ),
    ("talks", date(2025, 6, 8), "Sudan and Chad agreed to hold peace talks on 8 June."),
]


@pytest.mark.parametrize(("kind", "first", "sentence"), DATED, ids=[row[2][:40] for row in DATED])
def test_which_date_is_the_events(kind: str, first: date, sentence: str) -> None:
    assert _report(kind, sentence).date_start == first


NOTHING = [
    # type that the sentence only looks like, sentence
    ("sanctions", "The minister spoke about changes to sanctions against Burma."),
    ("hostilities", "Ukraine signed a gas deal with Royal Dutch Shell."),
    ("hostilities", "The court rejected a deal to restore ousted President Lopez of Honduras."),
    ("prisoner_exchange", "Relatives in Colombia press the government to make a prisoner swap."),
    ("prisoner_exchange", "Hamas released a video of a hostage."),
    ("humanitarian", "The group wants a truce to ensure that crucial aid reaches Gaza."),
]


@pytest.mark.parametrize(("kind", "sentence"), NOTHING, ids=[row[1][:40] for row in NOTHING])
def test_what_only_looks_like_it_is_none(kind: str, sentence: str) -> None:
    article = from_text(sentence, id="one", published=PUBLISHED, language="en")
    assert kind not in {one.event_type for one in parse(article)}


def test_what_one_and_then_another_did_are_two_events() -> None:
    sentence = "Zambia's army freed 30 rebels on Monday and the rebels freed 12 soldiers on Tuesday."
    told = parse(from_text(sentence, id="x", title="", publisher="", published=date(2021, 6, 16)))
    assert [one.date_start for one in told if one.event_type == "prisoner_exchange"] == [
        date(2021, 6, 14),
        date(2021, 6, 15),
    ]
