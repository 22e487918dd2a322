"""Parts of the inbox: the way in, the question for a day, progress, the list of articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import dash_mantine_components as dmc
from babel.dates import format_date, format_datetime
from dash import dcc, html
from dash.development.base_component import Component

from dashboards.components.attributes import attributes
from dashboards.components.states import empty
from tracker.errors import DateError
from tracker.models import Article
from tracker.resources import conflicts

if TYPE_CHECKING:
    from tracker.models import ArticleHead

TOLD, NO_PROFILE = "told", "none"
"""Choices of the conflict besides the profiles: told from the text, and none of them."""
SHOWN_WORDS = 160


def way_in(suffixes: Sequence[str]) -> list[Component]:
    """The fields for a pasted text, and the place to drop files."""
    known = [{"value": one.slug, "label": one.name} for one in conflicts().values()]
    return [
        html.H2("New text"),
        dmc.Textarea(
            id="inbox-text",
            label="Text of the article",
            description="Paste it here. It is kept as it is and shown as text.",
            autosize=True,
            minRows=8,
            maxRows=18,
            value="",
        ),
        dmc.TextInput(
            id="inbox-published",
            label="Published on",
            description="The day it came out, such as 12 November 2025. “Tuesday” in the text counts from it.",
            value="",
            autoComplete="off",
        ),
        html.Div(id="inbox-day", className="reading", role="status", **attributes(aria_live="polite")),
        html.Div(
            [
                dmc.TextInput(id="inbox-title", label="Title", value="", autoComplete="off"),
                dmc.TextInput(id="inbox-publisher", label="Publisher", value=""),
            ],
            className="form-pair",
        ),
        dmc.TextInput(id="inbox-url", label="Address", value="", description="Where it can be read, if anywhere"),
        dmc.Select(
            id="inbox-conflict",
            label="Conflict",
            data=[
                {"value": TOLD, "label": "Told from the text"},
                *known,
                {"value": NO_PROFILE, "label": "None of these"},
            ],
            value=TOLD,
            allowDeselect=False,
        ),
        html.Div(dmc.Button("Read the text", id="inbox-submit", size="md"), className="form-buttons"),
        dcc.Upload(
            html.Div(
                [
                    html.Span("Choose files", className="button-link"),
                    html.P(f"or drop them here: {', '.join(suffixes)}", className="quiet"),
                    html.P("Taking the files in …", id="inbox-reading", hidden=True, role="status"),
                ]
            ),
            id="inbox-files",
            className="dropzone",
            className_active="dropzone is-over",
            multiple=True,
            accept=",".join(suffixes),
        ),
    ]


def day_in_words(day: Callable[[], date], typed: str | None) -> str:
    """The publication day as it was understood; nothing while none is typed or it is not understood yet."""
    if not (typed or "").strip():
        return ""
    try:
        return f"Understood as {format_date(day(), 'EEE d MMM y', locale='en')}"
    except DateError as error:
        return f"{error.sentence} {error.advice}".strip()


def wrong_files(wrong: Sequence[str]) -> Component | None:
    """What could not be read, a line each; the other files went in."""
    if not wrong:
        return None
    heading = "One file could not be read" if len(wrong) == 1 else f"{len(wrong)} files could not be read"
    return html.Div(
        [html.P(f"{heading}. Nothing else was lost."), html.Ul([html.Li(one) for one in wrong])],
        className="state-failure",
    )


def ask(articles: Sequence[tuple[Article, date | None]]) -> Component:
    """Asks for the publication day of texts that do not say it; ``date`` is what a text's first lines state."""
    fields = [
        html.Div(
            [
                html.P(html.Strong(one.title or one.source or one.id)),
                html.P(_beginning(one), className="quiet"),
                dmc.TextInput(
                    id={"type": "inbox-when", "index": n},
                    label="Published on",
                    value=format_date(stated, "d MMMM y", locale="en") if stated else "",
                    description="Its first lines say so" if stated else "Such as 12 November 2025, or yesterday",
                    autoComplete="off",
                ),
            ],
            className="asked",
        )
        for n, (one, stated) in enumerate(articles)
    ]
    many = len(articles) > 1
    return html.Div(
        [
            html.H2("When were these published?" if many else "When was it published?"),
            html.P("Words such as “Tuesday” or “last month” count from that day. It is never guessed."),
            *fields,
            html.Div(
                [
                    dmc.Button("Read them" if many else "Read it", id="inbox-dated"),
                    dmc.Button("The day is unknown: read without it", id="inbox-undated", variant="default"),
                    dmc.Button("Do not read now", id="inbox-forget", variant="default"),
                ],
                className="form-buttons",
            ),
        ],
        className="form-notice inbox-asked",
        role="group",
    )


def _beginning(article: Article) -> str:
    text = " ".join(article.text[: SHOWN_WORDS * 2].split())
    return text if len(text) <= SHOWN_WORDS else text[:SHOWN_WORDS].rsplit(" ", 1)[0] + " …"


def progress(queue: Mapping[str, Any]) -> Component:
    """How far the reading is, and what came of each article."""
    done, total = len(queue["done"]), len(queue["done"]) + len(queue["todo"])
    shown: list[Component] = []
    if queue["todo"]:
        shown = [
            html.P(f"Reading article {done + 1} of {total}: {queue['todo'][0]['title']}"),
            dmc.Progress(value=100 * done / total, **attributes(aria_label="Articles read")),
        ]
    elif total > 1:
        shown = [html.P(f"{total} articles are read.")]
    return html.Div([*shown, html.Ul([html.Li(_came(one)) for one in queue["done"]])], className="form-notice")


def _came(one: Mapping[str, Any]) -> list[Any]:
    way = dcc.Link(one["title"], href=f"/inbox/{quote(one['id'])}")
    if one["error"]:
        return [html.Strong(one["title"]), f": {one['error']} The text is kept; it can be read again from the list."]
    if one["known"]:
        return [way, ": this text is known already and was not read again."]
    found = one["found"]
    return [way, f": {found} event{'' if found == 1 else 's'} proposed." if found else ": no event found in it."]


def articles(heads: Sequence[ArticleHead]) -> Component:
    """All articles, the last read first, with what waits in each."""
    if not heads:
        return empty("No article yet.", "Paste a text or drop files: what is read stands here with its proposals.")
    waiting = sum(one.proposed for one in heads)
    said = f"{waiting:,} proposed events wait for review." if waiting else "Nothing waits for review."
    return html.Div(
        [html.P(said, className="quiet"), html.Ul([_article(one) for one in heads], className="inbox-rows")]
    )


def _article(one: ArticleHead) -> html.Li:
    day = format_date(one.published, "EEE d MMM y", locale="en") if one.published else "publication day unknown"
    added = format_datetime(one.added_at, "d MMM y, HH:mm 'UTC'", locale="en")
    origin = " · ".join(part for part in (one.publisher, day, f"read {added}") if part)
    waits = f"{one.proposed} of {one.reports} wait" if one.proposed else f"{one.reports} reviewed"
    state: list[Component] = [html.Span(waits if one.reports else "no events found", className="inbox-count")]
    if not one.reports:
        state.append(
            dmc.Button(
                "Read again",
                id={"type": "inbox-again", "index": one.id},
                variant="default",
                size="compact-sm",
                **attributes(aria_label=f"Read again: {one.title or one.id}"),
            )
        )
    return html.Li(
        [
            html.Div(
                [
                    dcc.Link(one.title or one.id, href=f"/inbox/{quote(one.id)}"),
                    html.Div(origin, className="quiet"),
                ]
            ),
            html.Div(state, className="inbox-state"),
        ],
        className="inbox-row is-waiting" if one.proposed else "inbox-row",
    )
