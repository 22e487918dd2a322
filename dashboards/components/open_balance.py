"""The running balance of people exchanged and bodies handed over: the sums per side, and how they grew."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboards import words
from dashboards.components import open_rows, open_words
from dashboards.components.attributes import attributes
from dashboards.data_ledger import CLOSED
from dashboards.language import _, capitalised, ngettext, number

LATEST = 40
"""How many of the latest exchanges and handovers are listed."""
BODIES = "bodies"


def section(name: str, module: ModuleType, table: pd.DataFrame) -> html.Section:
    """The balance of the entries in ``table``: it counts these alone, so it agrees with the filter above."""
    told = table[(table["state"] == "counted") | ((table["state"] == CLOSED) & table["number"].notna())]
    asked = open_rows.entries(name, table[table["open"]].to_dict("records"))
    content: list[Component] = [_sums(told), _steps(told)] if len(told) else []
    untold = int((table["state"] == "not told").sum())
    if untold:
        said = ngettext(
            "{count} more exchange or handover tells no number.",
            "{count} more exchanges or handovers tell no number.",
            untold,
        )
        content.append(html.P(said, className="quiet open-none"))
    if not len(table):
        content.append(html.P(_("The timeline tells of no exchange by this day."), className="quiet open-none"))
    if asked is not None:
        content.append(asked)
    return html.Section(
        [html.H2(_("Balance of people exchanged")), *content],
        id=f"open-section-{name}",
        className="open-section",
    )


def _kind(table: pd.DataFrame) -> pd.Series[bool]:
    return table["what"] == BODIES


def _sums(told: pd.DataFrame) -> Component:
    """People and bodies that each side got, side by side."""
    rows: list[list[Any]] = []
    for (slug, side), part in told.groupby(["conflict", "side"], sort=True):
        bodies = _kind(part)
        people, dead = int(part.loc[~bodies, "number"].sum()), int(part.loc[bodies, "number"].sum())
        last = part["first_day"].max()
        name = open_words.side(side, str(slug)) or _("Side not told")
        rows.append([name, people, dead, _day(last), words.conflict_name(str(slug))])
    rows.sort(key=lambda row: -(row[1] + row[2]))
    several = len({row[4] for row in rows}) > 1
    cells = [
        html.Tr(
            [
                html.Th(capitalised(row[0]), scope="row"),
                html.Td(number(row[1]) if row[1] else "–", className="num"),
                html.Td(number(row[2]) if row[2] else "–", className="num"),
                html.Td(row[3]),
                *([html.Td(row[4])] if several else []),
            ]
        )
        for row in rows
    ]
    heads = (_("Got by"), _("People"), _("Bodies"), _("Last on"), *([_("Conflict")] if several else []))
    return _table(_("People and bodies got by each side so far"), heads, cells)


def _steps(told: pd.DataFrame) -> Component:
    """The latest exchanges with the sum after each."""
    ordered = told.reset_index(drop=True)
    keys = [ordered["conflict"], ordered["side"], _kind(ordered).rename("dead")]
    summed = ordered.assign(so_far=ordered["number"].astype("int64").groupby(keys).cumsum())
    latest = summed.iloc[::-1].head(LATEST)
    cells = [
        html.Tr(
            [
                html.Td(_when(row)),
                html.Td(
                    html.Button(
                        open_words.title(row),
                        id={"type": "open-event", "index": f"balance|{row['event_id']}|", "place": f"step-{place}"},
                        className="as-link",
                        n_clicks=0,
                    )
                ),
                html.Td(open_words.side(row["side"], str(row["conflict"]))),
                html.Td(f"{number(int(row['number']))} {words.COUNTED.get(row['what'], row['what'])}", className="num"),
                html.Td(number(int(row["so_far"])), className="num"),
            ]
        )
        for place, row in enumerate(latest.to_dict("records"))
    ]
    heads = (_("When"), _("Exchange or handover"), _("Got by"), _("How many"), _("So far"))
    more = (
        _("How it grew: the latest {latest} of {count}", latest=LATEST, count=number(len(summed)))
        if len(summed) > LATEST
        else _("How it grew: all {count}", count=number(len(summed)))
    )
    table = _table(_("Exchanges and handovers, the latest first, with the sum after each"), heads, cells)
    return html.Details([html.Summary(more), table])


def _when(row: dict[Any, Any]) -> str:
    first, last = words.day_of(row["first_day"]), words.day_of(row["last_day"])
    return words.date_in_words(first, last, "range" if first != last else "day")


def _day(cell: Any) -> str:
    day = words.day_of(cell)
    return words.date_in_words(day, day, "day")


def _table(caption: str, heads: tuple[str, ...], cells: list[html.Tr]) -> Component:
    numbers = (_("People"), _("Bodies"), _("How many"), _("So far"))
    table = html.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead(
                html.Tr([html.Th(head, scope="col", className="num" if head in numbers else None) for head in heads])
            ),
            html.Tbody(cells),
        ],
        className="open-table",
    )
    return html.Div(table, className="about-scroll", tabIndex=0, role="region", **attributes(aria_label=caption))
