"""Disagreements: the same event told differently, value by value, with who says so; choose, keep both, or split."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboards import data_disagreements, language, words
from dashboards.components import notices
from dashboards.components.attributes import attributes
from dashboards.components.disagreement_view import LABELS, contested_view
from dashboards.components.states import empty, skeleton
from dashboards.data import Data
from dashboards.data_disagreements import Contested, Disagreement
from dashboards.filters import read_query
from dashboards.language import N_, _, ngettext, number
from dashboards.pages import Page

PAGE = Page(name="disagreements", path="/disagreements", title=N_("Disagreements"), order=17, filtered=True)
ALL_KINDS = "all"
MOST = 40
"""Events that the page lists at once."""


def layout(data: Data) -> Component:
    """The page; what is disputed comes when the filter is read from the address."""
    return html.Div(
        [
            html.Div(
                [html.H1(_("Disagreements")), html.P(id="disagreements-says", className="quiet", role="status")],
                className="page-head",
            ),
            html.Div(
                dmc.ChipGroup(id="disagreements-kind", value=ALL_KINDS, multiple=False, children=_kinds(Counter())),
                className="tools contest-tools",
                role="group",
                **attributes(aria_label=_("What sources differ on")),
            ),
            html.Div(skeleton(480, _("What sources differ on is being looked up")), id="disagreements-body"),
        ],
        className="page contest-page",
    )


def _kinds(counted: Counter[str]) -> list[Component]:
    """The choice of what to look at, with how many there are of each kind."""
    if not counted:
        return []
    labels = {ALL_KINDS: _("All"), **{kind: LABELS[kind] for kind in LABELS}}
    counts = {ALL_KINDS: counted.total(), **counted}
    return [
        dmc.Chip([label, html.Span(f" {number(counts.get(kind, 0))}", className="num")], value=str(kind), size="sm")
        for kind, label in labels.items()
    ]


def register(app: Dash, data: Data) -> None:
    """The page's callbacks; those that decide also serve the page of one event."""

    @app.callback(
        Output("disagreements-body", "children"),
        Output("disagreements-says", "children"),
        Output("disagreements-kind", "children"),
        Input("filter-query", "data"),
        Input("disagreements-kind", "value"),
        Input("shell-revision", "data"),
        running=[(Output("disagreements-body", "className"), "is-busy", "")],
    )
    def draw(query: Any, kind: str | None, _revision: int) -> tuple[Any, Any, Any]:
        if query is None:
            return no_update, no_update, no_update
        listed, outside = data_disagreements.all_contested(data, read_query(query))
        counted = Counter(str(told.kind) for one in listed for told in one.open)
        return _body(data, listed, outside, kind or ALL_KINDS), _says(counted, listed), _kinds(counted)

    @app.callback(
        Output("shell-revision", "data", allow_duplicate=True),
        Input({"type": "disagreements-do", "do": ALL, "event": ALL, "kind": ALL, "what": ALL}, "n_clicks"),
        State("shell-revision", "data"),
        prevent_initial_call=True,
    )
    def decide(_clicks: Sequence[int | None], _revision: int) -> Any:
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        _decide(data, pressed["do"], pressed["event"], pressed["kind"], pressed["what"])
        return data.revision()


def _decide(data: Data, do: str, event_id: str, kind: str, what: str) -> None:
    """Do what a button says, and say so with a way back."""
    if do == "undo":
        data.undo(int(what))
        notices.say(_("It is open again. The event’s history keeps both."))
        return
    if do == "choose":
        batch = data_disagreements.choose(data, event_id, kind, what).batch
        notices.say(_("Chosen: {kind}.", kind=language.lowered(LABELS[kind])), undo=batch)
    elif do == "both":
        batch = data_disagreements.keep_both(data, event_id, kind).batch
        notices.say(_("Both are kept; the event’s note says so."), undo=batch)
    else:
        written = data_disagreements.split_off(data, event_id, kind, what)
        title = words.event_title(data.event(written.opened))
        notices.say(_("“{title}” is an event of its own now.", title=title), undo=written.batch)


def _says(counted: Counter[str], listed: Sequence[Contested]) -> str:
    events = sum(bool(one.open) for one in listed)
    told = ngettext("{count} disagreement is open", "{count} disagreements are open", counted.total())
    return told + (ngettext(", on {count} event", ", on {count} events", events) if events else "")


def _body(data: Data, listed: Sequence[Contested], outside: int, kind: str) -> list[Component] | Component:
    def shown(told: Sequence[Disagreement]) -> list[Disagreement]:
        return [one for one in told if kind in (ALL_KINDS, one.kind)]

    still = [(one, shown(one.open)) for one in listed if shown(one.open)]
    done = [(one, shown([d for d in one.found if d.settled])) for one in listed]
    done = [pair for pair in done if pair[1]]
    if not (still or done):
        return _nothing(data, listed, outside)
    made: list[Component] = [contested_view(data, one, told) for one, told in still[:MOST]]
    if not still:
        made = [html.P(_("Nothing is open here."), className="quiet open-none")]
    if len(still) > MOST:
        text = _("The first {shown} of {all} events are listed.", shown=number(MOST), all=number(len(still)))
        made.append(html.P(text, className="quiet"))
    if done:
        count = sum(len(told) for _one, told in done)
        made.append(
            html.Details(
                [
                    html.Summary(ngettext("{count} settled", "{count} settled", count)),
                    *(contested_view(data, one, told) for one, told in done[:MOST]),
                ],
                className="contest-settled",
            )
        )
    return made


def _nothing(data: Data, listed: Sequence[Contested], outside: int) -> Component:
    if listed:
        return empty(_("Nothing of this kind is disputed."), _("Choose another kind above."))
    if outside:
        title = ngettext(
            "No event in this view is disputed; {count} outside of it is.",
            "No event in this view is disputed; {count} outside of it are.",
            outside,
        )
        return empty(title, _("Take a condition away above, for example that events are accepted."))
    return empty(
        _("No two sources contradict each other yet."),
        _(
            "When several articles report one event and differ on when, where, how many, who took part or whether it "
            "happened, their versions stand here side by side. Read articles into the Inbox to fill it."
        ),
        dcc.Link(_("Go to the Inbox"), href="/inbox"),
    )
