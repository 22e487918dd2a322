"""Reads what a person typed as a date: EDTF and our own forms first, dateparser's many languages behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from tracker.dates import edtf
from tracker.dates.find import find
from tracker.dates.lexicon import lexicon
from tracker.dates.spans import joined
from tracker.dates.tokens import tokenise
from tracker.errors import DateError
from tracker.models import Precision, TimeExpression
from tracker.resources.language import languages as known_languages

_GOES_ALONG = {
    "preposition",
    "the",
    "since",
    "until",
    "by",
    "before",
    "after",
    "from",
    "onward",
    "between",
    "about",
    "dot",
}
"""Classes of words that may stand around the one date that is typed."""

_YEAR_FIRST = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}")
"""Year, month, day everywhere; dateparser would swap the last two to make "2025-13-01" a day."""


def read(words: str, *, reference: date | None, languages: Sequence[str] | None = None) -> TimeExpression:
    """The one date that ``words`` say, whole; raises ``DateError`` if they are none.

    ``languages`` are codes to try (all of ours, then all of dateparser's, if not given).
    """
    typed = words.strip()
    if not typed:
        raise DateError("No date is written.", advice='Write a day such as "16 May 2025", or "last week".')
    try:
        return _from_edtf(typed)
    except DateError:
        pass
    for code in languages if languages is not None else known_languages():
        if code.split("-")[0] in known_languages():
            found = _from_forms(typed, reference, code)
            if found is not None:
                return found
    return _from_dateparser(typed, reference, languages)


def _from_forms(typed: str, reference: date | None, code: str) -> TimeExpression | None:
    """What our own forms read, if one date or span is all that is typed, but for words that go with it ("since
    2014").
    """
    found = joined(find(typed, reference=reference, language=code, domain="news", locale=code), typed, code)
    if len(found) != 1:
        return None
    one = found[0]
    if one.timex_type not in ("DATE", "TIME"):
        raise DateError(f'"{typed}" says how long or how often, not when.', advice='Write a day such as "16 May 2025".')
    if one.first is None and one.last is None:
        raise DateError(f'"{typed}" cannot be counted from a known day.', advice="Write the date with its year.")
    words = lexicon(code)
    around = typed[: one.start] + " " + typed[one.end :]
    fits = all(_GOES_ALONG & values.keys() for values in tokenise(around, words).values)
    return replace(one, start=0, end=len(typed), text=typed) if fits else None


def _from_edtf(typed: str) -> TimeExpression:
    interval = edtf.read(typed)
    return TimeExpression(
        start=0,
        end=len(typed),
        text=typed,
        timex_type="DATE",
        value=typed,
        first=interval.first,
        last=interval.last,
        precision=interval.precision,
        edtf=typed,
        rule="edtf",
        known=("edtf",),
    )


def _from_dateparser(typed: str, reference: date | None, languages: Sequence[str] | None) -> TimeExpression:
    if _YEAR_FIRST.fullmatch(typed):
        raise DateError(f'"{typed}" is a day that no calendar has.', advice="Write year, month and day: 2025-05-16.")
    from dateparser.date import DateDataParser  # noqa: PLC0415  slow to import, rarely needed

    settings: dict[str, Any] = {"RETURN_TIME_AS_PERIOD": False, "PREFER_DAY_OF_MONTH": "first"}
    if reference is not None:
        settings["RELATIVE_BASE"] = datetime(reference.year, reference.month, reference.day)  # noqa: DTZ001  a day
    data = DateDataParser(languages=list(languages) if languages else None, settings=settings).get_date_data(typed)
    if data is None or data.date_obj is None or (reference is None and not any(c.isdigit() for c in typed)):
        raise DateError(
            f'"{typed}" is no date that can be read.', advice='Write a day such as "16 May 2025" or "2025-05-16".'
        )
    day = data.date_obj.date()
    text = {"year": f"{day.year:04d}", "month": f"{day.year:04d}-{day.month:02d}"}.get(data.period, day.isoformat())
    interval = edtf.read(text)
    precision = interval.precision or Precision.DAY
    return TimeExpression(
        0, len(typed), typed, "DATE", text, interval.first, interval.last, precision, text, "dateparser"
    )
