"""Which lane an event is drawn in: by group of types, actor, track or conflict. A new choice is a function here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboards import words
from dashboards.charts.spans import Ints
from tracker.resources import event_groups, event_types

MOST_ACTORS = 12
"""Lanes of actors before the others share one."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes' ``labels`` in their order, and who is in which: event ``rows[i]`` stands in lane ``lanes[i]``.

    An event can stand in several lanes (one for each of its actors). ``groups`` has the group's name where a lane is
    one group's, else "".
    """

    labels: tuple[str, ...]
    rows: Ints
    lanes: Ints
    groups: tuple[str, ...] = ()

    def counts(self) -> Ints:
        """Events in each lane."""
        return np.bincount(self.lanes, minlength=len(self.labels)).astype(np.intp)

    def names_of(self, size: int) -> list[str]:
        """For each of ``size`` rows, the names of its lanes."""
        found: list[list[str]] = [[] for _ in range(size)]
        for row, lane in zip(self.rows.tolist(), self.lanes.tolist(), strict=True):
            found[row].append(self.labels[lane])
        return [", ".join(one) for one in found]


def lanes_of(frame: pd.DataFrame, choice: str) -> Lanes:
    """The lanes of ``frame`` by ``choice``, a key of ``CHOICES``; lanes that would be empty are left out."""
    return CHOICES[choice][1](frame)


def _by_group(frame: pd.DataFrame) -> Lanes:
    order = list(event_groups())
    place = {one.name: order.index(one.group) for one in event_types().values()}
    cells, values = pd.factorize(frame["event_type"])
    lanes = np.array([place[value] for value in values], dtype=np.intp)[cells]
    labels = [group.label for group in event_groups().values()]
    return _filled(labels, np.arange(len(frame)), lanes, tuple(order))


def _by_actor(frame: pd.DataFrame) -> Lanes:
    cells, values = pd.factorize(frame["actors"])
    codes = [list(dict.fromkeys(pair.split(":")[0] for pair in value.split(";") if pair)) for value in values]
    sizes = np.bincount(cells, minlength=len(values)) if len(values) else np.zeros(0, dtype=int)
    counts: dict[str, int] = {}
    for listed, size in zip(codes, sizes, strict=True):
        for code in listed:
            counts[code] = counts.get(code, 0) + int(size)
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    shown = ranked if len(ranked) <= MOST_ACTORS + 1 else ranked[:MOST_ACTORS]
    place = {code: number for number, code in enumerate(shown)}
    labels = [words.actor_name(code) for code in shown]
    if len(shown) < len(ranked):
        labels.append(f"{len(ranked) - len(shown)} other actors")
    labels.append("No actor named")
    other, none = len(shown), len(labels) - 1
    lanes_of_value = [sorted({place.get(code, other) for code in listed}) or [none] for listed in codes]
    lengths = np.array([len(one) for one in lanes_of_value], dtype=np.intp)
    flat = np.array([lane for one in lanes_of_value for lane in one], dtype=np.intp)
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.intp) if len(lengths) else lengths
    rows = np.repeat(np.arange(len(frame)), lengths[cells]) if len(frame) else np.zeros(0, dtype=np.intp)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(lengths[cells]) - lengths[cells], lengths[cells])
    return _filled(labels, rows, flat[begins[cells][rows] + within] if len(rows) else rows)


def _by_column(column: str, empty: str, name: Callable[[str], str]) -> Callable[[pd.DataFrame], Lanes]:
    def lanes(frame: pd.DataFrame) -> Lanes:
        cells, values = pd.factorize(frame[column])
        order = sorted(range(len(values)), key=lambda at: (values[at] == "", at))
        place = np.empty(len(values), dtype=np.intp)
        place[order] = np.arange(len(values))
        labels = [name(values[at]) if values[at] else empty for at in order]
        return _filled(labels, np.arange(len(frame)), place[cells])

    return lanes


def _filled(labels: list[str], rows: Any, lanes: Any, groups: tuple[str, ...] = ()) -> Lanes:
    """Without the lanes that hold nothing."""
    kept = np.flatnonzero(np.bincount(lanes, minlength=len(labels))) if len(lanes) else np.zeros(0, dtype=np.intp)
    place = np.full(len(labels), -1, dtype=np.intp)
    place[kept] = np.arange(len(kept))
    return Lanes(
        tuple(labels[at] for at in kept),
        np.asarray(rows, dtype=np.intp),
        place[lanes] if len(lanes) else np.zeros(0, dtype=np.intp),
        tuple(groups[at] for at in kept) if groups else ("",) * len(kept),
    )


CHOICES: dict[str, tuple[str, Callable[[pd.DataFrame], Lanes]]] = {
    "group": ("Group", _by_group),
    "actor": ("Actor", _by_actor),
    "track": ("Track", _by_column("track", "No track", str)),
    "conflict": ("Conflict", _by_column("conflict", "No conflict named", words.conflict_name)),
}
"""The choices of the switch: label, and the function that makes the lanes."""
