"""Fits the probability of a report on a gold corpus and writes data/calibration.toml and a reliability table.

    python bench/calibrate.py GOLD ARTICLES [GOLD ARTICLES ...] [--leave-out ID,ID ...]

Several corpora are fitted together, so that the weights stand on more than one hand's labels.

Logistic regression with a penalty on large weights (Newton's method), on the features of ``tracker.events.features``;
``keep`` is the probability below which dropping reports raises F1, told by leaving out one fold of articles at a time.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import numpy as np

from tracker.evaluate import match, read_lines, row_of
from tracker.events.extract import candidates
from tracker.events.features import features
from tracker.events.reports import report_of
from tracker.pipeline import read
from tracker.resources import DATA
from tracker.text import from_text

PENALTY = 12.0
FOLDS = 8
Sample = tuple[str, dict[str, float], bool]


def samples(gold_path: Path, articles_path: Path, left_out: set[str]) -> tuple[list[Sample], dict[str, int]]:
    """For each candidate its article, features and whether it is right; and the gold events of each article."""
    gold: dict[str, list[dict[str, object]]] = {}
    for row in read_lines(gold_path):
        gold.setdefault(str(row["article_id"]), [])
        if not row.get("no_events"):
            gold[str(row["article_id"])].append(row)
    found: list[Sample] = []
    for row in read_lines(articles_path):
        if row["id"] in left_out or str(row["id"]) not in gold:
            gold.pop(str(row["id"]), None)
            continue
        published = date.fromisoformat(str(row["published"]))
        article = from_text(
            str(row["text"]),
            id=str(row["id"]),
            publisher=str(row.get("publisher", "")),
            published=published,
            language="en",
        )
        reading = read(article)
        told = candidates(reading)
        rows = [row_of(report_of(one, reading)) for one in told]
        right = set(match(gold[article.id], rows).values())
        found += [(article.id, features(one, reading), j in right) for j, one in enumerate(told)]
    return found, {article: len(events) for article, events in gold.items()}


def fit(data: list[Sample], names: list[str]) -> np.ndarray:
    """The weights, the bias first."""
    x = np.array([[1.0, *(one.get(name, 0.0) for name in names)] for _, one, _ in data])
    y = np.array([float(right) for _, _, right in data])
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 0.01
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + penalty * weights
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(penalty)
        weights = weights - np.linalg.solve(hessian, gradient)
    return weights


def predict(data: list[Sample], names: list[str], weights: np.ndarray) -> np.ndarray:
    """The probability of each sample."""
    x = np.array([[1.0, *(one.get(name, 0.0) for name in names)] for _, one, _ in data])
    return 1 / (1 + np.exp(-x @ weights))


def out_of_fold(data: list[Sample], names: list[str]) -> np.ndarray:
    """Each sample's probability by weights fitted without its article."""
    articles = sorted({article for article, _, _ in data})
    fold_of = {article: number % FOLDS for number, article in enumerate(articles)}
    found = np.zeros(len(data))
    for fold in range(FOLDS):
        inside = [i for i, (article, _, _) in enumerate(data) if fold_of[article] == fold]
        weights = fit([one for one in data if fold_of[one[0]] != fold], names)
        found[inside] = predict([data[i] for i in inside], names, weights)
    return found


def best_threshold(p: np.ndarray, data: list[Sample], gold: int) -> tuple[float, float]:
    """The threshold with the best F1, and that F1."""
    right = np.array([one[2] for one in data])
    scores = [(2 * right[p >= t].sum() / ((p >= t).sum() + gold), t) for t in np.arange(0.05, 0.65, 0.02)]
    f1, threshold = max(scores)
    return round(float(threshold), 2), float(f1)


def main() -> None:
    """Reads the corpus, fits, writes the file, and prints the reliability table."""
    given = sys.argv[1:]
    left_out: set[str] = set()
    if "--leave-out" in given:
        at = given.index("--leave-out")
        left_out = set(given[at + 1].split(","))
        del given[at : at + 2]
    data: list[Sample] = []
    gold: dict[str, int] = {}
    for gold_path, articles_path in zip(given[::2], given[1::2], strict=True):
        found, counted = samples(Path(gold_path), Path(articles_path), left_out)
        data += found
        gold.update(counted)
    counts: dict[str, int] = {}
    for _, one, _ in data:
        for name in one:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count > 2)
    p = out_of_fold(data, names)
    threshold, f1 = best_threshold(p, data, sum(gold.values()))
    weights = fit(data, names)
    plain = 2 * sum(right for _, _, right in data) / (len(data) + sum(gold.values()))
    print(
        f"{len(data)} candidates, {sum(gold.values())} gold; F1 {plain:.3f}, above {threshold}: {f1:.3f} (out of fold)"
    )
    right = np.array([one[2] for one in data])
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            print(
                f"| {low:.1f}-{low + 0.1:.1f} | {inside.sum()} | {p[inside].mean():.2f} | {right[inside].mean():.2f} |"
            )
    lines = [
        "# Written by bench/calibrate.py: logistic weights of a report's features, fitted on labelled articles.",
        f"bias = {weights[0]:.3f}",
        f"keep = {threshold}",
        "",
        "[weights]",
    ]
    lines += [
        f'"{name}" = {weight:.3f}' for name, weight in zip(names, weights[1:], strict=True) if abs(weight) >= 0.02
    ]
    (DATA / "calibration.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
