"""The forms of expression, one a file; a file here is its own registration, and no order among them matters.

A form has ``NAME``, ``PATTERNS`` (``tracker.dates.grammar``), ``read(found)`` giving a meaning or nothing, ``EXAMPLES``
as (sentence, words found, TIMEX3 value) and ``NEAR_MISSES``: sentences in which nothing may be found. Both are read
with the reference day ``EXAMPLE_DAY``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tracker.dates.grammar import Found
from tracker.dates.reading import Meaning

EXAMPLE_DAY = date(2025, 11, 12)
"""A Wednesday: the publication day of all examples beside the forms."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of expression, as its file says."""

    name: str
    patterns: tuple[str, ...]
    read: Callable[[Found], Meaning | None]
    examples: tuple[tuple[str, str, str], ...]
    near_misses: tuple[str, ...]


@cache
def forms() -> tuple[Form, ...]:
    """All forms, by name."""
    found = []
    for info in iter_modules(__path__):
        module = import_module(f"{__name__}.{info.name}")
        found.append(Form(info.name, module.PATTERNS, module.read, tuple(module.EXAMPLES), tuple(module.NEAR_MISSES)))
    return tuple(sorted(found, key=lambda form: form.name))
