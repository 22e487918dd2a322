"""Fits the weights of ``data/link_kinds.toml`` to the bundled timelines: ``python -m bench.links_fit``.

A conditional logit (each event has one of its candidates, or none), with the weights that stand in the file as the
means of a normal prior, so that what few examples say little of stays as it was set by hand. The untouched fifth
(``tracker.timeline.links.score.held_out``) is left out. Prints the new bases and weights, and how the fit does on parts
that it did not see (cross-validation within the four fifths); the file is changed by hand.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np

from tracker.imports import csv
from tracker.resources import DATA
from tracker.resources.link_kind import RESPONSES, link_rules
from tracker.timeline.links.find import Finder
from tracker.timeline.links.index import LinkIndex
from tracker.timeline.links.proposal import LIKELY
from tracker.timeline.links.score import held_out, without_links
from tracker.timeline.links.standing import links_of

SPREAD = {"base": 0.7, "shared": 0.7}
"""Standard deviation of the prior of bases and of weights."""
STEPS, RATE = 800, 0.03


@dataclass
class Case:
    """One event: a row of numbers for each candidate, and which of them (if any) was written down."""

    source: str
    table: np.ndarray
    right: np.ndarray
    ids: list[str]


def names() -> list[tuple[str, str]]:
    """The parameters: ("base", pair), ("shared", ground)."""
    rules = link_rules()
    grounds = sorted(rules.weights)
    return [("base", pair.name) for pair in rules.pair] + [("shared", ground) for ground in grounds]


def start(parameters: list[tuple[str, str]]) -> np.ndarray:
    """What the file says now."""
    rules = link_rules()
    bases = {pair.name: pair.base for pair in rules.pair}
    return np.array([bases[name] if family == "base" else rules.weights[name] for family, name in parameters])


def cases(parameters: list[tuple[str, str]]) -> list[Case]:
    """Every event outside the untouched fifth with its candidates, over all bundled timelines."""
    place = {name: number for number, name in enumerate(parameters)}
    found = []
    for path in sorted((DATA / "timelines").glob("*.csv")):
        frame = csv.read(path, conflict=path.stem)
        written = {(link.source, link.target) for link in links_of(frame)}
        index = LinkIndex(without_links(frame))
        finder = Finder(index)
        for row in sorted(range(index.size), key=lambda row: int(index.start[row])):
            event = index.event(row)
            weighed = finder.weigh(event, RESPONSES)
            finder.find_row(row)
            if not weighed or held_out(event.event_id):
                continue
            table = np.zeros((len(weighed), len(parameters)))
            for number, one in enumerate(weighed):
                table[number, place["base", one.rule.name]] = 1.0
                for ground in one.grounds:
                    if ("shared", ground.name) in place:
                        table[number, place["shared", ground.name]] = ground.value
            ids = [one.pair.target.event_id for one in weighed]
            right = np.array([(event.event_id, name) in written for name in ids], dtype=float)
            found.append(Case(event.event_id, table, right / max(1.0, right.sum()), ids))
    return found


def chances(case: Case, values: np.ndarray) -> np.ndarray:
    """The probability of each candidate."""
    scores = case.table @ values
    top = max(0.0, scores.max())
    powers = np.exp(scores - top)
    return powers / (np.exp(-top) + powers.sum())


def fit(seen: list[Case], prior: np.ndarray, parameters: list[tuple[str, str]]) -> np.ndarray:
    """The most probable weights, by gradient ascent with Adam's steps."""
    spread = np.array([SPREAD[family] for family, _ in parameters])
    values, first, second = prior.copy(), np.zeros(len(prior)), np.zeros(len(prior))
    for step in range(1, STEPS + 1):
        slope = (prior - values) / spread**2
        for case in seen:
            slope += case.table.T @ (case.right - chances(case, values))
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        values = values + RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return values


def f1(listed: list[Case], values: np.ndarray, least: float = LIKELY) -> tuple[int, int, int]:
    """Right, wrong and missed pairs."""
    right = wrong = missed = 0
    for case in listed:
        chosen = chances(case, values) >= least
        right += int((chosen & (case.right > 0)).sum())
        wrong += int((chosen & (case.right == 0)).sum())
        missed += int((~chosen & (case.right > 0)).sum())
    return right, wrong, missed


def main() -> None:
    """Fit, cross-validate, print."""
    parameters = names()
    listed, prior = cases(parameters), start(parameters)
    print("standing:", f1(listed, prior))
    parts = [zlib.crc32(f"{case.source}/part".encode()) % 5 for case in listed]
    total = np.zeros(3, dtype=int)
    for part in range(5):
        seen = [case for case, own in zip(listed, parts, strict=True) if own != part]
        kept = [case for case, own in zip(listed, parts, strict=True) if own == part]
        total += np.array(f1(kept, fit(seen, prior, parameters)))
    print("cross-validated right, wrong, missed:", total, "F1", 2 * total[0] / (2 * total[0] + total[1] + total[2]))
    values = fit(listed, prior, parameters)
    print("fitted:", f1(listed, values))
    for (family, name), old, new in zip(parameters, prior, values, strict=True):
        if abs(new - old) > 0.05:
            print(f"{family:12} {name:32} {old:6.2f} -> {new:6.2f}")


if __name__ == "__main__":
    main()
