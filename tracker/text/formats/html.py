"""Web pages: trafilatura takes the article out of the page, and its title, publisher, address and day of publication.

Only a day that the page's metadata states is taken (``extensive_search`` off: no guess from dates in the text).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tracker.errors import ArticleError
from tracker.models import Article
from tracker.text.article import from_text
from tracker.text.encoding import text_of
from tracker.text.files import whole

SUFFIXES = (".html", ".htm", ".xhtml")
LABEL = "Web page"

_CHARSET = re.compile(rb"<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*[\"']?([\w.:-]+)", re.I)
_LANGUAGE = re.compile(r"<html[^>]+?\blang\s*=\s*[\"']?([a-z]{2,3})\b", re.I)
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}
"""What htmldate may use; the far bound keeps it from asking the clock."""


def read(path: Path, published: date | None) -> Iterator[Article]:
    """The article in the page; ``ArticleError`` if there is none."""
    import trafilatura  # noqa: PLC0415 - a third of a second that the other formats need not wait for
    from trafilatura.settings import Document  # noqa: PLC0415

    data = whole(path)
    named = _CHARSET.search(data[:2048])
    page = text_of(data, path, named=named.group(1).decode("ascii") if named else "")
    found = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dict(_DATES)
    )
    text = found.text if isinstance(found, Document) else None
    if not isinstance(found, Document) or not text or not text.strip():
        raise ArticleError(
            "No article was found in this page.", file=path, advice="Save the article's words as a .txt file."
        )
    language = _LANGUAGE.search(page)
    yield from_text(
        text,
        id=path.stem,
        title=found.title or "",
        publisher=found.sitename or found.hostname or "",
        url=found.url or "",
        published=published or _day(found.date),
        language=(found.language or (language.group(1).lower() if language else "")),
        source=str(path),
    )


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None
