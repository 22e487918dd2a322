"""Which articles go back to one origin: one publisher, nearly one text, one agency's text, the same quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from tracker.models import Article
from tracker.resources.agencies import agencies_credited
from tracker.timeline.joining.groups import parts_of

REPRINT = 85
"""Likeness (0 to 100) of two texts, their words in any order, from which one is a reprint of the other."""
EXCERPT = 90
"""Likeness of a short text to the part of a long one that it is like most."""
SHORTEST = 60
"""Characters below which a text or quote is too short to tell where it comes from."""
LONGEST = 20_000
"""Characters of a text that are looked at."""
SENTENCE = 92
"""Likeness from which two sentences that report the event are one."""
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Source:
    """An article that stands behind an event, and the sentences in which it tells of it."""

    article: Article
    quotes: tuple[str, ...]


def origins(sources: Iterable[Source], known_origin: Mapping[str, str] | None = None) -> dict[str, str]:
    """By article: the name of its origin, the least id among the articles of one origin; the same in any order.

    ``known_origin`` gives the origins of articles that were compared with each other before and are not compared anew.
    """
    before_known = known_origin or {}
    known: dict[str, Source] = {}
    for one in sources:
        before = known.get(one.article.id)
        known[one.article.id] = Source(
            one.article, tuple(dict.fromkeys((*(before.quotes if before else ()), *one.quotes)))
        )
    names = sorted(known)
    plain = {name: _plain(known[name].article.text) for name in names}
    credited = {name: agencies_credited(known[name].article.text) for name in names}
    edges = [
        (one, other)
        for place, one in enumerate(names)
        for other in names[place + 1 :]
        if not (one in before_known and other in before_known)
        and _one_origin(known[one], known[other], plain, credited)
    ]
    edges += [(name, before_known[name]) for name in names if before_known.get(name) in known]
    return {name: part[0] for part in parts_of(names, edges) for name in part}


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text[:LONGEST]).strip().casefold()


def _one_origin(one: Source, other: Source, plain: Mapping[str, str], credited: Mapping[str, frozenset[str]]) -> bool:
    first, second = one.article, other.article
    if first.publisher and first.publisher.casefold() == second.publisher.casefold():
        return True
    if credited[first.id] & credited[second.id]:
        return True
    return reprint(plain[first.id], plain[second.id]) or same_sentences(one.quotes, other.quotes)


def reprint(one: str, other: str) -> bool:
    """Whether one text is the other with little changed, or a part of it."""
    short, long = sorted((one, other), key=lambda text: (len(text), text))
    if len(short) < SHORTEST:
        return False
    if fuzz.token_sort_ratio(short, long, score_cutoff=REPRINT):
        return True
    return len(long) > 1.3 * len(short) > 400 and fuzz.partial_ratio(short, long, score_cutoff=EXCERPT) > 0


def same_sentences(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the event is told in the same long sentences: most of those of the one that has fewer."""
    few, many = sorted(([_plain(text) for text in side if len(text) >= SHORTEST] for side in (one, other)), key=len)
    if not few:
        return False
    found = sum(process.extractOne(text, many, scorer=fuzz.ratio, score_cutoff=SENTENCE) is not None for text in few)
    return 2 * found > len(few)
