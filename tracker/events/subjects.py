"""Who acts before a verb: the subject among a sentence's mentions, and to whom "which" or "its president" leads."""

from __future__ import annotations

from itertools import pairwise

from tracker.events.clauses import Clause
from tracker.events.described import traded_by
from tracker.events.line import Line
from tracker.models import ActorMention
from tracker.resources.grammar import grammar, words_of

OPENING_REACH = 6
"""Words behind the comma after an opening participle among which its subject stands."""
NEAR = 4


def subject_of(line: Line, mentions: list[tuple[int, ActorMention]]) -> ActorMention | None:
    """Of the mentions before a verb the one that acts: a person, else one that no preposition governs."""
    persons = [mention for i, mention in mentions if mention.person and not governed(line, i)]
    if persons:
        return persons[-1]
    free = [(i, mention) for i, mention in mentions if not governed(line, i)]
    for (i, mention), (j, _) in pairwise(free):
        if not _is_owner_of(line, i, j):
            return mention
    if free:
        return free[-1][1]
    return next((mention for i, mention in mentions if not _is_addressed(line, i)), None)


def _is_addressed(line: Line, i: int) -> bool:
    """Whether one speaks to or against the actor at token ``i``; "with A demanding" names who demands."""
    behind = line.tokens[i + 1].word if i + 1 < len(line.tokens) else ""
    return line.tokens[i - 1].word in words_of("attribution_towards") and not behind.endswith("ing")


def _is_owner_of(line: Line, i: int, j: int) -> bool:
    """Whether the mention at ``i`` only owns what the one at ``j`` is ("Uganda's last rebel group, the LRA, said")."""
    between = [token.word for token in line.tokens[i + 1 : j]]
    named = between[:-1] if between[-1:] == ["the"] else between
    return named[:1] == ["'s"] and "and" not in named and "," not in named[:-1]


def governed(line: Line, i: int) -> bool:
    """Whether a preposition governs the mention at token ``i``, so that it is no subject ("aid for Ukraine")."""
    before = [token.word for token in line.tokens[max(0, i - 2) : i]]
    led = before[-1:] != [] and before[-1] in words_of("bind_determiners")
    if led and before[0] in words_of("attribution_prepositions"):
        return True
    return any(word in words_of("attribution_prepositions") for word in before[-1:]) or before[-2:-1] == ["with"]


def without_subject(line: Line, clause: Clause, head: int) -> bool:
    """Whether a later clause leaves its subject to the sentence's: "after meeting A", "where he met A"."""
    words = {token.word for token in line.tokens[clause.first : head]}
    return head <= clause.first + 1 or not words.isdisjoint(words_of("filling_pronouns"))


def told_of(line: Line, clause: Clause, mentions: list[tuple[int, ActorMention]]) -> ActorMention | None:
    """Of whom a relative clause tells that names nobody itself ("Chad, which said on Monday")."""
    if clause.opener not in words_of("attribution_who") or not clause.first or mentions:
        return None
    return subject_of(line, line.actors(max(0, clause.first - NEAR), clause.first))


def owner_of(line: Line, verb: int) -> ActorMention | None:
    """Whose spokesman closes a sentence: "Chad will sign once Libya leaves, its president said"."""
    for j in range(verb - 1, max(1, verb - NEAR), -1):
        if line.tokens[j].mention is not None:
            return None
        if line.tokens[j].word in words_of("attribution_led_back") and line.tokens[j - 1].word == ",":
            return subject_of(line, line.actors(0, j))
    return None


def person_before(line: Line, first: int) -> ActorMention | None:
    """The person of the same sentence to whom "he" or "the president" leads back, if one acts before ``first``."""
    free = [mention for i, mention in line.actors(0, first) if mention.person and not governed(line, i)]
    return free[0] if free else None


def leading(line: Line, mentions: list[tuple[int, ActorMention]], head: int) -> list[tuple[int, ActorMention]]:
    """Of two verbs that "and" joins the second has the first's subject: "Israel killed a leader of Hamas and sent
    tanks"; before any other verb all mentions stand.
    """
    traded = [pair for pair in mentions if pair[0] == traded_by(line, head)]
    if traded and line.tokens[head].word.endswith("ing"):  # "in return for A freeing ten"
        return traded
    i = head - 1
    while i > 0 and (line.tokens[i].word in grammar().verbs.adverbs or line.tokens[i].word.endswith("ly")):
        i -= 1
    joins = words_of("clauses_coordinating") & {line.tokens[i].word, line.tokens[i + 1].word}
    if not joins or not mentions:
        return mentions
    at = next((n for n, (place, _) in enumerate(mentions) if not governed(line, place)), None)
    if at is None or (at and mentions[at][1].rule.endswith(": attribute")):
        return mentions
    found = mentions[at : at + 1]
    for further in mentions[at + 1 :]:
        if {token.word for token in line.tokens[found[-1][0] + 1 : further[0]]} - words_of("roles_listing"):
            break
        found.append(further)
    return found


def behind_participle(line: Line, head: int) -> list[tuple[int, ActorMention]]:
    """Who does what a participle tells at the beginning of a sentence ("Rejecting the plan on Monday, Chad spoke of a
    trap"); empty if it opens none.
    """
    opens = head <= line.label + 1 and line.tokens[head].word.endswith("ing")
    comma = next((i for i in range(head + 1, len(line.tokens)) if line.tokens[i].word == ","), 0) if opens else 0
    named = [(i, m) for i, m in line.actors(comma, len(line.tokens)) if not governed(line, i)] if comma else []
    return named[:1] if named and named[0][0] - comma <= OPENING_REACH else []
