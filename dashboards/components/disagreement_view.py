"""What reports of one event contradict each other on: each value, who says so, when, in which words; and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboards import data_disagreements, words
from dashboards.components.attributes import attributes
from dashboards.components.change_words import moment
from dashboards.components.event_view import place, state_marks, type_mark
from dashboards.data import Data
from dashboards.data_disagreements import Contested, Disagreement, DisagreementKind, Version
from dashboards.language import N_, Spoken, _, day, ngettext
from tracker.timeline import read_actors, read_quantities

LABELS = Spoken(
    {
        DisagreementKind.DATES: N_("When it was"),
        DisagreementKind.NUMBERS: N_("How many"),
        DisagreementKind.PLACES: N_("Where it was"),
        DisagreementKind.WHO: N_("Who took part"),
        DisagreementKind.WHETHER: N_("Whether it happened"),
    }
)
"""The kinds of disagreement, in the order of the page."""
MOST_TELLERS = 6
"""Reports that are quoted for one value; the others are counted."""


def contested_view(data: Data, one: Contested, shown: Sequence[Disagreement]) -> html.Article:
    """An event with those of its disagreements that are ``shown``."""
    event = one.event
    counted = ngettext("{count} report", "{count} reports", int(event["report_count"]))
    origins = ngettext("{count} independent origin", "{count} independent origins", int(event["origin_count"]))
    return html.Article(
        [
            html.Div([type_mark(event["event_type"]), *state_marks(event)], className="event-head-line"),
            html.H2(dcc.Link(words.event_title(event), href=f"/event/{quote(str(event['event_id']))}")),
            html.P(
                [words.event_date(event), html.Span(f" · {counted} · {origins}", className="quiet")],
                className="contest-when",
            ),
            *(disagreement_view(data, told) for told in shown),
        ],
        className="contest",
    )


def disagreement_view(data: Data, one: Disagreement) -> html.Section:
    """One thing that sources differ on, with its versions side by side."""
    done = data_disagreements.settled(data, one) if one.settled else None
    ways: list[Component] = []
    if done:
        said = _("Both kept") if done.both else _("Chosen by hand")
        ways = [
            html.Span(f"{said} · {moment(done.at)}", className="quiet"),
            _button(one, "undo", _("Undo"), str(done.batch), _("Undo: {kind}", kind=LABELS[one.kind])),
        ]
    else:
        ways = [
            _button(one, "both", _("Keep both"), "", _("Keep both: {kind}", kind=LABELS[one.kind])),
            html.Span(_("The event stays as it is, and its note says what the sources say."), className="quiet"),
        ]
    return html.Section(
        [
            html.H3(LABELS[one.kind]),
            html.Ul([_version(one, version) for version in one.versions], className="versions"),
            html.Div(ways, className="contest-both no-print"),
        ],
        className="contest-kind is-settled" if done else "contest-kind",
    )


def _version(one: Disagreement, version: Version) -> html.Li:
    reports = ngettext("{count} report", "{count} reports", len(version.reports))
    origins = ngettext("{count} independent origin", "{count} independent origins", version.origins)
    chosen = [html.Span(_("The timeline says this"), className="event-state")] if version.chosen else []
    more = len(version.reports) - MOST_TELLERS
    report_id = version.reports[0].report_id
    said = _said(one, version)
    buttons = [
        _button(one, "choose", _("Choose this"), report_id, _("Choose: {words}", words=said)),
        _button(one, "split", _("Split off"), report_id, _("Split off: {words}", words=said)),
    ]
    return html.Li(
        [
            html.Div(
                [
                    html.Strong(said, className="version-words"),
                    *chosen,
                    html.Span(f"{reports} · {origins}", className="quiet version-count"),
                ],
                className="version-head",
            ),
            html.Ul([_teller(one_of) for one_of in version.reports[:MOST_TELLERS]], className="tellers"),
            html.P(ngettext("and {count} more", "and {count} more", more), className="quiet") if more > 0 else None,
            None if one.settled else html.Div(buttons, className="form-buttons no-print"),
        ],
        className="version is-chosen" if version.chosen else "version",
    )


def _said(one: Disagreement, version: Version) -> str:
    """The version in the reader's language."""
    told, slug = version.values, version.reports[0].report.conflict
    if one.kind == DisagreementKind.DATES:
        return words.date_in_words(told["date_start"], told["date_end"], told["date_precision"])
    if one.kind == DisagreementKind.NUMBERS:
        return ", ".join(words.quantity_in_words(number, slug) for number in read_quantities(told["quantities"]))
    if one.kind == DisagreementKind.PLACES:
        return place(told)
    if one.kind == DisagreementKind.WHO:
        actors = read_actors(told["actors"])
        return ", ".join(f"{words.actor_name(who.code, slug)} ({words.role_name(who.role)})" for who in actors)
    return words.STATUS[told["status"]]


def _teller(one: data_disagreements.Behind) -> html.Li:
    """Who says so, when, in which words, and the way to the sentence in the stored article."""
    published = day(one.article.published, "EEE d MMM y") if one.article.published else _("publication day unknown")
    way = dcc.Link(
        _("In the article"),
        href=f"/inbox/{quote(one.article.id)}",
        **attributes(title=one.article.title or one.article.id),
    )
    claimed = one.report.claimed_by
    whose = [_("on the word of {actor}", actor=words.actor_name(claimed, one.report.conflict))] if claimed else []
    return html.Li(
        [
            html.Div(
                [html.Span(one.source, className="teller-source"), *(f" · {part}" for part in (published, *whose))]
            ),
            html.Blockquote(one.quote) if one.quote else None,
            way,
        ]
    )


def _button(one: Disagreement, do: str, label: str, what: str, name: str) -> dmc.Button:
    return dmc.Button(
        label,
        id={"type": "disagreements-do", "do": do, "event": one.event_id, "kind": one.kind.value, "what": what},
        size="compact-md",
        fz="sm",
        variant="default",
        **attributes(aria_label=name),
    )
