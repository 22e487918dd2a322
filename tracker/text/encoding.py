"""Bytes to text: the file's own mark, UTF-8, the encoding it names, and only then what charset-normalizer tells."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from tracker.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip archive or office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x7fELF": "a program",
    b"\x1f\x8b": "a compressed file",
    b"SQLite format 3": "a database",
    b"{\\rtf": "a rich-text document",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ADVICE = "Save it as UTF-8 text and try again."
_CLOSE_CALL = 0.02
"""Difference in charset-normalizer's measure of mess (0 to 1) below which two encodings are equally likely."""


def text_of(data: bytes, path: Path, *, named: str = "") -> str:
    """``data``, read from ``path``, as text; a byte order mark is taken off, line ends stay.

    ``named`` is the encoding that the file itself names (HTML). Raises ``ArticleError`` for an empty or binary file
    and for bytes that fit no encoding clearly.
    """
    if not data.strip():
        raise ArticleError("The file is empty.", file=path, advice="Hand in a file with the article's words.")
    for magic, kind in _BINARY.items():
        if data.startswith(magic):
            raise ArticleError(f"This is {kind}, not text.", file=path, advice="Save the article as text or HTML.")
    text = _decoded(data, path, named)
    if _CONTROL.search(text):
        raise ArticleError("This is a binary file, not text.", file=path, advice="Save the article as text or HTML.")
    return text


def _decoded(data: bytes, path: Path, named: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, path)
    if b"\x00" in data:
        raise ArticleError("This is a binary file, not text.", file=path, advice="Save the article as text or HTML.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = error
    if named and _known(named) not in ("", "utf-8"):
        return _strict(data, named, path)
    found = _told(data)
    if found is None:
        line = data[: wrong.start].count(b"\n") + 1
        raise ArticleError(
            "The file's encoding cannot be told; it is not UTF-8.", file=path, line=line, advice=_ADVICE
        ) from wrong
    return _strict(data, found, path)


def _told(data: bytes) -> str | None:
    """The encoding that charset-normalizer finds; where Western ones tie, Windows-1252, as browsers have it."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most files are UTF-8

    matches = list(from_bytes(data))
    if not matches:
        return None
    tied = {one.encoding for one in matches if one.chaos <= matches[0].chaos + _CLOSE_CALL}
    tied |= {name for one in matches[:1] for name in one.could_be_from_charset}
    western = {"cp1250", "cp1252", "cp1254", "cp1257", "latin_1", "iso8859_15", "mac_roman", "cp858", "cp850"}
    if matches[0].encoding in western and tied & western and _fits(data, "cp1252"):
        return "cp1252"
    return matches[0].encoding


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _strict(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ArticleError(f"The file is not {encoding} as it says.", file=path, line=line, advice=_ADVICE) from error
