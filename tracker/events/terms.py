"""Terms that somebody only says: "Libya must leave first, Chad said", "Laos said it would talk if Vietnam withdrew"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tracker.events.appeals import stands_by
from tracker.events.attribution import Said
from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, clause_of, finite, is_past, verb_forms
from tracker.events.line import Line
from tracker.events.mentions import acting
from tracker.events.reading import Reading
from tracker.events.subjects import governed
from tracker.models import ActorMention, Role
from tracker.resources.event_type import event_types
from tracker.resources.grammar import grammar, words_of

SUBJECT_REACH = 5
"""Tokens before "must" among which stands who must, and behind "would" among which stands what would be done."""


def terms_said(told: Sequence[Candidate], reading: Reading, said: Sequence[Said | None]) -> list[Candidate]:
    """The candidates, a position whose words set terms to another side as the offer or demand that it is; once for each
    speaker and line.
    """
    found: list[Candidate] = []
    for one in told:
        kind = event_types().get(one.type.entitled)
        spoken = _spoken(one, said[one.line])
        if kind is None or spoken is None or not one.type.from_speech:
            found.append(one)
            continue
        asked = _asked(spoken, reading, one)
        if asked is None:
            found.append(one)
        elif not any(_makes(other, one, kind.name) for other in told):
            roles: dict[str, Role] = {code: role for code, role in one.roles.items() if role is Role.INITIATOR}
            roles.setdefault(asked.code, Role.TARGET)
            found.append(replace(one, type=kind, trigger=kind.trigger[0], roles=roles))
    return found


def _spoken(candidate: Candidate, said: Said | None) -> Said | None:
    """Whose words a position gives, if they are those of who takes it."""
    for one in (said, said.beside if said else None):
        if one and one.speaker and candidate.roles.get(one.speaker.code) is Role.INITIATOR:
            return one
    return None


def _makes(other: Candidate, one: Candidate, name: str) -> bool:
    """Whether a pattern already tells the terms of the same speaker in that line."""
    shared = {code for code, role in one.roles.items() if other.roles.get(code) is role}
    return other.type.name == name and other.line == one.line and bool(shared)


def _asked(said: Said, reading: Reading, candidate: Candidate) -> ActorMention | None:
    """Of whom the words ask something, if who speaks is no bystander and who is asked no friend."""
    line, parts = reading.lines[candidate.line], reading.clauses[candidate.line]
    assert said.speaker is not None
    makers = {code for code, role in candidate.roles.items() if role is Role.INITIATOR}
    if reading.sides and all(stands_by(code, reading, set()) for code in makers):
        return None
    own = reading.side_of(said.speaker.code) | makers
    for i, mention in acting(line, said.first, said.last):
        if mention.code in own or (reading.sides and not reading.side_of(mention.code)) or governed(line, i):
            continue
        if (
            _must(line, i, said.last)
            or _should(line, i, said, reading.language)
            or _is_condition(line, i, clause_of(parts, i), said)
        ):
            return mention
    return None


def _must(line: Line, i: int, last: int) -> bool:
    """Whether the actor at token ``i`` is told to do something: "Libya must first withdraw"."""
    words = [token.word for token in line.tokens[i + 1 : min(i + SUBJECT_REACH + 3, last)]]
    at = next((n for n, word in enumerate(words) if _obliges(words, n)), -1)
    if at < 0 or at >= SUBJECT_REACH or not words_of("terms_parting").isdisjoint(words[:at]):
        return False
    skipped = words_of("terms_before_act") | set(grammar().verbs.adverbs)
    acts = [word for word in words[at + 1 :] if word not in skipped and not word.endswith("ly")]
    return bool(acts) and acts[0] not in words_of("terms_no_act")


def _should(line: Line, i: int, said: Said, language: str) -> bool:
    """Whether a bare verb behind the actor at token ``i`` is what is asked: "insists that Libya amend its law"."""
    if said.verb < 0 or line.tokens[said.verb].word not in _asking(language):
        return False
    mention = line.tokens[i].mention
    behind = [token for token in line.tokens[i + 1 : said.last] if mention is None or token.start >= mention.end]
    words = [token.word for token in behind if token.word not in words_of("terms_before_act")][:2]
    if len(words) < 2 or line.tokens[i - 1].word not in words_of("terms_leading"):
        return False
    function = words_of("bind_determiners") | words_of("attribution_prepositions") | words_of("voices_function")
    bare = words[0].isalpha() and words[0] not in function | finite(language)
    return bare and not words[0].endswith(("s", "ed", "ing", "ly")) and not is_past(words[0], language)


@cache
def _asking(language: str) -> frozenset[str]:
    return verb_forms(tuple(sorted(words_of("terms_asking"))), language)


def _obliges(words: list[str], n: int) -> bool:
    """Whether a word obliges: "must", "has to"."""
    having = words[n] in words_of("terms_having") and words[n + 1 : n + 2] == ["to"]
    return having or words[n] in words_of("terms_obliging")


def _is_condition(line: Line, i: int, clause: Clause, said: Said) -> bool:
    """Whether the actor at token ``i`` is who must act first for what the speaker would do: "would talk if A left"."""
    if clause.opener not in words_of("terms_conditions"):
        return False
    words = [token.word for token in line.tokens[said.first : said.last]]
    given = (n for n, word in enumerate(words) if word in words_of("terms_giving"))
    granting = words_of("terms_granting")
    return any(
        not granting.isdisjoint(words[max(0, n - SUBJECT_REACH) : n])
        and set(grammar().verbs.negation).isdisjoint(words[max(0, n - SUBJECT_REACH) : n])
        for n in given
    )
