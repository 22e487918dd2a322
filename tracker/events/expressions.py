"""Regular expressions over names, offices and the words beside them."""

from __future__ import annotations

import re
from typing import cast

import regex


def expression(source: str) -> re.Pattern[str]:
    r"""``source`` ready to be sought; by the package regex, several times as slow to make it, only for its ``\p{}``."""
    return cast("re.Pattern[str]", regex.compile(source)) if r"\p{" in source else re.compile(source)
