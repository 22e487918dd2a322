"""Where an event takes place: the place of its clause, else of its sentence, that words of place lead to."""

from __future__ import annotations

from tracker.events.asides import aside_of
from tracker.events.attribution import Said
from tracker.events.bind import is_said
from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, clause_of, elsewhere
from tracker.events.line import Line
from tracker.events.mentions import names_a_deal
from tracker.events.reading import Reading
from tracker.models import PlaceMention
from tracker.resources import world
from tracker.resources.grammar import grammar, words_of

DATELINE = "dateline"


def locate(candidate: Candidate, reading: Reading, said: Said | None = None) -> None:
    """Sets location, country and coordinates, if the candidate's type is told with a place and the text gives one.

    A position is told where it is spoken, any other event where its clause says, else its sentence; the dateline is
    where what the sides do together takes place, if the first sentence names no other place.
    """
    line = reading.lines[candidate.line]
    parts = reading.clauses[candidate.line]
    inside = [p for p in reading.places if line.sentence.start <= p.start < line.sentence.end]
    inside = [p for p in inside if not (candidate.type.fact and names_a_deal(p))]
    if candidate.type.mutual or not candidate.type.fact:
        inside = [place for place in inside if not _names_a_fight(line, place)]
    if candidate.type.from_speech:
        own = _spoken(line, parts, inside, said, reading.language)
    elif candidate.type.located:
        own = _within(line, clause_of(parts, candidate.head), inside) or _beside(candidate, line, parts, inside, said)
    else:
        return
    if not own:
        _of_the_invaded(candidate, line)
        return
    head = line.tokens[candidate.head]
    chosen = min(own, key=lambda place: _distance(place, head.start))
    candidate.location = chosen.name if chosen.name else chosen.text
    candidate.country = chosen.country
    candidate.coordinates = (chosen.lat, chosen.lon)
    if candidate.trigger.goes_to and chosen.country:
        candidate.roles.setdefault(chosen.country, candidate.type.frame.object)
    candidate.rules["location"] = f"{chosen.rule or 'place'}: {chosen.text}"


def _of_the_invaded(candidate: Candidate, line: Line) -> None:
    """An invasion takes place in the one state that is invaded, though no place is named ("since the invasion")."""
    told = {token.word for token in line.tokens[candidate.first : candidate.last]}
    suffered = [code for code, role in candidate.roles.items() if role is candidate.type.frame.object]
    if candidate.type.fact and told & words_of("where_invading") and len(suffered) == 1:
        state = world.states().get(suffered[0])
        if state:
            candidate.location, candidate.country = state.name, state.code
            candidate.rules["location"] = "invaded: " + state.name


def by_dateline(candidate: Candidate) -> bool:
    """Whether only the dateline says where, which may be no more than where the reporter sat."""
    return candidate.rules.get("location", "").partition(":")[2].strip().startswith(DATELINE)


def _within(line: Line, clause: Clause, places: list[PlaceMention]) -> list[PlaceMention]:
    """The places of a clause, without the dateline."""
    low, high = line.tokens[clause.first].start, line.tokens[clause.last - 1].end
    return [place for place in places if low <= place.start < high and _word(place) != DATELINE]


def _beside(
    candidate: Candidate, line: Line, parts: tuple[Clause, ...], places: list[PlaceMention], said: Said | None
) -> list[PlaceMention]:
    """The places of the sentence's other clauses in which something is or happens; else, for what the sides do
    together, the dateline.
    """
    if not (candidate.type.mutual or candidate.type.lasts):
        return []
    speaking = clause_of(parts, said.verb) if said and said.verb >= 0 else None
    there = _within(line, speaking, places) if speaking else []
    found = [place for place in places if _word(place) in words_of("where_at") and place not in there]
    if not candidate.type.mutual:
        found = [place for place in found if not elsewhere(parts, candidate.head, line.token_of(place.start))]
    if found:
        return found
    if candidate.type.mutual and candidate.line == 0:
        return [place for place in places if _word(place) == DATELINE]
    return []


def _spoken(
    line: Line, parts: tuple[Clause, ...], places: list[PlaceMention], said: Said | None, language: str
) -> list[PlaceMention]:
    """The places where the words are spoken: in the clause of the verb of saying, else beside it, and not in what is
    said.
    """
    if said is None or said.verb < 0:
        return []
    there = [place for place in places if _word(place) in words_of("where_at")]
    there = [place for place in there if not is_said(line, parts, line.token_of(place.start), said)]
    beside = aside_of(line, said.verb, language)
    out = {*range(said.first, said.last), *beside}
    return _within(line, clause_of(parts, said.verb), there) or [
        place for place in there if line.token_of(place.start) not in out
    ]


def _names_a_fight(line: Line, place: PlaceMention) -> bool:
    """Whether a place is named only in the name of a fight or a crisis ("the Kursk offensive"): what follows from it
    may be elsewhere.
    """
    behind = line.tokens[line.token_of(place.end - 1) + 1 :][:1]
    fights = set(grammar().classes["attack"]) | words_of("where_fights")
    return bool(behind) and behind[0].word in fights


def _word(place: PlaceMention) -> str:
    """The word that made the name a place, as its rule ends."""
    return place.rule.rpartition(": ")[2].rpartition(" ")[2]


def _distance(place: PlaceMention, head: int) -> int:
    return abs(place.start - head) if place.start >= head else 2 * abs(place.start - head)
