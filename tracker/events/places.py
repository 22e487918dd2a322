"""Finds places: cities, regions, houses and states in use as places ("in Moscow", "to Geneva", "the Istanbul
talks").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import regex

from tracker.events.introductions import NAME, choice
from tracker.events.names import Span, fold, lexicon, overlapping
from tracker.events.usage import Use, Used, address, used
from tracker.models import PlaceMention, Sentence
from tracker.resources import world
from tracker.resources.conflict import Conflict

NEAR = 60
"""Characters between an unknown town and the place that says in which country it lies ("the town of X in eastern
Y")."""


def find(text: str, profile: Conflict | None, sentences: Iterable[Sentence] = ()) -> tuple[PlaceMention, ...]:
    """The places that ``text`` names, in order, none overlapping another.

    ``rule`` is ``table: word``: where the name is known from, and the word that makes it a place ("in", "flew to",
    "talks", "dateline"; "name" if it can be nothing else). If ``sentences`` are given, only places inside them count.
    """
    found: list[PlaceMention] = []
    hits = lexicon(profile).find(text)
    for one in used(text, hits):
        if one.use in (Use.PLACE, Use.BOTH) and one.hit.place is not None:
            mention = _mention(text, one)
            if not found or mention.start >= found[-1].end:
                found.append(mention)
    found += [*_settlements(text, found), *_in_address(text, found)]
    home = _home(profile) if profile else ""
    found += _unlisted(text, [*hits, *found], home) if home else ()
    lines = tuple(sentences)
    return tuple(place for place in sorted(found, key=lambda one: one.start) if inside(place.start, place.end, lines))


def inside(start: int, end: int, sentences: Sequence[Sentence]) -> bool:
    """Whether a span lies within one of ``sentences``; true if there are none."""
    return not sentences or any(one.start <= start and end <= one.end for one in overlapping(sentences, start, end))


@cache
def _patterns() -> dict[str, regex.Pattern[str]]:
    words = world.words()
    return {
        "before": regex.compile(rf"(?<![\w-])(?:{choice(words.directions)})\s+$"),
        "after": regex.compile(rf"(?:'s)?\s+(?:{choice(words.area_words)})\b"),
        "unlisted": regex.compile(
            rf"(?<!\w)(?P<word>in|near|outside|around|at)\s+(?P<name>{NAME})(?=[,.;]|\s+\p{{Ll}})"
        ),
        "settlement": regex.compile(rf"(?<!\w)(?P<word>{choice(words.settlements)})s?\s+of\s+(?P<name>{NAME})"),
    }


def _mention(text: str, one: Used) -> PlaceMention:
    """The place with the words that belong to it: "eastern Ukraine", "Kursk region"."""
    hit, place = one.hit, one.hit.place
    assert place is not None
    start, end = hit.start, hit.end
    window = max(0, start - 16)
    if found := _patterns()["before"].search(fold(text[window:start])):
        start = window + found.start()
    if found := _patterns()["after"].match(fold(text[end : end + 20])):
        end += found.end()
    written = text[start:end]
    whole = (start, end) == (hit.start, hit.end)
    name = place.place if whole and place.rule != "state" else written
    name = name[4:] if whole and name.startswith(("the ", "The ")) else name
    return PlaceMention(start, end, written, name, place.country, place.lat, place.lon, f"{place.rule}: {one.reason}")


def _home(profile: Conflict) -> str:
    """The state in which a conflict within one state lies; empty if two are at odds."""
    states = [code for side in profile.sides for code in side if code in world.states()]
    return states[0] if len(states) == 1 else ""


def _unlisted(text: str, known: Iterable[Span], home: str) -> Iterator[PlaceMention]:
    """Towns that no list has, by the word before them ("near Bambari"), in a conflict that has but one country."""
    taken = sorted(known, key=lambda one: one.start)
    for found in _patterns()["unlisted"].finditer(text):
        start, end = found.span("name")
        if not overlapping(taken, start, end) and not set(found["name"].split()) & _no_towns():
            yield PlaceMention(start, end, found["name"], found["name"], home, rule=f"text: {found['word']}")


@cache
def _no_towns() -> frozenset[str]:
    words = world.words()
    return frozenset((*words.no_towns, *words.no_names))


def _in_address(text: str, known: list[PlaceMention]) -> Iterator[PlaceMention]:
    """Towns that no list has, by the place behind them ("in Uelzen, Germany")."""
    for place in known:
        span = address(text, place.start) if place.country else None
        if span is not None and not overlapping(known, *span):
            name = text[span[0] : span[1]]
            yield PlaceMention(*span, name, name, place.country, rule="text: in")


def _settlements(text: str, known: list[PlaceMention]) -> Iterator[PlaceMention]:
    """Places that no list has ("the town of X"); the country is that of a place named beside it, else unknown."""
    for found in _patterns()["settlement"].finditer(text):
        start, end = found.span("name")
        if overlapping(known, start, end):
            continue
        behind = overlapping(known, end, end + NEAR)
        beside = [place for place in behind if not regex.search(r"[.!?]\s", text[end : place.start])]
        country = beside[0].country if beside else ""
        yield PlaceMention(start, end, found["name"], found["name"], country, rule=f"text: {found['word']} of")
