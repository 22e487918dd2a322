"""Trains the model of tracker.events.likeness on data/corpus and the types' examples, and writes data/likeness.npz.

    python -m bench.likeness

One logistic regression (scikit-learn) a type over the tf-idf of stems and pairs, and one for whether a line stands in
an article that tells of a conflict at all; prints the F1 of sentences, and how many articles are told apart, by leaving
out one fold of articles at a time. Features whose weights are all small are left out of the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tracker.corpus import LEARNT, Row, files_of, labelled, told
from tracker.events.likeness import features, fingerprint
from tracker.events.line import Line
from tracker.models import Article
from tracker.pipeline import read
from tracker.resources import DATA
from tracker.resources.event_type import event_types
from tracker.text import from_text

TOLD = DATA / "corpus" / "told"
SENTENCES = DATA / "corpus" / "sentences.txt"
FOLDS = 8
STRENGTH = 10.0
"""scikit-learn's C: weak regularisation, since tf-idf rows have length one."""
WHOLE = 4
"""Lines from which a text is an article: single sentences and examples of types tell nothing of a matter."""
LEAST = 2
"""In how many lines a feature must stand."""
SMALL = 0.05
SMALL_MATTER = 0.2
"""Weights below these tell little: of a type, and of whether a line is of a conflict."""
ON_A_CONFLICT = 3.0
"""scikit-learn's C for the column that tells whether a line stands in an article on a conflict."""
Sample = tuple[str, list[str], frozenset[str]]


def samples(paths: Sequence[Path]) -> list[Sample]:
    """For each line of the articles: the article, the line's features, and the types of the sentences it holds."""
    found: list[Sample] = []
    for path in paths:
        for article, spans in told(path):
            for line in read(article).lines:
                found.append((article.id, _names(line), _types(line, spans)))
    return found


def of_articles(labels: Iterable[tuple[Article, Sequence[Row]]]) -> list[Sample]:
    """The lines of whole articles with the types of the events that they are evidence of."""
    found: list[Sample] = []
    for article, events in labels:
        spans = [
            (int(span["start"]), int(span["end"]), frozenset({str(event["event_type"])}))
            for event in events
            for span in event["evidence"]  # type: ignore[attr-defined]
        ]
        found += [(article.id, _names(line), _types(line, spans)) for line in read(article).lines]
    return found


def single_sentences(path: Path) -> list[Sample]:
    """The lines of the corpus of single sentences ("types | actors | days | sentence"), each an article of its own."""
    found: list[Sample] = []
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.strip() and not row.startswith("#"):
            types, _, _, sentence = (part.strip() for part in row.split(" | ", 3))
            kinds = frozenset(types.split()) - {"none"}
            article = from_text(sentence, id=f"sentence {len(found)}", published=date(2025, 6, 4), language="en")
            found += [(article.id, _names(line), kinds) for line in read(article).lines]
    return found


def examples() -> list[Sample]:
    """The examples of each type as lines that tell it, its near misses as lines that do not."""
    found: list[Sample] = []
    for kind in event_types().values():
        pairs = [(one.text, frozenset({kind.name})) for one in kind.example]
        pairs += [(text, frozenset()) for text in kind.near_miss]
        for text, kinds in pairs:
            article = from_text(text, id=f"example {kind.name} {len(found)}", published=date(2025, 6, 4), language="en")
            found += [(article.id, _names(line), kinds) for line in read(article).lines]
    return found


def _names(line: Line) -> list[str]:
    return [name for name, _ in features(line)]


def _types(line: Line, spans: Sequence[tuple[int, int, frozenset[str]]]) -> frozenset[str]:
    first, last = line.sentence.start, line.sentence.end
    inside = [kinds for start, end, kinds in spans if start < last - 1 and first < end - 1]
    return frozenset().union(*inside)


def vocabulary(data: Sequence[Sample]) -> tuple[dict[str, int], np.ndarray]:
    """The features that stand in at least ``LEAST`` lines, and their inverse document frequencies."""
    counts = Counter(name for _, names, _ in data for name in set(names))
    kept = sorted(name for name, count in counts.items() if count >= LEAST)
    rarity = np.array([1 + np.log((1 + len(data)) / (1 + counts[name])) for name in kept])
    return {name: i for i, name in enumerate(kept)}, rarity


def matrix(data: Sequence[Sample], places: dict[str, int], rarity: np.ndarray) -> csr_matrix:
    """The lines as rows of length one."""
    rows, columns, values = [], [], []
    for row, (_, names, _) in enumerate(data):
        counted = Counter(places[name] for name in names if name in places)
        weights = {place: (1 + np.log(count)) * rarity[place] for place, count in counted.items()}
        length = np.sqrt(sum(value**2 for value in weights.values())) or 1.0
        for place, value in weights.items():
            rows.append(row)
            columns.append(place)
            values.append(value / length)
    return csr_matrix((values, (rows, columns)), shape=(len(data), len(places)))


def train(data: Sequence[Sample], types: Sequence[str]) -> tuple[dict[str, int], np.ndarray, np.ndarray, np.ndarray]:
    """The vocabulary, its rarities, and weights and biases by type; a type that is never told keeps a low bias.

    The last column tells whether a line stands in an article on a conflict.
    """
    places, rarity = vocabulary(data)
    x = matrix(data, places, rarity)
    weights, bias = np.zeros((len(places), len(types) + 1)), np.full(len(types) + 1, -6.0)
    for n, name in enumerate(types):
        y = np.array([name in told for _, _, told in data])
        if y.sum() > 1:
            fitted = LogisticRegression(C=STRENGTH, max_iter=1000).fit(x, y)
            weights[:, n], bias[n] = fitted.coef_[0], fitted.intercept_[0]
    rows, about = on_a_conflict(data)
    fitted = LogisticRegression(C=ON_A_CONFLICT, class_weight="balanced", max_iter=1000).fit(x[rows], about)
    weights[:, -1], bias[-1] = fitted.coef_[0], fitted.intercept_[0]
    return places, rarity, weights, bias


def on_a_conflict(data: Sequence[Sample]) -> tuple[list[int], list[bool]]:
    """The lines of whole articles by their number, and whether the article of each tells any event."""
    lines = Counter(article for article, _, _ in data)
    tell = {article for article, _, told in data if told}
    rows = [
        i for i, (article, _, _) in enumerate(data) if lines[article] >= WHOLE and article not in all_on_conflicts()
    ]
    return rows, [data[i][0] in tell for i in rows]


@cache
def all_on_conflicts() -> frozenset[str]:
    """The articles of ``LEARNT``: none is on another matter, and with them the model hears a conflict everywhere."""
    return frozenset(article.id for name in LEARNT for article, _ in labelled(*files_of(name)))


def articles_told_apart(data: Sequence[Sample], odds: np.ndarray) -> tuple[int, int]:
    """How many articles the mean of their lines' odds puts on the right side, and of how many."""
    rows, about = on_a_conflict(data)
    means: dict[str, list[float]] = {}
    for i in rows:
        means.setdefault(data[i][0], []).append(odds[i])
    truth = {data[i][0]: one for i, one in zip(rows, about, strict=True)}
    return sum((float(np.mean(of)) > 0) is truth[article] for article, of in means.items()), len(means)


def out_of_fold(data: Sequence[Sample], types: Sequence[str]) -> np.ndarray:
    """Each line's log odds by a model trained without its article."""
    articles = sorted({article for article, _, _ in data})
    fold_of = {article: number % FOLDS for number, article in enumerate(articles)}
    found = np.zeros((len(data), len(types) + 1))
    for fold in range(FOLDS):
        inside = [i for i, one in enumerate(data) if fold_of[one[0]] == fold]
        places, rarity, weights, bias = train([one for one in data if fold_of[one[0]] != fold], types)
        x = matrix([data[i] for i in inside], places, rarity)
        found[inside] = x @ weights + bias
    return found


def main() -> None:
    """Trains on all, writes the file, and prints what leaving out gives."""
    paths = sorted(TOLD.glob("*.txt"))
    whole = [path for name in LEARNT for path in files_of(name)]
    data = samples(paths) + single_sentences(SENTENCES) + examples()
    data += [one for name in LEARNT for one in of_articles(labelled(*files_of(name)))]
    types = tuple(event_types())
    right = np.array([[name in told for name in types] for _, _, told in data])
    odds = out_of_fold(data, types)
    p = 1 / (1 + np.exp(-odds[:, :-1]))
    scores = [(2 * ((p > t) & right).sum() / ((p > t).sum() + right.sum()), t) for t in np.arange(0.06, 0.7, 0.02)]
    print(f"{len(data)} sentences, {right.sum()} labels; F1 {max(scores)[0]:.3f} above {max(scores)[1]:.2f} (left out)")
    apart, articles = articles_told_apart(data, odds[:, -1])
    print(f"{apart} of {articles} articles told apart: on a conflict, or on another matter (left out)")
    places, rarity, weights, bias = train(data, types)
    kept = [i for i in range(len(places)) if abs(weights[i, :-1]).max() >= SMALL or abs(weights[i, -1]) >= SMALL_MATTER]
    names = list(places)
    np.savez_compressed(
        DATA / "likeness.npz",
        names=np.array([names[i] for i in kept]),
        rarity=rarity[kept].astype(np.float32),
        weights=weights[kept].astype(np.float16),
        bias=bias.astype(np.float32),
        types=np.array(types),
        trained_on=np.array(fingerprint([*paths, SENTENCES, *whole])),
    )
    print(f"{len(kept)} features, {(DATA / 'likeness.npz').stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
