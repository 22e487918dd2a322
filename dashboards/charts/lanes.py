"""Which lane an event is drawn in: by group of types, actor, track or conflict. A new choice is a function here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from dashboards import words
from dashboards.charts.spans import Ints
from dashboards.language import N_, _, named, ngettext
from tracker.resources import event_groups, event_types
from tracker.timeline.outline import Outline

MOST_ACTORS = 12
"""Lanes of actors before the others share one."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes' ``labels`` in their order, and who is in which: event ``rows[i]`` stands in lane ``lanes[i]``.

    An event can stand in several lanes (one for each of its actors). ``groups`` has the group's name where a lane is
    one group's, else "". ``keys`` name the lanes in addresses.
    """

    labels: tuple[str, ...]
    rows: Ints
    lanes: Ints
    groups: tuple[str, ...] = ()
    keys: tuple[str, ...] = field(default=())

    def counts(self) -> Ints:
        """Events in each lane."""
        return np.bincount(self.lanes, minlength=len(self.labels)).astype(np.intp)

    def names_of(self, rows: Ints) -> list[str]:
        """For each of ``rows``, the names of its lanes."""
        place = {int(row): at for at, row in enumerate(rows)}
        found: list[list[str]] = [[] for _ in rows]
        asked = np.flatnonzero(np.isin(self.rows, rows))
        for row, lane in zip(self.rows[asked].tolist(), self.lanes[asked].tolist(), strict=True):
            found[place[row]].append(self.labels[lane])
        return [", ".join(one) for one in found]


def lanes_of(outline: Outline, rows: Ints, choice: str) -> Lanes:
    """The lanes of these rows of an outline by ``choice``, a key of ``CHOICES``; empty lanes are left out.

    ``Lanes.rows`` counts within ``rows``.
    """
    return CHOICES[choice][1](outline, rows)


def _by_group(outline: Outline, rows: Ints) -> Lanes:
    order = list(event_groups())
    place = {one.name: order.index(one.group) for one in event_types().values()}
    types = outline.coded("event_type")
    of_type = np.array([place[value] for value in types.values], dtype=np.intp)
    labels = [named("event group", group.label) for group in event_groups().values()]
    return _filled(labels, order, np.arange(len(rows)), of_type[types.codes[rows]] if len(rows) else rows, tuple(order))


def _by_actor(outline: Outline, rows: Ints) -> Lanes:
    cells = outline.coded("actors")
    mine = cells.codes[rows].astype(np.intp)
    codes = [list(dict.fromkeys(pair.split(":")[0] for pair in value.split(";") if pair)) for value in cells.values]
    sizes = np.bincount(mine, minlength=len(codes))
    counts: dict[str, int] = {}
    for listed, size in zip(codes, sizes.tolist(), strict=True):
        for code in listed if size else ():
            counts[code] = counts.get(code, 0) + size
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    shown = ranked if len(ranked) <= MOST_ACTORS + 1 else ranked[:MOST_ACTORS]
    place = {code: number for number, code in enumerate(shown)}
    labels, keys = [words.actor_name(code) for code in shown], list(shown)
    if len(shown) < len(ranked):
        labels.append(ngettext("{count} other actor", "{count} other actors", len(ranked) - len(shown)))
        keys.append("other")
    labels.append(_("No actor named"))
    keys.append("none")
    other, none = len(shown), len(labels) - 1
    lanes_of_value = [sorted({place.get(code, other) for code in listed}) or [none] for listed in codes]
    lengths = np.array([len(one) for one in lanes_of_value], dtype=np.intp)
    flat = np.array([lane for one in lanes_of_value for lane in one], dtype=np.intp)
    if not len(rows):
        return _filled(labels, keys, rows, rows)
    begins = np.cumsum(lengths) - lengths
    long = lengths[mine]
    members = np.repeat(np.arange(len(rows)), long)
    within = np.arange(len(members)) - np.repeat(np.cumsum(long) - long, long)
    return _filled(labels, keys, members, flat[begins[mine][members] + within])


def _by_column(column: str, empty: str, name: Callable[[str], str]) -> Callable[[Outline, Ints], Lanes]:
    def lanes(outline: Outline, rows: Ints) -> Lanes:
        cells = outline.coded(column)
        mine = cells.codes[rows].astype(np.intp)
        sizes = np.bincount(mine, minlength=len(cells.values))
        seen, first = np.unique(mine, return_index=True)
        begins = dict(zip(seen.tolist(), first.tolist(), strict=True))
        order = sorted(np.flatnonzero(sizes).tolist(), key=lambda at: (cells.values[at] == "", begins[at]))
        place = np.zeros(len(cells.values), dtype=np.intp)
        place[order] = np.arange(len(order))
        values = [cells.values[at] for at in order]
        labels = [name(value) if value else _(empty) for value in values]
        return _filled(labels, [value or "none" for value in values], np.arange(len(rows)), place[mine])

    return lanes


def _filled(labels: list[str], keys: list[str], rows: Any, lanes: Any, groups: tuple[str, ...] = ()) -> Lanes:
    """Without the lanes that hold nothing."""
    kept = np.flatnonzero(np.bincount(lanes, minlength=len(labels))) if len(lanes) else np.zeros(0, dtype=np.intp)
    place = np.full(len(labels), -1, dtype=np.intp)
    place[kept] = np.arange(len(kept))
    return Lanes(
        tuple(labels[at] for at in kept),
        np.asarray(rows, dtype=np.int32),
        place[lanes].astype(np.int16) if len(lanes) else np.zeros(0, dtype=np.int16),
        tuple(groups[at] for at in kept) if groups else ("",) * len(kept),
        tuple(keys[at] for at in kept),
    )


CHOICES: dict[str, tuple[str, Callable[[Outline, Ints], Lanes]]] = {
    "group": (N_("Group"), _by_group),
    "actor": (N_("Actor"), _by_actor),
    "track": (N_("Track"), _by_column("track", N_("No track"), str)),
    "conflict": (N_("Conflict"), _by_column("conflict", N_("No conflict named"), words.conflict_name)),
}
"""The choices of the switch: label, and the function that makes the lanes."""
