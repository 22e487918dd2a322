"""Which series an event belongs to."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.events.tracks import track_of
from tracker.resources.conflict import Conflict, Track

PROFILE = Conflict(
    slug="a-b",
    name="A and B",
    track=(
        Track(name="Oslo 2019", places=("Oslo",), types=("talks",), start=date(2019, 1, 1), end=date(2019, 6, 30)),
        Track(name="Oslo 2021", places=("Oslo",), types=("talks",), start=date(2021, 1, 1), end=date(2021, 12, 31)),
        Track(name="Lake process", words=("lake process",), start=date(2020, 1, 1)),
    ),
)


@pytest.mark.parametrize(
    ("first", "last", "place", "text", "track"),
    [
        (date(2021, 5, 3), date(2021, 5, 3), "Oslo", "They met.", "Oslo 2021"),
        (date(2019, 1, 1), date(2019, 12, 31), "Oslo", "They met that year.", "Oslo 2019"),
        (date(2024, 5, 3), date(2024, 5, 3), "Oslo", "They met long after.", ""),
        (None, date(2022, 1, 1), "Oslo", "They had met before: in which series nobody says.", ""),
        (date(2021, 5, 3), date(2021, 5, 3), "Oslo", "A round of the Lake Process.", "Lake process"),
        (date(2018, 5, 3), date(2018, 5, 3), "", "The lake process was years away.", ""),
        (date(2021, 5, 3), date(2021, 5, 3), "", "They met.", ""),
    ],
)
def test_a_track_fits_by_time_then_words_then_place(
    first: date | None, last: date | None, place: str, text: str, track: str
) -> None:
    name, why = track_of(PROFILE, "talks", first, last, place, text)
    assert name == track
    assert bool(why) == bool(track)


def test_a_type_that_the_track_does_not_hold_is_left_out() -> None:
    assert track_of(PROFILE, "hostilities", date(2021, 5, 3), date(2021, 5, 3), "Oslo", "") == ("", "")
    assert track_of(None, "talks", None, None, "Oslo", "") == ("", "")
