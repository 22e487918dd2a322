"""Every conflict profile and the shared world: they load, and what they say hangs together."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path

import pytest

from tracker.errors import NotFoundError, ResourceError
from tracker.events.names import fold
from tracker.resources import DATA, conflict, conflicts, world
from tracker.resources.conflict import Conflict

SLUGS = sorted(path.stem for path in (DATA / "conflicts").glob("*.toml"))
REQUIRED = {"russia-ukraine", "israel-hamas-lebanon", "armenia-azerbaijan", "drc-m23-rwanda", "sudan"}


def _codes(profile: Conflict) -> set[str]:
    return {actor.code for actor in profile.actor} | set(world.states()) | set(world.organisations())


def test_required_conflicts_are_there() -> None:
    assert set(SLUGS) >= REQUIRED


def test_unknown_conflict_is_named_with_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match="russia-ukraine"):
        conflict("atlantis")


@pytest.mark.parametrize("slug", SLUGS)
def test_profile_is_called_as_its_file(slug: str) -> None:
    profile = conflicts()[slug]
    assert profile.slug == slug
    assert profile.name
    assert profile.description.endswith(".")
    assert len(profile.words) >= 5
    assert profile.end is None or profile.start is None or profile.start < profile.end


@pytest.mark.parametrize("slug", SLUGS)
def test_every_code_of_a_profile_is_defined(slug: str) -> None:
    profile = conflicts()[slug]
    codes = _codes(profile)
    assert len(profile.sides) >= 2
    assert {code for camp in profile.sides for code in camp} <= codes
    assert {person.actor for person in profile.person} <= codes
    assert all(code.isupper() and code.isalnum() for code in codes)
    states = {actor.code for actor in profile.actor if actor.kind == "state"}
    assert states <= set(world.states())
    assert not {actor.code for actor in profile.actor if actor.kind != "state"} & set(world.states())


@pytest.mark.parametrize("slug", SLUGS)
def test_aliases_are_unique_inside_a_profile(slug: str) -> None:
    profile = conflicts()[slug]
    owners: dict[str, set[str]] = {}
    for actor in profile.actor:
        for alias in (actor.name, *actor.aliases):
            owners.setdefault(alias if alias.isupper() else fold(alias), set()).add(actor.code)
    for person in profile.person:
        for alias in (person.name, *person.aliases):
            owners.setdefault(fold(alias), set()).add(f"{person.name} of {person.actor}")
    assert {alias: who for alias, who in owners.items() if len(who) > 1} == {}
    assert [code for code, count in Counter(actor.code for actor in profile.actor).items() if count > 1] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_places_lie_on_earth(slug: str) -> None:
    for place in conflicts()[slug].place:
        assert place.country == "" or place.country in world.states(), place.name
        assert place.lat is not None
        assert place.lon is not None
        assert -90 <= place.lat <= 90, place.name
        assert -180 <= place.lon <= 180, place.name


@pytest.mark.parametrize("slug", SLUGS)
def test_tracks_run_forward(slug: str) -> None:
    for track in conflicts()[slug].track:
        assert track.start is None or track.end is None or track.start < track.end, track.name
        assert track.places, track.name
        assert track.words, track.name


def test_shared_people_and_places_are_defined() -> None:
    codes = set(world.states()) | set(world.organisations())
    assert {person.actor for person in world.people()} <= codes
    names = Counter(
        fold(alias) for person in world.people() for alias in {fold(one) for one in (person.name, *person.aliases)}
    )
    assert [name for name, count in names.items() if count > 1] == []
    assert {place.country for place in world.places()} - {""} <= set(world.states())
    assert not set(world.organisations()) & set(world.states())


def test_states_have_names_adjectives_and_capitals() -> None:
    named = {row[0] for row in world._rows(world.WORLD / "demonyms.csv", world.DEMONYM_COLUMNS)}
    assert len(named) > 195
    assert {code for code in named if not world.states()[code].adjectives} == {"COG", "DMA", "VAT"}
    assert {code for code in named if not world.states()[code].capital} == set()
    assert {"Turkey", "Türkiye"} <= set(world.states()["TUR"].names)
    assert world.actor_name("UNO") == "United Nations"
    assert world.actor_name("TUR") == "Türkiye"
    assert world.actor_name("M23") == "M23"


def test_derived_files_are_what_the_packages_give() -> None:
    path = Path(__file__).resolve().parents[1] / "data/world/build_world.py"
    spec = importlib.util.spec_from_file_location("build_world", path)
    assert spec is not None
    assert spec.loader is not None
    built = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(built)
    assert (world.WORLD / "countries.csv").read_text("utf-8") == built.countries_csv()
    assert (world.WORLD / "cities.csv").read_text("utf-8") == built.cities_csv()


def test_a_wrong_table_names_file_and_columns(tmp_path: Path) -> None:
    path = tmp_path / "cities.csv"
    path.write_text("name,land\nGeneva,CHE\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="name, land"):
        world._rows(path, world.City._fields)
    with pytest.raises(ResourceError, match="Restore"):
        world._rows(tmp_path / "missing.csv", world.City._fields)
