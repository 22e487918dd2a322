"""What speaks for and against a candidate, in numbers between 0 and 1, for its probability."""

from __future__ import annotations

from tracker.events.candidate import Candidate
from tracker.events.clauses import clause_of
from tracker.events.reading import Reading
from tracker.resources.grammar import words_of

LEAD = 3


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
    }
    found.update(_of_speech(candidate, line.words, reading))
    return {name: value for name, value in found.items() if value}


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
