"""How the page Open questions says waiting times, states and parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from dashboards import words
from dashboards.data_ledger import FORGOTTEN
from dashboards.language import N_, Spoken, _, ngettext
from dashboards.language import number as told

ENDED = "past its end"
STATES = Spoken(
    {
        "accepted": N_("accepted"),
        "refused": N_("refused"),
        "countered": N_("countered"),
        "taken up": N_("taken up"),
        "answered": N_("answered"),
        "joint": N_("joint"),
        "withdrawn": N_("withdrawn"),
        "lapsed": N_("lapsed"),
        "done": N_("done"),
        "broken": N_("broken"),
        "came true": N_("came true"),
        "called off": N_("called off"),
        "ahead": N_("ahead"),
        "held": N_("held"),
        "dated": N_("dated"),
        "in force": N_("in force"),
        "announced": N_("announced"),
        "past its end": N_("past its end"),
        "counted": N_("counted"),
        "not told": N_("not told"),
        "closed by hand": N_("closed by hand"),
    }
)
SETTLED = frozenset(STATES)
"""States in which nothing is waited for; an entry in any other that is not open has gone stale."""


OPEN_STATES = Spoken(
    {
        "open": N_("open"),
        "none yet": N_("none yet"),
        "perhaps": N_("perhaps"),
        "perhaps answered": N_("perhaps answered"),
        "not yet": N_("not yet"),
        "in part": N_("in part"),
        "disputed": N_("disputed"),
        "end not told": N_("end not told"),
        "perhaps over": N_("perhaps over"),
        "perhaps done": N_("perhaps done"),
        "no date": N_("no date"),
        "past its day": N_("past its day"),
        "today": N_("today"),
        "perhaps past": N_("perhaps past"),
        "no day told": N_("no day told"),
        "perhaps settled": N_("perhaps settled"),
    }
)
"""States in which something is waited for, or may be."""


def state(name: str) -> str:
    """How an entry stands, in the reader's words."""
    return STATES.get(name) or OPEN_STATES.get(name) or name


def days(row: Mapping[Any, Any], section: str) -> tuple[str, str]:
    """The days of an entry as a number or range, and what they count: ("5–12", "days waiting")."""
    least, most = number(row["days_least"]), number(row["days_most"])
    if least is None and most is None:
        return "?", _("no date says")
    since = _since(ENDED if section == "ceasefires" and row["state"] == ENDED else section, most or least or 0)
    if least is None or most is None:
        return told(least or most or 0), _("{days}, or another number", days=since)
    return (told(most) if least == most else f"{told(least)}–{told(most)}"), since


def _since(section: str, count: int) -> str:
    """What the days of a section's entries count."""
    said = {
        "proposals": ngettext("day waiting", "days waiting", count),
        "agreements": ngettext("day since agreed", "days since agreed", count),
        "planned": ngettext("day past its day", "days past its day", count),
        "ceasefires": ngettext("day since it began", "days since it began", count),
        ENDED: ngettext("day past its end", "days past its end", count),
    }
    return said.get(section) or ngettext("day since then", "days since then", count)


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
        by = names(row["by"], slug) or _("Nobody named")
        return _("{by} to {whom}", by=by, whom=names(row["to"], slug)) if row["to"] else by
    column = {"agreements": "parties", "planned": "actors", "ceasefires": "by", "rounds": "between"}.get(section)
    return names(row[column], slug) if column else side(row.get("side"), slug)


def side(code: Any, slug: str) -> str:
    """For whom people or bodies are counted."""
    said = {"total": _("side not told"), "each": _("each side"), "": ""}
    return said.get(str(code or ""), names(code, slug))


def title(row: Mapping[Any, Any]) -> str:
    """The title of an entry's event; its type where it has none."""
    return words.type_label(str(row["event_type"])) if row["title"] == row["event_id"] else str(row["title"])


def tally(rows: Iterable[Mapping[Any, Any]]) -> str:
    """Rows that are not open by how they stand: "17 refused, 5 answered and 25 without a sign for over a year"."""
    counted = Counter(_standing(row) for row in rows)
    return words.listed([f"{told(count)} {state}" for state, count in counted.most_common()])


def _standing(row: Mapping[Any, Any]) -> str:
    waited = number(row["days_least"])
    stale = row["state"] not in SETTLED and waited is not None and waited > FORGOTTEN
    return _("without a sign for over a year") if stale else state(str(row["state"]))
