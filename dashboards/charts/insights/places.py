"""Where talks, meetings and mediation were held, on a map that ships with the app."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from dashboards.charts import ink, plain
from dashboards.charts.map_view import Box, box_of, height_of, labels_of
from dashboards.charts.plain import Sketch
from dashboards.charts.study import Column, Given, Ints, Look, Study, point
from dashboards.language import N_, _, ngettext, number
from dashboards.words import country_name
from tracker.resources import conflicts, event_types
from tracker.timeline.measures.places import GROUP, held

TITLE = N_("Where talks are held")
ORDER = 70
WIDE = True
FILL = N_("It fills once talks, meetings or mediation name a place whose coordinates are known.")
MOST = 150
"""Places that are drawn, the most frequent."""
LARGEST, LEAST = 34.0, 8.0
"""Pixels of the most frequent place's dot, and of the smallest."""
EN = plain.SMALL / 2
"""Pixels of an en space in a label."""
SHAPES = N_("Borders: United Nations geodata, simplified, as plotly.js ships them; they do not imply endorsement.")


def measure(frame: pd.DataFrame, given: Given) -> pd.DataFrame:
    """One row for each event of the talking group that came about."""
    return held(frame)


def study(rows: pd.DataFrame, frame: pd.DataFrame, given: Given) -> Study:
    """Events by place; what has no coordinates is not on the map, and is told below it."""
    mapped = rows[rows["lat"].notna().to_numpy(dtype=bool)]
    spots, firsts, counts = np.unique(mapped["spot"].to_numpy(), return_index=True, return_counts=True)
    table = mapped.iloc[firsts][["place", "country", "lat", "lon"]].assign(events=counts, spot=spots)
    table = table.sort_values(["events", "place", "country"], ascending=[False, True, True], kind="stable")
    whole = len(table)
    table = table.head(MOST).reset_index(drop=True)
    codes, places = table["country"].tolist(), table["place"].tolist()
    table["country"] = pd.Series([country_name(code) for code in codes], dtype="object")
    table["place"] = table["place"].where(table["place"] != "", table["country"])
    own = table["spot"].to_numpy()
    table = table[["place", "country", "events", "lat", "lon"]]

    def events(row: int, _name: str) -> Ints:
        found: Ints = mapped.loc[(mapped["spot"] == own[row]).to_numpy(dtype=bool), "event"].to_numpy()
        return found

    def conditions(row: int, _name: str) -> dict[str, str]:
        kinds = ",".join(one.name for one in event_types().values() if one.group == GROUP)
        return {"place": places[row] or codes[row], "type": kinds}

    return Study(
        headline=_headline(table, len(mapped)),
        table=table,
        columns=(
            Column("place", _("Place")),
            Column("country", _("Country")),
            Column("events", _("Events"), "count"),
            Column("lat", _("Latitude"), "degrees"),
            Column("lon", _("Longitude"), "degrees"),
        ),
        notes=_notes(rows, given, whole),
        summary="; ".join(f"{row['place']} {number(int(row['events']))}" for row in table.head(20).to_dict("records")),
        events=events,
        conditions=conditions,
    )


def _headline(table: pd.DataFrame, count: int) -> str:
    if not count:
        return _("No talks here name a place that is on the map")
    top, first = int(table["events"].iloc[0]), str(table["place"].iloc[0])
    if count == 1:
        return _("One event has a place on the map: {place}", place=first)
    if len(table) > 1 and int(table["events"].iloc[1]) == top:
        return _("{count} talks and meetings in {places} places", count=number(count), places=number(len(table)))
    return _(
        "Most talks and meetings were in {place}: {top} of {count}", place=first, top=number(top), count=number(count)
    )


def _notes(rows: pd.DataFrame, given: Given, whole: int) -> tuple[str, ...]:
    found = []
    off = rows["lat"].isna().to_numpy(dtype=bool)
    told = (rows["place"] != "").to_numpy(dtype=bool)
    nameless, unknown = int((off & ~told).sum()), int((off & told).sum())
    if nameless:
        found.append(ngettext("{count} event tells no place.", "{count} events tell no place.", nameless))
    if unknown:
        found.append(
            ngettext(
                "{count} event was online or names a place whose coordinates are not known.",
                "{count} events were online or name a place whose coordinates are not known.",
                unknown,
            )
        )
    if whole > MOST:
        found.append(_("The {shown} most frequent of {count} places.", shown=MOST, count=number(whole)))
    found.append(_(SHAPES))
    slugs = set(given.conflicts(rows["event"].to_numpy())) & set(conflicts())
    return (*found, *(conflicts()[slug].map_note for slug in sorted(slugs) if conflicts()[slug].map_note))


def figure(study: Study, look: Look) -> Sketch:
    """A dot for each place, its area the number of events; the most frequent are named."""
    table = study.table
    if not len(table):
        return plain.blank(look, 10)
    lon, lat = table["lon"].to_numpy(dtype="float64"), table["lat"].to_numpy(dtype="float64")
    height = height_of(lon, lat, look.width)
    made = plain.blank(look, height)
    box = box_of(lon, lat, look.width, height)
    made.update_layout(geo=_geo(box, look))
    top = int(table["events"].max())
    largest = LARGEST if look.width > 800 else LARGEST * 0.6
    size = [max(LEAST * largest / LARGEST, largest * math.sqrt(int(value) / top)) for value in table["events"]]
    fill = ink.fill(GROUP, look.theme)
    order = range(len(table))
    texts = [number(int(value)) for value in table["events"]]
    made.add(
        "scattergeo",
        name="places",
        meta="text",
        mode="markers",
        lon=table["lon"].tolist(),
        lat=table["lat"].tolist(),
        text=texts,
        customdata=[point(place, "events") for place in order],
        hovertext=[
            f"<b>{ink.plain(str(row['place']))}</b>, {ink.plain(str(row['country']))}<br>"
            + ngettext("{count} event", "{count} events", int(row["events"]))
            for row in table.to_dict("records")
        ],
        hoverinfo="text",
        marker={
            "size": size,
            "sizemode": "diameter",
            "color": ink.transparent(fill, 0.72),
            "opacity": 1,
            "line": {"width": 1, "color": ink.INK[look.theme]["page"]},
        },
    )
    _labels(made, study, look, box, size)
    return made


def _labels(made: Sketch, study: Study, look: Look, box: Box, size: list[float]) -> None:
    named = [f"{row['place']} {number(int(row['events']))}" for row in study.table.to_dict("records")]
    placed = labels_of(study.table["lon"].to_numpy(), study.table["lat"].to_numpy(), np.array(size), named, box)
    by_anchor: dict[str, list[int]] = {}
    for place, anchor in placed:
        by_anchor.setdefault(anchor, []).append(place)
    for anchor, places in by_anchor.items():
        texts = [_clear(ink.plain(named[place]), anchor, size[place] / 2) for place in places]
        made.add(
            "scattergeo",
            name=f"names {anchor}",
            mode="text",
            lon=[float(study.table["lon"].iloc[place]) for place in places],
            lat=[float(study.table["lat"].iloc[place]) for place in places],
            text=texts,
            textposition=anchor,
            textfont={"size": plain.SMALL, "color": ink.INK[look.theme]["text"]},
            hoverinfo="skip",
        )


def _clear(text: str, anchor: str, radius: float) -> str:
    """``text`` pushed off its dot: plotly puts a map's words at the point itself."""
    if "middle" in anchor:
        gap = "\u2002" * math.ceil((radius + 3) / EN)
        return f"{gap}{text}{gap}"
    lines = "<br>\u2002" * max(1, round(radius / 14))
    return f"{text}{lines}" if anchor == "top center" else f"{lines.removeprefix('<br>')}<br>{text}"


def _geo(box: Box, look: Look) -> dict[str, object]:
    inks = ink.INK[look.theme]
    return {
        "projection": {"type": "mercator"},
        "resolution": 50,
        "lonaxis": {"range": [box.west, box.east]},
        "lataxis": {"range": list(box.asked)},
        "center": {"lon": box.centre[0], "lat": box.centre[1]},
        "domain": {"x": [0, 1], "y": [0, 1]},
        "showframe": False,
        "showcoastlines": False,
        "showland": True,
        "landcolor": ink.mixed(inks["line"], inks["page"], 0.35),
        "showocean": False,
        "showcountries": True,
        "countrycolor": inks["strong"],
        "countrywidth": 0.6,
        "showlakes": False,
        "bgcolor": ink.transparent(inks["page"], 0),
    }
