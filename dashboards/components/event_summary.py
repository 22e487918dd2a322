"""An event in short, for the drawer: what, when and why then, who, which words of which source say so, links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboards import data_disagreements, data_entry, data_links, words
from dashboards.components import event_view, evidence
from dashboards.data import Data
from dashboards.data_entry import Standing
from dashboards.language import _, capitalised, ngettext


def layout(data: Data, event: Mapping[str, Any]) -> html.Article:
    """Everything that the drawer shows of an event."""
    standing = data_entry.standing(data, str(event["event_id"]))
    parts: list[Component | None] = [
        html.H2(words.event_title(event), className="event-title"),
        html.P(words.event_date(event), className="event-date"),
        html.P(event_view.date_grounds(event, [one.stored.report for one in standing]), className="event-grounds"),
        html.P(event["description"]) if event["description"] else None,
        event_view.fact_list(event_view.facts(event)),
        _section(_("What the sources say"), _quotes(event, standing)),
        _section(_("Sources"), _sources(event)),
        _section(_("Linked events"), _links(data, event)),
        *_unsettled(data, str(event["event_id"])),
        dcc.Link(_("Open the full page"), href=f"/event/{event['event_id']}", className="event-open"),
    ]
    return html.Article([part for part in parts if part is not None], className="event-summary")


def _unsettled(data: Data, event_id: str) -> list[Component]:
    """What sources differ on, and what a person is asked, with the way to settle it."""
    found = data_links.found_links(data)
    differ = sum(not one.settled for one in data_disagreements.of_event(data, event_id).found)
    asked = len(data.store.asked_joins(event_id=event_id)) + len(found.asked_from(event_id))
    said = [ngettext("{count} disagreement", "{count} disagreements", differ)] if differ else []
    said += [ngettext("{count} question", "{count} questions", asked)] if asked else []
    way = f"/event/{event_id}#event-disagreements" if differ else f"/event/{event_id}"
    return [html.P(dcc.Link(", ".join(said), href=way), className="event-unsettled")] if said else []


def heading(event: Mapping[str, Any]) -> html.Span:
    """The drawer's title: the event's type, and what one must know before its facts."""
    return html.Span(
        [event_view.type_mark(event["event_type"]), *event_view.state_marks(event)], className="event-marks"
    )


def _section(title: str, content: list[Component]) -> Component | None:
    return html.Section([html.H3(title), *content]) if content else None


def _quotes(event: Mapping[str, Any], standing: Sequence[Standing]) -> list[Component]:
    found: list[Component] = [_report(event, one) for one in standing]
    if not found and event["quote"]:
        found.append(html.Figure(html.Blockquote(event["quote"]), className="quote"))
    return found


def _report(event: Mapping[str, Any], one: Standing) -> html.Figure:
    """A report's sentences, marked where they stand in the article, and whose article it is."""
    article, report = one.article, one.stored.report
    marks = evidence.evidence_marks(report.evidence, article.text)
    dated = evidence.date_mark(
        article.text, report.date_text, marks, _("Gives the date {date}", date=event["date_edtf"])
    )
    shown = evidence.quote_in_context(article, [*marks, dated] if dated else marks)
    published = words.date_in_words(article.published, article.published, "day") if article.published else ""
    source = " · ".join(part for part in (article.publisher, article.title, published) if part) or article.id
    caption = event_view.source_link(article.url, source) if article.url else html.Span(source)
    return html.Figure([html.Blockquote(shown), html.Figcaption(caption)], className="quote")


def _sources(event: Mapping[str, Any]) -> list[Component]:
    addresses = str(event["source_urls"]).split()
    return [html.Ul([html.Li(event_view.source_link(one)) for one in addresses], className="sources")] * bool(addresses)


def _links(data: Data, event: Mapping[str, Any]) -> list[Component]:
    onward, back = data_entry.linked(data, event)
    said = [(words.LINK[kind], one) for kind, one in onward] + [(words.LINK_BACK[kind], one) for kind, one in back]
    rows = [html.Li([html.Span(f"{capitalised(how)} ", className="quiet"), _way(data, one)]) for how, one in said]
    return [html.Ul(rows, className="links")] if rows else []


def _way(data: Data, event_id: str) -> Component:
    """Opens the other event in the same drawer."""
    if not data_entry.known(data, event_id):
        return html.Span(_("{event}, which is not in the store", event=event_id))
    other = data.event(event_id)
    text: list[Component | str] = [
        words.event_title(other),
        html.Span(f", {words.event_date(other)}", className="quiet"),
    ]
    return html.Button(text, id={"type": "drawer-link", "event": event_id}, className="as-link", n_clicks=0)
