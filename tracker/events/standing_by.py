"""Who stood by an act of the sides, told in a sentence behind it: "The talks were chaired by Norway", "Togo's president
looked on".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tracker.events.candidate import Candidate
from tracker.events.hosts import go_betweens
from tracker.events.line import Line
from tracker.events.reading import Reading
from tracker.resources.grammar import grammar, words_of

REACH = 2
"""Lines behind an event in which it can still be told who mediated it."""
NEAR = 3
"""Words between what leads back to an event ("the", "its") and the noun that names it."""


def stand_by(told: Sequence[Candidate], reading: Reading) -> None:
    """Gives acts of both sides those who mediated or witnessed them by a line behind, which is evidence then."""
    acts = [one for one in told if one.type.mutual and one.type.fill]
    for number, line in enumerate(reading.lines):
        if any(number in _lines(one) for one in acts) or not _leads_back(line):
            continue
        nearest = max((last for one in acts for last in _lines(one) if last < number), default=-1)
        before = [one for one in acts if nearest in _lines(one) and number - nearest <= REACH]
        for mention in go_betweens(line) if before else ():
            for one in before:
                if mention.code in one.roles or reading.side_of(mention.code):
                    continue
                one.roles[mention.code] = one.type.frame.host
                if mention.person and mention.person not in one.persons:
                    one.persons.append(mention.person)
                if number not in one.more:
                    one.more.append(number)


def _lines(candidate: Candidate) -> list[int]:
    return [candidate.line, *candidate.more]


@cache
def _nouns() -> frozenset[str]:
    """The nouns of encounters and deals, and of those who stand by them."""
    classes = grammar().classes
    named = {word for name in ("encounter", "talks", "deal", "truce", "offer") for word in classes[name]}
    return frozenset(named) | words_of("standing_by_nouns") | words_of("hosts_parts")


def _leads_back(line: Line) -> bool:
    """Whether a line speaks of something told before it: "the talks", "its signing", "the guarantors", or by a verb
    without an object.
    """
    words = [token.word for token in line.tokens]
    nouns = _nouns()
    pointing = words_of("coreference_pointing")
    for i, word in enumerate(words):
        if word in nouns and not pointing.isdisjoint(words[max(0, i - NEAR) : i]):
            return True
        if word in words_of("hosts_verbs") and (
            words[i + 1 : i + 2] in (["."], []) or words[i + 1 : i + 3] == ["on", "."]
        ):
            return True
    return not words_of("standing_by_pronouns").isdisjoint(words[:NEAR]) or any(
        not words_of("hosts_named").isdisjoint(mention.text.lower().replace(",", "").split())
        for _, mention in line.actors()
    )
