"""Conflict-negotiation timeline tracker: news text in, a timeline of dated events out.

``tracker.parse(article)`` gives an article's reports; loaded when first used, so that small commands start fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.pipeline import parse

__all__ = ["parse"]


def __getattr__(name: str) -> Any:
    if name == "parse":
        from tracker.pipeline import parse  # noqa: PLC0415 - see the docstring

        return parse
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
