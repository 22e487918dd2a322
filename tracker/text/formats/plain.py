"""Plain text and Markdown: the whole file is one article, every character kept, so that offsets stay true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tracker.models import Article
from tracker.text.article import from_text
from tracker.text.encoding import text_of
from tracker.text.files import whole
from tracker.text.header import stated_date

SUFFIXES = (".txt", ".text", ".md", ".markdown")
LABEL = "Plain text or Markdown"


def read(path: Path, published: date | None) -> Iterator[Article]:
    """The article in the file; without ``published`` its day is the one that its header states, if any."""
    text = text_of(whole(path), path)
    stated = stated_date(text)
    day = published or (stated.day if stated else None)
    yield from_text(text, id=path.stem, published=day, source=str(path))
