"""What links one event to an earlier one: which types, by which words, weighed how. ``data/link_kinds.toml``."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from tracker.models import LinkKind, Status
from tracker.resources.files import DATA, Resource, read_toml


class TypeRule(Resource):
    """The kind of the link that two types make; an empty tuple fits every type."""

    kind: LinkKind
    source: tuple[str, ...] = Field(alias="from")
    target: tuple[str, ...] = Field(alias="to")


class LinkPair(Resource):
    """Types between which links of a kind are looked for, and how often such events are linked at all.

    ``base`` is in log-odds against the source having no such link. An empty ``to`` means the source's own type.
    """

    name: str
    kind: LinkKind
    source: tuple[str, ...] = Field(alias="from")
    target: tuple[str, ...] = Field(alias="to")
    base: float
    after: int = 0
    """Days that must lie between the two at least: what is agreed at a meeting is not what it was held for."""
    status: tuple[Status, ...] = (Status.OCCURRED, Status.ONGOING, Status.CALLED_OFF)
    """What the status of the later event must be."""
    target_status: tuple[Status, ...] = (Status.OCCURRED, Status.ONGOING, Status.CALLED_OFF)


class KindRule(Resource):
    """One kind of link: within how many days, by which words of the text, and what each ground weighs (log-odds)."""

    label: str
    window: int
    cues: tuple[str, ...] = ()
    weights: dict[str, float] = Field(default_factory=dict)


class LinkRules(Resource):
    """The whole file. ``weights`` hold for every kind that does not weigh a ground itself."""

    rule: tuple[TypeRule, ...]
    pair: tuple[LinkPair, ...]
    kind: dict[LinkKind, KindRule]
    weights: dict[str, float]
    renewal: tuple[str, ...]
    """Words that tell of an agreement renewed."""
    nouns: dict[str, tuple[str, ...]]
    """By type: the nouns by which a text names an earlier event of it."""


@cache
def link_rules() -> LinkRules:
    """The rules, read once."""
    return read_toml(DATA / "link_kinds.toml", LinkRules)


def link_kind(event_type: str, responds_to_type: str) -> LinkKind:
    """The kind of the link by which an event of one type responds to one of the other (empty: not known)."""
    return next(
        rule.kind
        for rule in link_rules().rule
        if (not rule.source or event_type in rule.source) and (not rule.target or responds_to_type in rule.target)
    )


RESPONSES = (LinkKind.ANSWERS, LinkKind.CARRIES_OUT, LinkKind.BREAKS, LinkKind.CALLED_OFF)
"""Kinds that the column ``responds_to`` lists; a round that follows another responds to nothing."""
