"""Texts that a spreadsheet would take for a formula: one ``'`` before them makes them texts, and comes off again."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

_RISKY = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guarded(cells: pd.Series[Any]) -> pd.Series[Any]:
    """``cells`` with a ``'`` before each text that begins like a formula, or like one guarded already."""
    risky = cells.str.match(_RISKY)
    return cells.where(~risky, "'" + cells)


def unguarded(text: str) -> str:
    """``text`` as it was before ``guarded``."""
    return text[1:] if _GUARDED.match(text) else text
