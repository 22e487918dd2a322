"""How well found links agree with those that a person wrote down.

Scored are pairs (later event, earlier event) of the kinds that ``responds_to`` lists: a pair found and written is
right, one found and not written is wrong, one written and not found is missed. A link that the compiler did not write
down counts as wrong even if it is true. The kind is scored apart, over the pairs that are right.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from tracker.resources.link_kind import RESPONSES
from tracker.timeline.links.find import find_links
from tracker.timeline.links.occurrence import Known
from tracker.timeline.links.proposal import LIKELY, LinkProposal
from tracker.timeline.links.standing import links_of

FOLDS = 5
"""One of so many events is kept untouched while weights are fitted."""


@dataclass(frozen=True, slots=True)
class LinkScore:
    """Counts of pairs, and how many of the right ones have the right kind."""

    right: int
    wrong: int
    missed: int
    right_kind: int

    @property
    def precision(self) -> float:
        """Right among found; 0 if nothing was found."""
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        """Right among written; 0 if nothing was right."""
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0

    def __str__(self) -> str:
        return (
            f"F1 {self.f1:.3f}  precision {self.precision:.3f}  recall {self.recall:.3f}  "
            f"right {self.right}  wrong {self.wrong}  missed {self.missed}  kind right in {self.right_kind}"
        )


def held_out(event_id: str) -> bool:
    """Whether an event belongs to the fifth that is kept untouched: by a checksum of its id, so it never changes."""
    return zlib.crc32(event_id.encode()) % FOLDS == 0


def without_links(frame: pd.DataFrame) -> pd.DataFrame:
    """The timeline with its columns ``responds_to`` and ``links`` empty."""
    return frame.assign(
        responds_to=pd.Series("", index=frame.index, dtype="str"), links=pd.Series("", index=frame.index, dtype="str")
    )


def score(
    found: Iterable[LinkProposal],
    written: Iterable[Known],
    *,
    least: float = LIKELY,
    sources: Callable[[str], bool] = lambda _: True,
) -> LinkScore:
    """Compare links found, at least so probable, with those written, for the later events that ``sources`` takes."""
    gold = {
        (link.source, link.target): link.kind for link in written if link.kind in RESPONSES and sources(link.source)
    }
    got = {
        (link.source, link.target): link.kind
        for link in found
        if link.kind in RESPONSES and link.probability >= least and sources(link.source)
    }
    right = gold.keys() & got.keys()
    kinds = sum(gold[pair] == got[pair] for pair in right)
    return LinkScore(len(right), len(got) - len(right), len(gold) - len(right), kinds)


def score_timeline(frame: pd.DataFrame) -> dict[str, LinkScore]:
    """The links of ``frame`` taken away, found again, scored: ``all``, ``fitted`` (four fifths), ``untouched``."""
    found = find_links(without_links(frame))
    written = links_of(frame)
    return {
        "all": score(found, written),
        "fitted": score(found, written, sources=lambda name: not held_out(name)),
        "untouched": score(found, written, sources=held_out),
    }
