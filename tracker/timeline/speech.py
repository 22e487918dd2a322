"""A language in which a timeline is told: its words, numbers, dates and names. As it stands here it is English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from tracker.resources.named import actor_name, country_name


def _one_or_many(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


def _as_it_is(_kind: str, label: str) -> str:
    return label


@dataclass(frozen=True)
class Speech:
    """CLDR's name of a language, and what turns English into it.

    ``translate`` and ``plural`` look up words (``gettext``, ``ngettext``), ``named`` a label of a kind out of
    ``data/``; ``actor`` names an actor by its code and its conflict's slug, ``country`` a state by its code.
    """

    locale: str = "en"
    translate: Callable[[str], str] = str
    plural: Callable[[str, str, int], str] = _one_or_many
    named: Callable[[str, str], str] = _as_it_is
    actor: Callable[[str, str], str] = actor_name
    country: Callable[[str], str] = country_name

    def phrase(self, english: str, **values: object) -> str:
        """``english`` in the language, its ``{names}`` filled; also for the patterns of days, which differ too."""
        return self.translate(english).format(**values)

    def phrases(self, one: str, many: str, count: int, **values: object) -> str:
        """``one`` or ``many`` (or a third form) as ``count`` asks; ``{count}`` in it is the number as written."""
        return self.plural(one, many, count).format(count=self.number(count), **values)

    def day(self, day: date, pattern: str) -> str:
        """A day by a pattern of CLDR."""
        return str(format_date(day, pattern, locale=self.locale))

    def number(self, value: float) -> str:
        """A number with the language's separators."""
        return str(format_decimal(value, locale=self.locale))

    def percent(self, share: float) -> str:
        """A share as whole percents: 0.25 is "25%"."""
        return str(format_percent(share, locale=self.locale))

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``: which way the language runs."""
        return "rtl" if Locale.parse(self.locale).character_order == "right-to-left" else "ltr"


ENGLISH = Speech()
