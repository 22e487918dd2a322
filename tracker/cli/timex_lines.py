"""JSON lines of texts whose dates are sought, or were annotated: ``id``, ``dct``, ``text`` and ``timexes``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from tracker.errors import ArticleError, RowError, UsageError

Domain = Literal["news", "narrative"]
DOMAINS: tuple[Domain, ...] = ("news", "narrative")
SHAPE = {"start": int, "end": int, "text": str, "type": str, "value": str}


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it stands, with its id, the day that news in it counts from, and the expressions annotated in it."""

    id: str
    day: date | None
    text: str
    timexes: tuple[dict[str, Any], ...] = ()


def known_domain(written: str | None) -> Domain | None:
    """The domain asked for; ``None`` lets the text decide. Raises ``UsageError``."""
    if written not in (None, *DOMAINS):
        raise UsageError(f'"{written}" is no domain.', field="--domain", advice="Write news or narrative.")
    return written


def documents_of(file: Path, day: date | None) -> Iterator[Document]:
    """The lines of a JSONL file; raises ``ArticleError`` or ``RowError`` with file, line and field."""
    try:
        with file.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _document(line, file, number, day)
    except FileNotFoundError as error:
        raise ArticleError("The file is missing.", file=file, advice="Check its name.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ArticleError(f"The file cannot be read: {error}.", file=file, advice="Save it as UTF-8 text.") from error


def _document(line: str, file: Path, number: int, day: date | None) -> Document:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise RowError(f"This is not JSON: {error.msg}.", file=file, line=number, advice="Mend the line.") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise RowError(
            "The line has no text.", file=file, line=number, field="text", advice='Write {"id", "dct", "text"}.'
        )
    written = row.get("dct") or row.get("published")
    if day is None and written:
        try:
            day = date.fromisoformat(str(written)[:10])
        except ValueError as error:
            told = f'"{written}" is no day.'
            raise RowError(told, file=file, line=number, field="dct", advice="Write it as 2025-11-12.") from error
    return Document(str(row.get("id", number)), day, row["text"], _timexes(row, file, number))


def _timexes(row: dict[str, Any], file: Path, number: int) -> tuple[dict[str, Any], ...]:
    given = row.get("timexes") or []
    right = isinstance(given, list) and all(
        isinstance(one, dict) and all(isinstance(one.get(name), kind) for name, kind in SHAPE.items()) for one in given
    )
    if not right:
        raise RowError(
            "The annotated expressions are not as they should be.",
            file=file,
            line=number,
            field="timexes",
            advice="Write each as start, end, text, type, value.",
        )
    return tuple(given)
