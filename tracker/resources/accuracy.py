"""How accurate the parser measured itself to be: ``data/accuracy.toml``, which the evaluation writes."""

from __future__ import annotations

import json
from datetime import date

from tracker.resources.files import DATA, Resource, read_toml

FILE = DATA / "accuracy.toml"
HEAD = "# Written by: python -m tracker evaluate GOLD ARTICLES --record TEXTS\n"


class Figure(Resource):
    """One measured figure: ``measure`` (F1, share right ...) of ``field``, from 0 to 1, on ``count`` cases."""

    field: str
    measure: str
    value: float
    count: int
    meaning: str = ""


class Accuracy(Resource):
    """A measurement: by which parser, on which day, on which texts, and its figures."""

    parser: str
    measured: date
    sample: str
    """Which texts it was measured on, in a sentence."""
    figure: tuple[Figure, ...]


def accuracy() -> Accuracy | None:
    """The last measurement; ``None`` if none was made. Read anew each time, since the evaluation rewrites it."""
    return read_toml(FILE, Accuracy) if FILE.exists() else None


def write_accuracy(measured: Accuracy) -> None:
    """Puts ``measured`` in the place of the last measurement."""
    head = {name: value for name, value in measured.model_dump().items() if name != "figure"}
    parts = [head, *(figure.model_dump() for figure in measured.figure)]
    tables = ["\n".join(f"{name} = {_toml(value)}" for name, value in part.items()) for part in parts]
    FILE.write_text(HEAD + "\n\n[[figure]]\n".join(tables) + "\n", encoding="utf-8")


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)
