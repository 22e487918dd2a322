"""The ledger's sentences: the language in which they are told, and how names, days and events stand in them.

``told_in`` says the language for all that is told inside it; outside it is English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache

from tracker.ledger.facts import Fact
from tracker.timeline.date_in_words import date_in_words
from tracker.timeline.links.naming import name_of
from tracker.timeline.speech import ENGLISH, Speech

_spoken: ContextVar[Speech] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def told_in(speech: Speech) -> Iterator[None]:
    """All that is told inside is told in this language."""
    token = _spoken.set(speech)
    try:
        yield
    finally:
        _spoken.reset(token)


def phrase(english: str, **values: object) -> str:
    """``english`` in the language, its ``{names}`` filled."""
    return _spoken.get().phrase(english, **values)


def many(one: str, more: str, count: int, **values: object) -> str:
    """``one`` or ``more`` (or a third form) as ``count`` asks; ``{count}`` in it is the number as written."""
    return _spoken.get().phrases(one, more, count, **values)


def number(value: int) -> str:
    """A number with the language's separators."""
    return _spoken.get().number(value)


def word(english: str) -> str:
    """A word that a data file or another room holds: a state, what is counted."""
    return _spoken.get().translate(english)


def listed(words: Iterable[str]) -> str:
    """The words as "A, B and C"; empty for none."""
    told = list(dict.fromkeys(words))
    if len(told) < 2:
        return "".join(told)
    return phrase("{names} and {last}", names=", ".join(told[:-1]), last=told[-1])


def names(codes: Iterable[str], conflict: str) -> str:
    """The actors' names, listed; "nobody named" for none."""
    speech = _spoken.get()
    return listed(_name(speech, code, conflict) for code in codes) or phrase("nobody named")


@lru_cache(maxsize=10_000)
def _name(speech: Speech, code: str, conflict: str) -> str:
    return name_of(code, conflict) if speech is ENGLISH else speech.actor(code, conflict)


def when(fact: Fact) -> str:
    """The event's date in words."""
    return date_in_words(fact.first, fact.last, fact.precision, _spoken.get())


def day(one: date | None) -> str:
    """A day in words."""
    return date_in_words(one, one, "day", _spoken.get())


def whom(side: str, conflict: str) -> str:
    """For whom people or bodies are counted."""
    if side == "total":
        return phrase("in all")
    return phrase("for each side") if side == "each" else phrase("for {actor}", actor=names([side], conflict))


def said(fact: Fact, probability: float = 1.0) -> str:
    """An event as a sentence refers to it: its title and date, and how sure the link to it is if it is not certain."""
    if probability >= 1:
        return phrase('"{title}" ({when})', title=fact.title, when=when(fact))
    sure = _spoken.get().percent(probability)
    return phrase('"{title}" ({when}, {sure} sure to belong here)', title=fact.title, when=when(fact), sure=sure)
