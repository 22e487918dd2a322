"""The store's part that keeps views: filters with a name, shared by all who open the store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from tracker.errors import NotFoundError, RowError
from tracker.models import View
from tracker.store.database import reading
from tracker.store.log import Row, last_number, read_rows
from tracker.store.opened import Opened

LONGEST_NAME = 80


class Views(Opened):
    """What a ``Store`` can do with views. Writing calls are one batch each and can be undone."""

    def views(self) -> tuple[View, ...]:
        """All views by their names."""
        with reading(self._engine) as connection:
            rows = read_rows(connection, "view")
        found = (View(name, row["name"], row["query"]) for name, row in rows.items())
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))

    def save_view(self, name: str, query: Mapping[str, str], *, by: str, at: datetime, why: str = "") -> int:
        """Keep ``query`` under ``name``; a view of that name (in any case) gets it. Returns the batch, 0 if none.

        Raises ``RowError`` for a name that cannot be.
        """
        wanted = _name(name)
        with self._batch("save_view", by, at, why) as writer:
            known = read_rows(writer.connection, "view")
            same = _of_name(known, wanted)
            if same:
                writer.change("view", (same,), known[same], {"name": wanted, "query": dict(query)})
            else:
                view_id = f"view-{last_number(writer.connection) + 1}"
                writer.add("view", (view_id,), {"name": wanted, "query": dict(query)})
            return writer.write()

    def rename_view(self, view_id: str, name: str, *, by: str, at: datetime, why: str = "") -> int:
        """Give a view another name; returns the batch, 0 if it has it. Raises ``RowError``, ``NotFoundError``."""
        wanted = _name(name)
        with self._batch("rename_view", by, at, why) as writer:
            known = read_rows(writer.connection, "view")
            before = _standing(known, view_id)
            if _of_name(known, wanted) not in ("", view_id):
                raise RowError(f'There is a view "{wanted}" already.', field="name", advice="Choose another name.")
            writer.change("view", (view_id,), before, {"name": wanted})
            return writer.write()

    def remove_view(self, view_id: str, *, by: str, at: datetime, why: str = "") -> int:
        """Take a view away; returns the batch. Raises ``NotFoundError``."""
        with self._batch("remove_view", by, at, why) as writer:
            writer.remove("view", (view_id,), _standing(read_rows(writer.connection, "view"), view_id))
            return writer.write()


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise RowError("A view needs a name.", field="name", advice="Say in a few words what it shows.")
    if len(name) > LONGEST_NAME:
        advice = f"Use at most {LONGEST_NAME} characters."
        raise RowError(f"The name has {len(name)} characters.", field="name", advice=advice)
    return name


def _of_name(known: Mapping[str, Row], name: str) -> str:
    """The id of the view called ``name``; empty if there is none."""
    return next((key for key, row in known.items() if row["name"].casefold() == name.casefold()), "")


def _standing(known: Mapping[str, Row], view_id: str) -> Row:
    if view_id not in known:
        raise NotFoundError("This view is not there: somebody may have deleted it.", field="view")
    return known[view_id]
