import pytest
from hypothesis import given, settings

from tests.timeline import strategies as some
from tracker.errors import RowError
from tracker.models import Actor, LinkKind, Quantity, Role
from tracker.timeline import cells


@settings(deadline=None)
@given(some.actors)
def test_actors_come_back(actors):
    assert cells.read_actors(cells.write_actors(actors)) == actors


@settings(deadline=None)
@given(some.quantities)
def test_quantities_come_back(quantities):
    assert cells.read_quantities(cells.write_quantities(quantities)) == quantities


@settings(deadline=None)
@given(some.names)
def test_names_come_back(names):
    assert cells.read_names(cells.write_names(names)) == names


@settings(deadline=None)
@given(some.links)
def test_links_come_back(links):
    assert cells.read_links(cells.write_links(links)) == links


def test_cells_as_the_event_model_writes_them():
    assert cells.read_actors("RUS:initiator; UKR:target;") == (Actor("RUS", Role.INITIATOR), Actor("UKR", Role.TARGET))
    assert cells.read_quantities("prisoners:UKR:5;rounds::3") == (
        Quantity("prisoners", 5, "UKR"),
        Quantity("rounds", 3),
    )
    assert cells.read_links("answers:2025-07-23-proposal") == ((LinkKind.ANSWERS, "2025-07-23-proposal"),)
    assert cells.read_names(" A. B ;; C ") == ("A. B", "C")
    assert cells.read_actors("") == ()


def test_a_semicolon_in_a_name_becomes_a_comma():
    assert cells.write_names(["A; B", " ", "C"]) == "A, B;C"


@pytest.mark.parametrize(
    ("read", "cell", "field"),
    [
        (cells.read_actors, "RUS", "actors"),
        (cells.read_actors, ":target", "actors"),
        (cells.read_actors, "RUS:enemy", "actors"),
        (cells.read_quantities, "prisoners:UKR:-5", "quantities"),
        (cells.read_quantities, "prisoners:5", "quantities"),
        (cells.read_quantities, ":UKR:5", "quantities"),
        (cells.read_links, "answers", "links"),
        (cells.read_links, "likes:a", "links"),
    ],
)
def test_what_cannot_be_read_names_its_field(read, cell, field):
    with pytest.raises(RowError) as caught:
        read(cell)
    assert caught.value.field == field
    assert '"' in caught.value.sentence
