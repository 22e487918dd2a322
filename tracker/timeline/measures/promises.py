"""How many people and bodies were agreed upon, and how many of them were seen, by the links that the timeline holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pandas as pd

from tracker.models import LinkKind, Status
from tracker.resources.ledger_words import ledger_words
from tracker.timeline.links import Known
from tracker.timeline.measures.exchanged import HAPPENED, TOTAL, counted_in

_COLUMNS = ["event", "what", "side", "agreed", "seen", "deeds"]
_UNMADE = [str(Status.PLANNED), str(Status.CALLED_OFF)]


def promises(frame: pd.DataFrame, whole: pd.DataFrame, links: Iterable[Known]) -> pd.DataFrame:
    """One row for each number that an agreement of ``frame`` promises, in order of time.

    Columns: ``event``, ``what``, ``side`` (total if the text does not say), ``agreed``, ``seen`` (as the exchanges and
    handovers of the ``whole`` timeline tell that carry it out), ``deeds`` (their ids, separated by spaces). Where an
    agreement names one kind of living people only, all living people count for it. An agreement that carries out
    another one stands with that other.
    """
    chosen = (frame["event_type"] == "agreement") & ~frame["status"].isin(_UNMADE) & (frame["quantities"] != "")
    places = chosen.to_numpy(dtype=bool).nonzero()[0]
    kept = [link for link in links if link.kind in (LinkKind.CARRIES_OUT, LinkKind.CAME_OF)] if len(places) else []
    to: dict[str, list[Known]] = defaultdict(list)
    for link in kept:
        to[link.target].append(link)
    told = _told(whole, {one for link in kept for one in (link.source, link.target)})
    renewing = {
        link.source
        for link in kept
        if link.kind == LinkKind.CARRIES_OUT
        and _is(told, link.source, "agreement")
        and _is(told, link.target, "agreement")
    }
    rows: list[tuple[Any, ...]] = []
    part = frame.iloc[places]
    for place, event_id, quantities, actors in zip(
        places, part["event_id"], part["quantities"], part["actors"], strict=True
    ):
        promised = _summed(counted_in(quantities, actors))
        if promised and event_id not in renewing:
            deeds = _deeds(event_id, to, told)
            rows += [(place, *row) for row in _rows(promised, deeds)]
    made = pd.DataFrame(rows, columns=_COLUMNS)
    return made.astype(
        {"event": "int64", "what": "str", "side": "str", "agreed": "int64", "seen": "int64", "deeds": "str"}
    )


Told = dict[str, tuple[str, str, str, str]]
"""Type, status, quantities and actors of an event, by its id."""


def _told(whole: pd.DataFrame, ids: set[str]) -> Told:
    part = whole[whole["event_id"].isin(ids)] if ids else whole.iloc[:0]
    names = ("event_id", "event_type", "status", "quantities", "actors")
    return {event_id: tuple(cells) for event_id, *cells in zip(*(part[name] for name in names), strict=True)}


def _is(told: Told, event_id: str, kind: str) -> bool:
    return event_id in told and told[event_id][0] == kind


def _summed(counted: Iterable[tuple[str, str, int]]) -> dict[tuple[str, str], int]:
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for what, side, number in counted:
        sums[what, side] += number
    return {key: number for key, number in sums.items() if number}


def _deeds(event_id: str, to: dict[str, list[Known]], told: Told) -> dict[str, tuple[str, str, str, str]]:
    """What carried out the agreement, or one that renews it."""
    found: Told = {}
    seen, queue = {event_id}, [event_id]
    while queue:
        for link in to.get(queue.pop(), ()):
            if link.source in seen or link.source not in told:
                continue
            seen.add(link.source)
            if told[link.source][0] == "agreement":
                queue += [link.source] if link.kind == LinkKind.CARRIES_OUT else []
            elif told[link.source][1] in HAPPENED:
                found[link.source] = told[link.source]
    return found


def _rows(promised: dict[tuple[str, str], int], deeds: Told) -> list[tuple[Any, ...]]:
    living = ledger_words().living
    kinds = {what for what, _side in promised if what in living}
    rows = []
    for (what, side), agreed in promised.items():
        counts = living if what in living and len(kinds) == 1 else (what,)
        numbers = {
            name: sum(n for kind, one, n in counted_in(cells[2], cells[3]) if kind in counts and side in (TOTAL, one))
            for name, cells in deeds.items()
        }
        fitting = [name for name, number in numbers.items() if number]
        rows.append((what, side, agreed, sum(numbers.values()), " ".join(fitting)))
    return rows
