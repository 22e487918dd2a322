"""Articles from a file of any known format."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tracker.errors import ArticleError
from tracker.models import Article
from tracker.text.formats import formats


def read(path: str | Path, *, published: date | None = None) -> tuple[Article, ...]:
    """The articles in the file at ``path``, whose suffix tells the format (``tracker.text.formats``).

    ``published`` is the publication day on the user's word; it goes before what the file says. Raises
    ``ArticleError`` for a file that is missing, a folder, too large, empty, binary or broken; then nothing is read.
    """
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix not in formats():
        if file.is_dir():
            raise ArticleError("This is a folder, not a file.", file=file, advice="Name the files in it.")
        if not file.exists():
            raise ArticleError("There is no such file.", file=file, advice="Check its name and folder.")
        kind = f'Files that end in "{suffix}"' if suffix else "Files without a suffix"
        raise ArticleError(f"{kind} cannot be read.", file=file, advice=f"Known: {', '.join(formats())}.")
    return tuple(formats()[suffix].read(file, published))
