"""What the browser must know to speak the reader's language: the words of our scripts, and names of days and months.

It stands as JSON in the document; ``assets/before/words.js`` hands it to the scripts, to Mantine's calendars (dayjs)
and to Plotly's axes before they are drawn. Names and orders are CLDR's.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.messages.pofile import read_po

from dashboards import language


def document_words() -> str:
    """The JSON for the reader's language, safe inside a ``<script>`` element."""
    return _json(language.current())


@cache
def _json(code: str) -> str:
    locale = language.locale_of(code)
    told = {"language": code, "words": _script_words(code), "dayjs": _dayjs(locale), "plotly": _plotly(locale)}
    return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")


def _script_words(code: str) -> dict[str, str]:
    """The translated messages of the files under ``assets/``; English ones stand in the scripts themselves."""
    path = language.LOCALES / code / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return {}
    with path.open("rb") as stream:
        found = read_po(stream, locale=code)
    return {
        str(one.id): str(one.string)
        for one in found
        if one.id and one.string and any(file.endswith(".js") for file, _line in one.locations)
    }


def _days(locale: Locale, width: str) -> list[str]:
    """Names of the days of the week, Sunday first."""
    names = locale.days["stand-alone"][width]
    return [str(names[(number - 1) % 7]) for number in range(7)]


def _months(locale: Locale, width: str, form: str = "stand-alone") -> list[str]:
    names = locale.months[form][width]
    return [str(names[number]) for number in range(1, 13)]


def _dayjs(locale: Locale) -> dict[str, Any]:
    return {
        "name": locale.language,
        "weekdays": _days(locale, "wide"),
        "weekdaysShort": _days(locale, "abbreviated"),
        "weekdaysMin": _days(locale, "short"),
        "months": _months(locale, "wide"),
        "monthsShort": _months(locale, "abbreviated", "format"),
        "weekStart": (locale.first_week_day + 1) % 7,
    }


_PLOTLY: dict[str, Any] = {
    "periods": ["AM", "PM"],
    "dateTime": "%a %-d %b %Y, %H:%M",
    "time": "%H:%M:%S",
    "grouping": [3],
    "currency": ["", ""],
    "year": "%Y",
    "month": "%b %Y",
    "dayMonth": "%-d %b",
    "dayMonthYear": "%-d %b %Y",
}
"""What plotly wants of a language beside names: it draws nothing at all if a part is missing."""


def _plotly(locale: Locale) -> dict[str, Any]:
    symbols = locale.number_symbols.get("latn", locale.number_symbols)
    return {
        "days": _days(locale, "wide"),
        "shortDays": _days(locale, "abbreviated"),
        "months": _months(locale, "wide"),
        "shortMonths": _months(locale, "abbreviated", "format"),
        "date": _order(locale),
        **_PLOTLY,
        "decimal": str(symbols["decimal"]),
        "thousands": str(symbols["group"]),
    }


def _order(locale: Locale) -> str:
    """The short form of a day in the marks of ``strftime``: ``%d.%m.%Y``."""
    said = str(format_date(date(1999, 11, 22), locale.date_formats["short"].pattern.replace("yy", "y"), locale=locale))
    return said.replace("1999", "%Y").replace("99", "%Y").replace("11", "%m").replace("22", "%d")
