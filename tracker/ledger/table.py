"""The tables of the ledger: columns that every section has, those of its own, and rows with the right dtypes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from tracker.ledger.facts import Fact
from tracker.ledger.waiting import Days
from tracker.timeline.frame import COUNT, DAY, TEXT

FLAG = "boolean"
CHANCE = "Float64"

COMMON: dict[str, tuple[str, str]] = {
    "event_id": (TEXT, "The event that the entry is about."),
    "title": (TEXT, "It in a few words."),
    "event_type": (TEXT, "Its type."),
    "first_day": (DAY, "First day on which it can lie."),
    "last_day": (DAY, "Last day on which it can lie; empty if open."),
    "conflict": (TEXT, "Slug of its conflict."),
    "state": (TEXT, "How it stands on the day asked for; the section's meaning lists the states."),
    "open": (FLAG, "Whether something is still to come: true for what a reader should look after."),
    "days_least": (COUNT, "Least days since it became due or was put forward; empty if no date says."),
    "days_most": (COUNT, "Most days; more than the least where a date is uncertain."),
    "why": (TEXT, "Why the entry is here, in a sentence."),
    "closes": (TEXT, "Which evidence would close it; empty if nothing is left to close."),
}
"""Columns of every section: dtype and meaning."""

Row = dict[str, Any]


def entry(fact: Fact, state: str, days: Days, why: str, closes: str, *, urgent: bool = True, **own: Any) -> Row:
    """A row about ``fact``; it is open while ``closes`` names something, unless it is not ``urgent``."""
    return {
        "event_id": fact.event_id,
        "title": fact.title,
        "event_type": fact.event_type,
        "first_day": fact.first,
        "last_day": fact.last,
        "conflict": fact.conflict,
        "state": state,
        "open": urgent and bool(closes),
        "days_least": days.least,
        "days_most": days.most,
        "why": why,
        "closes": closes,
        **own,
    }


def table(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, tuple[str, str]]) -> pd.DataFrame:
    """The rows as a table with exactly ``columns``, in their order and dtypes."""
    listed = list(rows)
    cells = {name: _typed([row.get(name) for row in listed], dtype) for name, (dtype, _) in columns.items()}
    return pd.DataFrame(cells)


def _typed(cells: list[Any], dtype: str) -> pd.Series[Any]:
    if dtype == TEXT:
        return pd.Series(["" if cell is None else str(cell) for cell in cells], dtype=TEXT)
    if dtype == DAY:
        return pd.Series(pd.to_datetime(pd.Series([_day(cell) for cell in cells], dtype="object"))).astype(DAY)
    made: Any = [pd.NA if cell is None else cell for cell in cells]
    kind: Any = dtype
    typed: pd.Series[Any] = pd.Series(made, dtype=kind)
    return typed


def _day(cell: date | None) -> pd.Timestamp | None:
    return None if cell is None else pd.Timestamp(cell)


FORGOTTEN = 365
"""Days without any sign after which an entry no longer counts as open: it stays in its table, with its state."""


def while_fresh(closes: str, last_sign: Days) -> str:
    """``closes``, or nothing if even the last sign may be more than ``FORGOTTEN`` days old."""
    return "" if last_sign.least is not None and last_sign.least > FORGOTTEN else closes
