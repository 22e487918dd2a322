"""Where an event takes place: the place of its clause, else of its sentence, that words of place lead to."""

from __future__ import annotations

from tracker.events.candidate import Candidate
from tracker.events.clauses import clause_of
from tracker.events.reading import Reading
from tracker.models import PlaceMention

NEAR = 8


def locate(candidate: Candidate, reading: Reading) -> None:
    """Sets location, country and coordinates, if the candidate's type is told with a place and the text gives one."""
    if not candidate.type.located:
        return
    line = reading.lines[candidate.line]
    clause = clause_of(reading.clauses[candidate.line], candidate.head)
    head = line.tokens[candidate.head]
    low, high = line.tokens[clause.first].start, line.tokens[clause.last - 1].end
    inside = [p for p in reading.places if line.sentence.start <= p.start < line.sentence.end]
    own = [p for p in inside if low <= p.start < high]
    if not own:
        return
    chosen = min(own, key=lambda place: _distance(place, head.start))
    candidate.location = chosen.name if chosen.name else chosen.text
    candidate.country = chosen.country
    candidate.coordinates = (chosen.lat, chosen.lon)
    if candidate.trigger.goes_to and chosen.country:
        candidate.roles.setdefault(chosen.country, candidate.type.frame.object)
    candidate.rules["location"] = f"{chosen.rule or 'place'}: {chosen.text}"


def _distance(place: PlaceMention, head: int) -> int:
    return abs(place.start - head) if place.start >= head else 2 * abs(place.start - head)
