"""JSON lines: one article a line, an object with ``text`` and any of the other fields of ``FIELDS``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tracker.errors import ArticleError
from tracker.models import Article
from tracker.text.article import LARGEST, from_text, too_large
from tracker.text.files import opened

SUFFIXES = (".jsonl", ".ndjson")
LABEL = "JSON lines"
FIELDS = ("id", "title", "publisher", "url", "published", "language", "text")
"""Fields that are read; others are left alone. ``published`` is a day or a time in ISO 8601."""


def read(path: Path, published: date | None) -> Iterator[Article]:
    """The articles of the file, line by line; ``ArticleError`` names the first line and field that is wrong."""
    seen: dict[str, int] = {}
    for number, line in _lines(path):
        article = _article(line, path, number, published)
        if article.id in seen:
            raise ArticleError(
                f'The id "{article.id}" stands on line {seen[article.id]} already.',
                file=path,
                line=number,
                field="id",
                advice="Give each article its own id.",
            )
        seen[article.id] = number
        yield article
    if not seen:
        raise ArticleError("The file is empty.", file=path, advice="Write one article a line.")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    with opened(path) as stream:
        number = 0
        while raw := stream.readline(2 * LARGEST + 1):
            number += 1
            if len(raw) > 2 * LARGEST:
                raise too_large(len(raw), f"{path}, line {number}")
            try:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                raise ArticleError(
                    "The line is not UTF-8.", file=path, line=number, advice="JSON is always UTF-8; save it so."
                ) from error
            if line.strip():
                yield number, line


def _article(line: str, path: Path, number: int, published: date | None) -> Article:
    try:
        values = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deep"
        raise ArticleError(f"The line is not JSON: {said}.", file=path, line=number) from error
    if not isinstance(values, dict):
        raise ArticleError(
            "The line is no JSON object.", file=path, line=number, advice='Write {"id": ..., "text": ...} on each line.'
        )
    words = {field: _words(values, field, path, number) for field in FIELDS}
    day = _day(words.pop("published"), path, number)
    try:
        return from_text(**words, published=published or day, source=str(path))
    except ArticleError as error:
        raise ArticleError(error.sentence, file=path, line=number, field=error.field, advice=error.advice) from error


def _words(values: dict[str, Any], field: str, path: Path, number: int) -> str:
    value = values.get(field)
    if field == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None and field != "text":
        return ""
    if not isinstance(value, str):
        what = "is missing" if value is None else "is no text"
        raise ArticleError(f"The field {what}.", file=path, line=number, field=field)
    return value


def _day(words: str, path: Path, number: int) -> date | None:
    if not words.strip():
        return None
    try:
        return datetime.fromisoformat(words.strip()).date()
    except ValueError as error:
        raise ArticleError(
            f'"{words}" is no day.', file=path, line=number, field="published", advice="Write it as 2025-11-12."
        ) from error
