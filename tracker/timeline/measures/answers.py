"""How long those to whom something was proposed took to answer, by the links that the timeline holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from tracker.models import LinkKind, Role, Status
from tracker.timeline.links import Known
from tracker.timeline.measures.spread import actors_in

ANSWERING = (LinkKind.ANSWERS, LinkKind.CARRIES_OUT, LinkKind.CAME_OF)
PROPOSING = ("proposal", "mediation")
_SPEAKING = (Role.INITIATOR, Role.PARTICIPANT, Role.MEDIATOR)
_COLUMNS = ["event", "asked", "answer", "least", "most"]


def answers(frame: pd.DataFrame, whole: pd.DataFrame, links: Iterable[Known], today: date) -> pd.DataFrame:
    """One row for each proposal of ``frame`` (and offer to mediate that is made to someone) and each one asked.

    Columns: ``event``, ``asked`` (a code, empty if nobody is named), ``answer`` (the id of the first answer, empty if
    there is none), ``least`` and ``most`` days until it, or until ``today`` without one; empty where a day is open.
    Answers are looked for in the ``whole`` timeline, so that a condition on the proposals hides none of them. Left out:
    what is planned, what lies ahead of ``today``, and what several put forward together to nobody else.
    """
    proposals = frame["event_type"].isin(PROPOSING) & (frame["status"] != Status.PLANNED)
    places = proposals.to_numpy(dtype=bool).nonzero()[0]
    part = frame.iloc[places]
    wanted = set(part["event_id"])
    to: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.kind in ANSWERING and link.target in wanted:
            to[link.target].append(link.source)
    told = _told(whole, {source for sources in to.values() for source in sources})
    rows: list[tuple[Any, ...]] = []
    cells = zip(
        places,
        part["event_id"],
        part["event_type"],
        part["actors"],
        *_days(part, "date_start", "date_end"),
        strict=True,
    )
    for place, event_id, kind, actors, first, last in cells:
        if (first or last) and (first or last) > today:
            continue
        replies = [told[source] for source in to.get(event_id, ()) if source in told]
        for asked in _asked(kind, actors):
            rows.append((place, asked, *_first(replies, asked, first, last, today)))
    made = pd.DataFrame(rows, columns=_COLUMNS)
    return made.astype({"event": "int64", "asked": "str", "answer": "str", "least": "Int64", "most": "Int64"})


def _days(frame: pd.DataFrame, *names: str) -> list[list[date | None]]:
    return [frame[name].to_numpy(dtype="datetime64[D]").tolist() for name in names]


def _told(whole: pd.DataFrame, ids: set[str]) -> dict[str, tuple[str, str, date | None, date | None]]:
    """Id, actors and days of the events that may be answers."""
    part = whole[whole["event_id"].isin(ids) & (whole["status"] != Status.PLANNED)] if ids else whole.iloc[:0]
    cells = zip(part["event_id"], part["actors"], *_days(part, "date_start", "date_end"), strict=True)
    return {event_id: (event_id, actors, first, last) for event_id, actors, first, last in cells}


def _asked(kind: str, actors: str) -> tuple[str, ...]:
    named = actors_in(actors)
    by = [code for code, role in named if role == Role.INITIATOR] or [
        code for code, role in named if role == Role.PARTICIPANT
    ]
    by = by or [code for code, role in named if role == Role.MEDIATOR]
    targets = dict.fromkeys(code for code, role in named if role == Role.TARGET)
    if targets:
        return tuple(code for code in targets if code not in by)
    return ("",) if kind == "proposal" and len(set(by)) < 2 else ()


def _first(
    replies: list[tuple[str, str, date | None, date | None]],
    asked: str,
    first: date | None,
    last: date | None,
    today: date,
) -> tuple[str, int | None, int | None]:
    """The first reply of the one asked with the least and most days until it; without one the days until today."""
    fitting = [
        one
        for one in replies
        if (not asked or asked in {code for code, role in actors_in(one[1]) if role in _SPEAKING})
        and not (one[2] or one[3] or today) < (first or last or date.min)
    ]
    if not fitting:
        return "", _between(last, today), _between(first, today)
    reply = min(fitting, key=lambda one: (one[2] or one[3] or date.max, one[0]))
    return reply[0], _between(last, reply[2]), _between(first, reply[3])


def _between(start: date | None, end: date | None) -> int | None:
    return None if start is None or end is None else max(0, (end - start).days)
