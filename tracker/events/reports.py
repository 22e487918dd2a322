"""Candidates become reports: frozen, with every field of the event model and for each the rule that set it."""

from __future__ import annotations

from types import MappingProxyType

from tracker.events.candidate import Candidate
from tracker.events.dating import Dated, date_of
from tracker.events.probability import probability_of
from tracker.events.reading import Reading
from tracker.events.salience import salience_of
from tracker.events.tracks import track_of
from tracker.models import Actor, Evidence, Report, Role, Status
from tracker.version import VERSION


def report_of(candidate: Candidate, reading: Reading) -> Report:
    """The candidate as a report."""
    when = date_of(candidate, reading)
    evidence = _evidence(candidate, reading)
    claimed_by, why = _claimed_by(candidate)
    salience = salience_of(candidate, when.last, reading)
    lat, lon = candidate.coordinates
    words = reading.lines[candidate.line].sentence.text
    track, why_track = track_of(reading.profile, candidate.type.name, when.first, when.last, candidate.location, words)
    return Report(
        article_id=reading.article.id,
        event_type=candidate.type.name,
        status=Status(candidate.status),
        date_start=when.first,
        date_end=when.last,
        date_precision=when.precision,
        date_edtf=when.edtf,
        date_text=when.text,
        date_basis=when.basis,
        actors=tuple(Actor(code, role) for code, role in candidate.roles.items()),
        persons=tuple(candidate.persons),
        location=candidate.location,
        country=candidate.country,
        lat=lat,
        lon=lon,
        quantities=tuple(candidate.quantities),
        round=candidate.round,
        claimed_by=claimed_by,
        track=track,
        salience=salience,
        evidence=evidence,
        conflict=reading.profile.slug if reading.profile else "",
        rules=MappingProxyType(_rules(candidate, when, {"claimed_by": why, "track": why_track})),
        probability=probability_of(candidate, reading),
        parser=VERSION,
    )


def _evidence(candidate: Candidate, reading: Reading) -> tuple[Evidence, ...]:
    sentences = [reading.lines[number].sentence for number in [candidate.line, *candidate.more]]
    return tuple(Evidence(s.start, s.end, s.text) for s in dict.fromkeys(sentences))


def _claimed_by(candidate: Candidate) -> tuple[str, str]:
    """On whose word alone it is told: the speaker's, unless they tell what they do themselves."""
    if candidate.trigger.word_of:
        return candidate.accuser, f"{candidate.trigger.name}: {candidate.accuser}"
    speaker = candidate.speaker
    claims = candidate.type.claims if candidate.trigger.claims is None else candidate.trigger.claims
    if speaker is None or not claims or (candidate.more and candidate.told_as_fact):
        return "", ""
    acts = {code for code, role in candidate.roles.items() if role is Role.INITIATOR}
    if speaker.code in acts and not candidate.type.mutual and not candidate.type.fact:
        return "", ""
    return speaker.code, f"told by {speaker.text}"


def _rules(candidate: Candidate, when: Dated, more: dict[str, str]) -> dict[str, str]:
    rules = {
        "event_type": f"{candidate.type.name}: {candidate.trigger.name}: {candidate.pattern}",
        "date": when.rule,
        "actors": candidate.trigger.frame,
        **candidate.rules,
        **more,
    }
    return {field: rule for field, rule in rules.items() if rule}
