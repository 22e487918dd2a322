"""The world that all conflicts share: states and how they are named, cities, organisations, people, words.

Everything comes from ``data/world/``, whose files say format, source and licence at their heads. Loaded once, in a few
hundredths of a second; nothing here asks the network.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from tracker.errors import ResourceError
from tracker.resources.conflict import ProfileActor, ProfilePerson, ProfilePlace
from tracker.resources.files import DATA, Resource, read_toml

WORLD = DATA / "world"
COUNTRY_COLUMNS = ("code", "alpha2", "names", "capital", "lat", "lon")
DEMONYM_COLUMNS = ("code", "names", "adjectives", "people", "seats")


class State(NamedTuple):
    """A state or territory: ``code`` is alpha-3; coordinates are its capital's, in degrees, ``None`` if not known."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]
    capital: str
    lat: float | None
    lon: float | None


class City(NamedTuple):
    """A city: ``country`` is alpha-3, coordinates in degrees."""

    name: str
    country: str
    lat: float
    lon: float
    population: int


class Words(Resource):
    """Words that decide how a name is used; ``data/world/words.toml`` explains each list."""

    outlets: tuple[str, ...]
    firm_words: tuple[str, ...]
    office_heads: tuple[str, ...]
    office_modifiers: tuple[str, ...]
    portfolios: tuple[str, ...]
    titles: tuple[str, ...]
    agent_nouns: tuple[str, ...]
    agent_modifiers: tuple[str, ...]
    group_nouns: tuple[str, ...]
    at_a_place: tuple[str, ...]
    motion: tuple[str, ...]
    reach: tuple[str, ...]
    named_after: tuple[str, ...]
    area_words: tuple[str, ...]
    directions: tuple[str, ...]
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]
    common_words: tuple[str, ...]
    state_groups: dict[str, str]
    bare_groups: dict[str, str]
    bare_heads: dict[str, str]
    bare_members: tuple[str, ...]
    halves: dict[str, str]
    officials: tuple[str, ...]
    host_verbs: tuple[str, ...]
    acting_verbs: tuple[str, ...]
    fighting: tuple[str, ...]
    settlements: tuple[str, ...]
    no_towns: tuple[str, ...]
    fighters: tuple[str, ...]
    no_metonyms: tuple[str, ...]
    state_offices: tuple[str, ...]
    known_anywhere: tuple[str, ...]
    known_at_home: tuple[str, ...]
    armed_adjectives: tuple[str, ...]
    armed_kinds: tuple[str, ...]
    armed_nouns: tuple[str, ...]
    armed_members: tuple[str, ...]
    armed_offices: tuple[str, ...]
    fighting_heads: tuple[str, ...]
    leading_back: tuple[str, ...]
    leading_back_bare: tuple[str, ...]
    several_groups: tuple[str, ...]
    behind_an_address: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    parts: tuple[str, ...]
    no_names: tuple[str, ...]
    generic_group_words: tuple[str, ...]


class _Organisations(Resource):
    actor: tuple[ProfileActor, ...]


class _People(Resource):
    person: tuple[ProfilePerson, ...]


class _Places(Resource):
    place: tuple[ProfilePlace, ...]


Row = TypeVar("Row")


def _rows(path: Path, columns: tuple[str, ...]) -> list[list[str]]:
    """The rows of a CSV file whose first lines may be comments ("#"); raises ``ResourceError`` on wrong columns."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            head, *rows = csv.reader(line for line in stream if not line.startswith("#"))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise ResourceError(f"It cannot be read: {error}.", file=path, advice="Restore it from the project.") from error
    if tuple(head) != columns:
        raise ResourceError(f"Its columns are {', '.join(head)}.", file=path, advice=f"Want {', '.join(columns)}.")
    return rows


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@cache
def states() -> MappingProxyType[str, State]:
    """Every state and territory by alpha-3 code, in the order of codes."""
    own = {row[0]: [_list(cell) for cell in row[1:]] for row in _rows(WORLD / "demonyms.csv", DEMONYM_COLUMNS)}
    found = {}
    for code, _, cell, capital, lat, lon in _rows(WORLD / "countries.csv", COUNTRY_COLUMNS):
        derived = _list(cell)
        names, adjectives, people, seats = own.get(code, [(), (), (), ()])
        place = (float(lat), float(lon)) if lat else (None, None)
        every = tuple(dict.fromkeys((*derived, *names)))
        found[code] = State(code, derived[0], every, adjectives, people, seats, capital, *place)
    unknown = sorted(set(own) - set(found))
    if unknown:
        raise ResourceError(
            f"{', '.join(unknown)} is no state of countries.csv.", file=WORLD / "demonyms.csv", field="code"
        )
    return MappingProxyType(found)


@cache
def cities() -> tuple[City, ...]:
    """Cities, the largest first."""
    rows = _rows(WORLD / "cities.csv", City._fields)
    return tuple(City(name, country, float(lat), float(lon), int(people)) for name, country, lat, lon, people in rows)


@cache
def organisations() -> MappingProxyType[str, ProfileActor]:
    """Actors that take part in many conflicts (UN, EU, ICRC ...), by code."""
    found = read_toml(WORLD / "organisations.toml", _Organisations).actor
    return MappingProxyType({one.code: one for one in found})


@cache
def people() -> tuple[ProfilePerson, ...]:
    """People who speak for a state or organisation in several conflicts."""
    return read_toml(WORLD / "people.toml", _People).person


@cache
def places() -> tuple[ProfilePlace, ...]:
    """Regions, seas and houses that texts name as places."""
    return read_toml(WORLD / "places.toml", _Places).place


@cache
def words() -> Words:
    """The words that decide how a name is used."""
    return read_toml(WORLD / "words.toml", Words)


def actor_name(code: str) -> str:
    """The name to show for an actor's code of the shared world; the code itself if it is none of these."""
    if code in states():
        return states()[code].name
    if code in organisations():
        return organisations()[code].name
    return code


@cache
def bare_groups() -> MappingProxyType[str, str]:
    """Words that name a government, its rebels or its opposition without saying whose, with the letters that stand
    behind the state's code for them: those of ``bare_groups``, and every head with every member ("rebel negotiators",
    "the government side").
    """
    own = words()
    found = dict(own.bare_groups)
    for head, letters in own.bare_heads.items():
        for member in own.bare_members:
            found.setdefault(f"{head} {member}", letters)
            if letters == own.bare_groups["the rebels"] or not letters:
                found.setdefault(f"the {head} {member}", letters)
    return MappingProxyType(found)
