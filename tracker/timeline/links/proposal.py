"""A link that was found, with its reason in words; and many of them as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass

import pandas as pd

from tracker.models import LinkKind
from tracker.timeline.links.pair import Pair

PROPOSED = 0.25
"""Probability below which a link is not even proposed to a person."""
LIKELY = 0.4
"""Probability from which a link is shown as found; below it is a question."""
SURE = 0.9
"""Probability from which a link may stand without a person's word, where the user allows that."""
MOST_REASONS = 4

COLUMNS = {
    "source": "The id of the later event.",
    "kind": "How it stands to the earlier one (tracker.models.LinkKind).",
    "target": "The id of the earlier event.",
    "probability": "How probable the link is, 0 to 1.",
    "reason": "What speaks for it, in words.",
}
"""Columns of ``links_frame`` and what they mean."""


@dataclass(frozen=True, slots=True)
class LinkProposal:
    """A link that is probable: ``source`` stands in ``kind`` to the earlier ``target``, for this ``reason``."""

    source: str
    kind: LinkKind
    target: str
    probability: float
    reason: str


def worded(pair: Pair, reasons: list[str]) -> str:
    """The reasons as one sentence, the strongest first."""
    told = list(dict.fromkeys(reasons))[:MOST_REASONS] or [f"a {pair.source.event_type.replace('_', ' ')} may"]
    sentence = "; ".join(told)
    return f"{sentence[0].upper()}{sentence[1:]}."


def links_frame(links: Iterable[LinkProposal]) -> pd.DataFrame:
    """The links as a table with ``COLUMNS``, in the order given."""
    rows = [astuple(link) for link in links]
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype(
        {"source": "str", "kind": "str", "target": "str", "probability": "float64", "reason": "str"}
    )
    table["kind"] = table["kind"].map(str).astype("str")
    return table
