"""Groups that a text calls a group beside their name, though no list knows them and no initials introduce them: "the
militant outfit Black Ibis", "the Ibis Brigade, a rebel faction", "Ibis fighters", "a spokesman for the Ibis Army".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from tracker.events.introductions import choice, is_title_word, may_name
from tracker.events.names import Hit, Name, fold, overlapping
from tracker.resources import world
from tracker.resources.grammar import grammar, words_of

_CAPITAL = r"(?:(?:al|el|ul|ud|as)-)?\p{Lu}(?:[\p{L}\d]|['’](?!s\b)|-(?=\p{L}))+"
_NAMED = rf"{_CAPITAL}(?:\s+(?:(?:of|for|the|al|de|du|and)\s+){{0,2}}{_CAPITAL}){{0,6}}"
INITIALS = 3
"""From so many words on a group's name is given by its initials, as texts give it."""
LONGEST = 14
"""Letters of a code made from a name of fewer words."""


def called(text: str, hits: tuple[Hit, ...]) -> list[Hit]:
    """The groups so called, wherever the text names them; of a group named after a place the code is that of the
    place's state with the letters of its noun ("Darfur rebels").
    """
    found: dict[str, Name] = {}
    new: list[Hit] = []
    for start, end, alone in _spans(text):
        name = text[start:end]
        known = overlapping(hits, start, end)
        if alone and len(known) == 1 and _is_place(known[0]) and known[0].start <= start and end <= known[0].end:
            new += _of_a_place(text, known[0])
        elif (alone and not all(hit.place and hit.place.weak for hit in known)) or any(
            _names_somebody(hit, start, end) for hit in known
        ):
            continue
        elif _is_name(text, start, name):
            actor = Name("group", _code(name), rule="text")
            adjective = alone and name.endswith(tuple(words_of("called_adjectives")))
            if adjective:  # "Tigrayan fighters" and "a Tigrayan town"
                new.append(Hit(start, end, actor, None))
            else:
                found[name] = actor
    for name, actor in found.items():
        for one in regex.finditer(rf"(?<![\w-]){regex.escape(name)}(?![\w-])", text):
            new.append(Hit(one.start(), one.end(), actor, None))
    return new


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each name beside the words that call it a group; whether only a noun behind it does."""
    words = world.words()
    armed = may_name(text, (*words.armed_adjectives, *words.armed_nouns))
    for found in _led().finditer(text) if armed or may_name(text, words.fighting_heads) else ():
        start, end = found.span("name")
        yield _name_in(text, start, end), end, False
    for found in _apposed().finditer(text) if armed else ():
        start, end = found.span("name")
        first = _name_in(text, start, end)
        if _places_opened().isdisjoint(fold(text[start:first]).split()):
            yield first, end, False
    for found in _followed().finditer(text) if may_name(text, words.armed_members) else ():
        for start, end in (found.span("name"), found.span("other")):
            if start >= 0:
                yield _name_in(text, start, end), end, True


def _name_in(text: str, start: int, end: int) -> int:
    """Where the name begins behind words that are in capitals for another reason ("In", "The", "Suspected")."""
    while word := regex.match(r"(\p{L}+)\s+(?:(?:of|for|from)\s+)?(?:the\s+)?(?=\p{Lu})", text[start:end]):
        if not is_title_word(word[1]) and fold(word[1]) not in _no_part():
            break
        start += word.end()
    return start


@cache
def _places_opened() -> frozenset[str]:
    """Prepositions of place: "In Norway, a militant group" names no group."""
    return frozenset(world.words().at_a_place)


@cache
def _no_part() -> frozenset[str]:
    """Words that stand in capitals before a name at a sentence's beginning only."""
    words = world.words()
    members = (*words.armed_offices, *words.armed_members)
    return frozenset((*words.at_a_place, *members, *words_of("groups_describing"), *words_of("called_before")))


def _is_place(hit: Hit) -> bool:
    return hit.place is not None and not hit.place.weak and (hit.actor is None or not hit.actor.code)


def _of_a_place(text: str, hit: Hit) -> Iterator[Hit]:
    """The group named after a place and a noun behind it: those of the place's state."""
    noun = _member().match(text, hit.end)
    letters = world.words().state_groups.get(fold(noun["noun"]).split()[0], "") if noun else ""
    if noun and letters and hit.place and hit.place.country:
        yield Hit(hit.start, noun.end(), Name("group", hit.place.country + letters, rule="text"), None)


def _names_somebody(hit: Hit, start: int, end: int) -> bool:
    """Whether a known name is not just a word of a longer one ("the Free Ruritanian Army")."""
    whole = hit.start <= start and end <= hit.end
    return whole or (hit.actor is not None and hit.actor.kind in {"person", "group", "outlet"})


def _is_name(text: str, start: int, name: str) -> bool:
    """Whether the words are a name, and no adjective or common words that only stand at a sentence's beginning."""
    words = [word for word in name.split() if word[0].isupper()]
    if all(fold(word) in _plain() or is_title_word(word) for word in words):
        return False
    if name.rpartition("-")[2] in world.words().not_after:
        return False
    opens = not text[:start].strip() or text[:start].rstrip()[-1] in ".!?:;\"“”'‘’(—–" or text[start - 1] == "\n"
    if opens and len(words) == 1 and not name.isupper():
        inside = regex.finditer(rf"(?<![\w-]){regex.escape(name)}(?![\w-])", text)
        return any(text[: one.start()].rstrip()[-1:].islower() for one in inside)
    return True


@cache
def _plain() -> frozenset[str]:
    """Words in capitals that alone are no group's name: of groups, and of what groups sign ("By the Agreement, armed
    groups ...").
    """
    papers = (*grammar().classes["deal"], *grammar().classes["plan"], *grammar().classes["truce"])
    described = (*words_of("groups_describing"), *words_of("groups_ranking"))
    return frozenset((*world.words().generic_group_words, *described, *papers))


def _code(name: str) -> str:
    """Initials of a name of several words, else its letters: "FIA", "ANSARU"."""
    words = [word for word in name.split() if word[0].isupper()]
    if len(words) >= INITIALS:
        return "".join(word[0] for word in words)
    return "".join(filter(str.isalnum, fold("".join(words)).upper()))[:LONGEST]


@cache
def _armed() -> str:
    """Words before a name that call it a group: "rebel group", "armed separatist movement", "militia"."""
    words = world.words()
    adjective = rf"(?:{choice(words.armed_adjectives)})"
    described = rf"(?:{adjective}\s+){{1,2}}(?:\p{{Lu}}[\w-]+\s+)?(?:{choice(words.armed_kinds)})s?"
    return rf"(?:{described}|(?:{choice(words.armed_nouns)}))"


@cache
def _led() -> regex.Pattern[str]:
    words = world.words()
    name = rf"(?P<name>{_NAMED})(?![\w-])"
    fighting, of_groups = _headed(words.fighting_heads), _headed(tuple(map(str.title, words.group_nouns)))
    named = rf"(?:,?\s+(?:{choice(grammar().words['called_naming'])}))?\s+(?:the\s+)?"
    return regex.compile(
        rf"(?<![\w-])(?i:{_armed()}){named}{name}(?!['’]s)"
        rf"|(?<![\w-])(?i:{choice(words.armed_adjectives)})\s+{of_groups}"
        rf"|(?<![\w-])(?i:{choice(words.armed_offices)})\s+(?:of|for|from)\s+(?:the\s+)?{fighting}"
    )


def _headed(heads: tuple[str, ...]) -> str:
    """A name that ends in one of ``heads``."""
    ends = "|".join(map(regex.escape, heads))
    near = rf"(?=(?:[^\s.,;:()]+\s+){{0,7}}(?:{ends})(?![\w-]))"
    words = rf"{_CAPITAL}(?:\s+(?:(?:of|for|the|and)\s+){{0,2}}{_CAPITAL}){{0,6}}?"
    return rf"{near}(?P<name>{words}\s+(?:{ends}))(?![\w-])"


@cache
def _apposed() -> regex.Pattern[str]:
    governed = choice((*world.words().at_a_place, *grammar().words["roles_to"]))
    behind = rf"(?!['’]s|\s+(?:{choice(grammar().words['called_of_a_group'])}))"
    return regex.compile(
        rf"(?<![\w-])(?<!\b(?i:{governed})\s)(?<!\b(?i:{governed})\s+the\s)(?P<name>{_NAMED}),\s+"
        rf"(?i:an?|the|one\s+of\s+the)\s+(?:[\w-]+\s+){{0,4}}?(?i:{_armed()})(?![\w-]){behind}"
    )


@cache
def _member() -> regex.Pattern[str]:
    return regex.compile(rf"\s+(?P<noun>(?i:{choice(world.words().armed_members)}))(?![\w-])")


@cache
def _followed() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?<![\w-])(?:(?P<other>{_CAPITAL})\s+and\s+)?(?P<name>{_CAPITAL}(?:\s+{_CAPITAL}){{0,4}})"
        rf"\s+(?:{choice(world.words().armed_members)})(?![\w-])"
    )
