"""Groups of what belongs together, from scores of pairs: the likest first.

How well two groups fit is the mean of their likest pair and of the mean over all pairs between them: reports are often
told with little, and then one pair that fits well says more than many that say nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from tracker.resources.joining_rules import joining_rules


def grouped(
    keys: Sequence[str], edges: Iterable[tuple[str, str]], score: Callable[[str, str], float]
) -> list[list[str]]:
    """``keys`` in groups, each sorted. Only what ``edges`` connect is compared; ``score`` is in log-odds.

    Two groups become one while their fit is that of a join, and no pair between them at minus infinity. Each connected
    part is decided by itself, so adding a key changes the part that it touches and no other.
    """
    found: list[list[str]] = []
    for part in parts_of(keys, edges):
        found += _linked(part, score) if len(part) > 1 else [part]
    return sorted(found)


def fit_of(scores: Sequence[float]) -> float:
    """How well two groups fit whose pairs have these scores (log-odds)."""
    if -math.inf in scores:
        return -math.inf
    return (max(scores) + math.fsum(scores) / len(scores)) / 2


def parts_of(keys: Sequence[str], edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected parts, each sorted."""
    root = {key: key for key in keys}

    def top(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for one, other in edges:
        low, high = sorted((top(one), top(other)))
        root[high] = low
    parts: dict[str, list[str]] = {}
    for key in sorted(keys):
        parts.setdefault(top(key), []).append(key)
    return list(parts.values())


def _linked(part: list[str], score: Callable[[str, str], float]) -> list[list[str]]:
    size = len(part)
    sums = np.full((size, size), -math.inf)
    for row in range(size):
        for column in range(row + 1, size):
            sums[row, column] = sums[column, row] = score(part[row], part[column])
    best_of = sums.copy()
    counts = np.ones(size)
    members = [[key] for key in part]
    least = math.log(joining_rules().join / (1 - joining_rules().join))
    while True:
        fit = (sums / np.outer(counts, counts) + best_of) / 2
        one, other = sorted(divmod(int(fit.argmax()), size))
        if not fit[one, other] >= least:
            return [sorted(group) for group in members if group]
        members[one] += members[other]
        members[other] = []
        sums[one, :] += sums[other, :]
        best_of[one, :] = np.maximum(best_of[one, :], best_of[other, :])
        for table in (sums, best_of):
            table[:, one] = table[one, :]
            table[one, one] = -math.inf
            table[other, :] = table[:, other] = -math.inf
        counts[one] += counts[other]
