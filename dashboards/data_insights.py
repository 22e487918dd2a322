"""The door to the charts of the page Insights: measured once for a state of the timeline, studied for each filter."""

from __future__ import annotations

import csv
import io
from collections import OrderedDict, defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any

import numpy as np
import pandas as pd

from dashboards.charts.insights import charts
from dashboards.charts.study import Given, Ints, Study
from dashboards.data import Data, Filter
from dashboards.language import current
from tracker.timeline.coded import Bools
from tracker.timeline.formula import guarded

KEPT = 80
"""Studies that are kept: of all charts for a few filters."""


@dataclass(frozen=True, slots=True)
class Behind:
    """The events behind a number: the first of them as rows, how many there are, and a filter that shows exactly these.

    ``found`` is ``None`` if no filter says exactly the same.
    """

    rows: list[dict[str, Any]]
    count: int
    found: Filter | None


class Insights:
    """Studies of the timeline; safe in the server's threads."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self._lock = Lock()
        self._locks: dict[str, Lock] = defaultdict(Lock)
        self._given: tuple[int, date, Given] | None = None
        self._rows: dict[str, tuple[Given, pd.DataFrame]] = {}
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def study(self, name: str, chosen: Filter) -> Study:
        """What the chart called ``name`` says of the events that meet ``chosen``."""
        given, number = self._now()
        key = (number, given.today, name, chosen, current())
        with self._locks[name]:
            made = self._recall(key)
            if made is None:
                rows = self._measured(name, given)
                inside = self._mask(given, number, chosen)[rows["event"].to_numpy()]
                shown = rows if inside.all() else rows[inside].reset_index(drop=True)
                made = charts()[name].study(shown, given.whole, given)
                self._keep(key, made)
        study: Study = made
        return study

    def behind(self, name: str, chosen: Filter, row: int, column: str, most: int) -> Behind:
        """The events behind the number of ``column`` in ``row`` of a chart's table, the first ``most`` as rows."""
        study = self.study(name, chosen)
        if not 0 <= row < len(study.table) or column not in study.table:
            return Behind([], 0, None)
        whole = self._now()[0].whole
        places = np.unique(study.events(row, column))
        shown: list[dict[Any, Any]] = whole.iloc[places[:most]].to_dict("records")
        exact = self._exact(chosen, study.conditions(row, column), whole, places)
        return Behind([{str(key): value for key, value in one.items()} for one in shown], len(places), exact)

    def _exact(self, chosen: Filter, conditions: dict[str, str], whole: pd.DataFrame, places: Ints) -> Filter | None:
        """The filter with ``conditions`` added that shows the events at ``places`` and no other, if there is one."""
        if not conditions:
            return None
        query = chosen.to_query()
        for more in ({}, {"certainty": "day,period"}):
            tried = Filter.from_query({key: [value] for key, value in (query | more | conditions).items()})
            if np.array_equal(np.flatnonzero(tried.mask(whole)), places):
                return tried
        return None

    def _now(self) -> tuple[Given, int]:
        number, frame = self._data.store.snapshot()
        today = self._data.today()
        with self._lock:
            if self._given is None or self._given[:2] != (number, today):
                self._given = (number, today, Given(frame, today))
            return self._given[2], number

    def _measured(self, name: str, given: Given) -> pd.DataFrame:
        known = self._rows.get(name)
        if known is None or known[0] is not given:
            known = (given, charts()[name].measure(given.whole, given))
            self._rows[name] = known
        return known[1]

    def _mask(self, given: Given, number: int, chosen: Filter) -> Bools:
        """True for each row of the timeline that meets ``chosen``; the outline has the same rows in the same order."""
        if self._data.outline().number == number:
            made = self._data.mask(chosen)
            if self._data.outline().number == number:
                return made
        return chosen.mask(given.whole)

    def _recall(self, key: Hashable) -> Any:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _keep(self, key: Hashable, made: Any) -> None:
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)


def csv_of(study: Study) -> bytes:
    """The study's table as CSV (RFC 4180, UTF-8), its columns headed as readers see them; no cell is a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(guarded(pd.Series([one.label for one in study.columns], dtype="str")))
    writer.writerows(_lines(study))
    return stream.getvalue().encode("utf-8")


def _lines(study: Study) -> Iterator[list[str]]:
    columns = [_cells(study.table[one.name], one.kind) for one in study.columns]
    yield from (list(cells) for cells in zip(*columns, strict=True))


def _cells(cells: pd.Series[Any], kind: str) -> list[str]:
    texts = pd.Series(["" if pd.isna(one) else _plain(one, kind) for one in cells], dtype="str")
    return [
        str(one) for one in (guarded(texts) if kind == "text" and not pd.api.types.is_numeric_dtype(cells) else texts)
    ]


def _plain(one: Any, kind: str) -> str:
    if kind == "count":
        return str(int(one))
    if kind == "share":
        return f"{float(one):.4f}"
    return one.isoformat() if kind == "day" else str(one)
