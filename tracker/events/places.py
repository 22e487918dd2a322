"""Finds places: cities, regions, houses and states in use as places ("in Moscow", "to Geneva", "the Istanbul talks")."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from tracker.events.names import fold, lexicon
from tracker.events.usage import Use, Used, used
from tracker.models import PlaceMention, Sentence
from tracker.resources import world
from tracker.resources.conflict import Conflict


@cache
def _around() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    words = world.words()
    directions = "|".join(sorted((regex.escape(word) for word in words.directions), key=len, reverse=True))
    areas = "|".join(sorted((regex.escape(word) for word in words.area_words), key=len, reverse=True))
    return regex.compile(rf"\b(?:{directions})\s+$"), regex.compile(rf"(?:'s)?\s+(?:{areas})\b")


def find(text: str, profile: Conflict | None, sentences: Iterable[Sentence] = ()) -> tuple[PlaceMention, ...]:
    """The places that ``text`` names, in order, none overlapping another.

    ``rule`` is ``table: word``: where the name is known from, and the word that makes it a place ("in", "flew to", "talks",
    "dateline"). If ``sentences`` are given, only places inside them count.
    """
    spans = [(sentence.start, sentence.end) for sentence in sentences]
    found: list[PlaceMention] = []
    for one in used(text, lexicon(profile).find(text)):
        if one.use in (Use.PLACE, Use.BOTH) and one.hit.place is not None and inside(one.hit.start, one.hit.end, spans):
            mention = _mention(text, one)
            if not found or mention.start >= found[-1].end:
                found.append(mention)
    return tuple(found)


def inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a span lies within one of ``spans``; true if there are none."""
    return not spans or any(first <= start and end <= last for first, last in spans)


def _mention(text: str, one: Used) -> PlaceMention:
    """The place with the words that belong to it: "eastern Ukraine", "Kursk region"."""
    hit, place = one.hit, one.hit.place
    assert place is not None
    start, end = hit.start, hit.end
    before, after = _around()
    window = max(0, start - 16)
    if found := before.search(fold(text[window:start])):
        start = window + found.start()
    if found := after.match(fold(text[end : end + 20])):
        end += found.end()
    whole = (start, end) == (hit.start, hit.end)
    name = place.place if whole and place.rule != "state" else text[start:end]
    name = name if not name.startswith(("the ", "The ")) or not whole else name[4:]
    return PlaceMention(start, end, text[start:end], name, place.country, place.lat, place.lon, f"{place.rule}: {one.reason}")
