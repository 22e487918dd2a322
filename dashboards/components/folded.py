"""What folds out of a button: saved views, export links, a choice of columns.

A popover with a named region, since Mantine's menu gives what it wraps a wrong role.
"""

from __future__ import annotations

from typing import Any, Literal

import dash_mantine_components as dmc
from dash import html

from dashboards.components.attributes import attributes


def folded(
    button: dmc.Button,
    content: list[Any],
    name: str,
    *,
    position: Literal["bottom-start", "bottom-end"] = "bottom-end",
    className: str = "",  # noqa: N803 - Dash's name for it
    **more: Any,
) -> dmc.Popover:
    """``button``, and ``content`` below it once it is pressed; ``name`` is what screen readers call the content."""
    region = html.Div(content, className=className, role="region", **attributes(aria_label=name))
    return dmc.Popover(
        [dmc.PopoverTarget(button), dmc.PopoverDropdown(region)],
        position=position,
        withRoles=False,
        trapFocus=True,
        returnFocus=True,
        shadow="md",
        zIndex=400,
        **more,
    )
