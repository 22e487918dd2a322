"""A verb with its object tells the same in other voices: "Kyiv rejected the offer", "the offer was rejected".

From one active pattern of ``data/event_types`` the passive, the participle and the relative clause follow.
"""

from __future__ import annotations

import re
from functools import cache

from tracker.events.patterns import is_verb
from tracker.resources.grammar import grammar, words_of

GAPS = frozenset({"..", "..."})
SIGNS = frozenset({"A", "P", "T", "AP", "_", "#"})
VERB = re.compile(r"<[^>]+>(?:\|<[^>]+>)*")


@cache
def behind_participle() -> str:
    """What shows behind a participle that it ends there, as an element of a pattern."""
    return "|".join(grammar().words["voices_behind_participle"])


@cache
def voices(text: str) -> tuple[str, ...]:
    """``text`` and the patterns for its other voices; only ``text`` where it is no verb with a noun for its object."""
    elements = text.split()
    if len(elements) > 1 and elements[0] == "A" and elements[1] in GAPS:
        elements = elements[2:]
    verb = elements[0].strip("*")
    if VERB.fullmatch(verb) is None and not (verb.startswith("@") and is_verb(verb)):
        return (text,)
    particle = elements[1] if len(elements) > 1 and elements[1] in words_of("voices_particles") else ""
    rest = elements[2:] if particle else elements[1:]
    if len(rest) != 2 or rest[0] not in GAPS or not _is_noun(rest[1]):
        return (text,)
    act, noun = f"*{verb} {particle}".strip(), rest[1]
    return (
        text,
        f"{noun} ... <be> {act}",
        f"{noun} .. {act} {behind_participle()}",
        f"{noun} [,] [that|which] A .. {act}",
    )


def _is_noun(element: str) -> bool:
    """Whether all choices of an element are nouns or classes of them: no sign, no verb, no function word."""
    return all(
        choice not in SIGNS and choice not in words_of("voices_function") and choice.strip("@_")[:1].isalpha()
        for choice in element.split("|")
    )
