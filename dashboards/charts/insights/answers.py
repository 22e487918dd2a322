"""How long it took from a proposal to an answer, by who was asked."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dashboards.charts import matrix
from dashboards.charts.actor_words import one_conflict
from dashboards.charts.crossing import crossing
from dashboards.charts.plain import Sketch
from dashboards.charts.study import Column, Given, Ints, Look, Study
from dashboards.language import N_, _, ngettext, number
from dashboards.words import actor_name
from tracker.timeline.measures.answers import answers

TITLE = N_("From proposal to answer")
ORDER = 30
WIDE = False
FILL = N_("It fills once proposals say to whom they were made.")
MOST = 8
"""Those asked who have a row of their own."""
GROUP = "offers"
ALL, UNSURE, WAITING = "all", "unsure", "waiting"
BINS = (
    ("day", 1, N_("Within a day")),
    ("week", 7, N_("Within a week")),
    ("month", 30, N_("Within 30 days")),
    ("later", 10**6, N_("Later")),
)
"""Columns of the answered: name, most days, heading."""
_REST = ((UNSURE, N_("Days not sure")), (WAITING, N_("Still waiting")))
_HOW = N_(
    "A proposal to two is a request to each. An answer is an event that is linked to the proposal as one; what has "
    "none is still waiting, as far as this timeline knows."
)
NAMES = (*(name for name, _most, _label in BINS), UNSURE, WAITING)


def measure(frame: pd.DataFrame, given: Given) -> pd.DataFrame:
    """One row for each proposal and each one asked."""
    return answers(frame, given.whole, given.links, given.today)


def study(rows: pd.DataFrame, frame: pd.DataFrame, given: Given) -> Study:
    """Answers by who was asked and how long they took; what has none on record is still waiting."""
    answered = (rows["answer"] != "").to_numpy(dtype=bool)
    least = rows["least"].to_numpy(dtype="float64", na_value=np.nan)
    most = rows["most"].to_numpy(dtype="float64", na_value=np.nan)
    column = _bins(answered, least, most)
    found = crossing(rows["asked"], column, len(NAMES), MOST)
    conflict = one_conflict(given, rows["event"].to_numpy())
    names = [actor_name(key, conflict) if key else _("Nobody named") for key in found.keys]
    others = ngettext("{count} other", "{count} others", found.others)
    table = pd.DataFrame({"asked": pd.Series(found.labelled(names, others), dtype="object")})
    table[ALL] = found.counts.sum(axis=1)
    for place, name in enumerate(NAMES):
        table[name] = found.counts[:, place]
    event = rows["event"].to_numpy()

    def events(row: int, name: str) -> Ints:
        where: Ints = event[found.where(row, NAMES.index(name) if name in NAMES else None)]
        return np.unique(where)

    exact = least[answered & (least == most)]
    labels = {name: label for name, _most, label in BINS} | dict(_REST)
    return Study(
        headline=_headline(len(rows), exact, int(answered.sum())),
        table=table,
        columns=(
            Column("asked", _("Asked")),
            Column(ALL, _("Requests"), "count"),
            *(Column(name, _(labels[name]), "count") for name in NAMES),
        ),
        notes=(_(_HOW),),
        summary="; ".join(_said(row) for row in table.to_dict("records")),
        events=events,
    )


def _said(row: dict[Any, Any]) -> str:
    answered, count = number(int(row[ALL] - row[WAITING])), number(int(row[ALL]))
    return _("{who}: {answered} of {count} answered", who=row["asked"], answered=answered, count=count)


def _bins(answered: Any, least: Any, most: Any) -> Ints:
    """The column of each row; days whose bounds lie in different columns are not sure."""
    edges = [days for _name, days, _label in BINS[:-1]]
    low, high = np.searchsorted(edges, least), np.searchsorted(edges, most)
    known = np.where((low == high) & ~np.isnan(least) & ~np.isnan(most), low, NAMES.index(UNSURE))
    column: Ints = np.where(answered, known, NAMES.index(WAITING)).astype(np.int64)
    return column


def _headline(count: int, exact: Any, answered: int) -> str:
    if not count:
        return _("There is no proposal here")
    waiting = ngettext(
        "{waiting} of {count} request is still unanswered",
        "{waiting} of {count} requests are still unanswered",
        count,
        waiting=number(count - answered),
    )
    if not len(exact):
        return waiting
    half = int(np.ceil(np.median(exact)))
    if half < 1:
        return _("Half of the answers came on the same day; {waiting}", waiting=waiting)
    days = ngettext("{count} day", "{count} days", half)
    return _("Half of the answers came within {days}; {waiting}", days=days, waiting=waiting)


def figure(study: Study, look: Look) -> Sketch:
    """Those asked in rows, how long it took in columns; what is still waiting is hollow."""
    heads = [
        matrix.Head(one.name, one.label, GROUP, hollow=one.name == WAITING)
        for one in study.columns
        if one.name in NAMES
    ]
    return matrix.draw(study, look, heads, "asked", titles=dict(enumerate(study.table["asked"].astype(str))))
