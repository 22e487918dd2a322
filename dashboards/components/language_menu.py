"""The switch of the reader's language, in the header."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import ALL, ClientsideFunction, Dash, Input, html

from dashboards import language
from dashboards.components.attributes import attributes
from dashboards.language import _

ITEM = "shell-language"


def language_menu() -> dmc.Menu:
    """A button that says the present language and offers the others, each by its own name."""
    now = language.current()
    said = _("Language: {name}", name=language.own_name(now))
    return dmc.Menu(
        [
            dmc.MenuTarget(
                dmc.Button(
                    now.upper(),
                    id="shell-languages",
                    variant="subtle",
                    color="ink",
                    size="compact-md",
                    **attributes(aria_label=f"{now.upper()}: {said}"),
                )
            ),
            dmc.MenuDropdown([_item(code, now) for code in language.offered()]),
        ],
        position="bottom-end",
    )


def _item(code: str, now: str) -> dmc.MenuItem:
    return dmc.MenuItem(
        html.Span(language.own_name(code), lang=code),
        id={"type": ITEM, "index": code},
        **attributes(aria_current="true" if code == now else None),
    )


def register(app: Dash) -> None:
    """The browser keeps the choice and draws the page anew."""
    app.clientside_callback(
        ClientsideFunction("shell", "speak"), Input({"type": ITEM, "index": ALL}, "n_clicks"), prevent_initial_call=True
    )
