"""Finds names from the profiles and the shared world in a text: all of them in one pass.

The text and the names are folded alike (lower case, no diacritics, straight quotation marks) by a table that keeps
every character's place, so offsets hold. Of overlapping names the longest wins; a name must stand between word edges,
a capital letter in a name wants a capital in the text, and a name in capitals ("US", "AU") wants capitals throughout.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, Protocol, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from tracker.resources import world
from tracker.resources.conflict import Conflict, ProfileActor, ProfilePerson, ProfilePlace, conflicts
from tracker.resources.grammar import words_of

MILLION = 1_000_000
"""A city of this size is known by its name alone; a smaller one needs a preposition of place before it."""


class Name(NamedTuple):
    """What a name stands for.

    ``kind`` is an actor's (``state``, ``group``, ``metonym``, ``demonym``, ``people``, ``person``), ``place``, or
    ``outlet`` (a newspaper or firm: no actor). ``weak`` places are taken only after a preposition of place. ``rule``
    says which table has the name.
    """

    kind: str
    code: str = ""
    person: str = ""
    place: str = ""
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    weak: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: ``actor`` and ``place`` are what it stands for in either use, ``None`` if it has no such use."""

    start: int
    end: int
    actor: Name | None
    place: Name | None


class _Fold(dict[int, int]):
    """Character to folded character, filled as characters are met; every character stays one character."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        base = _SPECIAL.get(char) or unicodedata.normalize("NFD", char)[0].lower()
        folded = ord(base) if len(base) == 1 else code
        self[code] = folded
        return folded


_SPECIAL = {
    **dict.fromkeys("\n\t\r\u00a0\u202f\u2009", " "),
    **dict.fromkeys("’‘ʼʻ`´", "'"),
    **dict.fromkeys("‐‑‒–", "-"),
    "ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d",
}  # fmt: skip
_FOLD = _Fold()


def fold(text: str) -> str:
    """``text`` in lower case without diacritics, character for character."""
    return text.lower() if text.isascii() and "\n" not in text else text.translate(_FOLD)


class _Surface(NamedTuple):
    """One way of writing a name; ``acronym`` ones hold in capitals only."""

    written: str
    acronym: bool
    actor: Name | None
    place: Name | None


class Span(Protocol):
    """Anything between two offsets."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character behind the last."""


Spanned = TypeVar("Spanned", bound=Span)


def apart(spans: Iterable[Spanned]) -> list[Spanned]:
    """The spans in order; of those that overlap the longest stays, of equally long ones the first that was given."""
    kept: list[Spanned] = []
    cluster: list[Spanned] = []
    reach = -1
    for one in sorted(spans, key=lambda span: span.start):
        if one.start >= reach:
            kept += _longest(cluster)
            cluster = []
        cluster.append(one)
        reach = max(reach, one.end)
    return kept + _longest(cluster)


def overlapping(spans: Sequence[Spanned], start: int, end: int) -> Sequence[Spanned]:
    """Those of ``spans`` (in order, none overlapping another) that share a character with ``start`` to ``end``."""
    first = bisect_right(spans, start, key=lambda span: span.end)
    last = bisect_left(spans, end, key=lambda span: span.start)
    return spans[first:last]


def _longest(cluster: list[Spanned]) -> list[Spanned]:
    if len(cluster) < 2:
        return cluster
    chosen: list[Spanned] = []
    for one in sorted(cluster, key=lambda span: span.start - span.end):
        if not any(other.start < one.end and one.start < other.end for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda span: span.start)


class Lexicon:
    """Names ready to be found; those of ``base`` stand behind its own. What one stands for is told when it is met."""

    def __init__(self, entries: Iterable[tuple[str, Name]], base: Lexicon | None = None) -> None:
        self._entries: dict[str, list[tuple[str, Name]]] = {}
        for entry in entries:
            self._entries.setdefault(fold(entry[0]), []).append(entry)
        self._base = base
        self._folded = list(self._entries)
        self._automaton = AhoCorasick(self._folded, implementation=Implementation.ContiguousNFA)
        self._met: dict[str, tuple[_Surface, ...]] = {}

    def _surfaces(self, folded: str) -> tuple[_Surface, ...]:
        """The ways of writing the name that is ``folded`` so."""
        if folded in self._entries and folded not in self._met:
            self._met[folded] = tuple(_surfaces_of(self._entries[folded]))
        return self._met.get(folded, ())

    def person(self, words: str) -> str:
        """The name under which the profiles know the person called ``words``; empty if none does."""
        named = [one.actor.person for one in self._surfaces(fold(words)) if one.actor and one.actor.person]
        return named[-1] if named else (self._base.person(words) if self._base else "")

    def find(self, text: str) -> tuple[Hit, ...]:
        """The names in ``text`` in order, none overlapping another."""
        return _found_in(self, text)

    def _find(self, text: str) -> tuple[Hit, ...]:
        folded = fold(text)
        found: dict[tuple[int, int], Hit] = {}
        for lexicon in (self, self._base) if self._base else (self,):
            for hit in lexicon._candidates(text, folded):
                nearer = found.setdefault((hit.start, hit.end), hit)
                if nearer is not hit and (nearer.actor is None or nearer.place is None):
                    both = Hit(hit.start, hit.end, nearer.actor or hit.actor, nearer.place or hit.place)
                    found[hit.start, hit.end] = both
        return tuple(apart(found.values()))

    def _candidates(self, text: str, folded: str) -> Iterator[Hit]:
        size = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if (start and _joins(text[start - 1])) or (end < size and _joins(text[end])):
                continue
            if _is_address(text, start, end) or _has_article(text, start):
                continue
            for surface in self._surfaces(self._folded[index]):
                if _case_fits(surface, text[start:end]):
                    yield Hit(start, end, surface.actor, surface.place)
                    break


@lru_cache(maxsize=4)
def _found_in(lexicon: Lexicon, text: str) -> tuple[Hit, ...]:
    """Actors and places are sought in the same text one after the other; its names are found once."""
    return lexicon._find(text)


def _surfaces_of(entries: Iterable[tuple[str, Name]]) -> Iterator[_Surface]:
    """The surfaces of entries that are folded alike; of two written alike the first holds."""
    known: dict[str, dict[bool, Name]] = {}
    forms: dict[str, str] = {}
    for written, name in entries:
        key = written if _is_acronym(written) else fold(written)
        known.setdefault(key, {}).setdefault(name.kind == "place", name)
        form = forms.setdefault(key, written)
        if form != written:
            forms[key] = _least_capitals(form, written)
    for key, names in known.items():
        yield _Surface(forms[key], _is_acronym(key), names.get(False), names.get(True))


def _is_acronym(written: str) -> bool:
    return written.isupper() and sum(map(str.isalpha, written)) > 1


def _least_capitals(one: str, other: str) -> str:
    """A name written in two ways wants a capital only where both have one: "The West" and "the West"."""
    return "".join(
        first if first.isupper() and second.isupper() else first.lower()
        for first, second in zip(one, other, strict=True)
    )


def _joins(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.category(char) == "Mn"


def _is_address(text: str, start: int, end: int) -> bool:
    """Inside a web or mail address or a tag: "russia.example", "@israel", "#ukraine"."""
    if start and text[start - 1] in "@#/\\" and text[start - 2 : start - 1] != " " and text[start - 1] != "/":
        return True
    return text[end : end + 1] == "." and text[end + 1 : end + 2].islower()


def _has_article(text: str, start: int) -> bool:
    """Behind "al-" or "el-", which are part of another name: "Abdul-Malik al-Houthi"."""
    article = text[max(0, start - 3) : start].lower() in ("al-", "el-")
    return article and not (start > 3 and text[start - 4].isalpha())


def _case_fits(surface: _Surface, words: str) -> bool:
    if words == surface.written:
        return True
    if surface.acronym:
        return not any(char.islower() for char in words)
    return all(found.isupper() or not written.isupper() for written, found in zip(surface.written, words, strict=True))


def _actor_entries(actors: Iterable[ProfileActor], rule: str) -> Iterator[tuple[str, Name]]:
    for actor in actors:
        name = Name("state" if actor.kind == "state" else "group", actor.code, rule=rule)
        own = [actor.code] if len(actor.code) > 1 and rule == "organisation" else []
        for surface in (actor.name, *actor.aliases, *own):
            kind = "metonym" if actor.kind == "state" else "group"
            yield surface, name if surface == actor.name else Name(kind, actor.code, rule=rule)


def _person_entries(people: Iterable[ProfilePerson], rule: str) -> Iterator[tuple[str, Name]]:
    for person in people:
        for surface in (person.name, *person.aliases):
            yield surface, Name("person", person.actor, person=person.name, rule=rule)


def _place_entries(places: Iterable[ProfilePlace], rule: str) -> Iterator[tuple[str, Name]]:
    for place in places:
        for surface in (place.name, *place.aliases):
            yield surface, Name("place", "", "", place.name, place.country, place.lat, place.lon, rule=rule)


def _state_entries() -> Iterator[tuple[str, Name]]:
    for state in world.states().values():
        for surface in state.names:
            yield surface, Name("state", state.code, rule="state")
            yield surface, Name("place", "", "", surface, state.code, rule="state")
        for surface in state.adjectives:
            yield surface, Name("demonym", state.code, rule="demonym")
        for surface in state.people:
            yield surface, Name("people", state.code, rule="demonym")
        for surface in state.seats:
            yield surface, Name("metonym", state.code, rule="seat")
    common, nobody = frozenset(world.words().common_words), frozenset(world.words().no_metonyms)
    for state in world.states().values():
        if state.capital in nobody:
            yield state.capital, Name("place", "", "", state.capital, state.code, state.lat, state.lon, True, "capital")
        elif state.capital and state.capital not in common | {"Singapore"}:
            yield state.capital, Name("metonym", state.code, rule="capital")
            yield state.capital, Name("place", "", "", state.capital, state.code, state.lat, state.lon, rule="capital")
        elif state.capital:
            yield state.capital, Name("metonym", state.code, rule="capital")


@cache
def _city_entries() -> tuple[tuple[str, Name], ...]:
    common = frozenset(world.words().common_words)
    return tuple(
        (name, Name("place", "", "", name, country, lat, lon, people < MILLION or name in common, "city"))
        for name, country, lat, lon, people in world.cities()
    )


def _other_conflicts() -> Iterator[tuple[str, Name]]:
    """Groups and people of every conflict by names that can mean nothing else: full ones, initials of four letters or
    more, and those that are known anywhere.
    """
    generic = frozenset(world.words().generic_group_words)
    anywhere, at_home = frozenset(world.words().known_anywhere), frozenset(world.words().known_at_home)
    for profile in conflicts().values():
        for surface, name in _actor_entries(profile.actor, "other conflict"):
            several = surface.count(" ") > 1 or (" " in surface and surface.istitle() and surface not in at_home)
            said = several and any(word not in generic for word in fold(surface).split())
            distinct = said or surface in anywhere or (_is_acronym(surface) and len(surface) > 3 and surface.isalpha())
            if name.kind == "group" and distinct and surface[0].isupper():
                yield surface, name
        yield from _by_member_nouns(profile, _plain_adjectives())
        for person in profile.person:
            for surface in (person.name, *person.aliases):
                if " " in surface:
                    yield surface, Name("person", person.actor, person=person.name, rule="other conflict")


def _shared_entries() -> Iterator[tuple[str, Name]]:
    """The names of the shared world; of two that are written alike the first holds."""
    for outlet in world.words().outlets:
        yield outlet, Name("outlet", rule="outlet")
    yield from _actor_entries(world.organisations().values(), "organisation")
    yield from _person_entries(world.people(), "people")
    yield from _other_conflicts()
    yield from _state_entries()
    yield from _place_entries(world.places(), "place")
    yield from _city_entries()


def _common_entries(profile: Conflict) -> Iterator[tuple[str, Name]]:
    """The words that are said of the government, the rebels and the opposition alike: who is meant by "the rebels" is
    meant by "the rebel delegation" too.
    """
    letters = world.bare_groups()
    for common in ("the government", "the rebels", "the opposition"):
        meant = [actor for actor in profile.actor if common in actor.aliases]
        if len(meant) == 1:
            name = Name("metonym" if meant[0].kind == "state" else "group", meant[0].code, rule="profile")
            yield from ((words, name) for words, own in letters.items() if own == letters[common] and _of_one(words))


def _by_member_nouns(profile: Conflict, plain: frozenset[str]) -> Iterator[tuple[str, Name]]:
    """Whom a profile calls "Tuareg rebels" it means by "Tuareg fighters" and "the Tuareg group" too, by any noun for
    those who belong to an armed group; not by a word of ``plain``, which says nothing of who they are.
    """
    nouns = (*world.words().armed_members, *world.words().leading_back)
    for actor in profile.actor:
        for alias in actor.aliases if actor.kind == "group" else ():
            first, _, noun = alias.partition(" ")
            if noun in world.words().armed_members and first[:1].isupper() and fold(first) not in plain:
                yield from ((f"{first} {other}", Name("group", actor.code, rule="profile")) for other in nouns)


@cache
def _plain_adjectives() -> frozenset[str]:
    """Adjectives that tell of no people of their own: of a state, of a faith, or that several conflicts know."""
    told: Counter[str] = Counter()
    for profile in conflicts().values():
        firsts = {fold(alias.split()[0]) for one in profile.actor for alias in one.aliases if " " in alias}
        told.update(firsts)
    shared = {word for word, count in told.items() if count > 1}
    of_states = {fold(word) for state in world.states().values() for word in (*state.adjectives, *state.names)}
    return frozenset(shared | of_states | set(words_of("groups_describing")) | set(world.words().generic_group_words))


def _of_one(words: str) -> bool:
    """Whether the words can mean one group: "armed groups" are all those that there are."""
    return not words.endswith(world.words().several_groups)


def _profile_entries(profile: Conflict) -> Iterator[tuple[str, Name]]:
    """The names of a conflict, and the cities of its countries, which come before larger ones of the same name."""
    yield from _actor_entries(profile.actor, "profile")
    yield from _common_entries(profile)
    yield from _by_member_nouns(profile, frozenset(words_of("groups_describing")))
    yield from _person_entries(profile.person, "profile")
    yield from _place_entries(profile.place, "profile")
    ours = {place.country for place in profile.place}
    yield from (entry for entry in _city_entries() if entry[1].country in ours)


@cache
def _shared() -> Lexicon:
    return Lexicon(_shared_entries())


@lru_cache(maxsize=64)
def _lexicon(slug: str, profile: Conflict | None) -> Lexicon:
    return _shared() if profile is None else Lexicon(_profile_entries(profile), _shared())


def lexicon(profile: Conflict | None) -> Lexicon:
    """The names of ``profile`` and the shared world; built once."""
    return _lexicon(profile.slug if profile else "", profile)
