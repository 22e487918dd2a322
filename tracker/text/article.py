"""An article from a text in hand."""

from __future__ import annotations

import hashlib
import os
import re
from datetime import date

from tracker.errors import ArticleError
from tracker.models import Article
from tracker.text.header import title_of

LARGEST = 20_000_000
"""Bytes; a larger file is no article but an archive, and is refused before it is read."""
YEARS = range(1000, 9000)
"""Years in which an article can come out: spans of time are counted from its day, and must not leave the calendar."""
SHORT_HASH = 12
"""Hexadecimal digits of the hash that stand in for a missing id: enough for 10 million articles (birthday bound)."""
_UNFIT = re.compile("[\x00\ud800-\udfff]")


def from_text(
    text: str,
    *,
    id: str = "",  # noqa: A002  the article's own field
    title: str = "",
    publisher: str = "",
    url: str = "",
    published: date | None = None,
    language: str = "",
    source: str = "",
) -> Article:
    """The article that holds ``text`` untouched; without an ``id`` it is called by the first digits of its hash.

    Raises ``ArticleError`` if there is nothing to read (no text, text without letters, or more than 20 MB of it), or if
    it came out in no year of ``YEARS``.
    """
    where = source or None
    if not text.strip():
        raise ArticleError("There is no text.", file=where, field="text", advice="Hand in the article's words.")
    encoded = text.encode("utf-8", errors="surrogatepass")
    if len(encoded) > LARGEST:
        raise too_large(len(encoded), where)
    if published is not None and published.year not in YEARS:
        raise ArticleError(
            f"The publication date {published} lies outside the years {YEARS[0]} to {YEARS[-1]}.",
            file=where,
            field="published",
            advice="Hand in the day on which the article came out, or none.",
        )
    id, source = _printable(id), _printable(source)  # noqa: A001
    given = {"text": text, "id": id, "title": title, "publisher": publisher, "url": url, "language": language}
    for field, words in given.items():
        if _UNFIT.search(words):
            raise ArticleError(
                "It holds signs that no text has.", file=where, field=field, advice="Save it as UTF-8 text."
            )
    digest = hashlib.sha256(encoded).hexdigest()
    return Article(
        id=id or f"text-{digest[:SHORT_HASH]}",
        text=text,
        hash=digest,
        title=title or title_of(text),
        publisher=publisher,
        url=url,
        published=published,
        language=language,
        source=source,
    )


def _printable(name: str) -> str:
    """A file's name as text, if the system could not read it as such (a byte that is none stands as U+FFFD)."""
    try:
        return os.fsencode(name).decode("utf-8", errors="replace")
    except UnicodeEncodeError:
        return name


def too_large(size: int, file: object) -> ArticleError:
    """The error for a text of ``size`` bytes."""
    return ArticleError(
        f"The text has {size / 1e6:,.0f} MB; one article may have {LARGEST / 1e6:.0f} MB.",
        file=file,
        advice="Hand in single articles, or a .jsonl file with one article a line.",
    )
