"""The switch of the reader's language, in the header: a plain list of the browser's own, good for keys and fingers."""

from __future__ import annotations

from dash import html

from dashboards import language
from dashboards.components.attributes import attributes
from dashboards.language import _


def language_menu() -> html.Select:
    """The languages by their own names; ``assets/shell.js`` keeps the choice and draws the page anew."""
    now = language.current()
    shown = [
        html.Option(language.own_name(code), value=code, selected=code == now, lang=code) for code in language.offered()
    ]
    return html.Select(shown, id="shell-language", className="shell-language", **attributes(aria_label=_("Language")))
