"""Inbox: texts in, pasted or as files; each is read one by one, and waits for its review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboards import data_texts, error_words
from dashboards.components import inbox_parts
from dashboards.components.attributes import attributes
from dashboards.data import Data
from dashboards.language import N_, _
from dashboards.pages import Page
from tracker.errors import ArticleError, DateError, TrackerError
from tracker.models import Article

PAGE = Page(name="inbox", path="/inbox", title=N_("Inbox"), order=40)


def layout(data: Data) -> html.Div:
    """The way in for texts, what is being read, and all articles with what waits in them."""
    return html.Div(
        [
            dcc.Store(id="inbox-asking", storage_type="local"),
            dcc.Store(id="inbox-queue"),
            dcc.Store(id="inbox-read"),
            dcc.Store(id="inbox-driven"),
            dcc.Store(id="inbox-looked"),
            dcc.Store(id="inbox-named"),
            html.H1(PAGE.label),
            html.P(_("A text goes in, events come out as proposals. None enters the timeline before you accept it.")),
            html.Div(
                [
                    html.Section(inbox_parts.way_in(data_texts.suffixes()), className="inbox-in"),
                    html.Section(
                        [
                            html.Div(id="inbox-errors", role="alert"),
                            html.Div(id="inbox-ask"),
                            html.Div(id="inbox-progress", **attributes(aria_live="polite")),
                            html.H2(_("Articles")),
                            html.Div(_articles(data), id="inbox-articles"),
                        ],
                        className="inbox-list",
                    ),
                ],
                className="inbox-frame",
            ),
        ],
        className="page inbox-page",
    )


def _articles(data: Data) -> Component:
    return inbox_parts.articles(data_texts.heads(data), data_texts.questions(data))


def register(app: Dash, data: Data) -> None:
    """The page's callbacks: taking texts in, asking for their day, reading them one by one."""
    _register_pasting(app, data)
    _register_dropping(app, data)
    _register_asking(app, data)
    _register_reading(app, data)


def _register_pasting(app: Dash, data: Data) -> None:
    @app.callback(
        Output("inbox-queue", "data"),
        Output("inbox-asking", "data"),
        Output("inbox-errors", "children"),
        Output("inbox-text", "error"),
        Output("inbox-published", "error"),
        Output("inbox-text", "value"),
        Output("inbox-title", "value"),
        Output("inbox-url", "value"),
        Output("inbox-published", "value"),
        Input("inbox-submit", "n_clicks"),
        State("inbox-text", "value"),
        State("inbox-title", "value"),
        State("inbox-publisher", "value"),
        State("inbox-url", "value"),
        State("inbox-published", "value"),
        State("inbox-conflict", "value"),
        prevent_initial_call=True,
    )
    def paste(
        clicks: int | None, words: str, title: str, publisher: str, url: str, typed: str, conflict: str | None
    ) -> tuple[Any, ...]:
        if not clicks:
            raise PreventUpdate
        kept = (no_update,) * 4
        try:
            day = data_texts.published_day(typed, data.today()) if (typed or "").strip() else None
            article = data_texts.pasted(
                words or "", title=title or "", publisher=publisher or "", url=url or "", published=day
            )
        except DateError as error:
            return (no_update, no_update, None, None, error_words.sentence_and_advice(error), *kept)
        except ArticleError as error:
            return (no_update, no_update, None, error_words.sentence_and_advice(error), None, *kept)
        queue, asking, wrong = _sort(data, [article], conflict)
        if wrong:
            return (no_update, no_update, None, None, wrong[0], *kept)
        return queue or no_update, asking, None, None, None, "", "", "", ""

    @app.callback(
        Output("inbox-day", "children"),
        Input("inbox-published", "value"),
        prevent_initial_call=True,
    )
    def say_day(typed: str | None) -> str:
        return inbox_parts.day_in_words(lambda: data_texts.published_day(typed or "", data.today()), typed)


def _sort(
    data: Data, articles: Sequence[Article], conflict: str | None
) -> tuple[dict[str, Any] | None, dict[str, Any] | None, list[str]]:
    """What can be read at once, what must be asked for its day first, and what is too long to be kept meanwhile."""
    dated = [one for one in articles if one.published]
    undated, wrong = data_texts.kept_while_asked(one for one in articles if not one.published)
    asking = {"articles": [data_texts.to_plain(one) for one in undated], "conflict": conflict} if undated else None
    return (_queue(data, dated, conflict) if dated else None), asking, wrong


def _queue(data: Data, articles: Sequence[Article], conflict: str | None) -> dict[str, Any]:
    """The articles, kept in the store, in line for being read. What was known is in line only to be told so."""
    taken = [data_texts.take_in(data, one) for one in articles]
    todo = [{"id": one.article_id, "title": one.title, "known": one.known} for one in taken]
    return {"todo": todo, "done": [], "conflict": conflict, "run": uuid4().hex}


def _register_dropping(app: Dash, data: Data) -> None:
    app.clientside_callback(
        ClientsideFunction("inbox", "name"), Output("inbox-named", "data"), Input("inbox-files", "multiple")
    )

    @app.callback(
        Output("inbox-queue", "data", allow_duplicate=True),
        Output("inbox-asking", "data", allow_duplicate=True),
        Output("inbox-errors", "children", allow_duplicate=True),
        Output("inbox-files", "contents"),
        Input("inbox-files", "contents"),
        State("inbox-files", "filename"),
        State("inbox-conflict", "value"),
        prevent_initial_call=True,
        running=[(Output("inbox-reading", "hidden"), False, True)],
    )
    def drop(contents: list[str] | None, names: list[str] | None, conflict: str | None) -> tuple[Any, ...]:
        if not contents or not names:
            raise PreventUpdate
        articles, wrong = data_texts.dropped(zip(names, contents, strict=True))
        queue, asking, long = _sort(data, articles, conflict)
        return queue or no_update, asking, inbox_parts.wrong_files([*wrong, *long]), None


def _register_asking(app: Dash, data: Data) -> None:
    @app.callback(Output("inbox-ask", "children"), Input("inbox-asking", "data"))
    def ask(asking: dict[str, Any] | None) -> Any:
        if not asking or not asking["articles"]:
            return None
        articles = [data_texts.from_plain(one) for one in asking["articles"]]
        return inbox_parts.ask([(one, data_texts.stated_day(one)) for one in articles])

    app.clientside_callback(
        ClientsideFunction("inbox", "look"), Output("inbox-looked", "data"), Input("inbox-ask", "children")
    )

    @app.callback(
        Output("inbox-text", "value", allow_duplicate=True),
        Output("inbox-asking", "data", allow_duplicate=True),
        Input("inbox-forget", "n_clicks"),
        State("inbox-asking", "data"),
        prevent_initial_call=True,
    )
    def forget(clicks: int | None, asking: dict[str, Any] | None) -> tuple[Any, Any]:
        if not clicks or not asking:
            raise PreventUpdate
        words = [one["text"] for one in asking["articles"] if one["source"] == data_texts.PASTED]
        return (words[0] if words else no_update), None

    @app.callback(
        Output("inbox-queue", "data", allow_duplicate=True),
        Output("inbox-asking", "data", allow_duplicate=True),
        Output({"type": "inbox-when", "index": ALL}, "error"),
        Input("inbox-dated", "n_clicks"),
        Input("inbox-undated", "n_clicks"),
        State({"type": "inbox-when", "index": ALL}, "value"),
        State("inbox-asking", "data"),
        prevent_initial_call=True,
    )
    def answer(_dated: Any, _undated: Any, typed: list[str | None], asking: dict[str, Any] | None) -> tuple[Any, ...]:
        if not asking or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        days: list[date | None] = [None] * len(typed)
        wrong: list[str | None] = [None] * len(typed)
        if ctx.triggered_id == "inbox-dated":
            for n, words in enumerate(typed):
                try:
                    days[n] = data_texts.published_day(words or "", data.today())
                except DateError as error:
                    wrong[n] = error_words.sentence_and_advice(error)
            if any(wrong):
                return no_update, no_update, wrong
        asked = [data_texts.from_plain(one) for one in asking["articles"]]
        articles = [replace(one, published=day) for one, day in zip(asked, days, strict=True)]
        return _queue(data, articles, asking["conflict"]), None, wrong


def _register_reading(app: Dash, data: Data) -> None:
    @app.callback(
        Output("inbox-read", "data"),
        Output("inbox-progress", "children"),
        Output("inbox-articles", "children"),
        Output("shell-revision", "data", allow_duplicate=True),
        Output("shell-url", "pathname", allow_duplicate=True),
        Input("inbox-queue", "data"),
        prevent_initial_call=True,
    )
    def read_next(queue: dict[str, Any] | None) -> tuple[Any, ...]:
        if not queue or not queue["todo"]:
            raise PreventUpdate
        first, *rest = queue["todo"]
        done = [*queue["done"], _read(data, first, queue["conflict"])]
        left = queue | {"todo": rest, "done": done}
        only = done[0] if len(done) == 1 and not rest else None
        way = f"/inbox/{quote(only['id'])}" if only and not only["error"] and not only["known"] else no_update
        articles = _articles(data)
        return left, inbox_parts.progress(left), articles, data.revision(), way

    app.clientside_callback(
        ClientsideFunction("inbox", "drive"), Output("inbox-driven", "data"), Input("inbox-read", "data")
    )

    @app.callback(
        Output("inbox-queue", "data", allow_duplicate=True),
        Input({"type": "inbox-again", "index": ALL}, "n_clicks"),
        State({"type": "inbox-again", "index": ALL}, "id"),
        prevent_initial_call=True,
    )
    def again(_clicks: list[int | None], _ids: Any) -> Any:
        if not ctx.triggered_id or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        article_id = ctx.triggered_id["index"]
        todo = [{"id": article_id, "title": article_id, "known": False}]
        return {"todo": todo, "done": [], "conflict": inbox_parts.TOLD, "run": uuid4().hex}


def _read(data: Data, one: Mapping[str, Any], conflict: str | None) -> dict[str, Any]:
    """Read one article of the queue; a fault of it is told, and the others go on."""
    if one["known"]:
        return {**one, "found": None, "error": ""}
    slug = {inbox_parts.TOLD: None, inbox_parts.NO_PROFILE: ""}.get(conflict or inbox_parts.TOLD, conflict)
    try:
        return {**one, "found": asdict(data_texts.propose(data, one["id"], slug)), "error": ""}
    except TrackerError as error:
        return {**one, "found": None, "error": error_words.in_full(error)}
