"""Opens a file of articles; whatever stands in the way becomes an ``ArticleError`` in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tracker.errors import ArticleError
from tracker.text.article import LARGEST, too_large


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file at ``path``, open for reading bytes."""
    try:
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError as error:
        raise ArticleError("There is no such file.", file=path, advice="Check its name and folder.") from error
    except IsADirectoryError as error:
        raise ArticleError("This is a folder, not a file.", file=path, advice="Name the files in it.") from error
    except OSError as error:
        raise ArticleError(f"The file cannot be read: {error.strerror or error}.", file=path) from error


def whole(path: Path) -> bytes:
    """All bytes of the file; never more than ``LARGEST`` are held."""
    with opened(path) as stream:
        data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise too_large(max(path.stat().st_size, len(data)), path)
    return data
