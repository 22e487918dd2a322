"""The pages, one module each. A module in this folder that has ``PAGE`` is in the navigation and answers its address.

A page module offers::

    PAGE = Page(name="inbox", path="/inbox", title=N_("Inbox"), order=40)
    def layout(data: Data, **parts: str) -> Component: ...      # parts: the names in ``path``, ``/event/<event_id>``
    def register(app: Dash, data: Data) -> None: ...            # its callbacks: ``@app.callback(...)`` inside

    def ahead(query: dict[str, str]) -> Ahead | None: ...   # if it can be shown before Dash stands

Nothing runs at import, so several apps can live in one process. Ids are ``<page name>-<thing>`` (``inbox-text``),
pattern ids ``{"type": "inbox-accept", "index": ...}``; the shell's own begin with ``shell-``, ``filter-`` or
``drawer-``. Every layout holds exactly one ``h1``.

What the shell offers to every page:

- ``Store(id="filter-query")``: the present filter as the query's keys and values (``filters.read_query`` makes it a
  ``Filter``); ``None`` until the address is read, and it changes only when a condition does.
- ``Store(id="shell-selected")``: write an event's id there and its drawer opens.
- ``Store(id="shell-revision")``: the store's revision; after writing, return ``data.revision()`` to it, and what
  draws events redraws.
- ``Store(id="shell-theme")``: ``light`` or ``dark``, for figures.
- ``components.notices.say(...)``: a message in a corner, from inside any callback.
"""

from __future__ import annotations

import pkgutil
import re
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from dash.development.base_component import Component

from dashboards.data import Filter
from dashboards.language import _


@dataclass(frozen=True, slots=True)
class Page:
    """A page's name (the beginning of its ids), address and place in the navigation.

    ``title`` is marked with ``N_``. ``path`` may hold names in angle brackets, which become the layout's arguments.
    ``navigation`` is false for a page that is reached from others only. ``filtered`` says that the page obeys the
    filter, so that its bar stands above it.
    """

    name: str
    path: str
    title: str
    order: int
    navigation: bool = True
    filtered: bool = False

    @property
    def label(self) -> str:
        """Its title in the reader's language."""
        return _(self.title)

    def match(self, pathname: str) -> dict[str, str] | None:
        """The parts that ``pathname`` gives for this page's path; ``None`` if it is another page's address."""
        pattern = re.sub(r"<(\w+)>", r"(?P<\1>[^/]+)", self.path)
        found = re.fullmatch(pattern, pathname.rstrip("/") or "/")
        return found.groupdict() if found else None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a page looks like before Dash stands, and which filter its address asks for."""

    layout: Component
    chosen: Filter


def page_modules() -> tuple[ModuleType, ...]:
    """The modules of this folder that are pages, in the order of the navigation."""
    found = (import_module(f"{__name__}.{one.name}") for one in pkgutil.iter_modules(__path__))
    return tuple(sorted((one for one in found if hasattr(one, "PAGE")), key=lambda one: one.PAGE.order))
