"""The table beside a chart: the same numbers, each a button that opens the events behind it."""

from __future__ import annotations

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboards.charts.study import Column, Study, point
from dashboards.components.attributes import attributes
from dashboards.language import _, day, number, percent


def insight_table(name: str, study: Study, caption: str) -> Component:
    """The table of ``study`` for the chart called ``name``."""
    shown = [one for one in study.columns if not one.file_only]
    heads = [html.Th(one.label, scope="col", className=_class(one)) for one in shown]
    rows = [
        html.Tr(
            [
                html.Th(str(row[shown[0].name]), scope="row"),
                *(_cell(name, place, one, row, shown[0]) for one in shown[1:]),
            ]
        )
        for place, row in enumerate(study.table.to_dict("records"))
    ]
    table = html.Table(
        [html.Caption(caption, className="visually-hidden"), html.Thead(html.Tr(heads)), html.Tbody(rows)],
        className="insight-table",
    )
    return html.Div(table, className="insight-scroll", tabIndex=0, role="region", **attributes(aria_label=caption))


def _class(column: Column) -> str | None:
    return "num" if column.kind in ("count", "share", "degrees") else None


def _cell(name: str, place: int, column: Column, cells: dict[Any, Any], label: Column) -> Component:
    value, row = cells[column.name], str(cells[label.name])
    if column.kind == "count" and not pd.isna(value) and int(value):
        said = _("{number}: {row}, {column}. Show the events", number=number(int(value)), row=row, column=column.label)
        told = attributes(data_chart=name, data_point=point(place, column.name), aria_label=said)
        return html.Td(html.Button(number(int(value)), className="as-link", type="button", **told), className="num")
    return html.Td(_said(column, value), className=_class(column))


def _said(column: Column, value: Any) -> str:
    if pd.isna(value):
        return "–"
    if column.kind == "count":
        return number(int(value))
    if column.kind == "share":
        return percent(float(value))
    if column.kind == "degrees":
        return f"{float(value):.2f}"
    return day(value, "d MMM y") if column.kind == "day" else str(value)
