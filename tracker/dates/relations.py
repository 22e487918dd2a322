"""Words before a date that open its interval: since, from ... on, after, until, by, before. The value stays the
date's own.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from tracker.dates import edtf
from tracker.dates.tokens import Tokens
from tracker.models import Precision, TimeExpression


def related(  # noqa: PLR0911  one for each kind
    one: TimeExpression, tokens: Tokens, first: int, last: int, instants: Collection[str]
) -> TimeExpression:
    """``one``, which the tokens ``first`` to ``last`` (exclusive) say, with the end opened that the word before it
    opens; what is after or before one of the language's ``instants`` still is of that day.

    Since 2014: from its first day on. After May: from its last day on. Until, by May: up to its last day. Before
    May: up to its first day; before the end of May: up to its last. A date that only marks a thing ("after
    Thursday's talks") stays as it is.
    """
    if one.first is None or one.last is None or one.timex_type not in ("DATE", "TIME") or one.vague:
        return one
    before = _word_before(tokens, first)
    after = tokens.values[last] if last < len(tokens.values) else {}
    if "possessive" in after or _describes(tokens, first, last):
        return one
    if "since" in before or ("from" in before and "onward" in after):
        return _opened(one, one.first, None, "since")
    if (
        one.timex_type == "TIME"
        and one.text.lower().split()[0] in instants
        and ("after" in before or "before" in before)
    ):
        return one
    if "after" in before and "the" not in tokens.values[first]:
        return _opened(one, one.last, None, "after")
    if "until" in before:
        return _opened(one, None, one.last, "until")
    if "by" in before:
        return _opened(one, None, one.last, "by")
    if "before" in before:
        return _opened(one, None, one.last if _is_end(tokens, first) else one.first, "before")
    return one


def _is_end(tokens: Tokens, first: int) -> bool:
    """True for the end of something: "before the end of the month" leaves the whole month."""
    return any(values.get("part") == "end" for values in tokens.values[first : first + 2])


def _describes(tokens: Tokens, first: int, last: int) -> bool:
    """True for a date between "the" and a noun: it only names the noun's thing ("after the March 3 raid")."""
    the = first > 0 and "the" in tokens.values[first - 1]
    return the and last < len(tokens.values) and not tokens.values[last] and tokens.written(last)[:1].islower()


def is_aside(tokens: Tokens, first: int) -> bool:
    """True for a date that only says since when: what is told goes on where it was."""
    return "since" in _word_before(tokens, first)


def _word_before(tokens: Tokens, first: int) -> dict[str, int | str]:
    """Classes of the word before, over "the" and "around"."""
    index = first - 1
    while index >= 0 and first - index <= 2 and ("the" in tokens.values[index] or "about" in tokens.values[index]):
        index -= 1
    return tokens.values[index] if index >= 0 else {}


def _opened(one: TimeExpression, first: date | None, last: date | None, relation: str) -> TimeExpression:
    written = edtf.write(first, last, Precision.OPEN, "~" in one.edtf)
    return replace(one, first=first, last=last, precision=Precision.OPEN, edtf=written, relation=relation)
