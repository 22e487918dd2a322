"""Who stands at the other end: whose offer is answered, between whom somebody mediates, as what both sides stand; who
helps the sides, and whose name only tells where something is.
"""

from __future__ import annotations

from datetime import date

import pytest

from tracker import text
from tracker.pipeline import parse

WAR = "Zambia's army has been at war with the ZLF rebels for years. The ZLF rebels and Zambia's army fight on. "


def roles(sentence: str, event_type: str) -> dict[str, str]:
    article = text.from_text(sentence, id="x", title="", publisher="", published=date(2007, 3, 27))
    found = [one for one in parse(article) if one.event_type == event_type]
    return {actor.code: actor.role.value for actor in found[-1].actors}


@pytest.mark.parametrize(
    ("sentence", "event_type", "wanted"),
    [
        (
            "Kenya proposed a truce to Zambia's government on Monday. Zambia's president accepted the offer later.",
            "acceptance",
            {"ZMB": "initiator", "KEN": "target"},
        ),
        (
            "Kenya put a draft truce to Zambia's government and Malawi on Monday. Zambia has yet to reply.",
            "rejection",
            {"ZMB": "initiator", "KEN": "target"},
        ),
        (
            WAR + "Kenya acts as a mediator in the conflict.",
            "mediation",
            {"KEN": "mediator", "ZMB": "target", "ZLF": "target"},
        ),
        (
            WAR + "A round of talks was suspended on Monday because both sides quarreled.",
            "suspension",
            {"ZMB": "participant", "ZLF": "participant"},
        ),
    ],
)
def test_whom_a_sentence_leaves_out(sentence: str, event_type: str, wanted: dict[str, str]) -> None:
    assert roles(sentence, event_type) == wanted


@pytest.mark.parametrize(
    ("sentence", "event_type", "wanted"),
    [
        (
            "Zambia and Malawi signed a truce on Monday with the help of Kenya.",
            "agreement",
            {"ZMB": "participant", "MWI": "participant", "KEN": "mediator"},
        ),
        (
            "Zambia and Malawi signed a truce on Monday with Kenyan mediation.",
            "agreement",
            {"ZMB": "participant", "MWI": "participant", "KEN": "mediator"},
        ),
        (
            "Zambia and Malawi signed a truce on Monday in the presence of Foreign Minister Sergei Lavrov.",
            "agreement",
            {"ZMB": "participant", "MWI": "participant", "RUS": "mediator"},
        ),
        (
            "Zambia and Malawi held talks on Monday after Kenya had brought their leaders together.",
            "meeting",
            {"ZMB": "participant", "MWI": "participant", "KEN": "mediator"},
        ),
        (
            "Zambia and Malawi held talks on Monday with Kenya.",
            "meeting",
            {"ZMB": "participant", "MWI": "participant", "KEN": "participant"},
        ),
    ],
)
def test_who_helps_the_sides_mediates(sentence: str, event_type: str, wanted: dict[str, str]) -> None:
    assert roles(sentence, event_type) == wanted


@pytest.mark.parametrize(
    ("sentence", "event_type", "wanted"),
    [
        (
            "Zambia withdrew from the Rome talks with Malawi on Monday.",
            "suspension",
            {"ZMB": "initiator", "MWI": "target"},
        ),
        (
            "The presidents of Zambia and Malawi met on Monday on the sidelines of the ASEAN summit.",
            "meeting",
            {"ZMB": "participant", "MWI": "participant"},
        ),
        (
            "Zambia's army freed five men at the Congolese border on Monday.",
            "prisoner_exchange",
            {"ZMB": "initiator"},
        ),
        (
            "Zambia's army shelled a Malawian border post on Monday.",
            "hostilities",
            {"ZMB": "initiator", "MWI": "target"},
        ),
    ],
)
def test_a_name_that_only_tells_where_takes_no_part(sentence: str, event_type: str, wanted: dict[str, str]) -> None:
    assert roles(sentence, event_type) == wanted
