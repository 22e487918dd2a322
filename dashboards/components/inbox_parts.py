"""Parts of the inbox: the way in, the question for a day, progress, the list of articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboards import error_words, language, words
from dashboards.components.attributes import attributes
from dashboards.components.states import empty
from dashboards.language import _, ngettext
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
    known = [{"value": slug, "label": words.conflict_name(slug)} for slug in conflicts()]
    return [
        html.H2(_("New text")),
        dmc.Textarea(
            id="inbox-text",
            label=_("Text of the article"),
            description=_("Paste it here. It is kept as it is and shown as text."),
            autosize=True,
            minRows=8,
            maxRows=18,
            value="",
        ),
        dmc.TextInput(
            id="inbox-published",
            label=_("Published on"),
            description=_("The day it came out, such as 12 November 2025. “Tuesday” in the text counts from it."),
            value="",
            autoComplete="off",
        ),
        html.Div(id="inbox-day", className="reading", role="status", **attributes(aria_live="polite")),
        html.Div(
            [
                dmc.TextInput(id="inbox-title", label=_("Title"), value="", autoComplete="off"),
                dmc.TextInput(id="inbox-publisher", label=_("Publisher"), value=""),
            ],
            className="form-pair",
        ),
        dmc.TextInput(id="inbox-url", label=_("Address"), value="", description=_("Where it can be read, if anywhere")),
        dmc.Select(
            id="inbox-conflict",
            label=_("Conflict"),
            data=[
                {"value": TOLD, "label": _("Told from the text")},
                *known,
                {"value": NO_PROFILE, "label": _("None of these")},
            ],
            value=TOLD,
            allowDeselect=False,
        ),
        html.Div(dmc.Button(_("Read the text"), id="inbox-submit", size="sm"), className="form-buttons"),
        dcc.Upload(
            html.Div(
                [
                    html.Span(_("Choose files"), className="button-link"),
                    html.P(_("or drop them here: {kinds}", kinds=", ".join(suffixes)), className="quiet"),
                    html.P(_("Taking the files in …"), id="inbox-reading", hidden=True, role="status"),
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
        return _("Understood as {day}", day=language.day(day()))
    except DateError as error:
        return error_words.sentence_and_advice(error)


def wrong_files(wrong: Sequence[str]) -> Component | None:
    """What could not be read, a line each; the other files went in."""
    if not wrong:
        return None
    heading = ngettext("{count} file could not be read", "{count} files could not be read", len(wrong))
    return html.Div(
        [html.P(_("{what}. Nothing else was lost.", what=heading)), html.Ul([html.Li(one) for one in wrong])],
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
                    label=_("Published on"),
                    value=language.day(stated, "d MMMM y") if stated else "",
                    description=_("Its first lines say so") if stated else _("Such as 12 November 2025, or yesterday"),
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
            html.H2(_("When were these published?") if many else _("When was it published?")),
            html.P(_("Words such as “Tuesday” or “last month” count from that day. It is never guessed.")),
            *fields,
            html.Div(
                [
                    dmc.Button(_("Read them") if many else _("Read it"), id="inbox-dated"),
                    dmc.Button(_("The day is unknown: read without it"), id="inbox-undated", variant="default"),
                    dmc.Button(_("Do not read now"), id="inbox-forget", variant="default"),
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
            html.P(
                _(
                    "Reading article {number} of {total}: {title}",
                    number=done + 1,
                    total=total,
                    title=queue["todo"][0]["title"],
                )
            ),
            dmc.Progress(value=100 * done / total, **attributes(aria_label=_("Articles read"))),
        ]
    elif total > 1:
        shown = [html.P(ngettext("{count} article is read.", "{count} articles are read.", total))]
    return html.Div([*shown, html.Ul([html.Li(_came(one)) for one in queue["done"]])], className="form-notice")


def _came(one: Mapping[str, Any]) -> list[Any]:
    way = dcc.Link(one["title"], href=f"/inbox/{quote(one['id'])}")
    if one["error"]:
        return [
            html.Strong(one["title"]),
            ": ",
            _("{error} The text is kept; it can be read again from the list.", error=one["error"]),
        ]
    if one["known"]:
        return [way, ": ", _("this text is known already and was not read again.")]
    return [way, f": {_became(one['found'])}."]


def _became(found: Mapping[str, int]) -> str:
    """What became of an article's reports: "3 events proposed, 2 joined known events, 1 question"."""
    told = []
    if found["opened"]:
        told.append(ngettext("{count} event proposed", "{count} events proposed", found["opened"]))
    if found["joined"]:
        told.append(ngettext("{count} joined a known event", "{count} joined known events", found["joined"]))
    if found["asked"]:
        told.append(ngettext("{count} question", "{count} questions", found["asked"]))
    return ", ".join(told) or _("no event found in it")


def articles(heads: Sequence[ArticleHead], asked: Mapping[str, int]) -> Component:
    """All articles, the last read first, with what waits in each; ``asked`` are questions, by article."""
    if not heads:
        return empty(
            _("No article yet."), _("Paste a text or drop files: what is read stands here with its proposals.")
        )
    waiting = sum(one.proposed for one in heads)
    said = (
        ngettext("{count} proposed event waits for review.", "{count} proposed events wait for review.", waiting)
        if waiting
        else _("Nothing waits for review.")
    )
    return html.Div(
        [
            html.P(said, className="quiet"),
            html.Ul([_article(one, asked.get(one.id, 0)) for one in heads], className="inbox-rows"),
        ]
    )


def _article(one: ArticleHead, asked: int) -> html.Li:
    day = language.day(one.published) if one.published else _("publication day unknown")
    added = language.moment(one.added_at)
    origin = " · ".join(part for part in (one.publisher, day, _("read {moment}", moment=added)) if part)
    waits = (
        _("{proposed} of {reports} wait", proposed=one.proposed, reports=one.reports)
        if one.proposed
        else ngettext("{count} reviewed", "{count} reviewed", one.reports)
    )
    state: list[Component] = [html.Span(waits if one.reports else _("no events found"), className="inbox-count")]
    if asked:
        state.append(html.Span(ngettext("{count} question", "{count} questions", asked), className="inbox-count"))
    if not one.reports:
        state.append(
            dmc.Button(
                _("Read again"),
                id={"type": "inbox-again", "index": one.id},
                variant="default",
                size="compact-sm",
                **attributes(aria_label=_("Read again: {title}", title=one.title or one.id)),
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
        className="inbox-row is-waiting" if one.proposed or asked else "inbox-row",
    )
