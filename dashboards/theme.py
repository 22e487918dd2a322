"""The look in numbers: type scale, spacing, colours of the page, and the event groups' colours in either theme."""

from __future__ import annotations

from typing import Any, Literal

from tracker.resources import EventGroup, event_groups, event_types

Theme = Literal["light", "dark"]

TYPE_SCALE = {"xs": "12px", "sm": "14px", "md": "16px", "lg": "20px", "xl": "28px"}
SPACING = {"xs": "4px", "sm": "8px", "md": "16px", "lg": "24px", "xl": "40px"}
FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'
MONO = 'ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace'

INK: dict[Theme, dict[str, str]] = {
    "light": {"page": "#ffffff", "text": "#1b1d1f", "quiet": "#5b6167", "line": "#e3e5e8", "strong": "#b9bec4"},
    "dark": {"page": "#16181a", "text": "#e8eaec", "quiet": "#a3a9b0", "line": "#2c3034", "strong": "#4d545b"},
}
"""Page, text, quieter text, hairlines and stronger lines; the same values stand in ``assets/style.css``."""

_INKS = ["#f4f5f6", "#e6e8ea", "#cdd1d5", "#b0b6bc", "#8f979f", "#6d757d", "#4f565d", "#3a4046", "#282c31", "#1b1d1f"]

MANTINE: dict[str, Any] = {
    "fontFamily": FONT,
    "fontFamilyMonospace": MONO,
    "headings": {
        "fontFamily": FONT,
        "fontWeight": "650",
        "sizes": {
            "h1": {"fontSize": TYPE_SCALE["xl"], "lineHeight": "1.2"},
            "h2": {"fontSize": TYPE_SCALE["lg"], "lineHeight": "1.3"},
            "h3": {"fontSize": TYPE_SCALE["md"], "lineHeight": "1.4"},
        },
    },
    "fontSizes": TYPE_SCALE,
    "spacing": SPACING,
    "primaryColor": "ink",
    "primaryShade": {"light": 8, "dark": 2},
    "colors": {"ink": _INKS},
    "autoContrast": True,
    "defaultRadius": "sm",
    "focusRing": "auto",
    "cursorType": "pointer",
}
"""Mantine's theme. The primary colour is ink, not a hue: hues belong to the event groups."""


def group_of(event_type: str) -> EventGroup:
    """The group of an event type."""
    return event_groups()[event_types()[event_type].group]


ANSWERS = ("acceptance", "rejection")
"""Types whose triangle points back, to what they answer."""


def glyph_of(event_type: str) -> str:
    """The shape of an event type as a character: its group's, turned back for an answer."""
    glyph = group_of(event_type).glyph
    return _TURNED.get(glyph, glyph) if event_type in ANSWERS else glyph


_TURNED = {"▶": "◀"}


def group_colour(name: str, theme: Theme) -> str:
    """The colour of the group called ``name``."""
    group = event_groups()[name]
    return group.colour_dark if theme == "dark" else group.colour
