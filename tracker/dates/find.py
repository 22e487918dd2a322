"""Finds the words that say when and resolves them: cut, fit every form, keep the longest, resolve from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tracker.dates import edtf
from tracker.dates.domain import Balance
from tracker.dates.grammar import Found, compile_pattern
from tracker.dates.lexicon import BREAK, Lexicon, lexicon
from tracker.dates.reading import Context, Domain, Meaning, Reading
from tracker.dates.relations import related
from tracker.dates.resolve import remembered
from tracker.dates.rules import Form, forms
from tracker.dates.spans import is_span
from tracker.dates.tense import TenseReader, leads
from tracker.dates.tokens import Tokens, tokenise
from tracker.models import TimeExpression


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form that fits: where, and what its words mean."""

    form: Form
    found: Found
    meaning: Meaning


def find(
    text: str,
    *,
    reference: date | None,
    language: str = "en",
    domain: Domain | None = None,
    locale: str = "",
    using: Sequence[Form] | None = None,
) -> tuple[TimeExpression, ...]:
    """The time expressions of ``text`` in order, never overlapping.

    ``reference`` is the publication date that news counts from, ``domain`` how relative words are anchored (told from the text
    if not given), ``locale`` ("en-US") decides numeric dates that can be read two ways, ``using`` the forms (all).
    """
    words = lexicon(language)
    tokens = tokenise(text, words)
    chosen = _longest(_candidates(tokens, words, tuple(using) if using is not None else forms()))
    context = Context(reference, domain or "news", month_first=_month_first(words, locale))
    return _with_relations([one for one, _ in _resolve(chosen, tokens, words, context, told=domain is not None)], tokens)


def decide(text: str, *, reference: date | None, language: str = "en") -> Balance:
    """Whether the whole of ``text`` reads as news or narration (``domain``), and the ``reason`` in a sentence."""
    words = lexicon(language)
    tokens = tokenise(text, words)
    balance = Balance()
    for _, balance in _resolve(_longest(_candidates(tokens, words, forms())), tokens, words, Context(reference), told=False):
        pass
    return balance


@cache
def _compiled(words: Lexicon, pattern: str) -> re.Pattern[str]:
    return compile_pattern(pattern, words)


def _candidates(tokens: Tokens, words: Lexicon, using: tuple[Form, ...]) -> Iterator[Candidate]:
    for form in using:
        for pattern in form.patterns:
            for match in _compiled(words, pattern).finditer(tokens.codes):
                found = Found.at(tokens, match)
                meaning = form.read(found)
                if meaning is not None:
                    yield Candidate(form, found, meaning)


def _longest(candidates: Iterator[Candidate]) -> list[Candidate]:
    """The longest where several overlap; of equals the first, then by the form's name."""
    taken: set[int] = set()
    chosen = []
    for one in sorted(candidates, key=lambda one: (one.found.first - one.found.last, one.found.first, one.form.name)):
        places = range(one.found.first, one.found.last)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.found.first)


def _resolve(
    chosen: list[Candidate], tokens: Tokens, words: Lexicon, context: Context, *, told: bool
) -> Iterator[tuple[TimeExpression, Balance]]:
    """Each expression resolved from what stands before it, and the balance of domains so far (``told``: it is given)."""
    balance = Balance()
    tenses = TenseReader(words.language.tenses)
    together, seen = True, 0
    for one in chosen:
        first, last = one.found.first, one.found.last
        together = together and tokens.codes.find(BREAK, seen, first) < 0
        context = replace(context, tense=tenses.at(tokens, first, last), leading=leads(tokens, first), together=together)
        reading = one.meaning(context)
        seen = last
        if reading is None:
            continue
        together = together or reading.told is not None
        context = remembered(context, reading)
        if not told:
            balance = balance.after(reading, context.reference)
            context = replace(context, domain=balance.domain)
        yield expression(one.found, one.form.name, reading), balance


def _with_relations(found: list[TimeExpression], tokens: Tokens) -> tuple[TimeExpression, ...]:
    """Opens the ends that words before them open; the two ends of a span bound each other."""
    starts = {start: index for index, start in enumerate(tokens.starts)}
    ends = {end: index + 1 for index, end in enumerate(tokens.ends)}
    result: list[TimeExpression] = []
    second = False
    for index, one in enumerate(found):
        first = index + 1 < len(found) and is_span(one, found[index + 1], tokens, starts[one.start])
        result.append(one if first or second else related(one, tokens, starts[one.start], ends[one.end]))
        second = first
    return tuple(result)


def expression(found: Found, rule: str, reading: Reading) -> TimeExpression:
    """A reading as the record that stages pass on."""
    start, end = found.tokens.starts[found.first], found.tokens.ends[found.last - 1]
    return TimeExpression(
        start=start,
        end=end,
        text=found.tokens.text[start:end],
        timex_type=reading.timex_type,
        value=reading.value,
        first=reading.first,
        last=reading.last,
        precision=reading.precision,
        edtf=edtf.write(reading.first, reading.last, reading.precision, reading.approximate),
        rule=rule,
        anchor=reading.anchor,
        anchor_date=reading.anchor_date,
        known=reading.known,
        implied=reading.implied,
        alternatives=reading.alternatives,
        vague=reading.vague,
    )


def _month_first(words: Lexicon, locale: str) -> bool:
    return locale.replace("_", "-") in words.language.month_first_locales if locale else words.language.month_first
