"""Writes what a command puts out: to stdout, or to a file that is complete or not there at all."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from tracker.errors import OutputError


@contextlib.contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """A UTF-8 stream that keeps line ends as written; ``None`` and ``-`` are stdout.

    A file is written beside its place and put there when all went well; if anything fails, what stood there stays.
    Devices and pipes are written straight. Raises ``OutputError`` in words.
    """
    if path is None or str(path) == "-":
        with _stdout() as stream:
            yield stream
    elif path.exists() and not path.is_file():
        with _told(path), path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    else:
        with _told(path), _beside(path) as stream:
            yield stream


@contextlib.contextmanager
def opened_bytes(path: Path | None) -> Iterator[BinaryIO]:
    """The same for content that is bytes already."""
    with opened(path) as stream:
        yield stream.buffer


@contextlib.contextmanager
def _stdout() -> Iterator[TextIO]:
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None:
        yield sys.stdout
        return
    sys.stdout.flush()
    stream = io.TextIOWrapper(raw, encoding="utf-8", newline="", write_through=False)
    try:
        yield stream
        stream.flush()
    finally:
        with contextlib.suppress(OSError):
            stream.detach()


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"This cannot be written: {error.strerror or error}.", file=path, advice="What stood there before stands."
        ) from error


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[TextIO]:
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("x", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
