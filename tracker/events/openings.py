"""Phrases that open a sentence, and whom they leave out: "Amid clashes between A and B, C urges restraint"."""

from __future__ import annotations

from tracker.events.attribution import Said
from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, participles
from tracker.events.line import Line
from tracker.events.mentions import acting
from tracker.models import ActorMention
from tracker.resources.grammar import words_of

OPENING_REACH = 30
OPENING_BY = 4
"""Words of an opening participle among which "by" leads to those who did it ("Pressed hard by Chad, Niger agreed")."""


def behind_opening(line: Line, mentions: list[tuple[int, ActorMention]], head: int) -> list[tuple[int, ActorMention]]:
    """The mentions before a verb without those named only in the phrase that opens its sentence."""
    comma = end_of_opening(line, head)
    behind = [(i, m) for i, m in mentions if i > comma] if comma else []
    return behind or mentions


def end_of_opening(line: Line, head: int) -> int:
    """The comma that ends an opening phrase before ``head`` and has an actor behind it; 0 if there is none.

    It is the first, or the last if the phrase names who is at odds ("between A, B and C, D urges").
    """
    words = [token.word for token in line.tokens[:OPENING_REACH]]
    participle = bool(words) and (words[0].endswith("ed") or words[0] in participles()) and "by" in words[:OPENING_BY]
    if not words or not (participle or words[0] in words_of("openings_led_by")):
        return 0
    commas = [i for i, word in enumerate(words[:head]) if word == "," and acting(line, i + 1, head)]
    if not commas:
        return 0
    return commas[-1] if participle or "between" in words[: commas[0]] else commas[0]


def of_main_clause(line: Line, head: int) -> list[tuple[int, ActorMention]]:
    """Who does what an opening without a subject tells: "After meeting with A, B said"."""
    words = [token.word for token in line.tokens]
    lone = head <= 1 and words[0] in words_of("openings_led_by") and words[head].endswith("ing")
    comma = next((i for i in range(head + 1, len(words)) if words[i] == ","), 0) if lone else 0
    return acting(line, comma + 1, len(words))[:1] if comma else []


def told_before(candidate: Candidate, clause: Clause, said: Said) -> bool:
    """Whether it is told before its line comes to who speaks, who may so take part ("A met B, and called it")."""
    told = candidate.head < said.first <= said.last
    return told and (clause.last <= said.verb or (not candidate.noun and candidate.head < said.verb))
