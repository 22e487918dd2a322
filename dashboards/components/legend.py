"""The key to colours, shapes and outlines, the same wherever events are drawn."""

from __future__ import annotations

from dash import html

from dashboards.components.attributes import attributes
from tracker.resources import event_groups, event_types

HOW = (
    ("day", "Day known"),
    ("soft", "Some day in a longer time"),
    ("open", "One end open"),
    ("planned", "Planned"),
    ("off", "Called off"),
    ("claim", "One side’s word"),
)
"""How certainty is drawn: the name of the sample in ``assets/timeline.css``, and its words."""


def legend() -> html.Div:
    """Groups with their shapes, and how certainty is drawn."""
    groups = [
        html.Li(
            [
                html.Span(group.glyph, className=f"glyph group-{group.name}", **attributes(aria_hidden="true")),
                group.label,
            ],
            title=", ".join(one.label for one in event_types().values() if one.group == group.name),
        )
        for group in event_groups().values()
    ]
    how = [
        html.Li([html.Span(className=f"sample sample-{name}", **attributes(aria_hidden="true")), label])
        for name, label in HOW
    ]
    return html.Div(
        [
            html.Ul(groups, className="legend-list", **attributes(aria_label="Groups of events")),
            html.Ul(how, className="legend-list legend-how", **attributes(aria_label="How certainty is drawn")),
        ],
        className="legend",
    )
