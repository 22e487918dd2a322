"""What is said: the part of a sentence that a verb of saying gives as somebody's words."""

from __future__ import annotations

from tracker.events.clauses import Clause, presents, verb_like
from tracker.events.line import Line
from tracker.events.skeleton import inserted
from tracker.resources.grammar import words_of

SUBJECT_LENGTH = 12
"""Tokens before a verb of saying among which its subject stands."""


def content_of(line: Line, verb: int, clause: Clause, language: str) -> tuple[int, int]:
    """The tokens of what is said: behind the verb, or, if the verb ends the sentence, before it."""
    following = line.tokens[verb + 1].word if verb + 1 < len(line.tokens) else "."
    near = [token.word for token in line.tokens[max(1, verb - SUBJECT_LENGTH) : verb]]
    quoted = any(token.word in words_of("attribution_quotes") for token in line.tokens[:verb])
    closes = following in words_of("attribution_after_closing") or len(line.tokens) - verb < SUBJECT_LENGTH
    told = "that" in {token.word for token in line.tokens[verb + 1 : verb + 4]}  # "told journalists that"
    verbs = (verb_like(token.word, language) or token.word in presents(language) for token in line.tokens[:verb])
    tells = quoted or any(verbs)  # "A, for his part, said"
    start = [token.word for token in line.tokens[line.label : line.label + 5]]  # "In a letter sent on Monday A urged"
    spoken = not words_of("attribution_utterances").isdisjoint(start)
    led = not quoted and start[0] in words_of("attribution_leading")
    if led and (spoken or following not in words_of("attribution_after_closing")):
        return verb + 1, len(line.tokens)
    ends = words_of("attribution_ends")
    if not quoted and following not in ends and _has_own_subject(line, verb, clause, language):
        return verb + 1, len(line.tokens)
    put_in = line.tokens[verb - 1].word == "," and following not in words_of("attribution_after_closing")
    if not quoted and (put_in or following in words_of("saying_beginnings")) and following not in ends:
        return verb + 1, len(line.tokens)
    if (quoted or "," in near) and closes and tells and not told and verb > SUBJECT_LENGTH // 2:
        return 0, verb
    return verb + 1, len(line.tokens)


def _has_own_subject(line: Line, verb: int, clause: Clause, language: str) -> bool:
    """Whether the verb's clause is joined to another and has but its subject before it ("..., and B blamed C")."""
    subject = [token.word for token in line.tokens[clause.first + 1 : verb]]
    told = any(verb_like(word, language) for word in subject)
    return clause.opener in words_of("attribution_beside") and bool(subject) and "," not in subject and not told


def end_of_aside(line: Line, verb: int, language: str) -> int:
    """Where the relative clause ends in which the verb is put in ("Chad, which said it was ready, freed them")."""
    aside = inserted(line, language)
    end = verb
    while verb in aside and end in aside:
        end += 1
    return end if end > verb else len(line.tokens)
