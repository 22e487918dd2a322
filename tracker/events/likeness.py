"""How much a sentence sounds like each event type, and like a conflict's at all: what patterns cannot foresee.

A linear model over the stems of a line's words and pairs of words, with actors, places, dates and numbers as signs, so
that it knows no conflict. ``bench/likeness.py`` trains it on the texts of ``data/corpus`` that are to be
learnt from, and writes ``data/likeness.npz``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import numpy as np

from tracker.events.line import KEPT, Line
from tracker.resources.files import DATA
from tracker.text.stems import stem_of

NUMBER = "§N"


@dataclass(frozen=True)
class Model:
    """Features by name, their inverse document frequencies, and for each type (a column) weights and a bias.

    The last column is no type: it tells whether a line stands in an article on a conflict.
    """

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


_used: list[Model] = []
"""The models that ``using`` sets, the last one in use."""


def model() -> Model:
    """The model in use: the trained one."""
    return _used[-1] if _used else _trained()


@cache
def _trained() -> Model:
    with np.load(DATA / "likeness.npz") as stored:
        names = [str(name) for name in stored["names"]]
        return Model(
            {name: i for i, name in enumerate(names)},
            stored["rarity"].astype(np.float64),
            stored["weights"].astype(np.float64),
            stored["bias"].astype(np.float64),
            tuple(str(name) for name in stored["types"]),
        )


@contextmanager
def using(other: Model) -> Iterator[None]:
    """Reads with another model while it lasts: texts that ``model`` was trained on show it better than it is."""
    _used.append(other)
    _forget()
    try:
        yield
    finally:
        _used.pop()
        _forget()


def _forget() -> None:
    """Lets go of what another model read."""
    _read.cache_clear()
    likeness.cache_clear()


@lru_cache(maxsize=KEPT)
def likeness(line: Line) -> Mapping[str, Likeness]:
    """For each type how much the line sounds like it; empty if the model knows none of its words."""
    told, odds, strongest = _read(line)
    if not told:
        return MappingProxyType({})
    read = zip(model().types, (1 / (1 + np.exp(-odds))).tolist(), strongest.tolist(), strict=False)
    return MappingProxyType({name: Likeness(name, probability, token) for name, probability, token in read})


def of_a_conflict(line: Line) -> float:
    """The logarithm of the odds that the line stands in an article on a conflict; one line alone says little."""
    return float(_read(line)[1][-1])


@lru_cache(maxsize=KEPT)
def _read(line: Line) -> tuple[bool, np.ndarray, np.ndarray]:
    """Whether the model knows any feature of the line; for each column the logarithm of the odds, and which token adds
    most to them.
    """
    known = model()
    told = [(known.places[name], i) for name, i in features(line) if name in known.places]
    if not told:
        return False, known.bias, np.zeros(len(known.bias), dtype=np.intp)
    counted = Counter(place for place, _ in told)
    places = sorted(counted)
    numbers = {place: number for number, place in enumerate(places)}
    counts = np.array([counted[place] for place in places])
    values = (1 + np.log(counts)) * known.rarity[places]
    values /= np.sqrt((values**2).sum())
    shares = values[:, None] * known.weights[places]
    by_token = np.zeros((len(line.tokens), len(known.bias)))
    np.add.at(by_token, [i for _, i in told], (shares / counts[:, None])[[numbers[place] for place, _ in told]])
    return True, shares.sum(axis=0) + known.bias, by_token.argmax(axis=0)
