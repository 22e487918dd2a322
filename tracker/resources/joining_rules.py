"""When reports are reports of one event: which types are near, what each ground weighs. ``data/joining.toml``."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from tracker.resources.files import DATA, Resource, read_toml


class TypeClass(Resource):
    """Types told apart by the same things; ``base`` are the log-odds before anything is compared."""

    types: tuple[str, ...]
    base: float
    weights: dict[str, float]


class JoiningRules(Resource):
    """The whole file; weights and bases are log-odds."""

    join: float
    ask: float
    near: tuple[tuple[str, str], ...]
    news_lag: int
    day_off: int
    silence: dict[str, tuple[str, ...]]
    plural: dict[str, str]
    classes: dict[str, TypeClass] = Field(alias="class")
    weights: dict[str, float]
    plain: dict[str, tuple[str, ...]]

    def class_of(self, event_type: str) -> TypeClass:
        """The class that a type belongs to."""
        return next(one for one in self.classes.values() if event_type in one.types)

    def weight(self, event_type: str, ground: str) -> float:
        """What a ground weighs between tellings of a type."""
        return self.class_of(event_type).weights.get(ground, self.weights.get(ground, 0.0))


@cache
def joining_rules() -> JoiningRules:
    """The rules, read once."""
    return read_toml(DATA / "joining.toml", JoiningRules)


@cache
def near_types(event_type: str) -> frozenset[str]:
    """The types that an event of this type may be told as elsewhere, itself among them."""
    pairs = joining_rules().near
    return frozenset({event_type} | {other for pair in pairs if event_type in pair for other in pair})
