"""The timeline as files: one format a module, and a module in this folder is its own registration.

Every module has ``LABEL`` (words for a menu), ``SUFFIX``, ``MIME``, ``TAKES`` (``events`` or ``reports``), ``write``;
those that take events also ``FOR`` (whom the file serves, in a few words) and ``BINARY``.
``write(frame, stream, about="")`` of the formats that take events writes a checked timeline to a text stream opened
with ``newline=""`` in UTF-8, or, if ``BINARY``, to a stream of bytes. ``about`` says which events these are, where the
format has a place for it. ``write(reports, stream)`` of the others writes the reports of a parser.
"""

from __future__ import annotations

import io
import pkgutil
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

from tracker.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["content", "export_format", "format_of", "formats"]


@cache
def formats(takes: str = "events") -> MappingProxyType[str, ModuleType]:
    """The formats for ``events`` (frames) or ``reports``, by name, sorted."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = {name: import_module(f"{__name__}.{name}") for name in names if not name.startswith("_")}
    return MappingProxyType({name: module for name, module in modules.items() if takes == module.TAKES})


def export_format(name: str, takes: str = "events") -> ModuleType:
    """The format called ``name``; raises ``UsageError`` that lists the known ones."""
    known = formats(takes)
    if name not in known:
        raise UsageError(f'There is no export format "{name}".', field="format", advice=f"Known: {', '.join(known)}.")
    return known[name]


def format_of(file_name: str) -> str:
    """The format for events whose suffix ends ``file_name``, the longest if several do; empty if none does."""
    fitting = [(len(one.SUFFIX), name) for name, one in formats().items() if file_name.casefold().endswith(one.SUFFIX)]
    longest = max((length for length, _name in fitting), default=0)
    return next((name for length, name in fitting if length == longest), "")


def content(name: str, frame: pd.DataFrame, about: str = "") -> bytes:
    """The file of the format called ``name`` that holds ``frame``; raises ``UsageError``, ``RowError``."""
    module = export_format(name)
    stream = io.BytesIO()
    if module.BINARY:
        module.write(frame, stream, about=about)
        return stream.getvalue()
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    module.write(frame, text, about=about)
    text.flush()
    return stream.getvalue()
