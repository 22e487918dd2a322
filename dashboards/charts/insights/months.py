"""Events per month, by group: how many there were when, and how many of them on one side's word alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dashboards.charts import ink, plain
from dashboards.charts.period_words import period_in_words, ticks
from dashboards.charts.plain import DAY, Sketch, milliseconds
from dashboards.charts.study import Column, Given, Ints, Look, Study, point
from dashboards.language import N_, _, lowered, named, ngettext, number
from dashboards.words import listed
from tracker.resources import event_groups, event_types
from tracker.timeline.measures.activity import activity
from tracker.timeline.measures.periods import DECADE, MONTH, QUARTER, UNKNOWN, YEAR, Unit, period_in, unit_for

TITLE = N_("Events per month by group")
ORDER = 10
WIDE = True
FILL = N_("Events appear here as soon as some meet the conditions above.")
MOST = 120
"""Columns at most; a longer time is counted by quarter, year or decade."""
_UNKNOWN_WORDS = {
    MONTH.name: N_("Month not known"),
    QUARTER.name: N_("Quarter not known"),
    YEAR.name: N_("Year not known"),
    DECADE.name: N_("Decade not known"),
}
_HEADINGS = {MONTH.name: N_("Month"), QUARTER.name: N_("Quarter"), YEAR.name: N_("Year"), DECADE.name: N_("Decade")}
ALL, CLAIMED = "all", "claimed"
TOP, ROW, GAP, FOOT = 116, 40, 38, 26
"""Pixels of the row of all events, of a group's row, above each row for its name and a number, and of the axis."""


def measure(frame: pd.DataFrame, given: Given) -> pd.DataFrame:
    """One row an event."""
    return activity(frame)


def study(rows: pd.DataFrame, frame: pd.DataFrame, given: Given) -> Study:
    """Counts by period and group: all periods from the first to the last, and a last row for what is not known."""
    earliest, latest = rows["earliest"].to_numpy(), rows["latest"].to_numpy()
    unit = unit_for(earliest, latest, MOST)
    period = period_in(earliest, latest, unit)
    known = period[period != UNKNOWN]
    first, last = (int(known.min()), int(known.max())) if len(known) else (0, -1)
    count = last - first + 1
    place = np.where(period == UNKNOWN, count, period - first)
    claimed = rows["claimed"].to_numpy(dtype=bool)
    group = rows["group"].cat.codes.to_numpy(dtype=np.int64)
    numbers = {name: code for code, name in enumerate(rows["group"].cat.categories)}
    kept = [name for name, code in numbers.items() if (group == code).any()]
    labels = [period_in_words(unit, first + step) for step in range(count)] + [_(_UNKNOWN_WORDS[unit.name])]
    columns = {ALL: np.bincount(place, minlength=count + 1), CLAIMED: np.bincount(place[claimed], minlength=count + 1)}
    crossed = np.bincount(place * len(numbers) + group, minlength=(count + 1) * len(numbers))
    columns |= {name: crossed.reshape(count + 1, len(numbers))[:, numbers[name]] for name in kept}
    firsts = [*(unit.days(first + step)[0] for step in range(count)), None]
    table = pd.DataFrame(
        {"period": pd.Series(labels, dtype="object"), "first": pd.Series(firsts, dtype="object"), **columns}
    )
    unsure = int(columns[ALL][count])
    if not unsure:
        table = table.iloc[:count]
    event = rows["event"].to_numpy()

    def events(row: int, column: str) -> Ints:
        inside = place == row
        if column == CLAIMED:
            inside &= claimed
        elif column != ALL:
            inside &= group == numbers[column]
        found: Ints = event[inside]
        return found

    def conditions(row: int, column: str) -> dict[str, str]:
        found: dict[str, str] = {}
        if row < count:
            start, end = unit.days(first + row)
            found |= {"start": start.isoformat(), "end": end.isoformat()}
        if column == CLAIMED:
            found["certainty"] = "claim"
        elif column != ALL:
            found["type"] = ",".join(one.name for one in event_types().values() if one.group == column)
        return found

    return Study(
        headline=_headline(unit, first, columns[ALL][:count], len(rows)),
        table=table,
        columns=(
            Column("period", _(_HEADINGS[unit.name])),
            Column("first", _("First day"), "day", file_only=True),
            Column(ALL, _("All"), "count"),
            Column(CLAIMED, _("Of these on one side’s word"), "count"),
            *(Column(name, named("event group", event_groups()[name].label), "count") for name in kept),
        ),
        notes=_notes(unit, unsure, int(claimed.sum())),
        summary=_summary(kept, columns, len(rows)),
        events=events,
        conditions=conditions,
        more={"unit": unit, "first": first, "count": count, "groups": kept},
    )


def _headline(unit: Unit, first: int, totals: Any, count: int) -> str:
    if not count:
        return _("There are no events to count")
    if not len(totals):
        return _("No event is dated closely enough to count it by time")
    top = int(totals.max())
    best = [step for step, total in enumerate(totals) if total == top]
    when = listed([period_in_words(unit, first + step, long=True) for step in best[:3]])
    if count == 1:
        return _("One event, in {when}", when=when)
    if len(best) > 3:
        return _("At most {top} events came together, in {count} different periods", top=number(top), count=len(best))
    if len(best) > 1:
        return _("Most events were in {when}: {top} each", when=when, top=number(top))
    return _("Most events were in {when}: {top} of {count}", when=when, top=number(top), count=number(count))


def _notes(unit: Unit, unsure: int, claimed: int) -> tuple[str, ...]:
    found = [_("A span of days counts where it began.")]
    if unsure:
        found.append(
            ngettext(
                "{count} event may lie in more than one period; it is counted apart, not guessed into one.",
                "{count} events may lie in more than one period; they are counted apart, not guessed into one.",
                unsure,
            )
        )
    if claimed:
        found.append(
            ngettext(
                "Hatched: {count} event that stands on one side’s word alone.",
                "Hatched: {count} events that stand on one side’s word alone.",
                claimed,
            )
        )
    return tuple(found)


def _summary(groups: list[str], columns: dict[str, Any], count: int) -> str:
    parts = [
        f"{named('event group', event_groups()[name].label)} {number(int(columns[name].sum()))}" for name in groups
    ]
    return ngettext("{count} event. {parts}.", "{count} events. {parts}.", count, parts=", ".join(parts))


def figure(study: Study, look: Look) -> Sketch:
    """A row of columns for all events and one for each group, one above the other over the same time."""
    groups: list[str] = study.more["groups"]
    height = GAP + TOP + (GAP + ROW) * len(groups) + FOOT
    made = plain.blank(look, height)
    known = study.table.iloc[: study.more["count"]]
    unit, first = study.more["unit"], study.more["first"]
    edges = [milliseconds(unit.days(first + step)[0]) for step in range(len(known))]
    ends = [milliseconds(unit.days(first + step)[1]) + DAY for step in range(len(known))]
    extent = [edges[0], ends[-1]] if edges else [0, 1]
    made.update_layout(barmode="overlay", bargap=0, xaxis=plain.hidden(type="date", range=extent))
    top = height - GAP
    _row(made, study, look, ALL, "y", (edges, ends), (top - TOP, top, int(known[ALL].max()) if len(known) else 0))
    tallest = max((int(known[name].max()) for name in groups), default=0) if len(known) else 0
    for step, name in enumerate(groups):
        foot = top - TOP - (GAP + ROW) * (step + 1)
        _row(made, study, look, name, f"y{step + 2}", (edges, ends), (foot, foot + ROW, tallest))
    _axis(made, look, unit, (first, len(known)), height)
    return made


def _row(
    made: Sketch,
    study: Study,
    look: Look,
    name: str,
    axis: str,
    edges: tuple[list[float], list[float]],
    place: tuple[int, int, int],
) -> None:
    foot, head, tallest = place
    height = made.layout["height"]
    known = study.table.iloc[: study.more["count"]]
    span = {"domain": [foot / height, head / height], "range": [0, max(1, tallest) * 1.02], "anchor": "x"}
    made.update_layout(**{axis.replace("y", "yaxis"): plain.hidden(**span)})
    fill = ink.fill(name, look.theme) if name != ALL else ink.INK[look.theme]["quiet"]
    _bars(made, known, look, name, axis, edges, fill)
    if name == ALL:
        _bars(made, known, look, CLAIMED, axis, edges, fill)
    plain.hairline(
        made, look, xref="paper", yref="paper", x0=0, x1=1, y0=foot / height, y1=foot / height, tone="strong"
    )
    _label(made, study, look, name, head / height)
    if len(known) and known[name].max():
        best = int(known[name].to_numpy().argmax())
        middle = (edges[0][best] + edges[1][best]) / 2
        said = f"{number(int(known[name].iloc[best]))}"
        if name == ALL:
            said = f"{plain.cut(str(known['period'].iloc[best]), 20)}: <b>{said}</b>"
        share = (best + 0.5) / len(known)
        anchor = "left" if share < 0.1 else "right" if share > 0.9 else "center"
        value = int(known[name].iloc[best])
        plain.words(made, look, said, middle, value, xref="x", yref=axis, xanchor=anchor, yanchor="bottom", tone="text")


def _label(made: Sketch, study: Study, look: Look, name: str, y: float) -> None:
    total = int(study.table[name].sum())
    label = _("All events") if name == ALL else named("event group", event_groups()[name].label)
    shape = "" if name == ALL else f"{plain.mark(name, look)} "
    text = f"{shape}{ink.plain(label)} <b>{number(total)}</b>"
    unsure = int(study.table[name].iloc[study.more["count"] :].sum())
    if unsure:
        told = ink.plain(lowered(_(_UNKNOWN_WORDS[study.more["unit"].name])))
        text += f' <span style="color:{ink.INK[look.theme]["quiet"]}">({number(unsure)}: {told})</span>'
    plain.words(made, look, text, 0, y, yref="paper", yanchor="bottom", tone="text", yshift=17)


def _bars(
    made: Sketch,
    known: pd.DataFrame,
    look: Look,
    name: str,
    axis: str,
    edges: tuple[list[float], list[float]],
    fill: str,
) -> None:
    values: list[int] = known[name].tolist()
    shown = [step for step, value in enumerate(values) if value]
    marker: dict[str, Any] = {"color": fill, "line": {"width": 0}}
    if name == CLAIMED:
        page = ink.INK[look.theme]["page"]
        marker["pattern"] = {"shape": "/", "size": 5, "solidity": 0.45, "fgcolor": page, "fillmode": "overlay"}
    what = {ALL: _("All events"), CLAIMED: _("Of these on one side’s word")}.get(name) or named(
        "event group", event_groups()[name].label
    )
    made.add(
        "bar",
        name=name,
        meta="y",
        x=[(edges[0][step] + edges[1][step]) / 2 for step in shown],
        width=[(edges[1][step] - edges[0][step]) * 0.88 for step in shown],
        y=[values[step] for step in shown],
        yaxis=axis,
        customdata=[point(step, name) for step in shown],
        hovertext=[
            f"<b>{ink.plain(period)}</b><br>{ink.plain(what)}: {number(value)}"
            for period, value in zip(known["period"], values, strict=True)
            if value
        ],
        hoverinfo="text",
        marker=marker,
    )


def _axis(made: Sketch, look: Look, unit: Unit, place: tuple[int, int], height: int) -> None:
    first, count = place
    if not count:
        return
    for period, label in ticks(unit, first, first + count - 1, max(3, look.width // 72)):
        x = milliseconds(unit.days(period)[0])
        plain.hairline(made, look, xref="x", yref="paper", x0=x, x1=x, y0=(FOOT - 4) / height, y1=1)
        plain.words(made, look, ink.plain(label), x, 0, xref="x", yref="paper", yanchor="bottom", xshift=3)
