"""Which kind of link the types of two events make: ``data/link_kinds.toml``."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from tracker.models import LinkKind
from tracker.resources.files import DATA, Resource, read_toml


class _Rule(Resource):
    kind: LinkKind
    source: tuple[str, ...] = Field(alias="from")
    target: tuple[str, ...] = Field(alias="to")


class _Rules(Resource):
    rule: tuple[_Rule, ...]


@cache
def _rules() -> tuple[_Rule, ...]:
    return read_toml(DATA / "link_kinds.toml", _Rules).rule


def link_kind(event_type: str, responds_to_type: str) -> LinkKind:
    """The kind of the link by which an event of one type responds to one of the other (empty: not known)."""
    return next(
        rule.kind
        for rule in _rules()
        if (not rule.source or event_type in rule.source) and (not rule.target or responds_to_type in rule.target)
    )


RESPONSES = (LinkKind.ANSWERS, LinkKind.CARRIES_OUT, LinkKind.BREAKS, LinkKind.CALLED_OFF)
"""Kinds that the column ``responds_to`` lists; a round that follows another responds to nothing."""
