"""Review: an article with its dates and evidence marked, beside what it tells of and what is unsure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, unquote

import dash_mantine_components as dmc
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboards import data_review, language, words
from dashboards.components import merge_dialog, notices
from dashboards.components.attributes import attributes
from dashboards.components.evidence import Marked, evidence_marks, marked_text
from dashboards.components.proposal_view import mark_name, proposal_view, together_view
from dashboards.components.report_view import article_origin
from dashboards.components.row_field import event_options
from dashboards.components.states import empty
from dashboards.data import Data
from dashboards.data_review import Reviewed, Together
from dashboards.language import N_, _, ngettext
from dashboards.pages import Page
from tracker.models import ReviewState, TimeExpression

PAGE = Page(name="review", path="/inbox/<article_id>", title=N_("Review"), order=41, navigation=False)
KEYS = (
    ("j", N_("next")),
    ("k", N_("previous")),
    ("a", N_("accept")),
    ("e", N_("edit")),
    ("m", N_("merge")),
    ("d", N_("dismiss")),
    ("y", N_("yes to the question")),
    ("n", N_("not this one")),
    ("u", N_("undo")),
)


def layout(data: Data, article_id: str) -> html.Div:
    """The review of one article; raises ``NotFoundError``."""
    found = data_review.reviewed(data, unquote(article_id))
    article = found.article
    return html.Div(
        [
            dcc.Store(id="review-article", data=article.id),
            dcc.Store(id="review-undoable", storage_type="session"),
            dcc.Store(id="review-ready"),
            dcc.Store(id="review-writing", data=False),
            html.P(dcc.Link(_("Inbox"), href="/inbox"), className="breadcrumb"),
            html.H1(article.title or article.id),
            html.P(article_origin(article), className="quiet report-origin"),
            *_undated(found),
            _bar(found),
            html.Div(
                [
                    html.Section(
                        [
                            html.H2(_("What it tells of")),
                            html.Ol(_cards(found), id="review-list", className="proposals"),
                        ],
                        className="review-proposals",
                    ),
                    _article(found),
                ],
                className="review-frame",
            ),
            merge_dialog.dialog(),
        ],
        className="page review-page",
    )


def _bar(found: Reviewed) -> html.Div:
    buttons = [
        dmc.Button(_("Accept all that wait"), id="review-all"),
        dmc.Button(_("Undo"), id="review-undo", variant="default", **attributes(data_do="undo")),
        dcc.Link(_("Add one that is missing"), href=f"/add?from={quote(found.article.id)}", className="button-link"),
    ]
    return html.Div(
        [
            html.Div(_counts(found), id="review-counts", role="status", **attributes(aria_live="polite")),
            html.Div(buttons, className="form-buttons"),
            html.P([_key(key, _(does)) for key, does in KEYS], className="quiet review-keys"),
        ],
        className="review-bar",
    )


def _article(found: Reviewed) -> html.Section:
    text = html.Div(
        marked_text(found.article.text, article_marks(found)),
        id="review-text",
        className="review-text",
        tabIndex=0,
        role="region",
        **attributes(aria_label=_("The article's text")),
    )
    return html.Section([html.H2(_("The article")), text], className="review-article")


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
    """How many wait, are accepted, dismissed; how many joined known events, and how many questions there are."""
    waiting, accepted, dismissed = (
        found.count(state) for state in (ReviewState.PROPOSED, ReviewState.ACCEPTED, ReviewState.DISMISSED)
    )
    told = [
        _(
            "{waiting} waiting · {accepted} accepted · {dismissed} dismissed",
            waiting=waiting,
            accepted=accepted,
            dismissed=dismissed,
        )
    ]
    if found.joined():
        told.append(ngettext("{count} joined a known event", "{count} joined known events", found.joined()))
    if found.asked():
        told.append(ngettext("{count} question", "{count} questions", found.asked()))
    return " · ".join(told)


def _cards(found: Reviewed) -> list[Component]:
    if not (found.proposals or found.together):
        text = _("No event of the negotiations was found in this text. One that is missing can be added by hand.")
        return [html.Li(empty(_("Nothing is proposed."), text))]
    return [
        together_view(one) if isinstance(one, Together) else proposal_view(one, found.article.id)
        for one in found.in_order()
    ]


def article_marks(found: Reviewed) -> list[Marked]:
    """The evidence of every card, and every date in the text with what it was resolved to."""
    text = found.article.text
    named = [(one.report, str(one.event["event_id"])) for one in found.proposals]
    named += [(one.report, mark_name(one)) for one in found.together]
    marks = [mark for report, name in named for mark in evidence_marks(report.evidence, text, name)]
    return [*marks, *(Marked(one.start, one.end, "date", why=_why(one)) for one in found.expressions)]


def _why(one: TimeExpression) -> str:
    if one.first is None and one.last is None:
        if one.anchor == "missing":
            return _("no date: it counts from the publication day, which is unknown")
        return _("no date")
    when = words.date_in_words(one.first, one.last, one.precision or "")
    if one.anchor_date:
        return _("{when}; counted from {day}", when=when, day=language.day(one.anchor_date))
    return when


def register(app: Dash, data: Data) -> None:
    """The page's callbacks: decisions, answers, merging, undo; keys and highlights live in the browser."""
    outputs = (
        Output("review-list", "children"),
        Output("review-counts", "children"),
        Output("review-undoable", "data"),
        Output("shell-revision", "data", allow_duplicate=True),
    )

    @app.callback(
        *outputs,
        Output("review-merge-dialog", "opened"),
        Input({"type": "review-do", "do": ALL, "index": ALL}, "n_clicks"),
        Input("review-all", "n_clicks"),
        Input("review-undo", "n_clicks"),
        Input("review-merge-do", "n_clicks"),
        State("review-article", "data"),
        State("review-undoable", "data"),
        State("review-merge-what", "data"),
        State("review-merge-into", "value"),
        running=[(Output("review-writing", "data"), True, False)],
        prevent_initial_call=True,
    )
    def act(
        _clicks: Sequence[Any],
        _all: Any,
        _undo: Any,
        _merge: Any,
        article_id: str,
        undoable: dict[str, list[int]] | None,
        what: str | None,
        into: str | None,
    ) -> Any:
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        stack = list((undoable or {}).get(article_id, []))
        if pressed == "review-undo":
            if not stack:
                notices.say(_("There is nothing to undo in this review."), tone="warning")
                raise PreventUpdate
            data.undo(stack.pop())
        elif pressed == "review-merge-do":
            if not (what and into):
                notices.say(_("Choose the known event first."), tone="warning")
                raise PreventUpdate
            stack.append(data_review.merge(data, what, into))
        else:
            batch = _write(data, article_id, pressed)
            stack += [batch] if batch else []
        found = data_review.reviewed(data, article_id)
        return _cards(found), _counts(found), {article_id: stack}, data.revision(), False

    _register_merging(app, data)
    app.clientside_callback(
        ClientsideFunction("review", "start"),
        Output("review-ready", "data"),
        Input("review-article", "data"),
    )
    app.clientside_callback(
        ClientsideFunction("review", "written"),
        Output("review-ready", "data", allow_duplicate=True),
        Input("review-writing", "data"),
        prevent_initial_call=True,
    )


def _register_merging(app: Dash, data: Data) -> None:
    @app.callback(
        Output("review-merge-dialog", "opened", allow_duplicate=True),
        Output("review-merge-what", "data"),
        Output("review-merge-says", "children"),
        Output("review-merge-into", "data"),
        Output("review-merge-into", "value"),
        Input({"type": "review-merge", "index": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def ask(_clicks: Sequence[Any]) -> Any:
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        name = ctx.triggered_id["index"]
        event = data.event(name)
        says = [html.Strong(words.event_title(event)), f" · {words.event_date(event)}"]
        return True, name, says, event_options(data_review.mergeable(data, name)), None

    @app.callback(
        Output("review-merge-into", "data", allow_duplicate=True),
        Input("review-merge-into", "searchValue"),
        State("review-merge-into", "data"),
        State("review-merge-what", "data"),
        prevent_initial_call=True,
    )
    def search(searched: str | None, offered: list[dict[str, str]], name: str | None) -> Any:
        if not name or not searched or any(one["label"] == searched for one in offered):
            return no_update
        return event_options(data_review.mergeable(data, name, searched))

    app.clientside_callback(
        "function () { return false; }",
        Output("review-merge-dialog", "opened", allow_duplicate=True),
        Input("review-merge-leave", "n_clicks"),
        prevent_initial_call=True,
    )


def _write(data: Data, article_id: str, pressed: Any) -> int:
    """Write what a button says; returns the batch, 0 if nothing differs."""
    if pressed == "review-all":
        waiting = data_review.reviewed(data, article_id).waiting()
        if not waiting:
            notices.say(_("Nothing waits for review here."), tone="warning")
            return 0
        batch = data.review(waiting, ReviewState.ACCEPTED)
        notices.say(
            ngettext("{count} accepted. Undo takes it back.", "{count} accepted. Undo takes them back.", len(waiting))
        )
        return batch
    do, name = pressed["do"], pressed["index"]
    if do in ("yes", "no"):
        return data_review.answer(data, name, same=do == "yes")
    if do == "apart":
        report_id, event_id = json.loads(name)
        return data_review.take_apart(data, report_id, event_id)
    wanted = ReviewState.ACCEPTED if do == "accept" else ReviewState.DISMISSED
    now = data.event(name)["review_state"]
    return data.review([name], ReviewState.PROPOSED if now == wanted.value else wanted)
