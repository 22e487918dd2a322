"""The links that a timeline holds already, in its columns ``links`` and ``responds_to``."""

from __future__ import annotations

import pandas as pd

from tracker.models import LinkKind
from tracker.resources.link_kind import RESPONSES, link_kind
from tracker.timeline.cells import read_names
from tracker.timeline.links.occurrence import Known, links_in


def links_of(frame: pd.DataFrame) -> tuple[Known, ...]:
    """All links of ``frame``; where ``responds_to`` names an event that ``links`` does not, the types say the kind."""
    types = dict(zip(frame["event_id"], frame["event_type"], strict=True))
    found: list[Known] = []
    for event_id, kind, cell, responds in zip(
        frame["event_id"], frame["event_type"], frame["links"], frame["responds_to"], strict=True
    ):
        if not cell and not responds:
            continue
        own = links_in(event_id, cell)
        told = {link.target for link in own if link.kind in RESPONSES}
        found += own
        found += [
            Known(event_id, LinkKind(link_kind(kind, types.get(target, ""))), target)
            for target in read_names(responds)
            if target not in told
        ]
    return tuple(found)
