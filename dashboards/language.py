"""The reader's language: the interface's words, dates and numbers, by request.

Words stand in the code in English inside ``_("...")`` and are looked up in
``locales/<code>/LC_MESSAGES/messages.po`` (``python -m dashboards.catalogue`` brings those files up to date; they are
read as they are, nothing is compiled). What a catalogue does not have is said in English. Labels out of ``data/`` are
looked up by ``named``. The language is chosen by ``?lang=uk`` in the address, else by the cookie that this or the
header's switch sets, else by what the browser asks for; outside of a request it is English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache, lru_cache, partial
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

import flask
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from tracker.timeline.speech import Speech

LOCALES = Path(__file__).with_name("locales")
SOURCE = "en"
"""The language in which the words stand in the code."""
COOKIE = "language"
_COOKIE_AGE = 365 * 24 * 3600
_spoken: ContextVar[str] = ContextVar("spoken", default="")


@cache
def offered() -> tuple[str, ...]:
    """The languages that there are words in: English, then the others by code."""
    return (SOURCE, *sorted(path.parts[-3] for path in LOCALES.glob("*/LC_MESSAGES/messages.po")))


def current() -> str:
    """The code of the language in which to speak now."""
    if _spoken.get():
        return _spoken.get()
    if not flask.has_request_context():
        return SOURCE
    if "language" not in flask.g:
        flask.g.language = _wanted(flask.request)
    return str(flask.g.language)


def _wanted(request: flask.Request) -> str:
    for code in (request.args.get("lang", ""), request.cookies.get(COOKIE, "")):
        if code in offered():
            return code
    return request.accept_languages.best_match(offered(), SOURCE)


def remember(response: flask.Response) -> flask.Response:
    """Keeps in a cookie the language that an address names, since callbacks have another address."""
    code = flask.request.args.get("lang", "")
    if code in offered():
        response.set_cookie(COOKIE, code, max_age=_COOKIE_AGE, samesite="Lax")
    return response


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Everything inside is said in the language ``code``, whatever the request asks for."""
    token = _spoken.set(code)
    try:
        yield
    finally:
        _spoken.reset(token)


@cache
def _translations(code: str) -> NullTranslations:
    path = LOCALES / code / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _(message: str, **values: Any) -> str:
    """``message`` in the reader's language, its ``{names}`` filled with ``values``."""
    said = _translations(current()).gettext(message)
    return said.format(**values) if values else said


def N_(message: str) -> str:  # noqa: N802 - gettext's name for it
    """Marks a word of the interface that is kept as it is and translated where it is shown, by ``_``."""
    return message


def pgettext(context: str, message: str, **values: Any) -> str:
    """``_`` for a word that means two things: ``context`` tells which."""
    said = _translations(current()).pgettext(context, message)
    return said.format(**values) if values else said


def ngettext(one: str, many: str, count: int, **values: Any) -> str:
    """``one`` or ``many`` (or a third form) as ``count`` asks; ``{count}`` in it is the number as readers write it."""
    said = _translations(current()).ngettext(one, many, count)
    return said.format(count=number(count), **values)


def named(kind: str, label: str) -> str:
    """A label out of a file under ``data/``; ``kind`` is one of ``dashboards.catalogue.DATA``."""
    return _labelled(_translations(current()), kind, label)


class Spoken(Mapping[str, str]):
    """A mapping whose values, marked with ``N_``, are given in the reader's language."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = dict(words)

    def __getitem__(self, key: str) -> str:
        return _(self._words[key]) if self._words[key] else ""

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


@cache
def locale_of(code: str) -> Locale:
    """What CLDR knows of a language; of English if it does not know the code."""
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(SOURCE)


def direction() -> str:
    """``ltr`` or ``rtl``: which way the reader's language runs."""
    return "rtl" if locale_of(current()).character_order == "right-to-left" else "ltr"


def own_name(code: str) -> str:
    """A language's name in itself, with a capital: "Українська"."""
    with speaking(code):
        return capitalised(locale_of(code).get_display_name(code) or code)


def territory(alpha3: str) -> str:
    """A state's name by its ISO 3166-1 alpha-3 code in the reader's language; empty if CLDR has none."""
    alpha2 = get_global("territory_aliases").get(alpha3) or [_NOT_IN_ISO.get(alpha3, "")]
    return str(locale_of(current()).territories.get(alpha2[0], ""))


_NOT_IN_ISO = {"XKX": "XK"}
"""Codes in use that ISO 3166-1 does not have: Kosovo's."""


def capitalised(text: str) -> str:
    """``text`` with a capital at its beginning, as the reader's language writes it (Turkish: i, İ)."""
    first = "İ" if current() == "tr" and text[:1] == "i" else text[:1].upper()
    return first + text[1:]


def lowered(text: str) -> str:
    """``text`` in small letters, as the reader's language writes them (Turkish: İ, i; I, ı)."""
    return text.replace("İ", "i").replace("I", "ı").lower() if current() == "tr" else text.lower()


def number(value: float) -> str:
    """A number with the reader's separators: "1,200", "1 200", "1.200"."""
    return _number(value, current())


def percent(share: float) -> str:
    """A share as whole percents: 0.25 is "25%"."""
    return _percent(round(share, 4), current())


@lru_cache(maxsize=50_000)
def _number(value: float, code: str) -> str:
    return str(format_decimal(value, locale=locale_of(code)))


@lru_cache(maxsize=10_000)
def _percent(share: float, code: str) -> str:
    return str(format_percent(share, locale=locale_of(code)))


def day(when: date, pattern: str = "") -> str:
    """A day by a CLDR pattern, in the reader's language; without one as "Tue 11 Nov 2025"."""
    return str(format_date(when, pattern or _("EEE d MMM y"), locale=locale_of(current())))


def moment(when: datetime) -> str:
    """A moment of the log, in UTC: "Sun 22 Nov 2026, 19:10 UTC"."""
    return str(format_datetime(when, _("EEE d MMM y, HH:mm 'UTC'"), locale=locale_of(current())))


def speech_of(code: str, actor: Callable[[str, str], str], country: Callable[[str], str]) -> Speech:
    """A language as the tracker tells its dates and files in it; ``actor`` and ``country`` name in the reader's."""

    def actor_name(one: str, slug: str = "") -> str:
        with speaking(code):
            return actor(one, slug)

    def country_name(one: str) -> str:
        with speaking(code):
            return country(one)

    words = _translations(code)
    named_here = partial(_labelled, words)
    return Speech(str(locale_of(code)), words.gettext, words.ngettext, named_here, actor_name, country_name)


def _labelled(words: NullTranslations, kind: str, label: str) -> str:
    return words.pgettext(kind, label) if label else ""
