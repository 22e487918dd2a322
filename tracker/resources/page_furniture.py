"""What stands on a page beside its article: ``data/text/notices.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pydantic import field_validator

from tracker.resources.files import DATA, Resource, read_toml


class FurnitureRule(Resource):
    """One kind of notice or teaser.

    ``pattern``, in any case, must match a whole line, or stand inside a sentence that holds one of ``hints``.
    """

    name: str
    role: Literal["notice", "teaser"]
    scope: Literal["line", "sentence"]
    pattern: str
    hints: tuple[str, ...] = ()
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        try:
            re.compile(pattern, re.IGNORECASE)
        except re.error as error:
            raise ValueError(f"not a regular expression: {error}") from error
        return pattern


class _Rules(Resource):
    rule: tuple[FurnitureRule, ...]


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """The rules, in the file's order; ``ResourceError`` if the file is wrong."""
    return read_toml(DATA / "text" / "notices.toml", _Rules).rule
