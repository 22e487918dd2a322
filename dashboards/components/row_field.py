"""Rows of a form that can be added and taken away: numbers per side, links to other events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboards import words
from dashboards.components.actor_field import actor_options
from dashboards.components.attributes import attributes
from dashboards.components.form_ids import more_id, remove_id, row_id, rows_id
from dashboards.components.icons import icon
from dashboards.language import _

Row = Mapping[str, Any]


def number_rows(rows: Sequence[Row], slug: str) -> list[Component]:
    """Rows of how many, of what, for whom."""
    sides = [
        {"group": _("Of the whole"), "items": [{"value": key, "label": text} for key, text in words.SIDE.items()]},
        *actor_options(slug, [str(row["side"]) for row in rows if row.get("side") not in (None, "", *words.SIDE)]),
    ]
    counted = [{"value": key, "label": text} for key, text in words.COUNTED.items()]
    return [
        html.Div(
            [
                dmc.NumberInput(
                    id=row_id("numbers", "value", n),
                    label=_("How many"),
                    value=row.get("value"),
                    min=0,
                    allowDecimal=False,
                    clampBehavior="none",
                    thousandSeparator=",",
                    hideControls=True,
                    w=120,
                ),
                dmc.Select(
                    id=row_id("numbers", "what", n),
                    label=_("Of what"),
                    data=counted,
                    value=row.get("what"),
                    searchable=True,
                    selectFirstOptionOnChange=True,
                    openOnFocus=False,
                    clearSearchOnFocus=True,
                    className="grow",
                ),
                dmc.Select(
                    id=row_id("numbers", "side", n),
                    label=_("For whom"),
                    data=sides,
                    value=row.get("side") or "total",
                    searchable=True,
                    selectFirstOptionOnChange=True,
                    openOnFocus=False,
                    clearSearchOnFocus=True,
                    allowDeselect=False,
                    limit=60,
                    filter={"function": "everyWord"},
                    className="grow",
                ),
                _remove("numbers", n, _("Remove this number")),
            ],
            className="form-row",
            role="group",
            **attributes(aria_label=_("Number {number}", number=n + 1)),
        )
        for n, row in enumerate(rows)
    ]


def link_rows(rows: Sequence[Row], events: Sequence[Mapping[str, Any]]) -> list[Component]:
    """Rows of how it stands to another event, and which; ``events`` are those offered before a search."""
    kinds = [{"value": key, "label": text} for key, text in words.LINK.items()]
    options = event_options(events)
    return [
        html.Div(
            [
                dmc.Select(
                    id=row_id("links", "kind", n),
                    label=_("This event"),
                    data=kinds,
                    value=row.get("kind") or "answers",
                    allowDeselect=False,
                    w=150,
                ),
                dmc.Select(
                    id=row_id("links", "event", n),
                    label=_("the event"),
                    data=options,
                    value=row.get("event"),
                    searchable=True,
                    selectFirstOptionOnChange=True,
                    openOnFocus=False,
                    clearSearchOnFocus=True,
                    clearable=True,
                    placeholder=_("Search by words of its title"),
                    nothingFoundMessage=_("No event has these words."),
                    filter={"function": "everyWord"},
                    className="grow",
                    clearButtonProps={"aria-label": _("Clear the event")},
                ),
                _remove("links", n, _("Remove this link")),
            ],
            className="form-row",
            role="group",
            **attributes(aria_label=_("Link {number}", number=n + 1)),
        )
        for n, row in enumerate(rows)
    ]


def event_options(events: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Events as options: title, type and date."""
    return [
        {
            "value": str(event["event_id"]),
            "label": " · ".join(
                (words.event_title(event), words.type_label(event["event_type"]), words.event_date(event))
            ),
        }
        for event in events
    ]


def row_field(rows: str, legend: str, shown: Sequence[Component], more: str) -> html.Fieldset:
    """The rows with their legend, the place of their error, and the button that adds one."""
    return html.Fieldset(
        [
            html.Legend(legend),
            html.Div(shown, id=rows_id(rows), className="form-rows"),
            html.Div(id={"type": "add-row-error", "rows": rows}, className="form-error", role="alert"),
            dmc.Button(more, id=more_id(rows), variant="default", size="compact-sm", leftSection=icon("plus")),
        ],
        className="form-fieldset",
    )


def _remove(rows: str, number: int, label: str) -> dmc.ActionIcon:
    return dmc.ActionIcon(
        icon("close"),
        id=remove_id(rows, number),
        variant="subtle",
        size="lg",
        className="form-remove",
        **attributes(aria_label=label),
    )
