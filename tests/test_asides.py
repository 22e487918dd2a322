"""Who is named only beside the point of a sentence takes no part in what it tells; who comes along does."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.pipeline import parse
from tracker.text import from_text


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("The envoys of Niger and Chad, which Libya arms, signed a truce in Lima.", "agreement", {"NER", "TCD"}),
        ("Niger and Chad, whose frontier Benin patrols, agreed to a truce on Monday.", "agreement", {"NER", "TCD"}),
        ("Niger, which Lomé says shelters the FACT, rejected the plan of Chad on Monday.", "rejection", {"NER", "TCD"}),
        ("The FARC, whom Lima lists as terrorists, freed three soldiers of Colombia.", "prisoner_exchange",
         {"FARC", "COL"}),
        ("The LTTE, banned by Peru and the European Union, declared a ceasefire on Monday.", "ceasefire", {"LTTE"}),
        ("Pressed hard by Peru and Oman, Chad accepted the plan of Niger on Monday.", "acceptance", {"TCD", "NER"}),
        ("Peru, together with Oman, proposed a truce to Chad on Monday.", "proposal", {"PER", "OMN", "TCD"}),
        ("Peru, along with Fiji, imposed sanctions on two generals of Chad.", "sanctions", {"PER", "FJI", "TCD"}),
        ("Niger and Chad, not Libya, agreed to a truce on Monday.", "agreement", {"NER", "TCD"}),
        ("Sanctions on Chad were tightened by Peru and Fiji on Monday.", "sanctions", {"PER", "FJI", "TCD"}),
        ("Lima's intelligence chief met FARC leaders on Monday and told them that Chad would wait.", "meeting",
         {"PER", "FARC"}),
        ("While Libya arms Chad, it was the Nigeriens who on Monday offered Chad's rebels a truce.", "proposal",
         {"NER", "TCDREB"}),
    ],
)  # fmt: skip
def test_who_takes_part(text: str, kind: str, wanted: set[str]) -> None:
    article = from_text(text, id="a", title="", publisher="", published=date(2019, 5, 16))
    found = [report for report in parse(article) if report.event_type == kind]
    assert found
    assert {actor.code for actor in found[0].actors} == wanted
