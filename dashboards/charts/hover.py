"""What hovering says of an event, and what a screen reader is told: title, date, type, who, and how sure it is."""

from __future__ import annotations

from functools import lru_cache

from dashboards import language, words
from dashboards.language import _
from tracker.models import ReviewState, Status
from tracker.timeline import read_actors


def facts(*fields: str) -> tuple[str, ...]:
    """Lines beside title and date: what and who, then what keeps it from being a plain fact.

    ``fields`` are type, actors, conflict, status, claimed by and review state, as the timeline's columns have them.
    """
    return _facts(language.current(), *fields)


@lru_cache(maxsize=20_000)
def _facts(
    _language: str, event_type: str, actors: str, conflict: str, status: str, claimed_by: str, review_state: str
) -> tuple[str, ...]:
    who = words.actors_in_words(read_actors(actors), conflict)
    found = [" · ".join(part for part in (words.type_label(event_type), who) if part)]
    if status != Status.OCCURRED:
        found.append(words.STATUS[status])
    if claimed_by:
        found.append(_("On the word of {actor} alone", actor=words.actor_name(claimed_by, conflict)))
    if review_state != ReviewState.ACCEPTED:
        found.append(words.REVIEW[review_state])
    return tuple(found)
