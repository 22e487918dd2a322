"""How the page Open questions says waiting times, states and parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from dashboards import words
from dashboards.data_ledger import FORGOTTEN

SINCE: Mapping[str, str] = {
    "proposals": "waiting",
    "agreements": "since agreed",
    "planned": "past its day",
    "ceasefires": "since it began",
    "rounds": "since then",
    "balance": "since then",
}
"""What the days of a section's entries count."""
ENDED = "past its end"
SETTLED = frozenset(
    {
        *("accepted", "refused", "countered", "taken up", "answered", "joint", "withdrawn", "lapsed"),
        *("done", "broken", "came true", "called off", "ahead", "held", "dated", "in force", "announced"),
        *("past its end", "counted", "not told", "closed by hand"),
    }
)
"""States in which nothing is waited for; an entry in any other that is not open has gone stale."""


def days(row: Mapping[Any, Any], section: str) -> tuple[str, str]:
    """The days of an entry as a number or range, and what they count: ("5–12", "days waiting")."""
    least, most = number(row["days_least"]), number(row["days_most"])
    since = ENDED if section == "ceasefires" and row["state"] == ENDED else SINCE.get(section, "")
    if least is None and most is None:
        return "?", "no date says"
    if least is None or most is None:
        return f"{least or most:,}", f"days {since}, or another number"
    if least == most:
        return f"{most:,}", f"{'day' if most == 1 else 'days'} {since}"
    return f"{least:,}–{most:,}", f"days {since}"


def number(cell: Any) -> int | None:
    """A count as a plain number; ``None`` if it is not told."""
    return None if cell is None or pd.isna(cell) else int(cell)


def names(codes: Any, slug: str) -> str:
    """The names of codes separated by semicolons."""
    return words.listed([words.actor_name(code, slug) for code in str(codes or "").split(";") if code])


def parties(row: Mapping[Any, Any], section: str) -> str:
    """Who to whom, between whom, or by whom."""
    slug = str(row["conflict"])
    if section == "proposals":
        by = names(row["by"], slug) or "Nobody named"
        return f"{by} to {names(row['to'], slug)}" if row["to"] else by
    column = {"agreements": "parties", "planned": "actors", "ceasefires": "by", "rounds": "between"}.get(section)
    return names(row[column], slug) if column else side(row.get("side"), slug)


def side(code: Any, slug: str) -> str:
    """For whom people or bodies are counted."""
    told = {"total": "side not told", "each": "each side", "": ""}
    return told.get(str(code or ""), names(code, slug))


def title(row: Mapping[Any, Any]) -> str:
    """The title of an entry's event; its type where it has none."""
    return words.type_label(str(row["event_type"])) if row["title"] == row["event_id"] else str(row["title"])


def tally(rows: Iterable[Mapping[Any, Any]]) -> str:
    """Rows that are not open by how they stand: "17 refused, 5 answered and 25 without a sign for over a year"."""
    counted = Counter(_standing(row) for row in rows)
    return words.listed([f"{count:,} {state}" for state, count in counted.most_common()])


def _standing(row: Mapping[Any, Any]) -> str:
    waited = number(row["days_least"])
    stale = row["state"] not in SETTLED and waited is not None and waited > FORGOTTEN
    return "without a sign for over a year" if stale else str(row["state"])
