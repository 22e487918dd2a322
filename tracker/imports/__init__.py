"""Timelines out of files: one format a module, and a module in this folder is its own registration.

Every module has ``LABEL``, ``SUFFIX`` and ``read(path, conflict="")``, which gives a checked timeline or raises an
``InputError`` that names file, line and field.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType, ModuleType

import pandas as pd

from tracker.errors import UsageError

__all__ = ["formats", "read"]


@cache
def formats() -> MappingProxyType[str, ModuleType]:
    """The formats by name, sorted."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return MappingProxyType({name: import_module(f"{__name__}.{name}") for name in names if not name.startswith("_")})


def read(path: str | Path, *, conflict: str = "") -> pd.DataFrame:
    """The timeline in the file at ``path``, by the format that its ending names; see the formats for ``conflict``."""
    suffix = Path(path).suffix.casefold()
    for module in formats().values():
        if suffix == module.SUFFIX:
            frame: pd.DataFrame = module.read(path, conflict=conflict)
            return frame
    known = ", ".join(module.SUFFIX for module in formats().values())
    raise UsageError("A timeline of this kind cannot be imported.", file=path, advice=f"These can: {known}.")
