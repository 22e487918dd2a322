"""The series that an event belongs to: a track of the conflict's profile whose time, place or words fit."""

from __future__ import annotations

from datetime import date

from tracker.resources.conflict import Conflict, Track


def track_of(
    profile: Conflict | None, event_type: str, first: date | None, last: date | None, place: str, text: str
) -> tuple[str, str]:
    """Name of the track and the reason; both empty if none fits, or if the place alone fits several.

    A track fits an event of its types whose days ``first`` to ``last`` (``None``: open) can lie in its period. Words of
    the track in ``text`` go before its places.
    """
    if profile is None:
        return "", ""
    fitting = [
        track
        for track in profile.track
        if event_type in (track.types or (event_type,)) and _overlaps(track, first, last)
    ]
    folded = text.casefold()
    for track in fitting:
        word = next((word for word in track.words if word.casefold() in folded), "")
        if word:
            return track.name, f"words: {word}"
    placed = [track for track in fitting if place and place in track.places]
    return (placed[0].name, f"place: {place}") if len(placed) == 1 else ("", "")


def _overlaps(track: Track, first: date | None, last: date | None) -> bool:
    ends_before = last is not None and track.start is not None and last < track.start
    starts_after = first is not None and track.end is not None and first > track.end
    return not (ends_before or starts_after)
