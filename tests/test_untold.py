"""Lines that tell nothing themselves: questions, terms behind a colon, hosts told with what they host."""

from __future__ import annotations

import pytest

from tracker.corpus import PUBLISHED
from tracker.events.extract import candidates
from tracker.pipeline import read
from tracker.text import from_text


def _types(text: str) -> list[str]:
    """What the rules find, however probable: which reports are kept is no matter of theirs."""
    article = from_text(text, id="one", published=PUBLISHED, language="en")
    return [one.type.name for one in candidates(read(article))]


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("Will Mali's army and the MNLA hold talks in Algiers?", "talks", False),
        ("Mali's army and the MNLA held talks in Algiers.", "talks", True),
        (
            "Mali and the MNLA have agreed to:\n\n• Release all prisoners;\n\n• Open the roads.",
            "prisoner_exchange",
            False,
        ),
        ("Mali's army released all MNLA prisoners in Kidal.", "prisoner_exchange", True),
        ("Talks between Mali and the MNLA were held through mediation by Algeria in May.", "mediation", False),
        ("Mali's army freed six herders that it says come from Niger and back the rebels.", "statement", False),
        ("Aid for Mali's north is being delivered on a regular basis, and the MNLA lets it in.", "humanitarian", False),
        ("Aid for Mali's north was delivered on Monday, and the MNLA let it in.", "humanitarian", True),
        ("Mali and the MNLA are at war. There was unrest, and people have been killed.", "hostilities", False),
        ("Mali and the MNLA are at war. On Monday soldiers have been killed.", "hostilities", True),
        ("Mali's army freed two men Niger says are spies of the rebels.", "statement", False),
        ("Mali's army says that Niger will back the truce with the rebels.", "statement", True),
        ("Algeria offered to mediate between Mali and the MNLA in May.", "mediation", True),
    ],
)
def test_what_a_line_only_asks_lists_or_hosts_is_no_event(text: str, kind: str, wanted: bool) -> None:
    assert (kind in _types(text)) is wanted
