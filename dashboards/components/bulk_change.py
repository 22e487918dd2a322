"""Many events changed at once: what would change is shown with counts, a reason is asked, then it can be undone.

The page says in ``Store(id="bulk-asked")`` which events are meant, by ``ids`` or as all of a filter's ``query``, and
the ``state`` to put them in if it is a review; ``Store(id="events-batch")`` gets the batch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboards import data_table, error_words, words
from dashboards.components import notices
from dashboards.components.attributes import attributes
from dashboards.components.change_words import value_in_words
from dashboards.data import Data
from dashboards.data_table import Preview
from dashboards.filters import read_query
from dashboards.language import _, ngettext, number
from tracker.errors import ConflictingEditError, TrackerError
from tracker.models import ReviewState
from tracker.resources import conflicts, event_types

FIELDS = ("status", "event_type", "location", "track", "conflict", "note")
"""What the dialog can set: fields that may well be the same for many events."""
MOST_ROWS = 100
"""Events that the preview lists; the counts tell of all."""
MOST_EVENTS = 5_000
"""Events that are changed at once; each is checked and logged by itself, some four milliseconds."""


def layout() -> Component:
    """The dialog and what it needs, closed."""
    field = dmc.Select(
        id="bulk-field",
        label=_("Set"),
        data=[{"value": name, "label": words.column_label(name)} for name in FIELDS],
        value=FIELDS[0],
        allowDeselect=False,
        size="sm",
        comboboxProps={"zIndex": 700},
    )
    choice = dmc.Select(
        id="bulk-choice", label=_("to"), data=[], size="sm", searchable=True, comboboxProps={"zIndex": 700}
    )
    typed = dmc.TextInput(id="bulk-text", label=_("to"), placeholder=_("Empty takes it away"), size="sm", debounce=300)
    return html.Div(
        [
            dcc.Store(id="bulk-asked"),
            dcc.Store(id="bulk-seen"),
            dcc.Store(id="bulk-sent"),
            dmc.Modal(
                [
                    html.Div(
                        [field, html.Div(choice, id="bulk-choice-box"), html.Div(typed, id="bulk-text-box")],
                        id="bulk-what",
                        className="bulk-what",
                    ),
                    html.Div(id="bulk-preview", **attributes(aria_live="polite")),
                    dmc.TextInput(id="bulk-reason", label=_("Reason, kept in the history"), size="sm"),
                    html.P(id="bulk-error", role="alert", className="bulk-error"),
                    html.Div(
                        [
                            dmc.Button(_("Change them"), id="bulk-make"),
                            dmc.Button(_("Cancel"), id="bulk-cancel", variant="default"),
                        ],
                        className="form-buttons",
                    ),
                ],
                id="bulk-dialog",
                title=_("Change the chosen events"),
                size="lg",
                zIndex=600,
                closeButtonProps={"aria-label": _("Close")},
            ),
        ]
    )


def register(app: Dash, data: Data) -> None:
    """The dialog's callbacks."""
    _register_opening(app)
    _register_preview(app, data)
    _register_making(app, data)
    app.clientside_callback(
        ClientsideFunction("events", "reason"),
        Output("bulk-sent", "data"),
        Input("bulk-make", "n_clicks"),
        prevent_initial_call=True,
    )


def _register_opening(app: Dash) -> None:
    @app.callback(
        Output("bulk-dialog", "opened"),
        Output("bulk-what", "hidden"),
        Output("bulk-reason", "value"),
        Output("bulk-error", "children"),
        Input("bulk-asked", "data"),
        Input("bulk-cancel", "n_clicks"),
        prevent_initial_call=True,
    )
    def open_or_close(asked: Mapping[str, Any] | None, _cancel: int | None) -> tuple[Any, ...]:
        if asked and asked.get("again"):
            return True, no_update, no_update, no_update  # the reason and what went wrong stand
        opened = bool(asked) and ctx.triggered_id == "bulk-asked"
        return opened, bool(asked and asked.get("state")), "", ""

    @app.callback(
        Output("bulk-choice", "data"),
        Output("bulk-choice", "value"),
        Output("bulk-choice-box", "hidden"),
        Output("bulk-text-box", "hidden"),
        Input("bulk-field", "value"),
    )
    def offer(field: str) -> tuple[Any, ...]:
        known = _choices(field)
        offered = [{"value": value, "label": label} for value, label in known.items()]
        return offered, None, not known, bool(known)


def _choices(field: str) -> dict[str, str]:
    if field == "status":
        return dict(words.STATUS)
    if field == "event_type":
        return {name: words.type_label(name) for name in event_types()}
    if field == "conflict":
        return {name: words.conflict_name(name) for name in conflicts()}
    return {}


def wanted(asked: Mapping[str, Any], field: str, choice: str | None, text: str | None) -> tuple[str, str] | None:
    """The column to set and its value; ``None`` while nothing is chosen."""
    if asked.get("state"):
        return "review_state", str(asked["state"])
    if _choices(field):
        return (field, choice) if choice else None
    return field, (text or "").strip()


def _register_preview(app: Dash, data: Data) -> None:
    @app.callback(
        Output("bulk-preview", "children"),
        Output("bulk-make", "children"),
        Output("bulk-make", "disabled"),
        Output("bulk-seen", "data"),
        Input("bulk-asked", "data"),
        Input("bulk-field", "value"),
        Input("bulk-choice", "value"),
        Input("bulk-text", "value"),
        prevent_initial_call=True,
    )
    def show(asked: Any, field: str, choice: str | None, text: str | None) -> tuple[Any, ...]:
        if not asked:
            raise PreventUpdate
        what = wanted(asked, field, choice, text)
        ids = ids_of(data, asked)
        if len(ids) > MOST_EVENTS:
            said = _("At most {most} events are changed at once; narrow the filter.", most=number(MOST_EVENTS))
            return html.P(said, className="bulk-error"), _("Change them"), True, None
        if what is None:
            said = ngettext("{count} event is chosen.", "{count} events are chosen.", len(ids))
            return html.P(said), _("Change them"), True, None
        try:
            found = data_table.preview(data, ids, *what)
        except TrackerError as error:
            return html.P(error_words.in_full(error), className="bulk-error"), _("Change them"), True, None
        count = len(found.changed)
        label = ngettext("Change {count} event", "Change {count} events", count)
        return preview(found), label, not count, {"revision": found.revision, "field": what[0], "value": what[1]}


def ids_of(data: Data, asked: Mapping[str, Any]) -> list[str]:
    """The ids of the events that are meant."""
    if "query" in asked:
        return data_table.ids_of(data, read_query(asked["query"]))
    return [str(one) for one in asked["ids"]]


def preview(found: Preview) -> list[Component]:
    """What would change, in words and as a table."""
    after = value_in_words(found.field, found.value) if found.value not in (None, "") else _("nothing")
    said = [ngettext("{count} event changes", "{count} events change", len(found.changed))]
    if found.same:
        said.append(ngettext("{count} is so already", "{count} are so already", found.same))
    counts = [
        html.Li([html.Strong(number(count)), f" {value_in_words(found.field, before)} → {after}"])
        for before, count in found.counts.items()
    ]
    listed = found.changed[:MOST_ROWS]
    rows = [
        html.Tr(
            [
                html.Td(words.event_date(event), className="bulk-date"),
                html.Td(words.event_title(event)),
                html.Td(f"{value_in_words(found.field, event[found.field])} → {after}"),
            ]
        )
        for event in listed
    ]
    if not rows:
        return [html.P(", ".join(said) + ".")]
    heads = [html.Th(one, scope="col") for one in (_("Date"), _("Title"), words.column_label(found.field))]
    table = html.Table([html.Thead(html.Tr(heads)), html.Tbody(rows)], className="bulk-table")
    left = len(found.changed) - len(listed)
    more = ngettext("and {count} more", "and {count} more", left) if left else ""
    return [
        html.P(", ".join(said) + "."),
        html.Ul(counts, className="bulk-counts"),
        html.Div(
            table, className="bulk-scroll", tabIndex=0, role="region", **attributes(aria_label=_("What would change"))
        ),
        html.P(more, className="quiet", hidden=not more),
    ]


def _register_making(app: Dash, data: Data) -> None:
    @app.callback(
        Output("events-batch", "data", allow_duplicate=True),
        Output("shell-revision", "data", allow_duplicate=True),
        Output("events-grid", "selectedRows", allow_duplicate=True),
        Output("events-all", "data", allow_duplicate=True),
        Output("bulk-dialog", "opened", allow_duplicate=True),
        Output("bulk-error", "children", allow_duplicate=True),
        Output("bulk-asked", "data", allow_duplicate=True),
        Input("bulk-sent", "data"),
        State("bulk-asked", "data"),
        State("bulk-seen", "data"),
        prevent_initial_call=True,
    )
    def make(sent: Any, asked: Any, seen: Any) -> tuple[Any, ...]:
        if not sent or not asked or not seen:
            raise PreventUpdate
        why = (sent.get("reason") or "").strip() or _("Many at once in the table")
        field, value = seen["field"], seen["value"]
        found = data_table.preview(data, ids_of(data, asked), field, value)
        ids = [str(event["event_id"]) for event in found.changed]
        try:
            batch = data_table.make(data, ids, field, value, why=why, expected=seen["revision"])
        except ConflictingEditError as error:
            said = _(
                "{what} Nothing was written; this is what would change now.", what=error_words.said(error.sentence)
            )
            return (no_update, data.revision(), no_update, no_update, True, said, {**asked, "again": data.revision()})
        except TrackerError as error:
            return (no_update, no_update, no_update, no_update, True, error_words.in_full(error), no_update)
        said = done(field, value, len(ids))
        notices.say(f"{said}.")
        return {"batch": batch, "did": said}, data.revision(), [], False, False, "", None


def done(field: str, value: Any, count: int) -> str:
    """What was done, for the message and the button that takes it back."""
    if field != "review_state":
        return ngettext("{count} event changed", "{count} events changed", count)
    sayings: Sequence[tuple[ReviewState, str]] = (
        (ReviewState.ACCEPTED, ngettext("{count} event accepted", "{count} events accepted", count)),
        (ReviewState.DISMISSED, ngettext("{count} event dismissed", "{count} events dismissed", count)),
        (
            ReviewState.PROPOSED,
            ngettext("{count} event put back for review", "{count} events put back for review", count),
        ),
    )
    return dict(sayings)[ReviewState(value)]
