"""All sections of the ledger from one timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType

import pandas as pd

from tracker.ledger import sections as folder
from tracker.ledger.closings import closed, closings_in
from tracker.ledger.facts import Facts, LinkLike
from tracker.ledger.table import COMMON, table
from tracker.ledger.words import told_in
from tracker.timeline.frame import TEXT
from tracker.timeline.speech import ENGLISH, Speech


@cache
def sections() -> MappingProxyType[str, ModuleType]:
    """The modules of the sections by name, in their order: ``LABEL``, ``MEANING`` and ``COLUMNS`` describe them."""
    found = {one.name: import_module(f"{folder.__name__}.{one.name}") for one in iter_modules(folder.__path__)}
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: item[1].ORDER)))


@dataclass(frozen=True)
class Ledger:
    """The ledger as of a day: a table for each section, by its name (``sections()`` says what they mean)."""

    as_of: date
    tables: Mapping[str, pd.DataFrame]

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.tables[name]

    def open(self) -> pd.DataFrame:
        """The open entries of all sections in one table: ``section`` and the columns that all have (``COMMON``)."""
        parts = [one.loc[one["open"], list(COMMON)].assign(section=name) for name, one in self.tables.items()]
        whole = pd.concat(parts, ignore_index=True) if parts else table((), COMMON).assign(section="")
        whole["section"] = whole["section"].astype(TEXT)
        return whole[["section", *COMMON]]

    def only(self, event_ids: Iterable[str]) -> Ledger:
        """The ledger of these events alone: as it stands in the whole timeline, with the other entries left out."""
        kept = frozenset(event_ids)
        tables = {name: one[one["event_id"].isin(kept)].reset_index(drop=True) for name, one in self.tables.items()}
        return Ledger(self.as_of, MappingProxyType(tables))


def ledger_of(frame: pd.DataFrame, as_of: date, links: Iterable[LinkLike] = (), speech: Speech = ENGLISH) -> Ledger:
    """The ledger of a timeline as of a day, its sentences in the language ``speech`` (states are codes in all).

    ``frame`` is the whole timeline (a filter applied before would hide answers: apply it after, with ``Ledger.only``).
    ``links`` are found ones (``tracker.timeline.links.find_links``) beside those in the frame's columns; those less
    probable than ``LIKELY`` are left out, and what rests on one that no person confirmed says so. What a person closed
    by hand (``closings``) is not open, and says why.
    """
    facts = Facts(frame, as_of, links)
    by_hand = closings_in(frame)
    with told_in(speech):
        made = {
            name: table((closed(section.LABEL, row, as_of, by_hand) for row in section.rows(facts)), section.COLUMNS)
            for name, section in sections().items()
        }
    return Ledger(as_of, MappingProxyType(made))
