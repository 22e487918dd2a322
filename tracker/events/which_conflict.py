"""Tells which conflict a text is about, from the words of the profiles and the names of their sides.

Several words for one thing ("Ukraine", "Ukrainian", "Kyiv") count as one thing; a thing that many profiles share
counts less.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from tracker.events.names import Lexicon, Name, fold
from tracker.resources import world
from tracker.resources.conflict import Conflict, conflicts

LEAST_THINGS = 2
"""A conflict is told from at least two different things: one may stand in any text."""
LEAST_LETTERS = 3
"""Initials of fewer letters can mean anything."""
ENOUGH = 4
"""More mentions of one thing add nothing: a text about trade with India does not come to be about Kashmir by length."""


@dataclass(frozen=True, slots=True)
class Told:
    """The conflict of a text: its ``slug``, and the words of the text that tell it, the most frequent first."""

    slug: str
    reasons: tuple[str, ...]


@cache
def _state_words() -> dict[str, str]:
    """Folded names, adjectives and capitals of states, each with the state's code."""
    return {
        fold(word): state.code
        for state in world.states().values()
        for word in (*state.names, *state.adjectives, *state.people, state.capital)
        if word
    }


def _things(profile: Conflict) -> dict[str, str]:
    """The words that tell a conflict, each with the thing it stands for: an actor's code, or the word itself."""
    codes = dict(_state_words())
    for actor in profile.actor:
        codes.update({fold(alias): actor.code for alias in (actor.name, *actor.aliases)})
    sides = {code for camp in profile.sides for code in camp}
    codes.update({fold(name): person.actor for person in profile.person for name in (person.name, *person.aliases)})
    states = [state for code, state in world.states().items() if code in sides]
    words = [word for state in states for word in (*state.names, *state.adjectives, *state.people, state.capital)]
    words += _names_of_sides(profile, sides)
    return {word: codes.get(fold(word), word) for word in (*profile.words, *words)}


def _names_of_sides(profile: Conflict, sides: set[str]) -> list[str]:
    """Names that mean nobody but the conflict's sides: their groups' initials and own names, their people in full."""
    generic = frozenset(world.words().generic_group_words)
    groups = [name for one in profile.actor if one.code in sides for name in (one.name, *one.aliases)]
    found = [name for name in groups if name.isalpha() and name.isupper() and len(name) >= LEAST_LETTERS]
    found += [
        name
        for name in groups
        if name.istitle() and " " in name and any(word not in generic for word in fold(name).split())
    ]
    people = [name for one in profile.person if one.actor in sides for name in (one.name, *one.aliases)]
    return [*found, *(name for name in people if " " in name)]


@cache
def _tables() -> tuple[Lexicon, dict[str, dict[str, str]], Counter[str]]:
    """A lexicon of all words, the conflicts of each word with the thing meant, and how many conflicts share a thing."""
    meant: dict[str, dict[str, str]] = defaultdict(dict)
    written: dict[str, str] = {}
    shared: Counter[str] = Counter()
    for slug, profile in conflicts().items():
        things = _things(profile)
        shared.update(set(things.values()))
        for word, thing in things.items():
            meant[word if word.isupper() else fold(word)].setdefault(slug, thing)
            written.setdefault(word if word.isupper() else fold(word), word)
    return Lexicon((word, Name("group", key)) for key, word in written.items()), dict(meant), shared


def _opposed(slug: str, things: set[str]) -> bool:
    """Whether the text names two opposing sides of a conflict between states: "Indian and Pakistani officials"."""
    sides = conflicts()[slug].sides
    return sum(not things.isdisjoint(side) for side in sides) > 1


def tell(text: str) -> str:
    """The slug of the conflict that ``text`` is about, or ``""`` if none is told."""
    return reasons(text).slug


def reasons(text: str) -> Told:
    """The conflict of ``text`` with the words that tell it; an empty slug and no words if none is told."""
    lexicon, meant, shared = _tables()
    things: dict[str, Counter[str]] = defaultdict(Counter)
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for hit in lexicon.find(text):
        word = hit.actor.code if hit.actor else ""
        for slug, thing in meant[word].items():
            things[slug][thing] += 1
            words[slug][word] += 1
    scores = {
        slug: sum(min(count, ENOUGH) / shared[thing] for thing, count in found.items())
        for slug, found in things.items()
        if len(found) >= LEAST_THINGS and (any(shared[thing] == 1 for thing in found) or _opposed(slug, set(found)))
    }
    if not scores:
        return Told("", ())
    best = max(sorted(scores), key=lambda slug: scores[slug])
    return Told(best, tuple(word for word, _ in words[best].most_common()))
