"""Filters that have a name, as the filter bar needs them: listed, saved, renamed, deleted."""

from __future__ import annotations

from collections.abc import Mapping

from dashboards.data import Data
from tracker.models import View

AUTHOR = "editor"


def views(data: Data) -> tuple[View, ...]:
    """All views by their names."""
    return data.store.views()


def view(data: Data, view_id: str) -> View | None:
    """One view; ``None`` if it is no longer there."""
    return next((one for one in data.store.views() if one.id == view_id), None)


def view_of(data: Data, query: Mapping[str, str]) -> View | None:
    """The view whose filter is that of ``query``; ``None`` if none has it."""
    return next((one for one in data.store.views() if dict(one.query) == dict(query)), None)


def save(data: Data, name: str, query: Mapping[str, str]) -> int:
    """Keeps a filter under a name; gives the batch that can be undone. Raises ``RowError``."""
    return data.store.save_view(name, query, by=AUTHOR, at=data.now())


def rename(data: Data, view_id: str, name: str) -> int:
    """Gives a view another name; raises ``RowError``, ``NotFoundError``."""
    return data.store.rename_view(view_id, name, by=AUTHOR, at=data.now())


def remove(data: Data, view_id: str) -> int:
    """Takes a view away; raises ``NotFoundError``."""
    return data.store.remove_view(view_id, by=AUTHOR, at=data.now())
