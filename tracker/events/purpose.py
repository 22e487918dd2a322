"""What somebody sets out for: "flew to Rome on Monday to meet A" tells of the meeting as of the flight."""

from __future__ import annotations

from tracker.events.clauses import verb_forms, verb_like
from tracker.events.line import PLACE, TIME, Line
from tracker.resources.grammar import grammar, words_of

REACH = 12
"""Words before an infinitive among which stands the verb of setting out."""
HELPED = 3
GOVERNING = 4
"""Words before an infinitive among which stands what governs it."""


def words_leading_to(line: Line, to: int) -> list[str]:
    """The last words before the "to" at a token, the nearest first, without where and when it was: of "agreed in Rome
    on Monday to" only "agreed".
    """
    found: list[str] = []
    i = to - 1
    while i >= 0 and len(found) < GOVERNING:
        if line.tokens[i].word in {PLACE, TIME} and i and line.tokens[i - 1].word in words_of("purpose_where_and_when"):
            i -= 2
            continue
        found.append(line.tokens[i].word)
        i -= 1
    return found


def set_out(line: Line, to: int, language: str) -> str:
    """The tense, "past" or "future", in which somebody sets out for what the "to" at a token opens; empty if nobody
    does.
    """
    verbs, going = grammar(language).verbs, verb_forms(tuple(grammar(language).classes["set_out"]), language)
    for i in range(to - 1, max(-1, to - REACH), -1):
        word = line.tokens[i].word
        if word in going:
            helpers = {token.word for token in line.tokens[max(0, i - HELPED) : i]}
            if not helpers.isdisjoint({*verbs.negation, *verbs.possible, *verbs.conditional, "to"}):
                return ""
            return "future" if not helpers.isdisjoint(verbs.future) else "past"
        if verb_like(word, language) or word in words_of("purpose_parting"):
            return ""
    return ""
