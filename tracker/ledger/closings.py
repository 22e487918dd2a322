"""Entries that a person closed by hand: a line in the event's note says which, from which day on, and why.

The line is for readers and stands in every export: "Closed by hand in Proposals, to Ukraine, as of Sat 24 May 2025:
they answered by letter". It closes that entry of that event in every ledger as of that day or later.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

import pandas as pd

from tracker.ledger.words import day, names, phrase, told_in
from tracker.timeline.speech import ENGLISH

STATE = "closed by hand"
"""The state of an entry that a person closed, in every section."""
_BEGIN = "Closed by hand in "
_LINE = re.compile(rf"^({_BEGIN}.+?), as of \w+ (\d{{1,2}} \w+ \d{{4}}): (.+)$", re.MULTILINE)
_SIDES = {"total": "in all", "each": "for each side"}


class Closing(NamedTuple):
    """From which day on an entry is closed, and why."""

    since: date
    reason: str


Closings = Mapping[tuple[str, str], Closing]
"""What is closed, by the event's id and the words that name the entry."""


def named(label: str, row: Mapping[str, Any]) -> str:
    """The words that name an entry of the section called ``label`` among those of its event, in English always."""
    with told_in(ENGLISH):
        return _named(label, row)


def _named(label: str, row: Mapping[str, Any]) -> str:
    conflict = str(row["conflict"])
    parts = [f"{_BEGIN}{label}"]
    if row.get("to"):
        parts.append(f"to {names([row['to']], conflict)}")
    if row.get("what"):
        side = str(row.get("side") or "")
        parts.append(f"{row['what']} {_SIDES.get(side) or f'for {names([side], conflict)}'}")
    return ", ".join(parts)


def line(label: str, row: Mapping[str, Any], since: date, reason: str) -> str:
    """The line that closes an entry; it goes at the end of its event's note."""
    with told_in(ENGLISH):
        return f"{named(label, row)}, as of {day(since)}: {' '.join(reason.split())}"


def closings_in(frame: pd.DataFrame) -> Closings:
    """What the notes of a timeline close; where an entry is closed twice, the earlier day holds."""
    found: dict[tuple[str, str], Closing] = {}
    noted = frame.loc[frame["note"].str.contains(_BEGIN, regex=False).to_numpy(dtype=bool), ["event_id", "note"]]
    for event_id, note in zip(noted["event_id"], noted["note"], strict=True):
        for words, told, reason in _LINE.findall(note):
            since = _day(told)
            key = (event_id, words)
            if since and (key not in found or since < found[key].since):
                found[key] = Closing(since, reason.strip())
    return found


def _day(told: str) -> date | None:
    try:
        return datetime.strptime(told, "%d %b %Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def closed(label: str, row: Mapping[str, Any], as_of: date, closings: Closings) -> Mapping[str, Any]:
    """The row as it stands after what a person said of it by ``as_of``."""
    closing = closings.get((str(row["event_id"]), named(label, row))) if closings else None
    if closing is None or closing.since > as_of:
        return row
    by_hand = phrase("Closed by hand as of {day}: {reason}", day=day(closing.since), reason=closing.reason)
    why = f"{row['why']} {by_hand}"
    return {**row, "state": STATE, "open": False, "closes": "", "why": why}
