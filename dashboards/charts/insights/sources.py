"""On how many independent sources the events stand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dashboards.charts import ink, plain
from dashboards.charts.plain import Sketch
from dashboards.charts.study import Column, Given, Ints, Look, Study, point
from dashboards.language import N_, _, ngettext, number, percent
from tracker.timeline.measures.sources import sources

TITLE = N_("On how many independent sources events stand")
ORDER = 45
WIDE = False
FILL = N_("Events appear here as soon as some meet the conditions above.")
MOST = 5
"""From this number on sources are counted together."""
_HOW = N_(
    "Counted is what whoever entered an event found to confirm it, or the independent origins of the reports kept "
    "here, whichever is more: reprints of one agency’s report are one origin."
)
ROW, BAR, LABEL = 42, 20, 150


def measure(frame: pd.DataFrame, given: Given) -> pd.DataFrame:
    """One row an event."""
    return sources(frame)


def study(rows: pd.DataFrame, frame: pd.DataFrame, given: Given) -> Study:
    """Events by the number of their sources."""
    told = np.minimum(rows["sources"].to_numpy(), MOST)
    claimed = rows["claimed"].to_numpy(dtype=bool)
    counts = np.bincount(told, minlength=MOST + 1)
    claims = np.bincount(told[claimed], minlength=MOST + 1)
    labels = [_("None told"), *(ngettext("{count} source", "{count} sources", n) for n in range(1, MOST))]
    labels.append(_("{count} and more", count=number(MOST)))
    kept = [place for place in range(MOST + 1) if counts[place] or 0 < place < MOST] if len(rows) else []
    shares = counts[kept] / max(1, len(rows))
    table = pd.DataFrame(
        {
            "sources": pd.Series([labels[place] for place in kept], dtype="object"),
            "events": counts[kept],
            "share": shares,
            "claimed": claims[kept],
        }
    )
    event = rows["event"].to_numpy()

    def events(row: int, name: str) -> Ints:
        found: Ints = event[(told == kept[row]) & (claimed if name == "claimed" else True)]
        return found

    return Study(
        headline=_headline(counts, len(rows)),
        table=table,
        columns=(
            Column("sources", _("Independent sources")),
            Column("events", _("Events"), "count"),
            Column("share", _("Share"), "share"),
            Column("claimed", _("Of these on one side’s word"), "count"),
        ),
        notes=(_(_HOW),),
        summary="; ".join(_said(row) for row in table.to_dict("records")),
        events=events,
    )


def _said(row: dict[Any, Any]) -> str:
    return f"{row['sources']} {number(int(row['events']))} ({percent(row['share'])})"


def _headline(counts: Ints, count: int) -> str:
    if not count:
        return _("There are no events to count")
    several = int(counts[2:].sum())
    if several == count:
        return ngettext(
            "The event stands on two independent sources or more",
            "All {count} events stand on two independent sources or more",
            count,
        )
    if several:
        return _("{share} of events stand on two independent sources or more", share=percent(several / count))
    if counts[1]:
        return _("No event stands on more than one independent source")
    return _("No event tells how many sources it stands on")


def figure(study: Study, look: Look) -> Sketch:
    """A bar for each number of sources; hatched the part that stands on one side's word."""
    count = len(study.table)
    height = ROW * count + 8
    made = plain.blank(look, height)
    if not count:
        return made
    left = (96 if look.narrow else LABEL) / look.width
    highest = max(1, int(study.table["events"].max()))
    made.update_layout(
        barmode="overlay",
        bargap=0,
        xaxis=plain.hidden(range=[0, highest], domain=[left, 1 - 88 / look.width]),
        yaxis=plain.hidden(range=[count * ROW, -8]),
    )
    middle = [place * ROW + ROW / 2 for place in range(count)]
    for name in ("events", "claimed"):
        shown = [place for place in range(count) if study.table[name].iloc[place]]
        marker: dict[str, object] = {"color": ink.INK[look.theme]["quiet"], "line": {"width": 0}}
        if name == "claimed":
            page = ink.INK[look.theme]["page"]
            marker["pattern"] = {"shape": "/", "size": 5, "solidity": 0.45, "fgcolor": page, "fillmode": "overlay"}
        label = next(one.label for one in study.columns if one.name == name)
        made.add(
            "bar",
            name=name,
            meta="x",
            orientation="h",
            x=[int(study.table[name].iloc[place]) for place in shown],
            y=[middle[place] for place in shown],
            width=BAR,
            customdata=[point(place, name) for place in shown],
            hovertext=[
                f"<b>{ink.plain(study.table['sources'].iloc[place])}</b><br>{ink.plain(label)}: "
                f"{number(int(study.table[name].iloc[place]))}"
                for place in shown
            ],
            hoverinfo="text",
            marker=marker,
        )
    for place, row in enumerate(study.table.to_dict("records")):
        plain.words(made, look, plain.cut(row["sources"], 24), 0, middle[place], tone="text")
        text = f"<b>{number(int(row['events']))}</b> · {ink.plain(percent(row['share']))}"
        plain.words(made, look, text, int(row["events"]), middle[place], xref="x", xshift=6, tone="text")
    plain.hairline(made, look, xref="paper", yref="paper", x0=left, x1=left, y0=0, y1=1, tone="strong")
    return made
