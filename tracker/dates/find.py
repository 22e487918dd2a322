"""Finds the words that say when and resolves them: cut, fit every form, keep the longest, resolve from left to
right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from tracker.dates import edtf
from tracker.dates.domain import Balance
from tracker.dates.event_days import EventDays
from tracker.dates.grammar import Found, classes_in, compile_pattern
from tracker.dates.lexicon import BREAK, Lexicon, lexicon
from tracker.dates.possible import Way, places_of, way_of
from tracker.dates.reading import Context, Domain, Meaning, Reading
from tracker.dates.relations import is_aside, related
from tracker.dates.resolve import remembered
from tracker.dates.rules import Form, forms
from tracker.dates.spans import is_span
from tracker.dates.tense import TenseReader, ends_sentence, leads
from tracker.dates.tokens import Tokens, tokenise
from tracker.models import TimeExpression

MARGIN = 12
"""Words on either side of a telling word that a form may take in or look at."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form that fits: where, and what its words mean."""

    form: Form
    found: Found
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression with its tokens, ``first`` to ``last`` (exclusive), and the balance of domains after it."""

    expression: TimeExpression
    first: int
    last: int
    balance: Balance


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

    ``reference`` is the publication date that news counts from, ``domain`` how relative words are anchored (told
    from the text
    if not given), ``locale`` ("en-US") decides numeric dates that can be read two ways, ``using`` the forms (all).
    """
    words = lexicon(language)
    tokens = tokenise(text, words)
    chosen = _longest(_candidates(tokens, words, tuple(using) if using is not None else forms()))
    context = Context(reference, domain or "news", month_first=_month_first(words, locale))
    return _with_relations(list(_resolve(chosen, tokens, words, context, told=domain is not None)), tokens, words)


def decide(text: str, *, reference: date | None, language: str = "en") -> Balance:
    """Whether the whole of ``text`` reads as news or narration (``domain``), and the ``reason`` in a sentence."""
    words = lexicon(language)
    tokens = tokenise(text, words)
    balance = Balance()
    for one in _resolve(_longest(_candidates(tokens, words, forms())), tokens, words, Context(reference), told=False):
        balance = one.balance
    return balance


@cache
def _compiled(words: Lexicon, pattern: str) -> re.Pattern[str]:
    return compile_pattern(pattern, words)


def _candidates(tokens: Tokens, words: Lexicon, using: tuple[Form, ...]) -> Iterator[Candidate]:
    """Every place where a form fits, looked for only around the words without which nothing is a time."""
    for window in _compiled_core(words).finditer(tokens.codes):
        first, last = max(0, window.start() - MARGIN), min(len(tokens.codes), window.end() + MARGIN)
        places = places_of(tokens.codes[first:last], words)
        there, everywhere = frozenset(places), places["."]
        for form, pattern, way in _told_by(words, using, frozenset(window.group())):
            if not way.needs <= there or not way.walk(everywhere, places):
                continue
            for match in _compiled(words, pattern).finditer(tokens.codes, first, last):
                found = Found.at(tokens, match)
                meaning = form.read(found)
                if meaning is not None:
                    yield Candidate(form, found, meaning)


@lru_cache(maxsize=4096)
def _told_by(words: Lexicon, using: tuple[Form, ...], codes: frozenset[str]) -> tuple[tuple[Form, str, Way], ...]:
    """The patterns that name any of these codes of telling words, in the order of the forms."""
    telling = _telling(words, using)
    found = {number: pair for code in codes for number, pair in telling.get(code, ())}
    return tuple((*found[number], way_of(found[number][1])) for number in sorted(found))


@lru_cache(maxsize=64)
def _telling(words: Lexicon, using: tuple[Form, ...]) -> dict[str, list[tuple[int, tuple[Form, str]]]]:
    """For each code of a telling word the numbered patterns that name it."""
    by_code: dict[str, list[tuple[int, tuple[Form, str]]]] = {code: [] for code in words.core}
    named = [(form, pattern, classes_in(pattern)) for form in using for pattern in form.patterns]
    codes = {name: words.codes_of(name) for name in frozenset().union(*(classes for _, _, classes in named))}
    for number, (form, pattern, classes) in enumerate(named):
        for code in {code for name in classes for code in codes[name] if code in by_code}:
            by_code[code].append((number, (form, pattern)))
    return by_code


@cache
def _compiled_core(words: Lexicon) -> re.Pattern[str]:
    core = words.core
    return re.compile(f"[{core}](?:[^{BREAK}]{{0,{2 * MARGIN}}}?[{core}])*")


def _longest(candidates: Iterator[Candidate]) -> list[Candidate]:
    """The longest where several overlap; of equals the first, then one that looks beyond its words, then by name."""
    taken: set[int] = set()
    chosen = []
    for one in sorted(candidates, key=_rank):
        places = range(one.found.first, one.found.last)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.found.first)


def _rank(one: Candidate) -> tuple[int, int, bool, str]:
    found = one.found
    return found.first - found.last, found.first, not found.has("own"), one.form.name


def _resolve(
    chosen: list[Candidate], tokens: Tokens, words: Lexicon, context: Context, *, told: bool
) -> Iterator[Resolved]:
    """Each expression resolved from what stands before it, and the balance of domains so far (``told``: it is
    given).
    """
    balance = Balance()
    tenses = TenseReader(words.language.tenses)
    together, begun, seen = True, False, 0
    events = EventDays(tokens)
    context.event_day = events.day_of
    for one in chosen:
        first, last = one.found.first, one.found.last
        together = together and tokens.codes.find(BREAK, seen, first) < 0
        context.tense, context.leading = tenses.at(tokens, first, last), leads(tokens, first)
        context.together = together
        begun = begun or any(ends_sentence(tokens, index) for index in range(seen, first))
        if not told and begun:
            context.domain = balance.domain
        events.place = first
        reading = one.meaning(context)
        seen = last
        if reading is None:
            continue
        together = together or reading.told is not None
        context.told, context.mentioned = remembered(context, reading, aside=is_aside(tokens, first))
        last = first + reading.words if reading.words else last
        events.remember(first, reading)
        if not told:
            balance = balance.after(reading, context.reference)
        yield Resolved(expression(one.found, one.form.name, reading), first, last, balance)


def _with_relations(found: list[Resolved], tokens: Tokens, words: Lexicon) -> tuple[TimeExpression, ...]:
    """Opens the ends that words before them open; the two ends of a span bound each other."""
    result: list[TimeExpression] = []
    instants = words.language.instants
    second = False
    for index, one in enumerate(found):
        first = index + 1 < len(found) and is_span(one.expression, found[index + 1].expression, tokens, one.first)
        opened = not first and not second
        result.append(related(one.expression, tokens, one.first, one.last, instants) if opened else one.expression)
        second = first
    return tuple(result)


def expression(found: Found, rule: str, reading: Reading) -> TimeExpression:
    """A reading as the record that stages pass on."""
    last = found.first + reading.words if reading.words else found.last
    start, end = found.tokens.starts[found.first], found.tokens.ends[last - 1]
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
