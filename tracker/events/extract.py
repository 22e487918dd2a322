"""From a reading to its reports: find, fill, date, join. The steps in their order; read this after the pipeline."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.events.appeals import weighed
from tracker.events.attribution import OWN_WORDS, Said, attributions
from tracker.events.bind import bind
from tracker.events.candidate import Candidate
from tracker.events.clauses import clause_of
from tracker.events.coreference import join
from tracker.events.counterparts import complete_sides
from tracker.events.find import find, one_of_each
from tracker.events.followed import follow_up
from tracker.events.likely import likely
from tracker.events.needs import met
from tracker.events.occasions import give_the_day, inherit
from tracker.events.probability import calibration, probability_of
from tracker.events.quantities import count
from tracker.events.reading import Reading
from tracker.events.reports import report_of
from tracker.events.roles import assign
from tracker.events.rounds import round_of
from tracker.events.several import on_each_day
from tracker.events.standing_by import stand_by
from tracker.events.statements import statements
from tracker.events.status import read_as_past, set_status
from tracker.events.terms import terms_said
from tracker.events.topic import about_a_conflict, of_another_matter, only_of_fighting
from tracker.events.untold import untold
from tracker.events.where import locate
from tracker.models import Report
from tracker.resources.grammar import words_of

SUBJECT_REACH = 4
"""Tokens behind "but" among which stands another who takes a position."""


def extract(reading: Reading) -> tuple[Report, ...]:
    """The reports of ``reading``, in the order in which the text first tells them."""
    told = candidates(reading)
    keep = calibration().keep
    return tuple(report_of(one, reading) for one in told if probability_of(one, reading) >= keep)


def candidates(reading: Reading, *, by_likeness: bool = True) -> list[Candidate]:
    """All events that the rules find, joined and complete, however likely they are; ``by_likeness`` adds those that a
    line only sounds like.
    """
    if not about_a_conflict(reading):
        return []
    said = attributions(reading)
    told = one_of_each([one for one in find(reading) if _filled(one, reading, said[one.line])])
    told += [one for one in statements(reading, said, told) if met(one, reading)]
    heard = likely(reading, said, told) if by_likeness else ()
    told += [one for one in heard if _filled(one, reading, said[one.line])]
    told = [one for one in told if not (_others_words(one, reading, said[one.line]) or of_another_matter(one, reading))]
    told = [one for one in told if not untold(one, reading, told)]
    told = terms_said(weighed(told, reading), reading, said)
    told.sort(key=lambda one: (one.line, one.head, one.type.order))
    read_as_past(told, reading)
    for one in told:
        _complete(one, reading, said[one.line], [other for other in told if other.line == one.line])
    told += on_each_day(told, reading)
    told = [one for one in told if met(one, reading, dated=True)]
    follow_up(told, reading)
    inherit(told, reading, said)
    for one in told:
        others = [other for other in told if other.line == one.line and other is not one]
        one.company, one.outranked = len(others), any(o.type.priority > one.type.priority for o in others)
    joined = [one for one in join(told, reading) if not only_of_fighting(one, reading)]
    complete_sides(joined, reading)
    stand_by(joined, reading)
    give_the_day(joined, reading)
    return joined


def _filled(candidate: Candidate, reading: Reading, said: Said | None) -> bool:
    """Gives the candidate its actors and speaker; False if its type needs others."""
    claimed = said is not None and _only_said(candidate, reading, said)
    candidate.speaker = said.speaker if said and claimed else None
    candidate.told_as_fact = not claimed
    assign(candidate, reading, said)
    return met(candidate, reading)


def _only_said(candidate: Candidate, reading: Reading, said: Said) -> bool:
    """Whether the event is told in the speaker's words alone: not presupposed by a noun or a subordinate clause."""
    presupposed = candidate.noun and not said.quoted
    if presupposed or not said.first <= candidate.head < said.last or said.written == OWN_WORDS:
        return False
    opener = clause_of(reading.clauses[candidate.line], candidate.head).opener
    return opener not in words_of("extract_presupposing")


def _others_words(candidate: Candidate, reading: Reading, said: Said | None) -> bool:
    """Whether a position is only quoted within somebody else's words, and not told beside them ("A said the talks were
    useful, but B spoke of a failure").
    """
    if said is None or said.speaker is None or not candidate.type.from_speech:
        return False
    clause = clause_of(reading.clauses[candidate.line], candidate.head)
    named = reading.lines[candidate.line].actors(clause.first, min(candidate.head, clause.first + SUBJECT_REACH))
    if clause.opener in words_of("attribution_beside") and named and not said.quoted:
        return False
    return said.first <= candidate.head < said.last and said.speaker.code not in candidate.roles


def _complete(candidate: Candidate, reading: Reading, said: Said | None, here: Sequence[Candidate]) -> None:
    """Gives the candidate its date, status, place and numbers."""
    bind(candidate, reading, said, here)
    set_status(candidate, reading)
    locate(candidate, reading, said)
    count(candidate, reading, here)
    candidate.round = round_of(candidate, reading.lines[candidate.line])
