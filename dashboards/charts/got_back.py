"""Who got how many back, added up over time: the study and drawing of the charts of people and of bodies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from dashboards.charts import ink, plain
from dashboards.charts.actor_words import one_conflict, side_name
from dashboards.charts.period_words import day_in_words, period_in_words, ticks
from dashboards.charts.plain import DAY, Sketch, milliseconds
from dashboards.charts.study import Column, Given, Ints, Look, Study, point
from dashboards.language import _, ngettext, number
from tracker.timeline.measures.exchanged import TYPES
from tracker.timeline.measures.periods import MONTH, UNITS

GROUP = "people"
SIDES, DAYS = 4, 250
"""Sides with a line of their own, and steps at most; more are added up by month, quarter or year."""
DASHES = ("solid", "6px,3px", "2px,3px", "9px,3px,2px,3px", "1px,5px")
HEIGHT, FOOT, HEAD, LINE = 340, 26, 22, 17
LABEL = 128
"""Pixels to the right of the lines for the sides' names."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of the lines: the day on which each is done, its words, and for each row of the measure its step."""

    days: list[date]
    words: list[str]
    place: Ints


@dataclass(frozen=True, slots=True)
class Sayings:
    """What a chart's headline says when nobody got any back, when one side did, and when several did."""

    none: str
    one: str
    more: str

    def said(self, names: list[str], sums: list[int]) -> str:
        """The headline of the sides, the first with the most."""
        if not names:
            return _(self.none)
        if len(names) == 1:
            return _(self.one, side=names[0], count=number(sums[0]))
        return _(self.more, side=names[0], count=number(sums[0]), other=names[1], others=number(sums[1]))


def study(rows: pd.DataFrame, given: Given, sayings: Sayings) -> Study:
    """The sums of ``rows`` (see ``measures.exchanged``) by step and side; ``sayings`` say the first of them."""
    sure = rows["day"].notna() & (rows["day"] <= pd.Timestamp(given.today))
    unsure = int(rows.loc[~sure, "event"].nunique())
    rows = rows[sure.to_numpy(dtype=bool)]
    got = rows["number"].to_numpy()
    coded = rows["side"].cat.codes.to_numpy(dtype=np.int64)
    sums = np.bincount(coded, weights=got, minlength=len(rows["side"].cat.categories))
    ranked = sorted(np.unique(coded).tolist(), key=lambda code: (-sums[code], code))
    kept = [f"side{place}" for place in range(min(len(ranked), SIDES + 1))]
    place_of = np.zeros(len(sums), dtype=np.int64)
    place_of[ranked] = np.minimum(np.arange(len(ranked)), SIDES)
    side = place_of[coded]
    conflict = one_conflict(given, rows["event"].to_numpy())
    named = [side_name(str(rows["side"].cat.categories[code]), conflict) for code in ranked[:SIDES]]
    names = dict(zip(kept, [*named, _("Others")], strict=False))
    steps = _steps(rows["day"])
    table = pd.DataFrame({"when": pd.Series(steps.words, dtype="object"), "day": pd.Series(steps.days, dtype="object")})
    columns = [Column("when", _("By")), Column("day", _("Day"), "day", file_only=True)]
    for place, one in enumerate(kept):
        mine = side == place
        table[one] = np.bincount(steps.place[mine], weights=got[mine], minlength=len(steps.days)).astype(np.int64)
        table[f"{one}_sum"] = table[one].cumsum()
        columns += [
            Column(one, names[one], "count"),
            Column(f"{one}_sum", _("{side}, so far", side=names[one]), "count"),
        ]
    event = rows["event"].to_numpy()

    def events(row: int, name: str) -> Ints:
        found: Ints = np.unique(event[(steps.place == row) & (side == kept.index(name.removesuffix("_sum")))])
        return found

    def conditions(row: int, _name: str) -> dict[str, str]:
        start = steps.days[row - 1] + timedelta(days=1) if row else None
        begin = {"start": start.isoformat()} if start else {}
        return begin | {"end": steps.days[row].isoformat(), "type": ",".join(TYPES)}

    totals = {names[one]: int(table[f"{one}_sum"].iloc[-1]) for one in kept} if len(table) else {}
    claimed = int(rows.loc[rows["claimed"], "event"].nunique())
    return Study(
        headline=sayings.said(list(totals), list(totals.values())),
        table=table,
        columns=tuple(columns),
        notes=_notes(unsure, claimed),
        summary="; ".join(f"{name} {number(total)}" for name, total in totals.items()),
        events=events,
        conditions=conditions,
        more={"sides": kept, "names": names, "days": steps.days, "today": given.today},
    )


def _steps(days: pd.Series[Any]) -> Steps:
    found, place = np.unique(days.to_numpy(dtype="datetime64[D]"), return_inverse=True)
    if len(found) <= DAYS:
        distinct: list[date] = found.tolist()
        return Steps(distinct, [day_in_words(one) for one in distinct], place.astype(np.int64))
    months = days.to_numpy(dtype="datetime64[M]").astype(np.int64)
    unit = next((one for one in UNITS if len(np.unique(months // one.months)) <= DAYS), UNITS[-1])
    present, place = np.unique(months // unit.months, return_inverse=True)
    numbers = [int(one) for one in present]
    return Steps([unit.days(one)[1] for one in numbers], [period_in_words(unit, one) for one in numbers], place)


def _notes(unsure: int, claimed: int) -> tuple[str, ...]:
    found = [_("Each exchange counts from the last day on which it can have been: by then it was.")]
    if unsure:
        found.append(
            ngettext(
                "{count} event is left out, since it may still lie ahead.",
                "{count} events are left out, since they may still lie ahead.",
                unsure,
            )
        )
    if claimed:
        found.append(
            ngettext(
                "{count} of the events stands on one side’s word alone.",
                "{count} of the events stand on one side’s word alone.",
                claimed,
            )
        )
    return tuple(found)


def figure(study: Study, look: Look) -> Sketch:
    """A stepped line for each side, named at its end."""
    made = plain.blank(look, HEIGHT)
    days: list[date] = study.more["days"]
    if not days:
        return made
    sides: list[str] = study.more["sides"]
    room = 0 if look.narrow else LABEL
    span = (milliseconds(days[0]), milliseconds(max(study.more["today"], days[-1])))
    pad = (span[1] - span[0]) * 0.01 + DAY
    highest = max(int(study.table[f"{one}_sum"].iloc[-1]) for one in sides)
    right = 1 - room / look.width
    made.update_layout(
        xaxis=plain.hidden(type="date", range=[span[0] - pad, span[1] + pad], domain=[0, right]),
        yaxis=plain.hidden(range=[0, highest * 1.08 or 1], domain=[FOOT / HEIGHT, 1 - HEAD / HEIGHT]),
    )
    _grid(made, look, highest, right)
    _axis(made, look, days[0], max(study.more["today"], days[-1]), right)
    for place, one in enumerate(sides):
        _line(made, study, look, one, DASHES[place], span[1])
    _names(made, study, look, sides, highest)
    _largest(made, study, look, sides)
    return made


def _line(made: Sketch, study: Study, look: Look, one: str, dash: str, end: float) -> None:
    colour = ink.edge(GROUP, look.theme)
    days, sums = study.more["days"], study.table[f"{one}_sum"].tolist()
    x = [milliseconds(value) for value in days]
    made.add(
        "scatter",
        name=f"{one} line",
        mode="lines",
        x=[x[0], *x, end],
        y=[0, *sums, sums[-1]],
        line={"shape": "hv", "width": 2, "color": colour, "dash": dash},
        hoverinfo="skip",
    )
    got, when = study.table[one].tolist(), study.table["when"].tolist()
    shown = [place for place, value in enumerate(got) if value]
    name = ink.plain(study.more["names"][one])
    made.add(
        "scatter",
        name=one,
        meta="y",
        mode="markers",
        x=[x[place] for place in shown],
        y=[sums[place] for place in shown],
        customdata=[point(place, f"{one}_sum") for place in shown],
        hovertext=[
            f"<b>{ink.plain(when[place])}</b><br>{name}: +{number(got[place])}, {number(sums[place])}"
            for place in shown
        ],
        hoverinfo="text",
        marker={"symbol": "diamond", "size": 5 if len(shown) > 40 else 7, "color": colour, "opacity": 1},
    )


def _names(made: Sketch, study: Study, look: Look, sides: list[str], highest: int) -> None:
    """The sides' names at the ends of their lines, pushed apart where these lie close."""
    scale = (HEIGHT - FOOT - HEAD) / (highest * 1.08 or 1)
    ends = sorted(((int(study.table[f"{one}_sum"].iloc[-1]), one) for one in sides), reverse=True)
    above = below = float("inf")
    for total, one in ends:
        wanted = total * scale
        y = min(wanted, below - LINE)
        below = y
        text = f"{plain.cut(study.more['names'][one], 16)} <b>{number(total)}</b>"
        if look.narrow:
            under = above - wanted < 2 * LINE < wanted  # a rising line leaves its upper left free
            place = {"yanchor": "top", "yshift": -3} if under else {"yanchor": "bottom", "yshift": y - wanted + 2}
            place |= {"xref": "paper", "xanchor": "right", "bgcolor": ink.INK[look.theme]["page"], "borderpad": 0}
            plain.words(made, look, text, 1, total, tone="text", **place)
            above = wanted
        else:
            plain.words(made, look, text, 1 - (LABEL - 8) / look.width, total, tone="text", yshift=y - wanted)


def _largest(made: Sketch, study: Study, look: Look, sides: list[str]) -> None:
    best = max(sides, key=lambda one: int(study.table[one].to_numpy().max()))
    place = int(study.table[best].to_numpy().argmax())
    if len(study.table) < 3:
        return
    text = f"+{number(int(study.table[best].iloc[place]))}, {ink.plain(str(study.table['when'].iloc[place]))}"
    y = int(study.table[f"{best}_sum"].iloc[place])
    x = milliseconds(study.more["days"][place])
    half = (milliseconds(study.more["days"][0]) + milliseconds(study.more["today"])) / 2
    anchor, shift = ("right", -8) if x > half else ("left", 8)
    plain.words(made, look, text, x, y, xref="x", xanchor=anchor, yanchor="bottom", xshift=shift, tone="quiet")


def _grid(made: Sketch, look: Look, highest: int, right: float) -> None:
    step = 10 ** max(0, len(str(highest)) - 1)
    step = next((step * part for part in (0.2, 0.5, 1, 2) if highest / (step * part) <= 4), step)
    value = 0.0
    while value <= highest:
        tone = "line" if value else "strong"
        plain.hairline(made, look, xref="paper", yref="y", x0=0, x1=right, y0=value, y1=value, tone=tone)
        if value and value == int(value):
            plain.words(made, look, number(int(value)), 0, value, yanchor="bottom")
        value += max(step, 1)


def _axis(made: Sketch, look: Look, first: date, last: date, right: float) -> None:
    begin, end = (12 * (one.year - 1970) + one.month - 1 for one in (first, last))
    for period, label in ticks(MONTH, begin, end, max(3, int(look.width * right) // 76)):
        x = milliseconds(MONTH.days(period)[0])
        if period > begin or first.day == 1:
            plain.hairline(made, look, xref="x", yref="paper", x0=x, x1=x, y0=(FOOT - 6) / HEIGHT, y1=FOOT / HEIGHT)
            plain.words(made, look, ink.plain(label), x, 0, xref="x", yref="paper", yanchor="bottom", xshift=3)
