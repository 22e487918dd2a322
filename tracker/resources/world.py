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
    titles: tuple[str, ...]
    agent_nouns: tuple[str, ...]
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


class _Organisations(Resource):
    actor: tuple[ProfileActor, ...]


class _People(Resource):
    person: tuple[ProfilePerson, ...]


class _Places(Resource):
    place: tuple[ProfilePlace, ...]


Row = TypeVar("Row")


def _rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of a CSV file whose first lines may be comments ("#"); raises ``ResourceError`` on wrong columns."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(line for line in stream if not line.startswith("#"))
            found = tuple(reader.fieldnames or ())
            if found != columns:
                raise ResourceError(f"Its columns are {', '.join(found)}.", file=path, advice=f"Want {columns}.")
            return list(reader)
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"It cannot be read: {error}.", file=path, advice="Restore it from the project.") from error


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@cache
def states() -> MappingProxyType[str, State]:
    """Every state and territory by alpha-3 code, in the order of codes."""
    words = {
        row["code"]: row
        for row in _rows(WORLD / "demonyms.csv", ("code", "names", "adjectives", "people", "seats"))
    }
    found = {}
    for row in _rows(WORLD / "countries.csv", ("code", "alpha2", "names", "capital", "lat", "lon")):
        own = words.get(row["code"], {})
        names = _list(row["names"])
        found[row["code"]] = State(
            code=row["code"],
            name=names[0],
            names=tuple(dict.fromkeys((*names, *_list(own.get("names", ""))))),
            adjectives=_list(own.get("adjectives", "")),
            people=_list(own.get("people", "")),
            seats=_list(own.get("seats", "")),
            capital=row["capital"],
            lat=float(row["lat"]) if row["lat"] else None,
            lon=float(row["lon"]) if row["lon"] else None,
        )
    unknown = sorted(set(words) - set(found))
    if unknown:
        raise ResourceError(f"{', '.join(unknown)} is no state of countries.csv.", file=WORLD / "demonyms.csv", field="code")
    return MappingProxyType(found)


@cache
def cities() -> tuple[City, ...]:
    """Cities, the largest first."""
    rows = _rows(WORLD / "cities.csv", ("name", "country", "lat", "lon", "population"))
    return tuple(
        City(row["name"], row["country"], float(row["lat"]), float(row["lon"]), int(row["population"])) for row in rows
    )


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
