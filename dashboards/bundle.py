"""The app's own scripts and styles, one file each: ``/own.js`` and ``/own.css``.

They stand in some thirty files under ``assets/``, one a purpose; a browser that had to ask for each would wait for
thirty answers. The address tells a fingerprint of what is in it, so that a browser that has it never asks again.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from dash import Dash
from flask import Response

ASSETS = Path(__file__).with_name("assets")
_KINDS = {"js": "text/javascript", "css": "text/css"}


def address(kind: str) -> str:
    """Where all of the app's own ``js`` or ``css`` answers."""
    return f"/own.{kind}?v={sha256(_content(kind)).hexdigest()[:16]}"


@cache
def _content(kind: str) -> bytes:
    """The files of a kind in the order of their names, each under its own."""
    files = sorted(ASSETS.glob(f"*.{kind}"))
    return "\n".join(f"/* {path.name} */\n{path.read_text(encoding='utf-8')}" for path in files).encode()


def register(app: Dash) -> None:
    """Adds the addresses."""

    @app.server.route("/own.<any(js, css):kind>")
    def own(kind: str) -> Response:
        return Response(_content(kind), content_type=f"{_KINDS[kind]}; charset=utf-8")
