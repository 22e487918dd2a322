"""How much a sentence sounds like each event type: what the triggers' patterns cannot foresee.

A linear model over the stems of a line's words and pairs of words, with actors, places, dates and numbers as signs, so
that it knows no conflict. ``bench/likeness.py`` trains it on the texts of ``data/corpus/told`` and writes
``data/likeness.npz``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import numpy as np

from tracker.events.line import Line
from tracker.resources.files import DATA
from tracker.text.stems import stem_of

NUMBER = "§N"


@dataclass(frozen=True)
class Model:
    """Features by name, their inverse document frequencies, and for each type (a column) weights and a bias."""

    places: dict[str, int]
    rarity: np.ndarray
    weights: np.ndarray
    bias: np.ndarray
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """That a line tells an event of ``type``: with which probability, and by which token most."""

    type: str
    probability: float
    token: int


def stems(line: Line) -> list[str]:
    """The line's tokens as the model reads them, one for each."""
    found = []
    for token in line.tokens:
        word = token.word
        if word.startswith("§"):
            found.append(word)
        elif word[:1].isdigit():
            found.append(NUMBER)
        else:
            found.append(stem_of(word))
    return found


def features(line: Line) -> list[tuple[str, int]]:
    """The features of a line with the token at which each begins: every stem, and every pair of neighbours."""
    words = stems(line)
    found = [(word, i) for i, word in enumerate(words)]
    found += [(f"{first} {second}", i) for i, (first, second) in enumerate(pairwise(words))]
    return found


def fingerprint(paths: Sequence[Path]) -> str:
    """What tells whether the model was trained on these texts, as the file ``likeness.npz`` keeps it."""
    whole = sha256()
    for path in paths:
        whole.update(path.read_text(encoding="utf-8").encode())
    return whole.hexdigest()


@cache
def model() -> Model:
    """The trained model."""
    with np.load(DATA / "likeness.npz") as stored:
        names = [str(name) for name in stored["names"]]
        return Model(
            {name: i for i, name in enumerate(names)},
            stored["rarity"].astype(np.float64),
            stored["weights"].astype(np.float64),
            stored["bias"].astype(np.float64),
            tuple(str(name) for name in stored["types"]),
        )


def likeness(line: Line) -> dict[str, Likeness]:
    """For each type how much the line sounds like it."""
    known = model()
    told = [(known.places[name], i) for name, i in features(line) if name in known.places]
    if not told:
        return {}
    counted = Counter(place for place, _ in told)
    places = np.fromiter(counted, dtype=np.intp)
    values = (1 + np.log(np.fromiter(counted.values(), dtype=np.float64))) * known.rarity[places]
    values /= np.sqrt((values**2).sum())
    shares = values[:, None] * known.weights[places]
    probability = 1 / (1 + np.exp(-(shares.sum(axis=0) + known.bias)))
    by_token = np.zeros((len(line.tokens), len(known.types)))
    order = {place: n for n, place in enumerate(counted)}
    for place, i in told:
        by_token[i] += shares[order[place]] / counted[place]
    strongest = by_token.argmax(axis=0)
    return {name: Likeness(name, float(probability[n]), int(strongest[n])) for n, name in enumerate(known.types)}
