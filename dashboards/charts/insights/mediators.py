"""Who mediates, hosts or facilitates what."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboards.charts import matrix
from dashboards.charts.actor_words import one_conflict
from dashboards.charts.crossing import crossing
from dashboards.charts.plain import Sketch
from dashboards.charts.study import Column, Given, Ints, Look, Study
from dashboards.language import N_, _, named, ngettext, number
from dashboards.words import actor_name
from tracker.models import Role
from tracker.resources import event_groups, event_types
from tracker.timeline.measures.mediators import mediators

TITLE = N_("Who mediates what")
ORDER = 50
WIDE = False
FILL = N_("It fills once events name an actor in the role of mediator.")
MOST = 10
"""Mediators with a row of their own."""
ALL = "all"


def measure(frame: pd.DataFrame, given: Given) -> pd.DataFrame:
    """One row for each event and mediator."""
    return mediators(frame)


def study(rows: pd.DataFrame, frame: pd.DataFrame, given: Given) -> Study:
    """Events by mediator and group; an event with two mediators counts for both."""
    column: Ints = np.asarray(rows["group"].cat.codes, dtype=np.int64)
    numbers = {name: code for code, name in enumerate(rows["group"].cat.categories)}
    found = crossing(rows["code"], column, len(numbers), MOST)
    kept = [name for name, code in numbers.items() if found.counts[:, code].any()]
    place = {name: numbers[name] for name in kept}
    names = [actor_name(key, one_conflict(given, rows["event"].to_numpy())) for key in found.keys]
    others = ngettext("{count} other", "{count} others", found.others)
    table = pd.DataFrame({"mediator": pd.Series(found.labelled(names, others), dtype="object")})
    table[ALL] = found.counts.sum(axis=1)
    for name, step in place.items():
        table[name] = found.counts[:, step]
    event = rows["event"].to_numpy()
    count = len(np.unique(event))

    def events(row: int, name: str) -> Ints:
        inside: Ints = event[found.where(row, place.get(name))]
        return inside

    def conditions(row: int, name: str) -> dict[str, str]:
        if row >= len(found.keys):
            return {}
        more = (
            {"type": ",".join(one.name for one in event_types().values() if one.group == name)} if name in place else {}
        )
        return {"actor": found.keys[row], "role": Role.MEDIATOR.value} | more

    return Study(
        headline=_headline(table, count),
        table=table,
        columns=(
            Column("mediator", _("Mediator")),
            Column(ALL, _("All"), "count"),
            *(Column(name, named("event group", event_groups()[name].label), "count") for name in kept),
        ),
        notes=(_("An event with two mediators counts for both. The number is that of events, not of their weight."),),
        summary="; ".join(
            f"{name} {number(int(total))}" for name, total in zip(table["mediator"], table[ALL], strict=True)
        ),
        events=events,
        conditions=conditions,
        more={"groups": kept},
    )


def _headline(table: pd.DataFrame, count: int) -> str:
    if not len(table):
        return _("No event here names a mediator")
    top = int(table[ALL].iloc[0])
    if count == 1:
        return _("One event names a mediator: {who}", who=table["mediator"].iloc[0])
    if len(table) > 1 and int(table[ALL].iloc[1]) == top:
        return _(
            "{who} and {other} mediated most often: {top} events each",
            who=table["mediator"].iloc[0],
            other=table["mediator"].iloc[1],
            top=number(top),
        )
    return _(
        "{who} mediated most often: {top} of {count} events with a mediator",
        who=table["mediator"].iloc[0],
        top=number(top),
        count=number(count),
    )


def figure(study: Study, look: Look) -> Sketch:
    """Mediators in rows, groups in columns."""
    groups = [
        matrix.Head(name, named("event group", event_groups()[name].label), name, shape=True)
        for name in study.more["groups"]
    ]
    titles = dict(enumerate(study.table["mediator"].astype(str)))
    return matrix.draw(study, look, [matrix.Head(ALL, _("All")), *groups], "mediator", titles=titles)
