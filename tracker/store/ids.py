"""Names for new events: day, type, a few words: ``2025-07-23-talks-istanbul-third-round``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

WORDS = 5
_SMALL = frozenset(["a", "an", "and", "at", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"])


def make_id(event: Mapping[str, Any], taken: Callable[[str], bool]) -> str:
    """An id from the day, type and title of ``event`` that ``taken`` does not know; a number tells namesakes apart."""
    when = event["date_start"] or event["date_end"]
    day = when.isoformat() if when else "undated"
    kind = _slug(event["event_type"].replace("_", " "))
    words = [word for word in _slug(event.get("title", "")) if word not in _SMALL and word not in kind][:WORDS]
    stem = "-".join([day, *kind, *words])[:80].rstrip("-")
    name, count = stem, 1
    while taken(name):
        count += 1
        name = f"{stem}-{count}"
    return name


def _slug(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.findall(r"[a-z0-9]+", plain.replace("'", ""))
