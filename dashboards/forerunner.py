"""The forerunner: a page that stands before Dash does, drawn out of the document itself.

Dash and its libraries take a second or two before they show anything. A page that says how it looks ahead of them (a
function ``ahead`` in its module) is written into the document as plain HTML, and the app's own scripts work on it at
once; Dash's page is made behind it, unseen, and takes its place when it has drawn the same (``assets/forerunner.js``).
A page without it, or one that something is wrong with, waits for Dash, which says what is wrong.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from types import ModuleType

import flask

from dashboards import plain_html
from dashboards.components import shell
from dashboards.data import Data
from tracker.errors import TrackerError

log = logging.getLogger("dashboards")

ELEMENT = "forerunner"
"""The id of the element that holds it; ``<body>`` has it as its class meanwhile."""


def html(data: Data, modules: Sequence[ModuleType]) -> str:
    """The page that the present request asks for, as it stands before Dash does; empty if there is none."""
    for module in modules:
        if hasattr(module, "ahead") and module.PAGE.match(flask.request.path) is not None:
            return _html(data, modules, module)
    return ""


def _html(data: Data, modules: Sequence[ModuleType], module: ModuleType) -> str:
    try:
        ahead = module.ahead(flask.request.args.to_dict())
        return plain_html.text(shell.ahead(data, modules, module.PAGE, ahead, ELEMENT)) if ahead else ""
    except TrackerError as error:
        log.info("%s stands without a forerunner: %s", module.PAGE.name, error)
    except Exception:
        log.exception("The forerunner of %s failed.", module.PAGE.name)
    return ""
