"""One event's values as they come from outside (a form, a CSV's cells), read, checked and put into their one form.

Keys are names of the timeline's columns. What cannot stand is a ``RowError`` that names the field.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

import pandas as pd

from tracker.dates import edtf
from tracker.errors import DateError, RowError
from tracker.models import Basis, Precision, ReviewState, Status
from tracker.resources import conflicts, event_types
from tracker.timeline import cells
from tracker.timeline.frame import COLUMNS, COUNT, DAY, NUMBER, TIME, Column

DERIVED = ("event_id", "responds_to", "links", "report_count", "origin_count", "created_at", "changed_at")
"""Columns that are no values of an event itself: its name, its place among others, its history."""

FIELDS = tuple(column.name for column in COLUMNS if column.name not in DERIVED)
"""Columns that hold what a person may write."""

_COLUMN = {column.name: column for column in COLUMNS}
LATELY = 10_000
"""Cells remembered: a long timeline repeats its actors."""

_ID = re.compile(r"[\w.:~-]{1,200}")
_CODE = re.compile(r"[A-Z0-9_]{2,20}")
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_CHOICES = {"status": Status, "date_precision": Precision, "date_basis": Basis, "review_state": ReviewState}


def read_id(text: Any, field: str = "event_id") -> str:
    """An event's id: letters, digits and ``. : ~ _ -``, at most 200, so that it fits cells and addresses."""
    word = str(text or "").strip()
    if not _ID.fullmatch(word):
        advice = 'Write letters, digits, ".", "_", "-", ":" or "~", without spaces.'
        raise RowError(f'"{word[:80]}" cannot name an event.', field=field, advice=advice)
    return word


def read_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values typed and in their one form; keys not given stay out. Texts may stand for days and numbers.

    Days become ``date``, moments aware ``datetime``, numbers ``float`` or ``int``, empty ones ``None``, texts ``str``.
    """
    return {name: read_value(name, value) for name, value in values.items()}


def read_columns(rows: Sequence[dict[str, Any]], names: Iterable[str]) -> None:
    """``read_value`` for these columns of all rows, in place; each distinct value is read once.

    Raises ``RowError`` with the row's number (from 1) for the first row that holds what cannot stand.
    """
    faults: list[tuple[int, RowError]] = []
    for name in names:
        cells = [row[name] for row in rows]
        read: dict[Any, Any] = {}
        for cell in dict.fromkeys(cells):
            try:
                read[cell] = read_value(name, cell)
            except RowError as error:
                faults.append((cells.index(cell) + 1, error))
        for cell, row in zip(cells, rows, strict=True):
            if cell in read:
                row[name] = read[cell]
    if faults:
        line, fault = min(faults, key=lambda one: one[0])
        raise RowError(fault.sentence, line=line, field=fault.field, advice=fault.advice) from fault


def read_value(name: str, value: Any) -> Any:
    """One value of the column ``name``, typed; raises ``RowError``."""
    if name not in _COLUMN:
        raise RowError("There is no such column.", field=name, advice=f"Known: {', '.join(_COLUMN)}.")
    column = _COLUMN[name]
    if not value if isinstance(value, str) else value is None or pd.isna(value):
        return _empty(column)
    if column.dtype == DAY:
        return _day(value, name)
    if column.dtype == TIME:
        return _moment(value, name)
    if column.dtype == NUMBER:
        return _number(value, name)
    if column.dtype == COUNT:
        return _count(value, name)
    return _text(str(value), name)


def _empty(column: Column) -> Any:
    if column.required:
        raise RowError("This must not be empty.", field=column.name, advice=column.meaning)
    return "" if column.dtype == "str" else None


def _day(value: Any, field: str) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise RowError(f'"{value}" is no day of the calendar.', field=field, advice="Write 2025-11-12.") from None


def _moment(value: Any, field: str) -> datetime:
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value).strip())
    except ValueError:
        raise RowError(f'"{value}" is no time.', field=field, advice="Write 2025-11-12T09:30:00Z.") from None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime.fromisoformat(moment.astimezone(UTC).isoformat())


def _number(value: Any, field: str) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = math.nan
    bound = 90 if field == "lat" else 180
    if not -bound <= number <= bound:
        raise RowError(f'"{value}" is no number from -{bound} to {bound}.', field=field, advice="Write degrees: 41.01.")
    return number + 0.0  # so that minus zero is zero


def _count(value: Any, field: str) -> int:
    text = str(value).strip().removesuffix(".0")
    if not text.isascii() or not text.isdecimal() or len(text) > 9:
        raise RowError(f'"{value}" is no whole number from 0 up.', field=field, advice="Write digits only.")
    return int(text)


def _text(text: str, field: str) -> str:
    if _UNFIT.search(text):
        raise RowError(
            "It holds a character that no text has.", field=field, advice="Take out NUL and half characters."
        )
    return _READERS[field](text) if field in _READERS else text


def _type(word: str) -> str:
    known = event_types()
    if word.strip() not in known:
        raise RowError(f'There is no event type "{word}".', field="event_type", advice=f"Known: {', '.join(known)}.")
    return word.strip()


def _conflict(word: str) -> str:
    known = conflicts()
    if word.strip() not in known:
        raise RowError(f'There is no conflict "{word}".', field="conflict", advice=f"Known: {', '.join(known)}.")
    return word.strip()


def _code(field: str) -> Callable[[str], str]:
    def read(word: str) -> str:
        if not _CODE.fullmatch(word.strip()):
            raise RowError(f'"{word}" is no code.', field=field, advice='Write for example "UKR" or "UNO".')
        return word.strip()

    return read


def _choice(field: str) -> Callable[[str], str]:
    return lambda word: str(cells.read_choice(word, _CHOICES[field], field))


def _ids(cell: str) -> str:
    return ";".join(dict.fromkeys(read_id(name, "responds_to") for name in cells.read_names(cell)))


def _links(cell: str) -> str:
    return cells.write_links((kind, read_id(target, "links")) for kind, target in cells.read_links(cell))


def _edtf(text: str) -> str:
    try:
        edtf.read(text.strip())
    except DateError as error:
        raise RowError(error.sentence, field="date_edtf", advice=error.advice) from error
    return text.strip()


_READERS: dict[str, Callable[[str], str]] = {
    "event_id": read_id,
    "event_type": _type,
    "conflict": _conflict,
    "country": _code("country"),
    "claimed_by": _code("claimed_by"),
    "date_edtf": _edtf,
    "actors": lru_cache(LATELY)(lambda cell: cells.write_actors(cells.read_actors(cell))),
    "publisher": lambda cell: cells.write_names(cells.read_names(cell)),
    "persons": lambda cell: cells.write_names(cells.read_names(cell)),
    "quantities": lambda cell: cells.write_quantities(cells.read_quantities(cell)),
    "source_urls": lambda cell: " ".join(cell.split()),
    "responds_to": _ids,
    "links": _links,
    **{name: _choice(name) for name in _CHOICES},
}
"""Texts with a form of their own, by column."""


def check_date(event: Mapping[str, Any]) -> None:
    """Raise ``RowError`` if the days of ``event`` and their precision contradict each other."""
    first, last, precision = event["date_start"], event["date_end"], event["date_precision"]
    if first and last and first > last:
        raise RowError(f"The first day ({first}) lies after the last ({last}).", field="date_end")
    if precision == Precision.DAY and first != last:
        raise RowError("A day has the same first and last day.", field="date_end", advice='Or write "range".')
    if precision != Precision.OPEN and not (first and last):
        field = "date_end" if first else "date_start"
        raise RowError(f'The precision "{precision}" needs both days.', field=field, advice='Or write "open".')
    if event["date_edtf"]:
        _check_edtf(event["date_edtf"], first, last)


def _check_edtf(written: str, first: date | None, last: date | None) -> None:
    said = edtf.read(written)
    if (said.first and last and said.first > last) or (said.last and first and said.last < first):
        raise RowError(f'"{written}" lies outside the days given.', field="date_edtf", advice="Or leave it empty.")


def with_edtf(event: Mapping[str, Any]) -> dict[str, Any]:
    """``event`` with its date in EDTF as its days and precision say."""
    written = edtf.write(event["date_start"], event["date_end"], Precision(event["date_precision"]))
    return {**event, "date_edtf": written}
