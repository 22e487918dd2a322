"""Which two actors are named together, and when."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboards.charts import matrix
from dashboards.charts.actor_words import one_conflict
from dashboards.charts.crossing import crossing
from dashboards.charts.period_words import period_in_words
from dashboards.charts.plain import Sketch
from dashboards.charts.study import Column, Given, Ints, Look, Study
from dashboards.language import N_, _, ngettext, number
from dashboards.words import actor_name
from tracker.timeline.measures.pairs import pairs
from tracker.timeline.measures.periods import UNKNOWN, period_in, unit_for

TITLE = N_("Who is named with whom, over time")
ORDER = 60
WIDE = False
FILL = N_("It fills once events name two actors.")
MOST, PERIODS = 10, 8
"""Pairs with a row of their own, and columns at most."""
ALL, EARLY, UNSURE = "all", "early", "unsure"


def measure(frame: pd.DataFrame, given: Given) -> pd.DataFrame:
    """One row for each event and pair."""
    return pairs(frame)


def study(rows: pd.DataFrame, frame: pd.DataFrame, given: Given) -> Study:
    """Events by pair and period."""
    earliest, latest = rows["earliest"].to_numpy(), rows["latest"].to_numpy()
    unit = unit_for(earliest, latest, PERIODS)
    period = period_in(earliest, latest, unit)
    known = period[period != UNKNOWN]
    last = int(known.max()) if len(known) else -1
    first = max(int(known.min()), last - PERIODS + 1) if len(known) else 0
    count = last - first + 1
    early = (period != UNKNOWN) & (period < first)
    names = [f"p{step}" for step in range(count)]
    names += [name for name, inside in ((EARLY, early), (UNSURE, period == UNKNOWN)) if inside.any()]
    place = {name: step for step, name in enumerate(names)}
    column = np.select([period == UNKNOWN, early], [len(names) - 1, count], period - first)
    found = crossing(rows["pair"], column, max(1, len(names)), MOST)
    conflict = one_conflict(given, rows["event"].to_numpy())
    both = [[actor_name(code, conflict) for code in key.split(";")] for key in found.keys]
    labels = [" – ".join(two) for two in both]
    others = ngettext("{count} other pair", "{count} other pairs", found.others)
    words = {EARLY: _("Earlier"), UNSURE: _("Not known")}
    heads = [words.get(name) or period_in_words(unit, first + step) for step, name in enumerate(names)]
    table = pd.DataFrame({"pair": pd.Series(found.labelled(labels, others), dtype="object")})
    table[ALL] = found.counts.sum(axis=1)
    for name, step in place.items():
        table[name] = found.counts[:, step]
    event = rows["event"].to_numpy()

    def events(row: int, name: str) -> Ints:
        inside: Ints = event[found.where(row, place.get(name))]
        return np.unique(inside)

    return Study(
        headline=_headline(table, both, heads, names),
        table=table,
        columns=(
            Column("pair", _("Named together")),
            Column(ALL, _("All"), "count"),
            *(Column(name, head, "count") for name, head in sorted(zip(names, heads, strict=True), key=_is_later)),
        ),
        notes=(
            _("Counted are events that name both, in whatever role. An event of three actors counts for three pairs."),
        ),
        summary="; ".join(
            f"{name} {number(int(total))}" for name, total in zip(table["pair"], table[ALL], strict=True)
        ),
        events=events,
        more={"names": names},
    )


def _is_later(column: tuple[str, str]) -> bool:
    return column[0] != EARLY


def _headline(table: pd.DataFrame, both: list[list[str]], heads: list[str], names: list[str]) -> str:
    if not len(table):
        return _("No event here names two actors")
    top = int(table[ALL].iloc[0])
    if top == 1:
        return _("No two actors are named together more than once")
    one, other = both[0]
    said = _("{one} and {other} are named together most often: in {top} events", one=one, other=other, top=number(top))
    best = table[names].iloc[0].to_numpy()
    step = int(best.argmax())
    if names[step] in (EARLY, UNSURE) or (best == best[step]).sum() > 1 or len(names) < 2:
        return said
    return _("{said}, {most} of them in {when}", said=said, most=number(int(best[step])), when=heads[step])


def figure(study: Study, look: Look) -> Sketch:
    """Pairs in rows, periods in columns."""
    heads = [matrix.Head(one.name, one.label, hollow=one.name == UNSURE) for one in study.columns[1:]]
    return matrix.draw(study, look, heads, "pair", titles=dict(enumerate(study.table["pair"].astype(str))))
