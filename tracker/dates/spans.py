"""Two ends that make one span: "23-25 May", "from 2 to 6 June", "between March and May 2022", "1955-1957".

``find`` gives each end by itself, as TIMEX3 has it; ``joined`` gives the span, as events need it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.dates import edtf
from tracker.dates.lexicon import lexicon
from tracker.dates.tokens import Tokens, tokenise
from tracker.models import Precision, TimeExpression

DATED = ("DATE", "TIME")


def joined(expressions: Sequence[TimeExpression], text: str, language: str = "en") -> tuple[TimeExpression, ...]:
    """The expressions of ``text`` with the two ends of every span made one, of precision ``range``."""
    tokens = tokenise(text, lexicon(language))
    return tuple(_joined(list(expressions), tokens))


def _joined(expressions: list[TimeExpression], tokens: Tokens) -> Iterator[TimeExpression]:
    starts = {start: index for index, start in enumerate(tokens.starts)}
    index = 0
    while index < len(expressions):
        one = expressions[index]
        other = expressions[index + 1] if index + 1 < len(expressions) else None
        first = starts.get(one.start)
        if other is not None and first is not None and is_span(one, other, tokens, first):
            yield _span(one, other, tokens.text)
            index += 2
        else:
            yield one
            index += 1


def is_span(one: TimeExpression, other: TimeExpression, tokens: Tokens, first: int) -> bool:
    """True if ``one``, whose first token is ``first``, and the next expression are the ends of a span."""
    if one.timex_type not in DATED or other.timex_type not in DATED or one.first is None or other.last is None:
        return False
    last = first
    while last < len(tokens.starts) and tokens.starts[last] < one.end:
        last += 1
    between = [index for index in range(last, min(last + 3, len(tokens.starts))) if tokens.starts[index] < other.start]
    if not between or len(between) > 2 or tokens.ends[between[-1]] > other.start or one.first > other.last:
        return False
    if last + len(between) < len(tokens.starts) and tokens.starts[last + len(between)] < other.start:
        return False
    values = tokens.values[between[0]]
    before = tokens.values[first - 1] if first else {}
    if len(between) == 2 and "on" not in tokens.values[between[1]] and "the" not in tokens.values[between[1]]:
        return False
    if "and" in values:
        return "between" in before
    return "hyphen" in values or "to" in values or ("until" in values and "from" in before)


def _span(one: TimeExpression, other: TimeExpression, text: str) -> TimeExpression:
    approximate = "~" in one.edtf or "~" in other.edtf
    return replace(
        one,
        end=other.end,
        text=text[one.start : other.end],
        value=f"{one.value}/{other.value}",
        last=other.last,
        precision=Precision.RANGE,
        edtf=edtf.write(one.first, other.last, Precision.RANGE, approximate),
        rule=f"span of {one.rule} and {other.rule}",
        known=tuple(dict.fromkeys((*one.known, *other.known))),
        implied=tuple(dict.fromkeys((*one.implied, *other.implied))),
        alternatives=(),
        vague=one.vague or other.vague,
    )
