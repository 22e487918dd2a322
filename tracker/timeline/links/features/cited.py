"""The article's own words: phrases that announce such a link, and a date that is the other event's."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.timeline.links.naming import day_of
from tracker.timeline.links.pair import Ground, Pair


def grounds(pair: Pair) -> Iterator[Ground]:
    """``cue``, ``type_named``, ``renewal``, ``day_cited`` (the text names the target's day), ``other_day_cited``."""
    told = next((words for kind, words in pair.cited.words if kind == pair.kind), "")
    if told:
        yield Ground("cue", 1.0, f'the text says "{told}"')
    if pair.target.event_type in pair.cited.types:
        yield Ground("type_named", 1.0)
    if pair.source.event_type == pair.target.event_type and pair.cues.renews(pair.source):
        yield Ground("renewal", 1.0, "its text tells of something renewed")
    if not pair.cited.days or not pair.target.dated:
        return
    fitting = [
        words for first, last, words in pair.cited.days if first <= pair.target.latest and pair.target.earliest <= last
    ]
    if fitting:
        yield Ground("day_cited", 1.0, f'the text names its day: "{fitting[0]}" ({day_of(pair.target.earliest)})')
    elif told:
        yield Ground("other_day_cited", 1.0)
