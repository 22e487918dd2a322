"""Add: the form for one event by hand. Editing an event (``/add?edit=<id>``) is the same form."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import dash_mantine_components as dmc
from dash import ALL, MATCH, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboards import data_entry, error_words, form_saving, form_view
from dashboards.components import form_answers, notices, row_field
from dashboards.components.actor_field import role_hidden
from dashboards.components.attributes import attributes
from dashboards.components.event_form import type_meaning
from dashboards.components.form_ids import field_id, more_id, row_id, rows_id
from dashboards.components.states import empty, skeleton
from dashboards.data import Data
from dashboards.form_values import ROLES, Form
from dashboards.language import N_, _
from dashboards.pages import Page
from tracker.errors import NotFoundError

PAGE = Page(name="add", path="/add", title=N_("Add"), order=30)


def layout(data: Data) -> html.Div:
    """The page before the browser has said which form it wants and whether it kept a draft of it."""
    return html.Div(
        [
            dcc.Location(id="add-url", refresh="callback-nav"),
            dcc.Store(id="add-mount", data=uuid4().hex),
            dcc.Store(id="add-drafts", storage_type="local"),
            dcc.Store(id="add-request"),
            dcc.Store(id="add-base"),
            dcc.Store(id="add-now"),
            dcc.Store(id="add-tried"),
            dcc.Store(id="add-looked"),
            dcc.Store(id="add-written"),
            html.H1(_("Add an event"), id="add-heading"),
            html.Div(id="add-result", tabIndex=-1, role="status", **attributes(aria_live="polite")),
            html.Div(id="add-restored"),
            html.Div(
                [
                    html.Div(skeleton(640, _("Loading the form")), id="add-form", className="form-body"),
                    html.Aside(
                        [html.Div(id="add-likely", **attributes(aria_live="polite"))],
                        className="form-aside",
                        **attributes(aria_label=_("Likely duplicates")),
                    ),
                ],
                className="form-frame",
            ),
            html.Div(_buttons(), id="add-bar", className="form-bar", hidden=True),
        ],
        className="page add-page",
    )


def _buttons() -> list[Component]:
    return [
        html.Div(id="add-wrong", className="form-wrong", role="alert"),
        html.Div(
            [
                dmc.Button(_("Save the event"), id="add-save", size="sm"),
                dmc.Button(_("Save and accept"), id="add-accept", size="md", style={"display": "none"}),
                dmc.Button(_("Start afresh"), id="add-clear", variant="default", size="sm"),
            ],
            className="form-buttons",
        ),
    ]


def register(app: Dash, data: Data) -> None:
    """The form's callbacks."""
    _register_browser(app)
    _register_drawing(app, data)
    _register_live(app, data)
    _register_rows(app, data)
    _register_saving(app, data)
    _register_taking_back(app, data)


def _register_browser(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("add", "arrive"),
        Output("add-request", "data"),
        Input("add-url", "search"),
        Input("add-mount", "data"),
        Input("add-drafts", "modified_timestamp"),
        State("add-drafts", "data"),
    )
    app.clientside_callback(
        ClientsideFunction("add", "remember"),
        Output("add-drafts", "data"),
        Input(field_id(ALL), "value"),
        Input(row_id(ALL, ALL, ALL), "value"),
        State("add-base", "data"),
        State("add-drafts", "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(ClientsideFunction("add", "look"), Output("add-looked", "data"), Input("add-tried", "data"))
    for name in (*ROLES, "claimed_by"):
        app.clientside_callback(
            "function (search, data, value) { return dash_clientside.add.offer([search], [data], [value])[0]; }",
            Output(field_id(name), "data"),
            Input(field_id(name), "searchValue"),
            State(field_id(name), "data"),
            State(field_id(name), "value"),
            prevent_initial_call=True,
        )


def _register_drawing(app: Dash, data: Data) -> None:
    @app.callback(
        Output("add-form", "children"),
        Output("add-base", "data"),
        Output("add-heading", "children"),
        Output("add-bar", "hidden"),
        Output("add-accept", "style"),
        Output("add-restored", "children"),
        Input("add-request", "data"),
        prevent_initial_call=True,
    )
    def draw(request: dict[str, Any] | None) -> tuple[Any, ...]:
        if not request:
            return (no_update,) * 6
        try:
            base = form_view.form_base(data, request.get("search") or "")
        except NotFoundError as error:
            way = dcc.Link(_("Add a new event"), href="/add")
            return (
                empty(error_words.said(error.sentence), _("It may have been taken back."), way),
                None,
                _("Not found"),
                True,
                no_update,
                None,
            )
        draft = request.get("draft")
        form = base["form"]
        if draft:
            form, base = form | draft["form"], base | draft["base"]
        heading = _("Edit: {title}", title=base["title"]) if base["event_id"] else _("Add an event")
        notice = form_answers.restored() if draft and not request.get("quiet") else None
        accept = {} if base["review_state"] == "proposed" else {"display": "none"}
        return (
            form_view.drawn(data, form),
            base,
            heading,
            False,
            accept,
            notice,
        )


def _register_live(app: Dash, data: Data) -> None:
    @app.callback(
        Output("add-reading", "children"),
        Output("add-type-meaning", "children"),
        Output({"type": "add-role", "index": ALL}, "hidden"),
        Output("add-likely", "children"),
        Output("add-save", "children"),
        Input("add-now", "data"),
        State("add-base", "data"),
        State({"type": "add-role", "index": ALL}, "id"),
        prevent_initial_call=True,
    )
    def follow(form: Form | None, base: dict[str, Any] | None, roles: list[dict[str, str]]) -> tuple[Any, ...]:
        if not form or not base:
            return no_update, no_update, [no_update] * len(roles), no_update, no_update
        kind = form.get("event_type") or ""
        hidden = [role_hidden(one["index"], kind, bool(form.get(one["index"]))) for one in roles]
        likely = form_answers.likely(*form_view.likely(data, form, base))
        new = _("Save as a new event") if likely else _("Save the event")
        label = _("Save the changes") if base["event_id"] else new
        return form_view.reading(data, form, base), type_meaning(kind), hidden, likely, label

    @app.callback(
        Output(field_id("date_text"), "value"),
        Input({"type": "add-alternative", "index": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def take_other(clicks: list[int | None]) -> Any:
        if not any(clicks) or not ctx.triggered_id:
            return no_update
        return data_entry.alternative_in_words(ctx.triggered_id["index"])


def _register_rows(app: Dash, data: Data) -> None:
    @app.callback(
        Output(rows_id(MATCH), "children"),
        Input(more_id(MATCH), "n_clicks"),
        Input({"type": "add-remove", "rows": MATCH, "index": ALL}, "n_clicks"),
        State(row_id(MATCH, ALL, ALL), "value"),
        State(field_id(ALL), "value"),
        prevent_initial_call=True,
    )
    def change_rows(_more: int | None, removed: list[int | None], _values: list[Any], _fields: list[Any]) -> Any:
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            return no_update
        rows = _rows(ctx.states_list[0])
        if pressed["type"] == "add-remove":
            rows.pop(pressed["index"], None)
            listed = list(rows.values())
        else:
            listed = [*rows.values(), {}]
        if pressed["rows"] == "links":
            chosen = [row["event"] for row in listed if row.get("event")]
            return row_field.link_rows(listed, data_entry.find_events(data, "", chosen=chosen))
        slug = next((one.get("value") for one in ctx.states_list[1] if one["id"]["index"] == "conflict"), "")
        return row_field.number_rows(listed, slug or "")

    @app.callback(
        Output(row_id("links", "event", MATCH), "data"),
        Input(row_id("links", "event", MATCH), "searchValue"),
        State(row_id("links", "event", MATCH), "value"),
        State(row_id("links", "event", MATCH), "data"),
        State("add-base", "data"),
        prevent_initial_call=True,
    )
    def search(
        searched: str | None, chosen: str | None, offered: list[dict[str, str]], base: dict[str, Any] | None
    ) -> Any:
        if searched and any(one["label"] == searched for one in offered):
            return no_update  # an option was taken, and its label stands in the field
        besides = base["event_id"] if base else ""
        found = data_entry.find_events(data, searched or "", besides=besides, chosen=[chosen] if chosen else [])
        return row_field.event_options(found)


def _rows(states: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """Values of rows by row and part, out of the states of their parts."""
    rows: dict[int, dict[str, Any]] = {}
    for one in states:
        rows.setdefault(one["id"]["index"], {})[one["id"]["part"]] = one.get("value")
    return dict(sorted(rows.items()))


def _form(fields: list[dict[str, Any]], rows: list[dict[str, Any]]) -> Form:
    """The form out of the states of its fields and rows."""
    form = {one["id"]["index"]: one.get("value") for one in fields}
    for name in ("numbers", "links"):
        form[name] = list(_rows([one for one in rows if one["id"]["rows"] == name]).values())
    return form


def _register_saving(app: Dash, data: Data) -> None:
    @app.callback(
        Output("add-written", "data"),
        Output("add-result", "children"),
        Output(field_id(ALL), "error"),
        Output({"type": "add-row-error", "rows": ALL}, "children"),
        Output("add-wrong", "children"),
        Output("add-tried", "data"),
        Output("add-request", "data", allow_duplicate=True),
        Output("shell-revision", "data", allow_duplicate=True),
        Output("shell-url", "href", allow_duplicate=True),
        Output("add-drafts", "data", allow_duplicate=True),
        Input("add-save", "n_clicks"),
        Input("add-accept", "n_clicks"),
        Input(form_answers.answer_id(ALL, ALL, ALL), "n_clicks"),
        State(field_id(ALL), "value"),
        State(row_id(ALL, ALL, ALL), "value"),
        State({"type": "add-row-error", "rows": ALL}, "id"),
        State("add-base", "data"),
        State("add-drafts", "data"),
        prevent_initial_call=True,
    )
    def save(
        _save: Any, _accept: Any, _answers: Any, _fields: Any, _rows: Any, places: Any, base: Any, drafts: Any
    ) -> Any:
        if not ctx.triggered_id or not ctx.triggered[0]["value"] or not base:
            raise PreventUpdate
        fields, rows = ctx.states_list[0], ctx.states_list[1]
        form = _form(fields, rows)
        done = _press(data, ctx.triggered_id, form, base)
        redraw = bool(done.written) or (done.answer is None and not done.errors)
        if done.written and base["back"]:
            notices.say(_("The event is saved."))
        return (
            done.written or no_update,
            done.answer,
            [done.errors.get(one["id"]["index"]) for one in fields],
            [done.errors.get(one["rows"]) for one in places],
            form_saving.wrong_in_words(done.errors),
            uuid4().hex,
            {"search": base["search"], "n": uuid4().hex} if redraw else no_update,
            data.revision() if done.written else no_update,
            base["back"] if done.written and base["back"] else no_update,
            _without(drafts, base["key"]) if redraw else no_update,
        )


def _register_taking_back(app: Dash, data: Data) -> None:
    @app.callback(
        Output("add-result", "children", allow_duplicate=True),
        Output("add-request", "data", allow_duplicate=True),
        Output("add-tried", "data", allow_duplicate=True),
        Output("shell-revision", "data", allow_duplicate=True),
        Input("add-undo", "n_clicks"),
        State("add-written", "data"),
        prevent_initial_call=True,
    )
    def undo(clicks: int | None, written: dict[str, Any] | None) -> Any:
        if not clicks or not written:
            raise PreventUpdate
        data.undo(written["batch"])
        base = written["base"] | {"revision": data.revision()}
        request = {"search": base["search"], "draft": {"form": written["form"], "base": base}, "n": uuid4().hex}
        answer = form_answers.undone(new=not base["event_id"])
        return answer, request | {"quiet": True}, uuid4().hex, data.revision()

    @app.callback(
        Output("add-result", "children", allow_duplicate=True),
        Output("add-request", "data", allow_duplicate=True),
        Output("add-wrong", "children", allow_duplicate=True),
        Output("add-drafts", "data", allow_duplicate=True),
        Input("add-clear", "n_clicks"),
        State("add-base", "data"),
        State("add-drafts", "data"),
        prevent_initial_call=True,
    )
    def clear(clicks: int | None, base: dict[str, Any] | None, drafts: dict[str, Any] | None) -> Any:
        if not clicks or not base:
            raise PreventUpdate
        return None, {"search": base["search"], "n": uuid4().hex}, None, _without(drafts, base["key"])


def _without(drafts: dict[str, Any] | None, key: str) -> dict[str, Any]:
    """The drafts less one: what is saved or thrown away comes back no more, even if the page closes at once."""
    return {name: draft for name, draft in (drafts or {}).items() if name != key}


def _press(data: Data, pressed: Any, form: Form, base: dict[str, Any]) -> form_saving.Outcome:
    """What a button does: save, save and accept, or one of the two answers to a conflicting edit."""
    if isinstance(pressed, dict):
        if pressed["index"] == "theirs":
            return form_saving.Outcome()
        return form_saving.edit(data, form, base, accept=pressed["accept"], expected=pressed["revision"])
    if base["event_id"]:
        return form_saving.edit(data, form, base, accept=pressed == "add-accept", expected=base["revision"])
    return form_saving.add(data, form, base)
