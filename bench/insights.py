"""How long the page Insights takes for a change of the filter: ``python -m bench.insights [EVENTS]``.

The bundled timeline is repeated with its days moved by a seeded generator, links included. For each of some filters
all charts are studied and drawn, as the server does when the filter changes; beside it the same without what is kept
between filters (every measure taken anew), which is the peer. Milliseconds of one thread; the ratio is what matters.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any, cast

import numpy as np
import pandas as pd

from dashboards.charts.insights import charts
from dashboards.charts.study import Given, Look
from dashboards.data import Data, Filter
from dashboards.data_insights import Insights
from tracker import imports
from tracker.resources import DATA
from tracker.timeline.coded import Bools
from tracker.timeline.frame import frame_of_columns
from tracker.timeline.outline import Outline

TODAY = date(2026, 11, 22)
FILTERS = (
    Filter(),
    Filter(review=("accepted",)),
    Filter(type=("talks", "proposal", "rejection")),
    Filter(actor=("UKR",)),
    Filter(start=date(2024, 1, 1)),
    Filter(place=("TUR",)),
    Filter(text="exchange"),
    Filter(certainty=("claim",)),
)


def grown(size: int, seed: int = 7) -> pd.DataFrame:
    """``size`` events: the bundled ones over and over, each time moved by some years, with links within each time."""
    base = imports.read(DATA / "timelines/russia-ukraine.csv", conflict="russia-ukraine")
    rng = np.random.default_rng(seed)
    parts = []
    for turn in range(-(-size // len(base))):
        moved = np.timedelta64(int(rng.integers(-3000, 3000)), "D")
        part = base.copy()
        for name in ("date_start", "date_end"):
            part[name] = (part[name] + moved).astype("datetime64[s]")
        part["event_id"] = part["event_id"] + f"-{turn}"
        linked = (
            part["responds_to"].str.split(";").map(lambda ids, t=turn: ";".join(f"{one}-{t}" for one in ids if one))
        )
        part["responds_to"], part["links"] = linked, ""
        parts.append(part)
    whole = pd.concat(parts, ignore_index=True).head(size)
    return frame_of_columns({name: whole[name].tolist() for name in whole})


class Held:
    """A timeline as the store hands it out, held in memory: reading the database is not what is timed here."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame, self.store = frame, self
        self._outline = Outline.of(frame)
        self._masks: dict[Filter, Bools] = {}

    def snapshot(self) -> tuple[int, pd.DataFrame]:
        """Revision and frame."""
        return 0, self.frame

    def outline(self) -> Outline:
        """Its narrow columns."""
        return self._outline

    def mask(self, chosen: Filter) -> Bools:
        """What meets the filter, kept as the app keeps it."""
        if chosen not in self._masks:
            self._masks[chosen] = chosen.mask(self._outline)
        return self._masks[chosen]

    def today(self) -> date:
        """A fixed day."""
        return TODAY


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Milliseconds, and what came of it."""
    start = time.perf_counter()
    made = work()
    return (time.perf_counter() - start) * 1000, made


def page(insights: Insights, chosen: Filter) -> int:
    """All charts for a filter, as the server sends them; the bytes."""
    size = 0
    for name, module in charts().items():
        study = insights.study(name, chosen)
        size += len(json.dumps(module.figure(study, Look(width=1180 if module.WIDE else 570)).plain(), default=int))
    return size


def anew(held: Held, chosen: Filter) -> None:
    """The same with nothing kept: each measure of the events that meet the filter."""
    frame = held.frame.loc[held.mask(chosen)].reset_index(drop=True)
    given = Given(frame, TODAY)
    for module in charts().values():
        module.figure(module.study(module.measure(frame, given), frame, given), Look()).plain()


def main(size: int) -> None:
    """Prints the figures."""
    held = Held(grown(size))
    insights = Insights(cast(Data, held))
    first, _size = timed(lambda: page(insights, FILTERS[0]))
    print(f"{len(held.frame):,} events; first drawing of all {len(charts())} charts {first:,.0f} ms")
    Filter(text="x").mask(held.outline())  # texts are read in when they are first searched
    kept = [timed(lambda one=one: page(insights, one)) for one in FILTERS[1:]]
    peer = [timed(lambda one=one: anew(held, one))[0] for one in FILTERS[1:]]
    for chosen, (took, sent), naive in zip(FILTERS[1:], kept, peer, strict=True):
        print(f"{took:7.0f} ms  {sent / 1000:6.0f} kB  anew {naive:7.0f} ms  {naive / took:5.1f}x  {chosen.to_query()}")
    print(f"median {statistics.median(took for took, _ in kept):.0f} ms, worst {max(took for took, _ in kept):.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
