"""The HTML document around the app, and the order in which a browser gets its scripts.

What makes a page slow to open is some two megabytes of scripts: they are compiled and run before anything is drawn. So
the app's own scripts and styles come first, as one file each. The libraries' are run in their order by
``assets/libraries.js``: at once, or, if a forerunner stands (``forerunner.py``), when that is drawn. Two of them are
not: the tables' (1.3 MB), which comes when a table does (``assets/grid.js``), and a polyfill for browsers that cannot
draw the page anyway (``assets/before/regenerator.js`` has what Dash still uses of it).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from dash import Dash

from dashboards import bundle, language
from dashboards.browser_words import document_words
from dashboards.forerunner import ELEMENT as FORERUNNER

BEFORE = Path(__file__).with_name("assets") / "before"

INDEX = """<!DOCTYPE html>
<html lang="{%lang%}" dir="{%dir%}">
    <head>
        {%metas%}
        <title>{%title%}</title>
        <script>{%scheme%}</script>
        <link rel="stylesheet" href="{%styles%}">
        <link rel="preload" as="script" href="{%own%}">
        {%css%}
        {%fetched%}
        {%favicon%}
    </head>
    <body{%ahead_class%}>
        {%forerunner%}
        {%app_entry%}
        <script type="application/json" id="words">{%words%}</script>
        <script>{%before%}</script>
        <script src="{%own%}" data-grid="{%grid%}"></script>
        <footer>
            {%config%}
            <template id="libraries">{%scripts%}{%renderer%}</template>
        </footer>
    </body>
</html>
"""
"""The document: it has a language, and the theme is set before the first drawing so that nothing flashes.

A ``<template>`` is not run: its scripts are what ``assets/libraries.js`` runs, one after the other.
"""

_POLYFILL, _GRID = "/deps/polyfill@", "/dash_ag_grid/"


class Dashboard(Dash):
    """Dash whose document is in the reader's language and whose scripts come in the order told above.

    ``forerunner`` gives the HTML of the page that stands before Dash does, empty if there is none.
    """

    forerunner: Callable[[], str] = staticmethod(str)

    def interpolate_index(self, *args: Any, **parts: Any) -> str:
        """The document with its parts."""
        parts["title"] = language._(self.title)
        tags = re.findall(r"<script\b.*?</script>", parts["scripts"], re.DOTALL)
        sources = {tag: found[1] for tag in tags if (found := re.search(r'\bsrc="([^"]+)"', tag))}
        run = [tag for tag in tags if not any(part in sources.get(tag, "") for part in (_POLYFILL, _GRID))]
        parts["scripts"] = "\n".join(run)
        document = str(super().interpolate_index(*args, **parts))  # type: ignore[no-untyped-call]
        forerunner = self.forerunner()
        fetched = [] if forerunner else [sources[tag] for tag in run if tag in sources]
        told = {
            "lang": language.current(),
            "dir": language.direction(),
            "words": document_words(),
            "scheme": _own("scheme.js"),
            "before": _own("words.js") + _own("regenerator.js"),
            "styles": bundle.address("css"),
            "own": bundle.address("js"),
            "grid": next((source for source in sources.values() if _GRID in source), ""),
            "fetched": "\n".join(f'<link rel="preload" as="script" href="{source}">' for source in fetched),
        }
        told["ahead_class"] = f' class="{FORERUNNER}"' if forerunner else ""
        told["forerunner"] = forerunner  # the last, since it holds what people wrote
        for name, said in told.items():
            document = document.replace("{%" + name + "%}", said)
        return document


@cache
def _own(name: str) -> str:
    """A script that stands in the document itself: it is small, and the first drawing waits for it."""
    return (BEFORE / name).read_text(encoding="utf-8")
