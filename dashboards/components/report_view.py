"""A report behind an event: where it was told, its quote in the stored article, and how the parser read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboards import language, words
from dashboards.components.attributes import attributes
from dashboards.components.event_view import source_link
from dashboards.components.evidence import Marked, date_mark, evidence_marks, marked_text, quote_in_context
from dashboards.language import _
from tracker.models import Article, Report


def report_view(report_id: str, report: Report, article: Article) -> html.Article:
    """The report with its quote in context; the whole article comes when it is asked for."""
    return html.Article(
        [
            html.H3(article.title or article.publisher or article.id),
            html.P(article_origin(article), className="quiet report-origin"),
            html.Blockquote(
                quote(report, article), className="article-quote", id={"type": "event-text", "index": report_id}
            ),
            html.Div(
                [
                    dmc.Button(
                        _("Show the whole article"),
                        id={"type": "event-article", "index": report_id},
                        variant="default",
                        size="compact-sm",
                        **attributes(aria_expanded="false"),
                    )
                ],
                className="no-print",
            ),
            told(report),
        ],
        className="report",
    )


def quote(report: Report, article: Article) -> list[Any]:
    """The report's sentences marked, with a little of the article around them."""
    shown = quote_in_context(article, report_marks(report, article))
    return shown or [html.P(_("The report quotes no sentence."), className="quiet")]


def report_marks(report: Report, article: Article, *events: str) -> list[Marked]:
    """The report's evidence and the words of its date, as marks in the article."""
    marks = evidence_marks(report.evidence, article.text, *events)
    date = date_mark(article.text, report.date_text, marks, _("The words of the date"), *events)
    return [*marks, date] if date else marks


def whole_article(report: Report, article: Article) -> list[Any]:
    """The article's text with the report's marks."""
    return marked_text(article.text, report_marks(report, article))


def article_origin(article: Article) -> list[Any]:
    """Publisher, publication day and address of an article."""
    day = language.day(article.published) if article.published else _("publication day unknown")
    parts: list[Any] = [part for part in (article.publisher, day) if part]
    shown: list[Any] = [" · ".join(parts)]
    if article.url:
        shown += [" · ", source_link(article.url)]
    return shown


def told(report: Report) -> html.Details:
    """What this report says of the event, and the rule behind each field."""
    when = words.date_in_words(report.date_start, report.date_end, report.date_precision)
    said = {
        _("Type"): words.type_label(report.event_type),
        _("Status"): words.STATUS[report.status],
        _("Date"): when,
        _("Words of the date"): f"“{report.date_text}”" if report.date_text else "",
        _("Basis of the date"): words.BASIS[report.date_basis],
        _("Actors"): "; ".join(
            f"{words.actor_name(one.code, report.conflict)} ({words.role_name(one.role)})" for one in report.actors
        ),
        _("Numbers"): "; ".join(words.quantity_in_words(one, report.conflict) for one in report.quantities),
        _("On whose word"): words.actor_name(report.claimed_by, report.conflict) if report.claimed_by else "",
        _("Probability that it is right"): language.percent(report.probability)
        if report.probability is not None
        else "",
        _("Read by"): report.parser,
    }
    return html.Details(
        [
            html.Summary(_("How this was read")),
            html.Dl([_pair(label, text) for label, text in said.items() if text], className="facts facts-small"),
            *_rules(report.rules),
        ],
        className="report-rules",
    )


def _rules(rules: Mapping[str, str]) -> list[Component]:
    if not rules:
        return []
    return [
        html.P(_("The rule that set each field:"), className="quiet"),
        html.Dl([_pair(words.column_label(name), text) for name, text in rules.items()], className="facts facts-small"),
    ]


def _pair(label: str, text: str) -> html.Div:
    return html.Div([html.Dt(label), html.Dd(text)], className="fact")
