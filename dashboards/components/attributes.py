"""``data-`` and ``aria-`` attributes for components, whose names Python cannot write as arguments."""

from __future__ import annotations

from typing import Any


def attributes(**given: str | None) -> Any:
    """``attributes(aria_live="polite")`` as keyword arguments; ``None`` is left out."""
    return {name.replace("_", "-"): value for name, value in given.items() if value is not None}
