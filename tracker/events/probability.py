"""How likely a report is right: a logistic function of its features.

The weights stand in ``data/calibration.toml``; ``bench/calibrate.py`` fits them on a gold corpus and writes the file.
A candidate below ``keep`` is no report.
"""

from __future__ import annotations

from functools import cache
from math import exp

from tracker.events.candidate import Candidate
from tracker.events.features import features
from tracker.events.reading import Reading
from tracker.resources.files import DATA, Resource, read_toml

LOW, HIGH = 0.02, 0.98


class Calibration(Resource):
    """The fitted function: ``bias``, a weight for each feature, and the probability below which nothing is reported."""

    bias: float
    keep: float
    weights: dict[str, float]


@cache
def calibration() -> Calibration:
    """The calibration in use."""
    return read_toml(DATA / "calibration.toml", Calibration)


def probability_of(candidate: Candidate, reading: Reading) -> float:
    """The candidate's probability of being a right report, rounded to two places, between 0.02 and 0.98."""
    fitted = calibration()
    total = fitted.bias + sum(
        fitted.weights.get(name, 0.0) * value for name, value in features(candidate, reading).items()
    )
    return round(min(HIGH, max(LOW, 1 / (1 + exp(-total)))), 2)
