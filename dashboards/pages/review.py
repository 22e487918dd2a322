"""Review: an article with its dates and evidence marked, beside the events proposed from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, unquote

import dash_mantine_components as dmc
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboards import data_texts, language, words
from dashboards.components import notices
from dashboards.components.attributes import attributes
from dashboards.components.evidence import Marked, evidence_marks, marked_text
from dashboards.components.proposal_view import proposal_view
from dashboards.components.report_view import article_origin
from dashboards.components.states import empty
from dashboards.data import Data
from dashboards.data_texts import Reviewed
from dashboards.language import N_, _, ngettext
from dashboards.pages import Page
from tracker.models import ReviewState, TimeExpression

PAGE = Page(name="review", path="/inbox/<article_id>", title=N_("Review"), order=41, navigation=False)
KEYS = (("j", "next"), ("k", "previous"), ("a", "accept"), ("e", "edit"), ("d", "dismiss"), ("u", "undo"))


def layout(data: Data, article_id: str) -> html.Div:
    """The review of one article; raises ``NotFoundError``."""
    found = data_texts.reviewed(data, unquote(article_id))
    article = found.article
    return html.Div(
        [
            dcc.Store(id="review-article", data=article.id),
            dcc.Store(id="review-undoable", storage_type="session"),
            dcc.Store(id="review-ready"),
            html.P(dcc.Link(_("Inbox"), href="/inbox"), className="breadcrumb"),
            html.H1(article.title or article.id),
            html.P(article_origin(article), className="quiet report-origin"),
            *_undated(found),
            html.Div(
                [
                    html.Div(_counts(found), id="review-counts", role="status", **attributes(aria_live="polite")),
                    html.Div(
                        [
                            dmc.Button(_("Accept all that wait"), id="review-all"),
                            dmc.Button(_("Undo"), id="review-undo", variant="default", **attributes(data_do="undo")),
                            dcc.Link(
                                _("Add one that is missing"),
                                href=f"/add?from={quote(article.id)}",
                                className="button-link",
                            ),
                        ],
                        className="form-buttons",
                    ),
                    html.P([_key(key, does) for key, does in KEYS], className="quiet review-keys"),
                ],
                className="review-bar",
            ),
            html.Div(
                [
                    html.Section(
                        [
                            html.H2(_("Proposed events")),
                            html.Ol(_cards(found), id="review-list", className="proposals"),
                        ],
                        className="review-proposals",
                    ),
                    html.Section(
                        [
                            html.H2(_("The article")),
                            html.Div(
                                marked_text(article.text, article_marks(found)),
                                id="review-text",
                                className="review-text",
                                tabIndex=0,
                                role="region",
                                **attributes(aria_label=_("The article's text")),
                            ),
                        ],
                        className="review-article",
                    ),
                ],
                className="review-frame",
            ),
        ],
        className="page review-page",
    )


def _key(key: str, does: str) -> html.Span:
    return html.Span([html.Kbd(key), f" {does}"], className="review-key")


def _undated(found: Reviewed) -> list[Component]:
    """Says so if relative dates could not be resolved, since the day of publication is not known."""
    loose = sorted({one.text for one in found.expressions if one.anchor == "missing"})
    if found.article.published or not loose:
        return []
    named = ", ".join(f"“{one}”" for one in loose[:6])
    text = _(
        "The publication day of this text is unknown, so {named} stay without a date. Nothing was guessed.", named=named
    )
    return [html.P(text, className="form-notice")]


def _counts(found: Reviewed) -> str:
    waiting, accepted, dismissed = (
        found.count(state) for state in (ReviewState.PROPOSED, ReviewState.ACCEPTED, ReviewState.DISMISSED)
    )
    return _(
        "{waiting} waiting · {accepted} accepted · {dismissed} dismissed",
        waiting=waiting,
        accepted=accepted,
        dismissed=dismissed,
    )


def _cards(found: Reviewed) -> list[Component]:
    if not found.proposals:
        text = _("No event of the negotiations was found in this text. One that is missing can be added by hand.")
        return [html.Li(empty(_("Nothing is proposed."), text))]
    return [proposal_view(one.event, one.report, found.article.id, one.counted_from) for one in found.proposals]


def article_marks(found: Reviewed) -> list[Marked]:
    """The evidence of every proposal, and every date in the text with what it was resolved to."""
    text = found.article.text
    marks = [
        mark
        for one in found.proposals
        for mark in evidence_marks(one.report.evidence, text, str(one.event["event_id"]))
    ]
    return [*marks, *(Marked(one.start, one.end, "date", why=_why(one)) for one in found.expressions)]


def _why(one: TimeExpression) -> str:
    if one.first is None and one.last is None:
        return (
            _("no date: it counts from the publication day, which is unknown")
            if one.anchor == "missing"
            else _("no date")
        )
    when = words.date_in_words(one.first, one.last, one.precision or "")
    if one.anchor_date:
        return _("{when}; counted from {day}", when=when, day=language.day(one.anchor_date))
    return when


def register(app: Dash, data: Data) -> None:
    """The page's callbacks: accept, dismiss, accept all, undo; keys and highlights live in the browser."""
    outputs = (
        Output("review-list", "children"),
        Output("review-counts", "children"),
        Output("review-undoable", "data"),
        Output("shell-revision", "data", allow_duplicate=True),
    )

    @app.callback(
        *outputs,
        Input({"type": "review-do", "do": ALL, "index": ALL}, "n_clicks"),
        Input("review-all", "n_clicks"),
        Input("review-undo", "n_clicks"),
        State("review-article", "data"),
        State("review-undoable", "data"),
        prevent_initial_call=True,
    )
    def act(_clicks: Sequence[Any], _all: Any, _undo: Any, article_id: str, undoable: list[int] | None) -> Any:
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        stack = list(undoable or [])
        if pressed == "review-undo":
            if not stack:
                notices.say(_("There is nothing to undo in this review."), tone="warning")
                raise PreventUpdate
            data.undo(stack.pop())
        else:
            batch = _write(data, article_id, pressed)
            stack += [batch] if batch else []
        found = data_texts.reviewed(data, article_id)
        return _cards(found), _counts(found), stack, data.revision()

    app.clientside_callback(
        ClientsideFunction("review", "start"),
        Output("review-ready", "data"),
        Input("review-article", "data"),
    )


def _write(data: Data, article_id: str, pressed: Any) -> int:
    """Write what a button says; returns the batch, 0 if nothing differs."""
    if pressed == "review-all":
        waiting = data_texts.reviewed(data, article_id).waiting()
        if not waiting:
            notices.say(_("Nothing waits for review here."), tone="warning")
            return 0
        batch = data.review(waiting, ReviewState.ACCEPTED)
        notices.say(
            ngettext("{count} accepted. Undo takes it back.", "{count} accepted. Undo takes them back.", len(waiting))
        )
        return batch
    wanted = ReviewState.ACCEPTED if pressed["do"] == "accept" else ReviewState.DISMISSED
    now = data.event(pressed["index"])["review_state"]
    return data.review([pressed["index"]], ReviewState.PROPOSED if now == wanted.value else wanted)
