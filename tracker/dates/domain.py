"""Whether a text is news, counted from its publication, or narration, counted from the last date told: decided as it
is read.

What a reader goes by: news names weekdays, "yesterday", "this month"; narration tells full dates of other years. The
balance is taken of what stands before an expression, never after, so that what follows a sentence cannot change it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tracker.dates.reading import COARSE, Domain, Reading

FAR = 400
"""Days from publication beyond which a full date speaks for narration."""
FULL, BARE_YEAR = 3, 1
"""Weights: a full date tells more than a bare year, which news drops in passing too."""


@dataclass(frozen=True, slots=True)
class Balance:
    """What has been read so far: weights of dates far from publication and of those near to it or counted from it."""

    far: int = 0
    near: int = 0

    @property
    def domain(self) -> Domain:
        """Narrative if what is far outweighs what is near by a full date."""
        return "narrative" if self.far >= self.near + FULL else "news"

    @property
    def reason(self) -> str:
        """The decision in a sentence."""
        told = f"dates of other years weigh {self.far}, dates near publication or counted from it {self.near}"
        return f"{told}: counted from {'the last date told' if self.domain == 'narrative' else 'publication'}"

    def after(self, reading: Reading, reference: date | None) -> Balance:
        """The balance with one more reading."""
        told = reading.told
        if reference is None or told is None:
            return self
        if reading.anchor == "publication":
            return replace(self, near=self.near + FULL)
        if not told.absolute:
            return self
        weight = BARE_YEAR if told.unit in COARSE else FULL
        if told.start is None or abs((told.start - reference).days) > FAR:
            return replace(self, far=self.far + weight)
        return replace(self, near=self.near + weight)
