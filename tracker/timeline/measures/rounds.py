"""Rounds of talks in their series, and how long it was from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from tracker.timeline.measures.exchanged import HAPPENED
from tracker.timeline.measures.periods import KNOWN

TALKS = "talks"


SAME_ROUND = 31
"""Days within which talks with the number of those before them are the same round, continued."""
_COLUMNS = ["event", "series", "conflict", "track", "round", "first", "last", "least", "most"]


def rounds(frame: pd.DataFrame) -> pd.DataFrame:
    """One row for each round of talks that came about and that has a number or a track, by series and time.

    Columns: ``event``, ``series`` (counted from 0), ``conflict``, ``track``, ``round``, ``first`` and ``last`` (days
    between which it lies), ``least`` and ``most`` (days since the round before; empty for the first and where a day is
    open). A series is the rounds of one track of a conflict, or of those without a track; it ends where the numbers
    begin anew.
    """
    numbered = frame["round"].notna() | (frame["track"] != "")
    chosen = (frame["event_type"] == TALKS) & frame["status"].isin(HAPPENED) & numbered
    dated = frame["date_start"].notna() | frame["date_end"].notna()
    part = frame.assign(place=range(len(frame)))[(chosen & dated).to_numpy(dtype=bool)]
    part = part.assign(when=part["date_start"].fillna(part["date_end"]))
    part = part.sort_values(["conflict", "track", "when", "place"], kind="stable")
    made = pd.DataFrame(list(_rows(part)), columns=_COLUMNS)
    return made.astype(
        {
            "event": "int64",
            "series": "int64",
            "conflict": "str",
            "track": "str",
            "round": "Int64",
            "first": "datetime64[s]",
            "last": "datetime64[s]",
            "least": "Int64",
            "most": "Int64",
        }
    )


@dataclass(frozen=True, slots=True)
class _Days:
    """The days on which a round may have begun and may have ended."""

    begins: tuple[date | None, date | None]
    ends: tuple[date | None, date | None]

    @classmethod
    def of(cls, first: date | None, last: date | None, precision: str) -> _Days:
        if precision in KNOWN:
            return cls((first, first), (last, last))
        return cls((first, last), (first, last))

    def until(self, later: _Days) -> tuple[int | None, int | None]:
        """The least and the most days from its end to the beginning of a ``later`` round."""
        return _between(self.ends[1], later.begins[0]), _between(self.ends[0], later.begins[1])


def _rows(part: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows of ``part``, which is ordered by conflict, track and time."""
    series = -1
    key: tuple[str, str] | None = None
    number: int | None = None
    before: _Days | None = None
    starts, ends = (part[name].to_numpy(dtype="datetime64[D]").tolist() for name in ("date_start", "date_end"))
    names = ("place", "conflict", "track", "round", "date_precision")
    for place, conflict, track, told, precision, first, last in zip(
        *(part[name] for name in names), starts, ends, strict=True
    ):
        now = None if pd.isna(told) else int(told)
        days = _Days.of(first, last, precision)
        if (conflict, track) != key or (now is not None and number is not None and now < number):
            series, key, number, before = series + 1, (conflict, track), None, None
        elif now is not None and now == number and before is not None:
            if (before.until(days)[0] or 0) <= SAME_ROUND:
                before = days
                continue
            series, before = series + 1, None
        least, most = before.until(days) if before else (None, None)
        yield place, series, conflict, track, told, first, last, least, most
        number, before = (number if now is None else now), days


def _between(start: date | None, end: date | None) -> int | None:
    return None if start is None or end is None else max(0, (end - start).days)
