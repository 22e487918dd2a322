"""The sections of the page Open questions: each entry with why it is there, what would close it, and a way to do so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import ModuleType
from typing import Any
from urllib.parse import quote

import pandas as pd
from dash import dcc, html
from dash.development.base_component import Component

from dashboards import words
from dashboards.components import open_words
from dashboards.components.attributes import attributes
from dashboards.data_ledger import Key
from dashboards.language import _, named, number
from dashboards.theme import glyph_of, group_of

Row = Mapping[Any, Any]

NEVER_OPEN = "answers"
"""The section in which nothing is ever open: what waits for an answer has its own."""
MOST_CLOSED = 60
"""How many of the entries that are not open a section lists; the latest."""


def section(name: str, module: ModuleType, table: pd.DataFrame) -> html.Section:
    """A section: its open entries, and the others folded away."""
    rows = table.to_dict("records")
    still = [row for row in rows if row["open"]]
    rest = [row for row in rows if not row["open"]]
    count = html.Span(number(len(still)), className="open-count num")
    label = named("open question", module.LABEL)
    head = html.H2([label, count] if still else label)
    quiet = name == NEVER_OPEN and bool(rows)
    said = None if still or quiet else html.P(_nothing(rows), className="quiet open-none")
    parts = [head, said, entries(name, still), _others(name, module, rest)]
    return html.Section(
        [part for part in parts if part is not None], id=f"open-section-{name}", className="open-section"
    )


def entries(name: str, rows: Sequence[Row]) -> Component | None:
    """Open entries of a section, those of one event under its title."""
    return html.Div(list(_events(name, rows))) if rows else None


def _nothing(rows: Sequence[Row]) -> str:
    return _("Nothing is open here.") if rows else _("The timeline tells of none by this day.")


def _events(name: str, rows: Sequence[Row]) -> Iterator[Component]:
    for _event_id, of_event in groupby(rows, key=lambda row: row["event_id"]):
        listed = list(of_event)
        yield html.Article(
            [html.H3(_title(name, listed[0])), *(_entry(name, row) for row in listed)], className="open-event"
        )


def _title(name: str, row: Row, place: str = "open") -> list[Component]:
    group = group_of(str(row["event_type"]))
    key = str(Key.of(name, row))
    return [
        html.Span(
            glyph_of(str(row["event_type"])), className=f"glyph group-{group.name}", **attributes(aria_hidden="true")
        ),
        html.Button(
            open_words.title(row),
            id={"type": "open-event", "index": key, "place": place},
            className="as-link",
            n_clicks=0,
        ),
    ]


def _entry(name: str, row: Row) -> html.Div:
    number, unit = open_words.days(row, name)
    parties = open_words.parties(row, name)
    title = open_words.title(row)
    return html.Div(
        [
            html.P([html.Strong(number, className="num"), html.Span(unit)], className="open-days"),
            html.Div(
                [
                    html.P(
                        [
                            html.Span(parties, className="open-parties") if parties else None,
                            html.Span(open_words.state(str(row["state"])), className="event-state"),
                            _seen(row) if name == "agreements" else None,
                        ],
                        className="open-line",
                    ),
                    html.P(str(row["why"]), className="open-why"),
                    html.P(
                        [html.Span(_("Would close it:"), className="quiet"), " ", str(row["closes"]), *_unsure(row)],
                        className="open-why",
                    ),
                ],
                className="open-said",
            ),
            html.Button(
                _("Close…"),
                id={"type": "open-close", "index": str(Key.of(name, row))},
                className="open-close",
                n_clicks=0,
                **attributes(
                    aria_label=_("Close by hand: {title}, {parties}", title=title, parties=parties),
                    aria_haspopup="dialog",
                ),
            ),
        ],
        className="open-entry",
    )


def _unsure(row: Row) -> list[Any]:
    """Where a link that no person confirmed decides it: the way to where it is confirmed or refused."""
    if not str(row["state"]).startswith("perhaps") or not str(row["closes"]).startswith("Confirm"):
        return []
    return [" ", dcc.Link(_("Answer it"), href=f"/event/{quote(str(row['event_id']))}#event-questions")]


def _seen(row: Row) -> Component | None:
    """How much of what was agreed was seen, as a bar with its numbers."""
    agreed, seen = open_words.number(row["agreed"]), open_words.number(row["seen"]) or 0
    if agreed is None:
        return None
    share = min(100, round(100 * seen / agreed)) if agreed else 100
    whom = open_words.side(row["side"], str(row["conflict"]))
    said = _(
        "{seen} of {agreed} {what} seen, {whom}",
        seen=number(seen),
        agreed=number(agreed),
        what=words.COUNTED.get(str(row["what"]), str(row["what"])),
        whom=whom,
    )
    bar = html.Span(html.Span(style={"width": f"{share}%"}), className="open-bar", **attributes(aria_hidden="true"))
    return html.Span([bar, said], className="open-seen num")


def _others(name: str, module: ModuleType, rows: Sequence[Row]) -> Component | None:
    """The entries that are not open, folded away under a sentence that says how they stand."""
    if not rows:
        return None
    shown = [
        html.Li(
            [
                html.Span(_title(name, row, f"closed-{number}"), className="open-closed-title"),
                html.Span(open_words.state(str(row["state"])), className="event-state"),
                html.P(str(row["why"]), className="open-why"),
            ]
        )
        for number, row in enumerate(rows[:MOST_CLOSED])
    ]
    more = (
        _("The first {listed} of {count} are listed.", listed=MOST_CLOSED, count=number(len(rows)))
        if len(rows) > MOST_CLOSED
        else None
    )
    head = open_words.tally(rows)
    return html.Details(
        [
            html.Summary(head if name == NEVER_OPEN else _("Not open: {head}", head=head)),
            html.P(named("open question", module.MEANING), className="quiet open-meaning"),
            html.Ul(shown, className="open-closed"),
            html.P(more, className="quiet") if more else None,
        ]
    )
