"""Rounds of talks in their series, and the days between them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboards.charts import ink, plain
from dashboards.charts.event_cells import DATED, event_cells
from dashboards.charts.plain import Sketch
from dashboards.charts.study import Column, Given, Ints, Look, Study, point
from dashboards.language import N_, _, day, ngettext, number
from dashboards.words import conflict_name, event_date
from tracker.timeline.measures.rounds import rounds

TITLE = N_("Days between rounds of talks")
ORDER = 40
WIDE = False
FILL = N_("It fills once talks have the number of their round, or a track.")
GROUP = "talking"
MOST = 8
"""Series that are drawn, the latest."""
ROW, HEAD, FOOT, DOT, SIDE = 62, 4, 22, 20, 14


def measure(frame: pd.DataFrame, given: Given) -> pd.DataFrame:
    """One row a round."""
    return rounds(frame)


def study(rows: pd.DataFrame, frame: pd.DataFrame, given: Given) -> Study:
    """The rounds of the latest series, the series with the latest round first."""
    latest = rows.groupby("series")["first"].max().sort_values(ascending=False, kind="stable")
    kept = [int(one) for one in latest.index[:MOST]]
    shown = rows[rows["series"].isin(kept)]
    shown = shown.assign(rank=shown["series"].map({one: place for place, one in enumerate(kept)}))
    shown = shown.sort_values(["rank", "first"], kind="stable").reset_index(drop=True)
    several = shown["conflict"].nunique() > 1
    names = {one: _name(part, several=several) for one, part in shown.groupby("series")}
    told = event_cells(frame, shown["event"].to_numpy(), DATED)
    table = pd.DataFrame(
        {
            "series": pd.Series([names[one] for one in shown["series"]], dtype="object"),
            "round": shown["round"],
            "when": pd.Series([event_date(one) for one in told], dtype="object"),
            "least": shown["least"],
            "most": shown["most"],
        }
    )
    event = shown["event"].to_numpy()

    def events(row: int, _name: str) -> Ints:
        found: Ints = event[row : row + 1]
        return found

    return Study(
        headline=_headline(table, len(rows)),
        table=table,
        columns=(
            Column("series", _("Series")),
            Column("round", _("Round"), "count"),
            Column("when", _("When")),
            Column("least", _("Days since the last, at least"), "count"),
            Column("most", _("At most"), "count"),
        ),
        notes=_notes(int(rows["series"].nunique())),
        summary="; ".join(
            ngettext(
                "{name}: {count} round", "{name}: {count} rounds", int((shown["series"] == one).sum()), name=names[one]
            )
            for one in kept
        ),
        events=events,
        more={
            "series": shown["rank"].tolist(),
            "first": [_ordinal(one) for one in shown["first"].fillna(shown["last"])],
        },
    )


def _ordinal(moment: Any) -> int:
    return int(moment.toordinal())


def _name(part: pd.DataFrame, *, several: bool) -> str:
    first = part["first"].fillna(part["last"]).iloc[0].date()
    track = str(part["track"].iloc[0])
    name = track or _("Talks from {month} on", month=day(first, "LLLL y"))
    conflict = str(part["conflict"].iloc[0])
    return f"{conflict_name(conflict)}: {name}" if several and conflict else name


def _notes(series: int) -> tuple[str, ...]:
    found = [_("A series is a track, or rounds whose numbers go on; where numbers begin anew a new series begins.")]
    if series > MOST:
        found.append(_("The latest {shown} of {count} series.", shown=MOST, count=number(series)))
    return tuple(found)


def _headline(table: pd.DataFrame, count: int) -> str:
    if not count:
        return _("No round of talks here has a number or a track")
    gaps = table["most"].fillna(table["least"]).dropna()
    if not len(gaps):
        return ngettext(
            "{count} round of talks, none followed by another",
            "{count} rounds of talks, none followed by another",
            count,
        )
    longest = int(gaps.astype("int64").to_numpy().argmax())
    days, series = int(gaps.iloc[longest]), table["series"].loc[gaps.index].iloc[longest]
    return ngettext(
        "The longest wait between two rounds was {count} day: {series}",
        "The longest wait between two rounds was {count} days: {series}",
        days,
        series=series,
    )


def figure(study: Study, look: Look) -> Sketch:
    """Each series a line of numbered rounds over the days since its first; the days between stand on the line."""
    ranks: list[int] = study.more["series"]
    count = len(set(ranks))
    made = plain.blank(look, HEAD + ROW * max(1, count) + FOOT)
    if not count:
        return made
    starts = {rank: study.more["first"][ranks.index(rank)] for rank in set(ranks)}
    x = [first - starts[rank] for rank, first in zip(ranks, study.more["first"], strict=True)]
    longest = max(1, *x)
    scale = (look.width - 2 * SIDE) / longest
    made.update_layout(
        xaxis=plain.hidden(range=[-SIDE / scale, longest + SIDE / scale]),
        yaxis=plain.hidden(range=[ROW * count + FOOT, -HEAD]),
    )
    y = [rank * ROW + 40.0 for rank in ranks]
    for rank in sorted(set(ranks)):
        place = ranks.index(rank)
        mine = [one for one, r in zip(x, ranks, strict=True) if r == rank]
        plain.hairline(made, look, xref="x", yref="y", x0=0, x1=max(mine), y0=y[place], y1=y[place], tone="strong")
        plain.words(
            made, look, plain.cut(study.table["series"].iloc[place], look.width // 7), 0, rank * ROW + 12, tone="text"
        )
    _gaps(made, study, look, x, y, scale)
    _dots(made, study, look, x, y, scale)
    unit = ngettext("{count} day after the first round", "{count} days after the first round", longest)
    plain.words(made, look, ink.plain(unit), 1, ROW * count + FOOT - 8, xanchor="right")
    return made


def _gaps(made: Sketch, study: Study, look: Look, x: list[int], y: list[float], scale: float) -> None:
    """The days between rounds, where there is room for the number; a range where the days are not sure."""
    places: dict[bool, list[int]] = {True: [], False: []}
    for place in range(1, len(x)):
        row = study.table.iloc[place]
        if pd.isna(row["least"]) or y[place] != y[place - 1] or (x[place] - x[place - 1]) * scale < DOT + 18:
            continue
        places[row["least"] == row["most"]].append(place)
    for exact, shown in places.items():
        texts = [_range(study.table.iloc[place], exact=exact) for place in shown]
        made.add(
            "scatter",
            name="gaps" if exact else "unsure gaps",
            meta="text" if exact else None,
            mode="text",
            x=[(x[place] + x[place - 1]) / 2 for place in shown],
            y=[y[place] - 8 for place in shown],
            text=texts,
            textfont={"size": plain.SMALL, "color": ink.INK[look.theme]["quiet"]},
            customdata=[point(place, "least") for place in shown],
            hoverinfo="skip",
        )


def _range(row: Any, *, exact: bool) -> str:
    least = number(int(row["least"]))
    return least if exact or pd.isna(row["most"]) else f"{least}–{number(int(row['most']))}"


def _dots(made: Sketch, study: Study, look: Look, x: list[int], y: list[float], scale: float) -> None:
    crowded = {
        y[place]
        for place in range(1, len(x))
        if y[place] == y[place - 1] and (x[place] - x[place - 1]) * scale < DOT - 6
    }
    fill = ink.fill(GROUP, look.theme)
    told = [n for n in range(len(x)) if not pd.isna(study.table["round"].iloc[n]) and y[n] not in crowded]
    for numbered in (True, False):
        shown = told if numbered else [place for place in range(len(x)) if place not in set(told)]
        made.add(
            "scatter",
            name="rounds" if numbered else "rounds without room for a number",
            meta="text" if numbered else None,
            mode="markers+text" if numbered else "markers",
            x=[x[place] for place in shown],
            y=[y[place] for place in shown],
            text=[number(int(study.table["round"].iloc[place])) for place in shown] if numbered else None,
            textposition="middle center",
            textfont={"size": plain.SMALL, "color": ink.on(fill)},
            customdata=[point(place, "round") for place in shown],
            hovertext=[
                ink.plain(f"{study.table['series'].iloc[place]}, {study.table['when'].iloc[place]}") for place in shown
            ],
            hoverinfo="text",
            cliponaxis=False,
            marker={
                "symbol": "circle",
                "size": DOT if numbered else 8,
                "color": fill,
                "opacity": 1,
                "line": {"width": 0},
            },
        )
