"""Components as plain HTML: what a browser can show before it has Dash.

Elements of ``dash.html`` and links are written as they are. The few controls of Mantine that stand on a first page are
written as elements of the same measures (``assets/forerunner.css``). What draws nothing until it is used (stores,
dialogs, what folds out) is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from typing import Any

from dash.development.base_component import Component

_VOID = {"br", "hr", "img"}
_SAID_OTHERWISE = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex"}
_DASHS_OWN = {"children", "key", "n_clicks", "n_clicks_timestamp", "disable_n_clicks", "style"}


def text(part: Any) -> str:
    """A component, a list of such, or a text, as HTML."""
    if part is None or isinstance(part, bool):
        return ""
    if isinstance(part, list | tuple):
        return "".join(text(one) for one in part)
    if not isinstance(part, Component):
        return escape(str(part), quote=False)
    told: dict[str, Any] = part.to_plotly_json()
    given = told["props"]
    if told["namespace"] == "dash_html_components":
        return _element(told["type"].lower(), given)
    look = _LOOKS.get(told["type"])
    return look(given) if look else ""


def _element(name: str, given: dict[str, Any], inside: str | None = None) -> str:
    """An element with its attributes; ``inside`` stands for its children if it is given."""
    words = []
    for key, value in given.items():
        if key in _DASHS_OWN or value is None or value is False:
            continue
        said = _SAID_OTHERWISE.get(key, key)
        words.append(said if value is True else f'{said}="{escape(_value(value))}"')
    if given.get("style"):
        style = ";".join(f"{key}:{value}" for key, value in given["style"].items())
        words.append(f'style="{escape(style)}"')
    begin = " ".join([name, *words])
    if name in _VOID or name == "input":
        return f"<{begin}>"
    return f"<{begin}>{text(given.get('children')) if inside is None else inside}</{name}>"


def _value(value: Any) -> str:
    """An attribute's value; an id of several parts as Dash writes it."""
    if isinstance(value, dict):
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return str(value)


def _told(given: dict[str, Any], **more: Any) -> dict[str, Any]:
    """What of a control's properties is an attribute of its element."""
    kept = {key: value for key, value in given.items() if key in ("id", "title", "tabIndex") or "-" in key}
    return kept | more


def _link(given: dict[str, Any]) -> str:
    return _element(
        "a", _told(given, href=given.get("href"), className=given.get("className")), text(given["children"])
    )


def _button(given: dict[str, Any]) -> str:
    picture = _element("span", {"className": "ahead-section"}, text(given.get("leftSection")))
    label = _element("span", {"className": "ahead-label mantine-Button-label"}, text(given.get("children")))
    return _element("button", _told(given, type="button", className="ahead-button"), picture + label)


def _field(given: dict[str, Any]) -> str:
    picture = given.get("leftSection")
    before = _element("span", {"className": "ahead-before"}, text(picture)) if picture is not None else ""
    attributes = _told(given, type="text", placeholder=given.get("placeholder"), value=given.get("value"))
    written = _element("input", attributes | {"className": "ahead-pictured" if before else None})
    return _element("div", {"className": f"ahead-field {given.get('className', '')}"}, before + written)


def _segments(given: dict[str, Any]) -> str:
    chosen = given.get("value")
    parts = [
        _element(
            "button",
            {
                "type": "button",
                "value": one["value"],
                "className": "ahead-segment",
                "aria-pressed": "true" if one["value"] == chosen else "false",
            },
            text(one["label"]),
        )
        for one in given["data"]
    ]
    kind = f"ahead-segments {given.get('className', '')}"
    return _element("div", _told(given, role="group", className=kind), "".join(parts))


def _scheme(given: dict[str, Any]) -> str:
    light = _element("span", {"className": "ahead-light"}, text(given["lightIcon"]))
    dark = _element("span", {"className": "ahead-dark"}, text(given["darkIcon"]))
    return _element("button", _told(given, type="button", className="ahead-icon"), light + dark)


def _burger(given: dict[str, Any]) -> str:
    return _element("button", _told(given, type="button", className="ahead-burger"), "<span></span>")


def _what_opens(given: dict[str, Any]) -> str:
    """Of what folds out of a button, the button."""
    return text(given["children"][0])


def _bones(given: dict[str, Any]) -> str:
    return _element("div", {"className": "ahead-bones", "style": {"height": f"{given['height']}px"}})


_LOOKS: dict[str, Callable[[dict[str, Any]], str]] = {
    "Link": _link,
    "Button": _button,
    "TextInput": _field,
    "SegmentedControl": _segments,
    "ColorSchemeToggle": _scheme,
    "Burger": _burger,
    "Popover": _what_opens,
    "PopoverTarget": lambda given: text(given["children"]),
    "VisuallyHidden": lambda given: _element("span", {"className": "sr-only"}, text(given["children"])),
    "Skeleton": _bones,
}
"""How a control looks; each is given its properties."""
