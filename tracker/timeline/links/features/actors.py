"""Who acts in both: whoever was asked answers, and whoever agreed carries out."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.models import Role
from tracker.timeline.links.naming import name_of
from tracker.timeline.links.pair import Ground, Pair


def grounds(pair: Pair) -> Iterator[Ground]:
    """``asked``, ``back``, ``same_speaker``, ``alike``, ``strangers`` and ``persons``."""
    source, target = pair.source, pair.target
    acting = source.named(Role.INITIATOR, Role.PARTICIPANT)
    offered = target.named(Role.INITIATOR)
    asked = acting & target.named(Role.TARGET, Role.PARTICIPANT)
    if source.named(Role.INITIATOR) and asked:
        yield Ground("asked", 1.0, f"{_names(pair, asked)} was asked or bound by it")
    back = source.named(Role.TARGET) & (offered | target.named(Role.MEDIATOR))
    if back:
        yield Ground("back", 1.0, f"it is addressed to {_names(pair, back)}, who put it forward")
    elif source.named(Role.TARGET) and offered:
        yield Ground("elsewhere", 1.0)
    if source.named(Role.INITIATOR) and source.named(Role.INITIATOR) <= offered:
        yield Ground("same_speaker", 1.0)
    both = source.codes & target.codes
    if not both:
        yield Ground("strangers", 1.0)
        return
    yield Ground("alike", len(both) / len(source.codes | target.codes))
    if source.codes == target.codes:
        yield Ground("same_actors", 1.0, f"the same take part: {_names(pair, both)}")
    persons = source.persons & target.persons
    if persons:
        yield Ground("persons", 1.0, f"{', '.join(sorted(persons)).title()} in both")


def _names(pair: Pair, codes: frozenset[str]) -> str:
    return " and ".join(name_of(code, pair.source.conflict) for code in sorted(codes))
