"""Who takes part in what role: whoever only leads a party, or is named as staying out, is no mediator and no party."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import text
from tracker.pipeline import parse


def roles(sentence: str, event_type: str) -> dict[str, str]:
    article = text.from_text(sentence, id="x", title="", publisher="", published=date(2007, 3, 27))
    (report,) = [one for one in parse(article) if one.event_type == event_type]
    return {actor.code: actor.role.value for actor in report.actors}


@pytest.mark.parametrize(
    ("sentence", "event_type", "wanted"),
    [
        (
            "Zambia's army is at war with the rebels. A Zambian minister met a rebel commander in Lomé on Sunday.",
            "talks",
            {"ZMB": "participant", "ZMBREB": "participant"},
        ),
        (
            "In Lomé, Zambia's army and the rebels agreed on Monday to a truce, Togo's envoy said.",
            "agreement",
            {"ZMB": "participant", "ZMBREB": "participant"},
        ),
        (
            "Togo presented a draft accord to Zambia's government and the rebels on Monday.",
            "proposal",
            {"TGO": "initiator", "ZMB": "target", "ZMBREB": "target"},
        ),
        (
            "Zambia's army and the rebels resumed peace talks in Nairobi on Monday, Kenya's foreign minister said.",
            "talks",
            {"ZMB": "participant", "ZMBREB": "participant"},
        ),
        (
            "The Red Cross escorted 12 Armenian captives home from Baku on Tuesday.",
            "prisoner_exchange",
            {"ICRC": "mediator", "ARM": "target", "AZE": "participant"},
        ),
        (
            "Armenia's foreign minister and his French counterpart discussed the truce with Azerbaijan over the phone.",
            "meeting",
            {"ARM": "participant", "FRA": "participant"},
        ),
        (
            "Georgia's president gave a speech after meeting Armenia's envoy, far from the war with Azerbaijan.",
            "meeting",
            {"ARM": "participant", "GEO": "participant"},
        ),
        (
            "Kenya's foreign minister received the special envoy of the United Nations for South Sudan "
            "in Nairobi today.",
            "meeting",
            {"KEN": "participant", "UNO": "participant"},
        ),
        (
            "Armenia accepted the Georgian plan on Monday and Azerbaijan rejected it.",
            "rejection",
            {"AZE": "initiator", "ARM": "target"},
        ),
        (
            "While Armenia wants a truce, Azerbaijan rejected the Georgian plan.",
            "rejection",
            {"AZE": "initiator", "GEO": "target"},
        ),
        (
            "The UN said Armenia and Azerbaijan had both broken the ceasefire.",
            "violation",
            {"ARM": "initiator", "AZE": "initiator"},
        ),
        (
            "Azerbaijan's president, who met Russian envoys on Tuesday, rejected Armenia's plan.",
            "meeting",
            {"AZE": "participant", "RUS": "participant"},
        ),
        (
            "Azerbaijan, which on Tuesday said it was ready to resume talks, accused Armenia on Wednesday of breaking "
            "the ceasefire.",
            "violation",
            {"ARM": "initiator", "AZE": "target"},
        ),
        (
            "Sinn Féin, led by Gerry Adams, and the Ulster Unionist Party, led by David Trimble, began a round of "
            "peace talks at Stormont on Monday.",
            "talks",
            {"UUP": "participant", "SINNFEIN": "participant"},
        ),
        (
            "Talks between Israel and Hamas mediated by Egypt began in Cairo on Sunday.",
            "talks",
            {"EGY": "mediator", "ISR": "participant", "HAMAS": "participant"},
        ),
        (
            "Chile and Japan signed a peace agreement, and no state other than Peru may join it.",
            "agreement",
            {"JPN": "participant", "CHL": "participant"},
        ),
        (
            "The Taliban freed a Canadian nurse after mediation by Oman and Qatar.",
            "mediation",
            {"OMN": "mediator", "QAT": "mediator"},
        ),
        (
            "Eight people were killed in clashes between the M23 and the Congolese army near Goma.",
            "hostilities",
            {"M23": "participant", "COD": "participant"},
        ),
        (
            "After a call to Kenya the Ugandan president phoned the leader of Rwanda and proposed a truce of ten days.",
            "proposal",
            {"UGA": "initiator", "KEN": "target"},
        ),
        (
            "Leaders of the East African Community (Kenya, Uganda, Burundi) held talks with Rwanda in Nairobi.",
            "meeting",
            dict.fromkeys(("EAC", "KEN", "UGA", "BDI", "RWA"), "participant"),
        ),
        (
            "Kigali called the report “biased” and criticised the Kenyan envoy.",
            "statement",
            {"RWA": "initiator"},
        ),
        (
            "Armenia's Security Council met the Georgian foreign minister on Monday.",
            "meeting",
            {"ARM": "participant", "GEO": "participant"},
        ),
        (
            "Three leaders – the presidents of Kenya and Ghana, and Togo's prime minister – visited Kyiv on Friday.",
            "meeting",
            dict.fromkeys(("KEN", "GHA", "TGO", "UKR"), "participant"),
        ),
        (
            "Three European powers (Britain, France and Germany) urged Armenia on Monday to accept a truce.",
            "proposal",
            {"GBR": "initiator", "FRA": "initiator", "DEU": "initiator", "ARM": "target"},
        ),
        (
            "The leaders of Kenya, Uganda and Burundi said on Monday that the truce with the M23 would hold.",
            "statement",
            dict.fromkeys(("KEN", "UGA", "BDI"), "initiator"),
        ),
    ],
)
def test_who_takes_part(sentence: str, event_type: str, wanted: dict[str, str]) -> None:
    assert roles(sentence, event_type) == wanted


def test_who_is_named_in_a_longer_sentence_before_is_taken_up_by_a_shorter_one() -> None:
    longer = "After a week of rain and of quarrels about seats, a hall in Lomé filled up for the envoys of Zambia."
    assert roles(f"{longer} A plan was tabled.", "proposal") == {"ZMB": "target"}


DIGEST = (
    "The foreign ministers of Armenia and Azerbaijan held talks in Berlin on Thursday. Moldova and Transnistria are at "
    "odds over customs. Moldova's breakaway Transnistria asked Russia for help. Transnistria says that Moldova ruins "
    "its economy."
)
NEIGHBOURS = (
    "Afghanistan and Pakistan, through the mediation of Qatar, met in Doha from 6 to 9 March 2007 to consolidate the "
    "ceasefire. Qatar thanked Afghanistan and Pakistan. Kandahar lies near Pakistan."
)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (DIGEST, dict.fromkeys(("ARM", "AZE"), "participant")),
        (NEIGHBOURS, {"AFG": "participant", "PAK": "participant", "QAT": "mediator"}),
    ],
    ids=["of another known conflict", "of whose conflict the text names one camp only"],
)
def test_sides_meet_for_talks_in_a_text_told_to_be_of_another_conflict(told: str, wanted: dict[str, str]) -> None:
    assert roles(told, "talks") == wanted


def test_what_groups_sign_is_no_group() -> None:
    told = (
        "By the terms of the Agreement, the armed groups will halt attacks in Chad. The Agreement was signed on Monday."
    )
    found = parse(text.from_text(told, id="x", title="", publisher="", published=date(2007, 3, 27)))
    assert found
    assert not {actor.code for one in found for actor in one.actors} & {"AGREEMENT"}
