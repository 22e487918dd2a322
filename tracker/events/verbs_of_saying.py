"""Which words of a line are verbs of saying that tell somebody's words: no noun, no participle, nothing denied."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from types import MappingProxyType

from tracker.events.clauses import Clause, is_past, participles, verb_forms
from tracker.events.line import ACTOR, Line
from tracker.events.patterns import spelled
from tracker.events.saying import SUBJECT_LENGTH
from tracker.resources.grammar import grammar, words_of

CLOSING_REACH = 7
"""Tokens before a verb that ends its sentence among which a comma parts what is said from who says it."""


@cache
def say_words(language: str) -> frozenset[str]:
    """The words with which a verb of saying can begin, in all its forms: also "let" of "let it be known"."""
    return _plain(language) | _forms("attribution_only_that", language) | _phrases(language).keys()


@cache
def _phrases(language: str) -> MappingProxyType[str, frozenset[tuple[str, ...]]]:
    """What must follow the first word of a verb of saying that has several ("point out", "let it be known")."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in words_of("attribution_phrases"):
        for form in spelled(phrase, language):
            first, *rest = form.split()
            found.setdefault(first, set()).add(tuple(rest))
    return MappingProxyType({first: frozenset(several) for first, several in found.items()})


def last_of(line: Line, i: int, language: str) -> int:
    """The last token of the verb of saying that begins at ``i``: "say" of "went on to say"."""
    behind = tuple(token.word for token in line.tokens[i + 1 : i + 1 + CLOSING_REACH])
    fitting = (rest for rest in _phrases(language).get(line.tokens[i].word, ()) if behind[: len(rest)] == rest)
    return i + max((len(rest) for rest in fitting), default=0)


@cache
def _forms(name: str, language: str) -> frozenset[str]:
    return verb_forms(tuple(words_of(name)), language)


def inside_quotation(line: Line) -> frozenset[int]:
    """The tokens between the quotation marks of a line that opens and closes all of its quotations."""
    marks = [i for i, token in enumerate(line.tokens) if token.word in words_of("attribution_quotes")]
    if len(marks) % 2 or any(line.tokens[i].word in {"”", "''", "″"} for i in marks[::2]):
        return frozenset()
    return frozenset(i for first, last in zip(marks[::2], marks[1::2], strict=True) for i in range(first, last))


def is_finite(line: Line, i: int, language: str) -> bool:  # noqa: PLR0911 - one way out per form
    """No infinitive, no noun, no participle after a form of "be" or before "by", and nothing denied or future."""
    words = [token.word for token in line.tokens[max(0, i - 3) : i]]
    word = line.tokens[i].word
    verbs = grammar(language).verbs
    if [token.word for token in line.tokens[i + 1 : i + 3]] in (["to", "be"], ["to", "have"]):
        return False
    if word in participles(language) and not is_past(word, language) and not set(words) & set(verbs.have):
        return False  # "sworn in by the court"
    if "to" in words[-1:] or any(w in verbs.possible or w in verbs.future for w in words[-2:]):
        return False
    if any(w in verbs.negation for w in words[-2:]):
        return word in words_of("attribution_even_denied")
    if word.endswith("ing"):
        opens = i > 0 and line.tokens[i - 1].word in words_of("attribution_before_gerund")
        named = "there" in words  # "there was grumbling that"
        told = opens or quoting(line, i) >= 0 or (any(w in verbs.be for w in words[-2:]) and not named)
        return told and not _says_nothing(line, i, language)
    if words[-1:] and words[-1] in words_of("attribution_before_noun"):
        return False
    if any(w in verbs.be for w in words[-2:]) and not word.endswith("ing"):
        return False
    if _says_nothing(line, i, language) or _is_done_to(line, i):
        return False
    following = line.tokens[i + 1].word if i + 1 < len(line.tokens) else ""
    of_noun = following in words_of("attribution_behind_plural")
    return not (word.endswith("s") and of_noun and words[-1:] != [ACTOR])


def _is_done_to(line: Line, i: int) -> bool:
    """Whether a form in -ed only describes the noun before it ("a demand voiced by A", "companies accused of"), and
    tells no answer by an act ("replied by grounding its jets").
    """
    behind = [token.word for token in line.tokens[i + 1 : i + 3]]
    if not behind or not line.tokens[i].word.endswith("ed"):
        return False
    if behind[0] == "by":
        return not behind[-1].endswith("ing")
    return behind[0] == "of" and line.tokens[i].word in words_of("attribution_charged")


def quoting(line: Line, i: int) -> int:
    """The token of the verb before "as saying" ("was quoted as saying", "state radio quoted A as saying"), or -1."""
    if line.tokens[i - 1].word != "as":
        return -1
    near = range(i - 2, max(-1, i - SUBJECT_LENGTH), -1)
    return next((j for j in near if line.tokens[j].word in words_of("attribution_quoting")), -1)


def is_to_come(line: Line, i: int, clause: Clause) -> bool:
    """Whether a verb of saying tells what is yet to be said: "before A and B announce their plan"."""
    words = [token.word for token in line.tokens[clause.first : i]]
    goes_on = any(first == "," and second in words_of("clauses_coordinating") for first, second in pairwise(words))
    past = line.tokens[i].word.endswith("ed") or is_past(line.tokens[i].word)
    return clause.opener in words_of("attribution_to_come") and not goes_on and not past


def _says_nothing(line: Line, i: int, language: str) -> bool:
    """Whether a form only looks like a verb of saying: "an independent state .", "concluded a treaty", "let it go"; at
    the end of a sentence and behind a comma it is one ("..., the minister declared.").
    """
    word = line.tokens[i].word
    following = line.tokens[i + 1].word if i + 1 < len(line.tokens) else ""
    before = [token.word for token in line.tokens[max(0, i - CLOSING_REACH) : i]]
    if word in _phrases(language) and word not in _plain(language) | _forms("attribution_only_that", language):
        return last_of(line, i, language) == i
    if word in _forms("attribution_only_that", language):
        quoted = not words_of("attribution_quotes").isdisjoint(before) and before[-1:] != [","]
        closes = following in words_of("attribution_ends") and "," in before
        return not (quoted or closes or _leads_to_content(line, i))
    if word in words_of("attribution_writing") and following in words_of("attribution_of_paper"):
        return True  # "wrote a book"
    if word in words_of("attribution_with_that"):
        return following not in words_of("attribution_content") and not (following == "." and "," in before)
    return word in words_of("attribution_nouns") and following in words_of("attribution_behind_nouns")


def _leads_to_content(line: Line, i: int) -> bool:
    """Whether "that", a colon or a quotation follows a verb, also behind a date or a place ("announced on Monday in
    Accra that").
    """
    words = [token.word for token in line.tokens[i + 1 : i + 1 + CLOSING_REACH]]
    if not words or words[0] in words_of("attribution_that"):
        return bool(words)
    return words[0] in words_of("attribution_before_content") and "that" in words


@cache
def _plain(language: str) -> frozenset[str]:
    """The verbs of saying of one word."""
    return verb_forms(grammar(language).speech.say, language)
