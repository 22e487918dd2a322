"""The key to colours, shapes and outlines, the same wherever events are drawn."""

from __future__ import annotations

from dash import html

from dashboards import words
from dashboards.components.attributes import attributes
from dashboards.language import N_, _
from dashboards.theme import glyph_of
from tracker.resources import event_groups, event_types

HOW = (
    ("day", N_("Day known")),
    ("soft", N_("Some day in a longer time")),
    ("open", N_("One end open")),
    ("planned", N_("Planned")),
    ("off", N_("Called off")),
    ("claim", N_("One side’s word")),
)
"""How certainty is drawn: the name of the sample in ``assets/timeline.css``, and its words."""


def legend() -> html.Div:
    """Groups with their shapes, and how certainty is drawn."""
    groups = [
        html.Li(
            [
                html.Span(_glyphs(group.name), className=f"glyph group-{group.name}", **attributes(aria_hidden="true")),
                words.group_label(group.name),
            ],
            title=", ".join(words.type_label(one.name) for one in event_types().values() if one.group == group.name),
        )
        for group in event_groups().values()
    ]
    how = [
        html.Li([html.Span(className=f"sample sample-{name}", **attributes(aria_hidden="true")), _(label)])
        for name, label in HOW
    ]
    return html.Div(
        [
            html.Ul(groups, className="legend-list", **attributes(aria_label=_("Groups of events"))),
            html.Ul(how, className="legend-list legend-how", **attributes(aria_label=_("How certainty is drawn"))),
        ],
        className="legend",
    )


def _glyphs(group: str) -> str:
    """The shapes that a group's marks have, each once."""
    return "".join(dict.fromkeys(glyph_of(one.name) for one in event_types().values() if one.group == group))
