"""What speaks for and against a candidate, in numbers between 0 and 1, for its probability."""

from __future__ import annotations

from math import log

from tracker.events.candidate import Candidate
from tracker.events.clauses import clause_of
from tracker.events.likeness import likeness
from tracker.events.reading import Reading
from tracker.events.topic import SHORT, negotiating
from tracker.resources.grammar import words_of

LEAD = 3
MAIN_ACTORS = 3


def features(candidate: Candidate, reading: Reading) -> dict[str, float]:
    """The candidate's features by name; a feature that is not named is 0."""
    line = reading.lines[candidate.line]
    opener = clause_of(reading.clauses[candidate.line], candidate.head).opener
    own = {code for code in candidate.roles if reading.side_of(code)}
    found = {
        f"type {candidate.type.name}": 1.0,
        f"trigger {candidate.type.name}: {candidate.trigger.name}": 1.0,
        f"tense {candidate.mood.tense}": 1.0,
        "noun": float(candidate.noun),
        "planned": float(candidate.mood.mood == "planned"),
        "dated": float(candidate.time is not None and not candidate.inherited),
        "dated in own clause": float(candidate.time_rule == "own clause"),
        "several sentences": float(len(candidate.more) > 0),
        "lead": float(candidate.line < LEAD),
        "late": candidate.line / max(1, len(reading.lines)),
        "in a relative clause": float(opener in words_of("features_relative")),
        "in a subordinate clause": float(opener in words_of("features_subordinate")),
        "told by somebody": float(candidate.speaker is not None),
        "person": float(bool(candidate.persons)),
        "counted": float(bool(candidate.quantities)),
        "nobody takes part": float(not candidate.roles),
        "one takes part": float(len(candidate.roles) == 1),
        "many take part": float(len(candidate.roles) > 3),
        "both sides": float(reading.opposing(set(candidate.roles))),
        "a side": float(bool(own)),
        "quotation": float("“" in line.words or '"' in line.words),
        "long sentence": min(1.0, len(line.tokens) / 60),
        "confidence": candidate.trigger.confidence,
        **_likeness(candidate, reading),
    }
    found.update(_of_words(candidate, reading))
    found.update(_of_actors(candidate, reading))
    found.update(_of_speech(candidate, line.words, reading))
    return {name: value for name, value in found.items() if value}


def _of_words(candidate: Candidate, reading: Reading) -> dict[str, float]:
    """How much its sentence, and the whole text, speak of war and of negotiating it."""
    line = reading.lines[candidate.line]
    words = negotiating(reading.language)
    told = [not one.words.isdisjoint(words) for one in reading.lines]
    here = line.words & words
    opener = clause_of(reading.clauses[candidate.line], candidate.head).opener
    near = any(told[max(0, candidate.line - 1) : candidate.line + 2])
    return {
        "war in its sentence": min(1.0, len(line.words & set(reading.grammar.topic.strong)) / 3),
        "negotiation in its sentence": min(1.0, len(here) / 2),
        "negotiation near": float(near),
        "negotiation in the text": sum(told) / len(told),
        f"negotiation near {candidate.type.group}": float(near),
        f"opened by {opener if opener.isalpha() else 'a sign'}": float(bool(opener)),
        "passive": float(candidate.mood.passive),
        "undated": float(candidate.time is None),
        "planned without a date": float(candidate.status == "planned" and candidate.time is None),
        "words of its own": min(1.0, (candidate.last - candidate.first) / 12),
        "of a short text": float(len(reading.lines) <= SHORT),
        "alone in its sentence": float(not candidate.company),
        "with a higher one in its sentence": float(candidate.company > 0 and candidate.outranked),
    }


def _of_actors(candidate: Candidate, reading: Reading) -> dict[str, float]:
    """Whether those who take part are named with it, and are whom the text is about."""
    line = reading.lines[candidate.line]
    clause = clause_of(reading.clauses[candidate.line], candidate.head)
    codes = candidate.codes
    named = {mention.code for _, mention in line.actors()}
    main = {code for code, _ in reading.counts.most_common(MAIN_ACTORS)}
    many = max(1, len(codes))
    return {
        "a subject before it": float(bool(line.actors(clause.first, candidate.head))),
        "an actor in its clause": float(bool(line.actors(clause.first, clause.last))),
        "share of its actors named": len(named & codes) / many,
        "share of its actors that are main": len(main & codes) / many,
        "share of its actors on a side": sum(bool(reading.side_of(code)) for code in codes) / many,
        "of a known conflict": float(reading.profile is not None),
    }


def _likeness(candidate: Candidate, reading: Reading) -> dict[str, float]:
    """How much its sentences sound like its type, and its first like another."""
    alike = [likeness(reading.lines[number]) for number in (candidate.line, *candidate.more)]
    own = [one[candidate.type.name].probability for one in alike if one]
    other = [one.probability for name, one in alike[0].items() if name != candidate.type.name]
    return {
        "sounds like it": max(own, default=0.0),
        "sounds like it, as odds": log_odds(max(own, default=0.0)),
        "sounds like another": max(other, default=0.0),
    }


def log_odds(probability: float) -> float:
    """The logarithm of the odds, between -1 and 1 for probabilities from 0.01 to 0.99."""
    bounded = min(0.99, max(0.01, probability))
    return log(bounded / (1 - bounded)) / log(99)


def _of_speech(candidate: Candidate, words: frozenset[str], reading: Reading) -> dict[str, float]:
    """What makes a position of what is said: words of negotiation, a person, the other side."""
    if not candidate.type.from_speech:
        return {}
    weight = len(words & set(reading.grammar.topic.position))
    return {
        "said: words of negotiation": min(1.0, weight / 5),
        "said: by a person": float(bool(candidate.persons)),
        "said: by a side": float(any(reading.side_of(code) for code in list(candidate.roles)[:1])),
        "said: to somebody": float(len(candidate.roles) > 1),
        "said: in several sentences": float(len(candidate.more) > 0),
        "said: again": float("quot" in candidate.pattern),
    }
