"""The one filter: its bar above every page that obeys it, with chips, counter and export menu.

The present filter lives in the store ``filter-query``; the address and the controls follow it. ``shell-search`` is
the address as the browser has it; it is written by ``assets/shell.js`` only.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboards.components import export_menu, filter_words, notices, saved_views
from dashboards.components.attributes import attributes
from dashboards.components.icons import icon
from dashboards.data import Data, Filter
from dashboards.filters import DEFAULT, read_query, read_search, write_query
from dashboards.language import _, ngettext, number
from tracker.errors import TrackerError

LISTS = ("type", "actor", "role", "place", "status", "certainty", "source", "review", "conflict")
"""The conditions that are chosen from a list, in the order in which the panel shows them."""

MOST_LISTED = 100
"""Values that a list shows at once, the most frequent ones; typing finds the others. More make every change slow."""

_DAYS = ("start", "end")
_CONTROLS = (*LISTS, *_DAYS, "text")


def layout(data: Data) -> list[Component]:
    """The bar: what is on in one line, and the panel that folds out."""
    return [
        dcc.Store(id="shell-search"),
        dcc.Store(id="filter-values"),
        _bar(data),
        dmc.Collapse(_panel(data), id="filter-panel", opened=False),
        html.Div(id="filter-error", role="alert", className="filter-error"),
    ]


def ahead(data: Data, chosen: Filter) -> html.Div:
    """The bar with what it says of ``chosen``, before Dash says it."""
    bar = _bar(data)
    bar["filter-text"].value = chosen.text
    bar["filter-chips"].children = _chips(chosen)
    bar["filter-count"].children = _counted(data.count(chosen), data.count())
    bar["views-open"].children = saved_views.listed(data, write_query(chosen))[1]
    return bar


def _bar(data: Data) -> html.Div:
    return html.Div(
        [
            dmc.Button(
                _("Filter"),
                id="filter-open",
                leftSection=icon("filter"),
                variant="default",
                size="xs",
                **attributes(aria_expanded="false", aria_controls="filter-panel"),
            ),
            dmc.TextInput(
                id="filter-text",
                placeholder=_("Search words, names, places"),
                debounce=400,
                size="xs",
                leftSection=icon("search"),
                className="filter-text",
                **attributes(aria_label=_("Search in titles, quotes, names and places")),
            ),
            saved_views.layout(),
            html.Div(
                id="filter-chips",
                className="chips",
                role="list",
                **attributes(aria_label=_("Conditions that are on")),
            ),
            html.Div(className="grow"),
            html.Div(id="filter-count", className="filter-count", role="status"),
            export_menu.layout(data),
        ],
        className="filter-bar",
    )


def _counted(shown: int, total: int) -> list[Any]:
    return [html.Strong(number(shown)), " ", _("of {total} events", total=number(total))]


def _panel(data: Data) -> html.Div:
    lists = [
        dmc.MultiSelect(
            id=f"filter-{name}",
            label=filter_words.LABELS[name],
            data=filter_words.choices(data, name),
            value=[],
            searchable=True,
            clearable=True,
            hidePickedOptions=True,
            nothingFoundMessage=_("Nothing of that name"),
            placeholder=_("Any"),
            size="xs",
            maxDropdownHeight=320,
            limit=MOST_LISTED,
            comboboxProps={"zIndex": 400},
        )
        for name in LISTS
    ]
    period = dmc.TextInput(
        id="filter-period",
        label=_("Period in words"),
        placeholder=_("May 2025, last month, 2022"),
        debounce=True,
        size="xs",
        n_submit=0,
    )
    days = [
        dmc.DatePickerInput(
            id=f"filter-{name}",
            label=filter_words.LABELS[name],
            valueFormat=_("ddd D MMM YYYY"),
            clearable=True,
            size="xs",
            popoverProps={"zIndex": 400},
            placeholder=_("Any day"),
        )
        for name in _DAYS
    ]
    clear = dmc.Button(_("Clear all"), id="filter-clear", variant="default", size="xs", className="filter-clear")
    return html.Div([*lists, period, *days, clear], className="filter-panel")


def register(app: Dash, data: Data) -> None:
    """The filter's callbacks."""
    _register_address(app)
    _register_sync(app, data)
    _register_answers(app, data)
    saved_views.register(app, data)
    app.clientside_callback(
        "function(clicks, opened) { return [!opened, String(!opened)]; }",
        Output("filter-panel", "opened"),
        Output("filter-open", "aria-expanded"),
        Input("filter-open", "n_clicks"),
        State("filter-panel", "opened"),
        prevent_initial_call=True,
    )


def _register_address(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("shell", "search"), Output("shell-search", "data"), Input("shell-url", "href")
    )
    app.clientside_callback(
        ClientsideFunction("shell", "remember"), Output("shell-main", "data-filter"), Input("filter-query", "data")
    )


def _register_sync(app: Dash, data: Data) -> None:
    # Controls are no outputs: while a callback runs, Mantine would draw each of them as loading, and then again.
    @app.callback(
        Output("filter-query", "data"),
        Output("filter-chips", "children"),
        Output("filter-error", "children"),
        Output("filter-values", "data"),
        Input("shell-search", "data"),
        Input("filter-clear", "n_clicks"),
        Input("filter-period", "value"),
        Input({"type": "filter-chip", "name": ALL, "value": ALL}, "n_clicks"),
        State("filter-query", "data"),
        *[Input(f"filter-{name}", "value") for name in _CONTROLS],
        prevent_initial_call=True,
    )
    def sync(search: str | None, _clear: Any, period: str, clicks: list[int], known: Any, *controls: Any) -> list[Any]:
        before = read_query(known) if known else DEFAULT
        asked = {"search": search, "period": period, "clicks": clicks}
        shown = dict(zip(_CONTROLS, controls, strict=True))
        try:
            chosen = _chosen(data, before, asked, shown)
        except TrackerError as error:
            fallback, chips = (no_update, no_update) if known else (write_query(DEFAULT), _chips(DEFAULT))
            return [fallback, chips, f"{notices.sentence_for(error)} {_('The filter was left as it was.')}", no_update]
        values = {
            name: _value(chosen, name) for name, now in shown.items() if _value(chosen, name) != (now or _EMPTY[name])
        }
        if period:
            values["period"] = ""
        query = write_query(chosen)
        same = known is not None and query == known
        return [no_update if same else query, no_update if same else _chips(chosen), "", values or no_update]

    app.clientside_callback(
        ClientsideFunction("shell", "follow"),
        Output("filter-error", "data-followed"),
        Input("filter-values", "data"),
        prevent_initial_call=True,
    )


_EMPTY: dict[str, Any] = {**{name: [] for name in LISTS}, "start": None, "end": None, "text": ""}


def _value(chosen: Filter, name: str) -> Any:
    value = getattr(chosen, name)
    if name in LISTS:
        return list(value)
    return value.isoformat() if isinstance(value, date) else (value or _EMPTY[name])


def _chosen(data: Data, before: Filter, asked: dict[str, Any], controls: dict[str, Any]) -> Filter:
    """The filter that what was just done asks for. Several things done in a moment come together, none is lost."""
    done = [name if isinstance(name, dict) else str(name) for name in ctx.triggered_prop_ids.values()]
    chosen = read_search(asked["search"]) if "shell-search" in done else before
    for name in _CONTROLS:
        if f"filter-{name}" in done:
            chosen = _with_control(chosen, name, controls[name])
    if "filter-period" in done and asked["period"]:
        first, last = data.period(asked["period"])
        chosen = replace(chosen, start=first, end=last)
    for chip in done:
        if isinstance(chip, dict) and any(asked["clicks"]):
            chosen = chosen.without(chip["name"], chip["value"] or None)
    return DEFAULT if "filter-clear" in done else chosen


def _with_control(before: Filter, name: str, value: Any) -> Filter:
    changed: dict[str, Any] = {name: (value or "").strip() if name == "text" else tuple(value or ())}
    if name in _DAYS:
        changed = {name: date.fromisoformat(value) if value else None}
    return replace(before, **changed)


def _chips(chosen: Filter) -> list[Component]:
    return [
        html.Span(
            html.Button(
                [text, icon("close")],
                id={"type": "filter-chip", "name": name, "value": value},
                className="chip",
                n_clicks=0,
                **attributes(aria_label=_("Take away the condition {condition}", condition=text)),
            ),
            role="listitem",
        )
        for name, value, text in filter_words.conditions(chosen)
    ]


def _register_answers(app: Dash, data: Data) -> None:
    @app.callback(
        Output("filter-count", "children"),
        Output("filter-export-head", "children"),
        Output("views-list", "children"),
        Output("views-open", "children"),
        Input("filter-query", "data"),
        Input("shell-revision", "data"),
        prevent_initial_call=True,
    )
    def answers(query: dict[str, str] | None, _revision: int) -> tuple[Any, ...]:
        if query is None:
            return no_update, no_update, no_update, no_update
        chosen = read_query(query)
        shown, total = data.count(chosen), data.count()
        head = ngettext("The one event shown", "The {count} events shown", shown)
        return _counted(shown, total), head, *saved_views.listed(data, query)

    @app.callback(
        *[Output(f"filter-{name}", "data") for name in LISTS],
        Input("shell-revision", "data"),
        prevent_initial_call=True,
    )
    def offer(_revision: int) -> list[Any]:
        return [filter_words.choices(data, name) for name in LISTS]
