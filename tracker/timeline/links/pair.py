"""Two events that may be linked, and what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tracker.models import LinkKind
from tracker.timeline.links.cues import Cited, Cues
from tracker.timeline.links.index import LinkIndex
from tracker.timeline.links.occurrence import Occurrence


class Ground(NamedTuple):
    """One thing that speaks for or against a link; ``reason`` is empty where it needs no words."""

    name: str
    value: float
    reason: str = ""


@dataclass(frozen=True)
class Pair:
    """A later event and the earlier one that it may answer, carry out, break ...; ``cited`` is what its text names."""

    source: Occurrence
    target: Occurrence
    kind: LinkKind
    index: LinkIndex
    cues: Cues
    cited: Cited
    nearest: bool = False
    """True if no candidate of the target's type lies between the two."""
    kin: float = 0.0
    """How probable it is that events of one series with the source have this link (0: none, or not known)."""
    kin_id: str = ""

    @cached_property
    def shared(self) -> frozenset[int]:
        """The content words of both; those of the titles alone where one sentence tells both, which proves nothing."""
        if self.source.quote and self.source.quote == self.target.quote:
            return self.source.head & self.target.head
        return self.source.stems & self.target.stems

    @cached_property
    def gap(self) -> int | None:
        """Days from the last day on which the target can lie to the source's first, 0 if they overlap."""
        if not (self.source.dated and self.target.dated):
            return None
        return max(0, self.source.earliest - self.target.latest)
