"""Fits the probability of a report on a gold corpus and writes data/calibration.toml and a reliability table.

    python -m bench.calibrate GOLD ARTICLES [GOLD ARTICLES ...] [--leave-out ID,ID ...]

Logistic regression with a penalty on large weights (Newton's method), on the features of ``tracker.events.features``;
``keep`` is the probability below which dropping reports of the first corpus raises F1, by probabilities told with one
fold of articles left out at a time. The project's own sentences join them, for what a text of one sentence tells, and
its told lines (``data/corpus/told``), for what a trigger is worth in texts that it was not made with.
"""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from pathlib import Path

import numpy as np

from bench.samples import ELSEWHERE, Sample, gathered
from tracker.resources import DATA

PENALTY = 12.0
FOLDS = 8
FLAT = 0.01
"""How far F1 may fall behind its best for a threshold to count as good as the best."""


def rows(data: list[Sample], names: list[str]) -> np.ndarray:
    """The features ``names`` of each sample behind a 1 for the bias."""
    return np.array([[1.0, *(one.features.get(name, 0.0) for name in names)] for one in data])


def fit(data: list[Sample], names: list[str]) -> np.ndarray:
    """The weights, the bias first."""
    x = rows(data, names)
    y = np.array([float(one.right) for one in data])
    counted = np.array([one.weight for one in data])
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 0.01
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (counted * (p - y)) + penalty * weights
        hessian = (x.T * (counted * p * (1 - p))) @ x + np.diag(penalty)
        weights = weights - np.linalg.solve(hessian, gradient)
    return weights


def predict(data: list[Sample], names: list[str], weights: np.ndarray) -> np.ndarray:
    """The probability of each sample."""
    return np.asarray(1 / (1 + np.exp(-rows(data, names) @ weights)))


def out_of_fold(data: list[Sample], names: list[str]) -> np.ndarray:
    """Each sample's probability by weights fitted without its article."""
    articles = sorted({one.article for one in data})
    fold_of = {article: number % FOLDS for number, article in enumerate(articles)}
    found = np.zeros(len(data))
    for fold in range(FOLDS):
        inside = [i for i, one in enumerate(data) if fold_of[one.article] == fold]
        weights = fit([one for one in data if fold_of[one.article] != fold], names)
        found[inside] = predict([data[i] for i in inside], names, weights)
    return found


def best_threshold(p: np.ndarray, data: list[Sample], gold: int) -> tuple[float, float]:
    """The probability below which dropping reports raises F1, and the best F1.

    The threshold that is best on some hundred reports hangs on single ones: it is the middle of all that come within
    ``FLAT`` of the best.
    """
    right = np.array([one.right for one in data])

    def f1(least: float) -> float:
        kept = p >= least
        return float(2 * right[kept].sum() / (kept.sum() + gold))

    tried = np.arange(0.05, 0.65, 0.01)
    found = np.array([f1(least) for least in tried])
    return round(float(np.median(tried[found >= found.max() - FLAT])), 2), float(found.max())


def print_reliability(p: np.ndarray, right: np.ndarray) -> None:
    """How many reports of each tenth of probability were right."""
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            share, told = right[inside].mean(), p[inside].mean()
            print(f"| {low:.1f}-{low + 0.1:.1f} | {inside.sum()} | {told:.2f} | {share:.2f} |")


def write(names: list[str], weights: np.ndarray, threshold: float) -> None:
    """``data/calibration.toml``."""
    lines = [
        "# Written by bench/calibrate.py: logistic weights of a report's features, fitted on the development gold.",
        f"bias = {weights[0]:.3f}",
        f"keep = {threshold}",
        "",
        "[weights]",
    ]
    kept = [(name, weight) for name, weight in zip(names, weights[1:], strict=True) if abs(weight) >= 0.02]
    lines += [f'"{name}" = {weight:.3f}' for name, weight in kept if not name.startswith(f"{ELSEWHERE} ")]
    (DATA / "calibration.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Reads the corpora, fits, writes the file, and prints the reliability table of the first corpus."""
    options = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    options.add_argument("corpora", nargs="+", type=Path, help="GOLD ARTICLES pairs")
    options.add_argument("--leave-out", default="", help="ids of articles, with commas between")
    asked = options.parse_args()
    data, gold = gathered(asked.corpora, set(asked.leave_out.split(",")))
    counts = Counter(name for one in data for name in one.features)
    names = sorted(name for name, count in counts.items() if count > 2)
    here = [i for i, one in enumerate(data) if one.article in gold]
    first = [data[i] for i in here]
    p = out_of_fold(data, names)[here]
    threshold, f1 = best_threshold(p, first, sum(gold.values()))
    print(f"{len(first)} candidates, {sum(gold.values())} gold; F1 {f1:.3f} above {threshold} (out of fold)")
    print_reliability(p, np.array([one.right for one in first]))
    write(names, fit(data, names), threshold)


if __name__ == "__main__":
    main()
