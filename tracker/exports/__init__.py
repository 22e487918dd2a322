"""The timeline as files: one format a module, and a module in this folder is its own registration.

Every module has ``LABEL`` (words for a menu), ``SUFFIX``, ``MIME``, ``TAKES`` (``events`` or ``reports``), ``write``;
those that take events also ``FOR`` (whom the file serves, in a few words) and ``BINARY``.
``write(frame, stream, about="", speech=ENGLISH)`` of the formats that take events writes a checked timeline to a text
stream opened with ``newline=""`` in UTF-8, or, if ``BINARY``, to a stream of bytes. ``about`` says which events these
are, where the format has a place for it; those for readers are written in the language ``speech``, data is the same in
all. ``write(reports, stream)`` of the others writes the reports of a parser.
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

    from tracker.timeline.speech import Speech

__all__ = ["content", "export_format", "find", "format_of", "formats"]


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(one.name for one in pkgutil.iter_modules(__path__) if not one.name.startswith("_")))


@cache
def formats(takes: str = "events") -> MappingProxyType[str, ModuleType]:
    """The formats for ``events`` (frames) or ``reports``, by name, sorted."""
    modules = {name: import_module(f"{__name__}.{name}") for name in _names()}
    return MappingProxyType({name: module for name, module in modules.items() if takes == module.TAKES})


def find(name: str, takes: str = "events") -> ModuleType | None:
    """The format called ``name``, imported without the others; ``None`` if there is none."""
    module = import_module(f"{__name__}.{name}") if name in _names() else None
    return module if module and takes == module.TAKES else None


def export_format(name: str, takes: str = "events") -> ModuleType:
    """The format called ``name``; raises ``UsageError`` that lists the known ones."""
    found = find(name, takes)
    if found is None:
        known = ", ".join(formats(takes))
        raise UsageError(f'There is no export format "{name}".', field="format", advice=f"Known: {known}.")
    return found


def format_of(file_name: str) -> str:
    """The format for events whose suffix ends ``file_name``, the longest if several do; empty if none does."""
    fitting = [(len(one.SUFFIX), name) for name, one in formats().items() if file_name.casefold().endswith(one.SUFFIX)]
    longest = max((length for length, _name in fitting), default=0)
    return next((name for length, name in fitting if length == longest), "")


def content(name: str, frame: pd.DataFrame, about: str = "", speech: Speech | None = None) -> bytes:
    """The file of the format called ``name`` that holds ``frame``, in English without a ``speech``.

    Raises ``UsageError``, ``RowError``.
    """
    module = export_format(name)
    spoken = {} if speech is None else {"speech": speech}
    stream = io.BytesIO()
    if module.BINARY:
        module.write(frame, stream, about=about, **spoken)
        return stream.getvalue()
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    module.write(frame, text, about=about, **spoken)
    text.flush()
    return stream.getvalue()
