"""Who mediated, hosted or witnessed an act of both sides, in its own sentence or one behind it, and who did not."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.models import Role
from tracker.pipeline import parse
from tracker.text import from_text

SIGNED = "The government of Chad and the rebel group FACT signed a ceasefire in Libreville on Monday."


def _mediators(text: str, kind: str) -> set[str]:
    article = from_text(text, id="a", title="", publisher="", published=date(2019, 5, 16))
    found = [report for report in parse(article) if report.event_type == kind]
    assert found, text
    return {actor.code for actor in found[0].actors if actor.role is Role.MEDIATOR}


@pytest.mark.parametrize(
    ("behind", "wanted"),
    [
        ("The ceremony was attended by the presidents of Gabon and Benin.", {"GAB", "BEN"}),
        ("Qatar's foreign minister chaired the session.", {"QAT"}),
        ("Peru and France act as guarantors of the deal.", {"PER", "FRA"}),
        ("Togo's president, who had brokered the accord, looked on.", {"TGO"}),
        ("Presiding over the ceremony was Gabon's prime minister.", {"GAB"}),
        ("Both delegations thanked Morocco for its mediation.", {"MAR"}),
        ("Norway, Oman and Kenya mediated.", {"NOR", "OMN", "KEN"}),
        ("A French force left the town of Abeche on Tuesday.", set()),
        ("Sudan rejected the truce.", set()),
        ("Nigeria hosted a summit on trade on Friday.", set()),
        ("The town of Abeche fell to them. Its mayor fled. Peru chaired the session.", set()),
    ],
)
def test_a_sentence_behind_an_act_tells_who_stood_by(behind: str, wanted: set[str]) -> None:
    assert _mediators(f"{SIGNED} {behind}", "agreement") == wanted


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("In the presence of Peru's president, Mali's government and the CMA initialled a pact.", "agreement", {"PER"}),
        ("Mali's government and the CMA initialled a pact, with Peru's envoy looking on.", "agreement", {"PER"}),
        ("Mali's government and the CMA initialled a pact before the presidents of Fiji and Peru.", "agreement",
         {"FJI", "PER"}),
        ("Mali's government and the CMA initialled a pact that Peru had brokered.", "agreement", {"PER"}),
        ("At the invitation of Peru, Mali's government and the CMA began talks in Lima.", "talks", {"PER"}),
        ("Mali's government and the CMA resumed Fijian-facilitated talks on Monday.", "talks", {"FJI"}),
        ("Mali's government and the CMA began talks in Lima before the rains came.", "talks", set()),
    ],
)  # fmt: skip
def test_a_sentence_tells_who_stood_by_its_own_act(text: str, kind: str, wanted: set[str]) -> None:
    assert _mediators(text, kind) == wanted
