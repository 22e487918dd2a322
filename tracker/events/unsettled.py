"""Acts that a sentence leaves open: asked when they will be, told of any that may come, hung on a condition; and the
nouns that no such words undo, as their date says that they came about.
"""

from __future__ import annotations

from tracker.events.clauses import Clause, verb_like
from tracker.events.line import ACTOR, PLACE, TIME, Line, Token
from tracker.models import TimeExpression
from tracker.resources.grammar import grammar, words_of

ANTECEDENT = 6
"""Words before a verb among which stands the noun that its relative clause is about."""
INDEFINITE = 3
"""Words before a participle among which the "a" of its noun stands."""
NAMED_AFTER = 3
"""Words between a date and the noun that it names: "the 2003 Linden peace accord"."""


def is_left_open(line: Line, head: int, clause: Clause, words: list[str], language: str) -> bool:
    """Whether the verb at ``head``, with its auxiliaries ``words``, is only asked for or told of any that may come."""
    return (
        is_of_any(line, head, clause, language)
        or is_asked_when(line, clause, words, language)
        or (not words and _is_only_thought_of(line, head, clause, language))
    )


def _is_only_thought_of(line: Line, head: int, clause: Clause, language: str) -> bool:
    """Whether a participle describes a thing of which a sentence only says what it "would" do ("a deal signed by the
    generals would bind nobody").
    """
    verbs = grammar(language).verbs
    words = [token.word for token in line.tokens]
    before = words[max(clause.first, head - INDEFINITE) : head]
    behind = words[head + 1 : clause.last]
    supposed = next((i for i, word in enumerate(behind) if word in {*verbs.conditional, *verbs.possible}), -1)
    led = words_of("voices_behind_participle") | {ACTOR, PLACE}
    parted = supposed < 0 or any(verb_like(word, language) for word in behind[:supposed])
    return not parted and behind[0] in led and not words_of("described_indefinite").isdisjoint(before)


def is_asked_when(line: Line, clause: Clause, words: list[str], language: str) -> bool:
    """Whether an act is what nobody knows yet ("it is unclear when they will meet"): "when" with a future only asks,
    unless a day stands before it ("on Friday, when they will meet").
    """
    if clause.opener not in words_of("unsettled_asking") or not clause.first:
        return False
    before = line.tokens[clause.first - 1].word
    return before not in {",", TIME} and not set(grammar(language).verbs.future).isdisjoint(words)


def is_of_any(line: Line, head: int, clause: Clause, language: str) -> bool:
    """Whether a verb tells of no act that was, but of any that may be ("any deal that they reach must be just")."""
    led = clause.opener in words_of("features_relative")
    first = clause.first if led else head
    before = [token.word for token in line.tokens[max(0, first - ANTECEDENT) : first]]
    for word in reversed(before):
        if word in words_of("unsettled_any"):
            return True
        if verb_like(word, language) or word in words_of("unsettled_parting"):
            return False
    return False


def hangs_on_condition(line: Line, language: str) -> bool:
    """Whether what somebody "would" do hangs on an "if" or "unless" of the sentence."""
    words = {token.word for token in line.tokens}
    return not words_of("mood_condition").isdisjoint(words) and not set(grammar(language).verbs.conditional).isdisjoint(
        words
    )


def names_its_date(line: Line, head: int) -> bool:
    """Whether a noun is named after a past of its own ("wants to replace the 1994 accord", "the treaty of 2003")."""
    behind = line.tokens[head + 1 : head + 3]
    if len(behind) > 1 and behind[0].word in words_of("unsettled_dating") and _is_of_a_year(behind[1]):
        return True
    i = head - 1
    while i >= max(0, head - NAMED_AFTER) and (line.tokens[i].word == PLACE or line.tokens[i].text[:1].isupper()):
        if line.tokens[i].word == TIME:
            break
        i -= 1
    led = i > 0 and line.tokens[i - 1].word in words_of("unsettled_definite")
    return led and _is_of_a_year(line.tokens[i])


def _is_of_a_year(token: Token) -> bool:
    """Whether a date with its year stands there."""
    time = token.mention
    return isinstance(time, TimeExpression) and time.first is not None and "year" in time.known
