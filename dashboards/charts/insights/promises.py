"""What agreements promised by number, and how much of it was carried out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dashboards.charts import ink, plain
from dashboards.charts.actor_words import one_conflict, side_name
from dashboards.charts.event_cells import DATED, event_cells
from dashboards.charts.plain import Sketch
from dashboards.charts.study import Column, Given, Ints, Look, Study, point
from dashboards.language import N_, _, ngettext, number
from dashboards.words import COUNTED, event_date, event_title
from tracker.timeline.measures.promises import promises

TITLE = N_("Agreed against carried out")
ORDER = 24
WIDE = False
FILL = N_("It fills once agreements say how many people or bodies are to be handed over.")
MOST = 12
"""Promises that are drawn, the latest."""
AGREED, SEEN = "agreed", "seen"
LINE, TITLED, ROW, BAR, HEAD, LABEL, NUMBERS = 16, 30, 26, 12, 30, 190, 124


def measure(frame: pd.DataFrame, given: Given) -> pd.DataFrame:
    """One row for each number promised."""
    return promises(frame, given.whole, given.links)


def study(rows: pd.DataFrame, frame: pd.DataFrame, given: Given) -> Study:
    """The latest promises, the latest first."""
    whole = len(rows)
    shown = rows.iloc[::-1].head(MOST).iloc[::-1] if whole > MOST else rows
    order = sorted(range(len(shown)), key=lambda place: -int(shown["event"].iloc[place]))
    shown = shown.iloc[order]
    conflict = one_conflict(given, shown["event"].to_numpy())
    told = event_cells(frame, shown["event"].to_numpy(), (*DATED, "title", "event_type"))
    table = pd.DataFrame(
        {
            "agreement": pd.Series([event_title(one) for one in told], dtype="object"),
            "when": pd.Series([event_date(one) for one in told], dtype="object"),
            "what": pd.Series([COUNTED.get(what, what) for what in shown["what"]], dtype="object"),
            "side": pd.Series([side_name(side, conflict) for side in shown["side"]], dtype="object"),
            AGREED: shown["agreed"].to_numpy(),
            SEEN: shown["seen"].to_numpy(),
        }
    )
    deeds = [cell.split() for cell in shown["deeds"]]
    agreed = shown["event"].to_numpy()

    def events(row: int, name: str) -> Ints:
        if name != SEEN:
            return np.array([agreed[row]], dtype=np.int64)
        found: Ints = np.flatnonzero(given.whole["event_id"].isin(deeds[row]).to_numpy(dtype=bool))
        return found

    return Study(
        headline=_headline(rows),
        table=table,
        columns=(
            Column("agreement", _("Agreement")),
            Column("when", _("When")),
            Column("what", _("What")),
            Column("side", _("For")),
            Column(AGREED, _("Agreed"), "count"),
            Column(SEEN, _("Carried out"), "count"),
        ),
        notes=_notes(whole),
        summary="; ".join(f"{row['agreement']}: {_said(row)}" for row in table.to_dict("records")),
        events=events,
    )


def _said(row: dict[Any, Any]) -> str:
    return _(
        "{seen} of {agreed} {what}, {side}",
        seen=number(row[SEEN]),
        agreed=number(row[AGREED]),
        what=row["what"],
        side=row["side"],
    )


def _notes(whole: int) -> tuple[str, ...]:
    found = [
        _("Carried out is what exchanges and handovers tell that are linked to the agreement; more may have happened.")
    ]
    if whole > MOST:
        found.append(_("The latest {shown} of {count} promises.", shown=MOST, count=number(whole)))
    return tuple(found)


def _headline(rows: pd.DataFrame) -> str:
    if not len(rows):
        return _("No agreement here promises a number")
    done = int((rows[SEEN] >= rows[AGREED]).sum())
    count = len(rows)
    if done == count:
        return ngettext(
            "The one number agreed was carried out in full",
            "All {count} numbers agreed were carried out in full",
            count,
        )
    return ngettext(
        "{done} of {count} number agreed is known to be carried out in full",
        "{done} of {count} numbers agreed are known to be carried out in full",
        count,
        done=number(done),
    )


def figure(study: Study, look: Look) -> Sketch:
    """An outline for what was agreed, filled as far as it was carried out."""
    titles = study.table["agreement"] + "\n" + study.table["when"]
    y, heads, at = 0.0, [], []
    for place, title in enumerate(titles):
        if not place or title != titles.iloc[place - 1]:
            heads.append((place, y + 3))
            y += TITLED + (LINE if look.narrow else 0)
        at.append(y + ROW / 2)
        y += ROW
    height = int(y) + HEAD + 4
    made = plain.blank(look, height)
    label = int(look.width * 0.4) if look.narrow else LABEL
    left, right = label / look.width, 1 - NUMBERS / look.width
    made.update_layout(
        barmode="overlay",
        bargap=0,
        xaxis=plain.hidden(range=[0, 1.0], domain=[left, right]),
        yaxis=plain.hidden(range=[y + 4, -HEAD]),
    )
    if not len(study.table):
        return made
    for name, x in ((SEEN, 1 - (NUMBERS - 60) / look.width), (AGREED, 1.0)):
        heading = next(one.label for one in study.columns if one.name == name)
        lines = heading.split(" ", 1) if look.narrow else [heading]
        plain.words(made, look, "<br>".join(map(ink.plain, lines)), x, -HEAD / 2, xanchor="right", align="right")
    for place, top in heads:
        plain.hairline(made, look, xref="paper", yref="y", x0=0, x1=1, y0=top, y1=top)
        when = ink.plain(str(study.table["when"].iloc[place]))
        room = int(look.width / 8) if look.narrow else max(16, int((look.width - NUMBERS) / 6.8) - len(when) - 2)
        text = f"<b>{plain.cut(str(study.table['agreement'].iloc[place]), room)}</b>"
        quiet = f'<span style="color:{ink.INK[look.theme]["quiet"]}">{when}</span>'
        between = "<br>" if look.narrow else " "
        plain.words(made, look, text + between + quiet, 0, top + 8, yanchor="top", align="left", tone="text")
    for place, row in enumerate(study.table.to_dict("records")):
        plain.words(
            made,
            look,
            plain.cut(_("{what} for {side}", what=row["what"], side=row["side"]), int(label / 6.1)),
            0,
            at[place],
        )
    _bars(made, study, look, at)
    _numbers(made, study, look, at)
    return made


def _bars(made: Sketch, study: Study, look: Look, at: list[float]) -> None:
    edge, fill = ink.edge("deals", look.theme), ink.fill("people", look.theme)
    shares = [min(1.0, seen / agreed) for seen, agreed in zip(study.table[SEEN], study.table[AGREED], strict=True)]
    clear = ink.transparent(ink.INK[look.theme]["page"], 0)
    for name, values, colour, line in ((AGREED, [1.0] * len(at), clear, edge), (SEEN, shares, fill, fill)):
        made.add(
            "bar",
            name=f"{name} bars",
            orientation="h",
            x=values,
            y=at,
            width=BAR if name == AGREED else BAR - 4,
            customdata=[point(place, name) for place in range(len(at))],
            hovertext=[ink.plain(_said(row)) for row in study.table.to_dict("records")],
            hoverinfo="text",
            marker={"color": colour, "line": {"width": 1.2 if name == AGREED else 0, "color": line}},
        )


def _numbers(made: Sketch, study: Study, look: Look, at: list[float]) -> None:
    right = NUMBERS / look.width
    made.update_layout(xaxis2=plain.hidden(range=[0, NUMBERS], domain=[1 - right, 1], anchor="y"))
    for name, x in ((SEEN, 60), (AGREED, NUMBERS)):
        made.add(
            "scatter",
            name=name,
            meta="text",
            mode="text",
            xaxis="x2",
            x=[x] * len(at),
            y=at,
            text=[number(int(value)) for value in study.table[name]],
            textposition="middle left",
            textfont={"size": plain.SMALL, "color": ink.INK[look.theme]["text"]},
            customdata=[point(place, name) for place in range(len(at))],
            hoverinfo="skip",
            cliponaxis=False,
        )
