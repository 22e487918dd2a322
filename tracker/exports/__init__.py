"""The timeline as files: one format a module, and a module in this folder is its own registration.

Every module has ``LABEL`` (words for a menu), ``SUFFIX``, ``MIME``, ``TAKES`` (``events`` or ``reports``), ``write``.
``write(frame, stream)`` of the formats that take events writes a checked timeline to a text stream opened with
``newline=""`` in UTF-8; ``write(reports, stream)`` of the others the reports of a parser.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType

from tracker.errors import UsageError

__all__ = ["export_format", "formats"]


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
