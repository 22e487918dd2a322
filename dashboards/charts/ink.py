"""Colours of charts: a group's fill and edge in either theme, mixed and made transparent."""

from __future__ import annotations

from functools import cache
from html import escape

from dashboards.theme import FONT, INK, Theme, group_colour
from tracker.resources import event_groups

__all__ = ["FONT", "INK", "Theme", "edge", "fill", "glyph", "mixed", "on", "plain", "transparent"]

EDGE = 0.32
"""How far a mark's edge goes from its group's colour to the text's: enough for 3:1 against the page."""


def fill(group: str, theme: Theme) -> str:
    """The group's colour."""
    return group_colour(group, theme)


@cache
def edge(group: str, theme: Theme) -> str:
    """The group's colour nearer to the text's: edges and hatching, which must stand out from the page."""
    return mixed(group_colour(group, theme), INK[theme]["text"], EDGE)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@cache
def mixed(colour: str, other: str, share: float) -> str:
    """``colour`` with a ``share`` of ``other``, both ``#rrggbb``."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


@cache
def transparent(colour: str, alpha: float) -> str:
    """``colour`` at an opacity from 0 to 1."""
    red, green, blue = _parts(colour)
    return f"rgba({red},{green},{blue},{alpha:.3g})"


@cache
def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in _shares(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _shares(colour: str) -> list[float]:
    return [part / 255 for part in _parts(colour)]


@cache
def on(colour: str) -> str:
    """Black or white: whichever reads better on ``colour``."""
    return "#ffffff" if 1.05 / (luminance(colour) + 0.05) > (luminance(colour) + 0.05) / 0.05 else "#000000"


def glyph(group: str) -> str:
    """The group's shape as a character."""
    return event_groups()[group].glyph


def plain(text: str) -> str:
    """``text`` as plotly shows it unchanged: its markup is not read."""
    return escape(text, quote=False)
