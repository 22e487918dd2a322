"""What stands on a page beside its article: ``data/text/notices.toml``."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Literal

from tracker.errors import ResourceError
from tracker.resources.files import DATA, Resource, read_toml

NOTICES = DATA / "text" / "notices.toml"


class FurnitureRule(Resource):
    """One kind of notice or teaser; ``data/text/notices.toml`` says at its head how the fields work together."""

    name: str
    role: Literal["notice", "teaser"]
    scope: Literal["line", "sentence"]
    whole: bool = False
    hints: tuple[str, ...] = ()
    before: str = ""
    patterns: tuple[str, ...]
    after: str = ""
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        one = f"{self.before}(?:{'|'.join(self.patterns)}){self.after}"
        entire = self.whole or self.scope == "line"
        try:
            return re.compile(rf"\A(?:{one})\Z" if entire else one, re.IGNORECASE | re.DOTALL)
        except re.error as error:
            message = f"One of its patterns is no regular expression: {error}."
            raise ResourceError(message, file=NOTICES, field=self.name, advice="Mend it.") from error

    def finds(self, words: str) -> bool:
        """Whether one of the patterns stands in ``words``, or is all of them where it must be."""
        return self._expression.search(words) is not None


class _Rules(Resource):
    rule: tuple[FurnitureRule, ...]


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """The rules, in the file's order; ``ResourceError`` if the file is wrong."""
    return read_toml(NOTICES, _Rules).rule
