"""File formats of articles. A module in this folder is its own registration.

Each gives ``SUFFIXES`` (lower case, with the dot), ``LABEL`` for people, and
``read(path, published) -> Iterator[Article]``, which raises ``ArticleError``.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, cast

from tracker.models import Article


class Format(Protocol):
    """What a module of this folder offers."""

    SUFFIXES: tuple[str, ...]
    LABEL: str

    def read(self, path: Path, published: date | None) -> Iterator[Article]:
        """The articles in the file at ``path``; ``published`` goes before what the file says."""


@cache
def formats() -> MappingProxyType[str, Format]:
    """The formats by suffix, sorted."""
    found: dict[str, Format] = {}
    for module in pkgutil.iter_modules(__path__):
        one = cast("Format", import_module(f"{__name__}.{module.name}"))
        found.update(dict.fromkeys(one.SUFFIXES, one))
    return MappingProxyType(dict(sorted(found.items())))
