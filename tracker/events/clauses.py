"""Where a sentence's clauses begin and end, in tokens: an event's date, actors and mood are sought in its own first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tracker.events.inflect import THIRD, forms
from tracker.events.line import ACTOR, TIME, Line
from tracker.events.patterns import spelled
from tracker.resources.grammar import grammar, words_of

INITIALS = 2
"""Words in a bracket that are no clause of their own: "the Free Front (FF) has signed"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``first`` to ``last`` (exclusive) of a line; ``opener`` is the word or sign that began it."""

    first: int
    last: int
    opener: str


@cache
def _openers(language: str) -> frozenset[str]:
    return frozenset(grammar(language).clauses.openers)


@cache
def verb_forms(choices: tuple[str, ...], language: str) -> frozenset[str]:
    """All first words of a list of grammar entries (``<agree>`` gives agree, agrees, agreed, agreeing)."""
    return frozenset(word.split()[0] for choice in choices for word in spelled(choice.replace(" ", "_"), language))


@cache
def finite(language: str) -> frozenset[str]:
    """Words that show a finite verb to follow: auxiliaries and the forms of the verbs of saying."""
    verbs = grammar(language).verbs
    plain = {*verbs.be, *verbs.have, *verbs.do, *verbs.future, *verbs.conditional, *verbs.possible}
    return frozenset(plain | _saying(language))


@cache
def _saying(language: str) -> frozenset[str]:
    return verb_forms(grammar(language).speech.say, language)


def verb_like(word: str, language: str) -> bool:
    """Whether a word has the form of a verb that tells: an auxiliary, a verb of saying, a past."""
    return word in finite(language) or word in _pasts(language) or (word.endswith("ed") and len(word) > 4)


@cache
def presents(language: str) -> frozenset[str]:
    """Forms of the present in -s that are seldom plurals: "comes", "takes", "meets"."""
    verbs = grammar(language).irregular.keys() - words_of("clauses_nouns")
    return frozenset(form for verb in verbs for form, kinds in forms(verb, language).items() if THIRD in kinds)


@cache
def _opening(language: str) -> frozenset[str]:
    """The words and signs that can open a clause."""
    return _openers(language) | words_of("clauses_stops") | words_of("clauses_joining") | {","}


def clauses(line: Line, language: str = "en") -> tuple[Clause, ...]:
    """The clauses of ``line`` in order; together they cover it."""
    cuts = [(0, "")]
    words = [token.word for token in line.tokens]
    opening = _opening(language)
    for i, word in enumerate(words):
        if word in opening and i > cuts[-1][0] and _opens(words, i, cuts[-1][0], language):
            cuts.append((i, word))
    ends = [place for place, _ in cuts[1:]] + [len(words)]
    return tuple(Clause(first, last, opener) for (first, opener), last in zip(cuts, ends, strict=True))


def clause_of(parts: tuple[Clause, ...], token: int) -> Clause:
    """The clause in which the token lies."""
    return next((part for part in parts if part.first <= token < part.last), parts[-1])


def _opens(words: list[str], i: int, since: int, language: str) -> bool:
    word = words[i]
    if word in words_of("clauses_stops"):
        return not _lists_members(words, i)
    if _leads_to_a_time(words, i) or _points_back(words, i):
        return False
    if word in _openers(language):
        so_far = word == "so" and words[i + 1 : i + 2] == ["far"]
        return not (is_since_then(words, i, language) or so_far or (word == "as" and _is_noun_as(words, i)))
    if word in words_of("clauses_joining") and i + 1 < len(words):
        parted = not (word == "and" and (_joins_two(words[since:i]) or _joins_subjects(words, i)))
        told = parted and _new_sentence(words, i + 1, language) and _has_verb(words[since:i], language)
        return told or _joins_sentences(words, i, since, language)
    if word == "," and i + 1 < len(words):
        following = words[i + 1]
        told = words[since] in words_of("clauses_subordinate") or _has_verb(words[since:i], language)
        return (
            (following.endswith("ing") and len(following) > 5)
            or (
                following in words_of("clauses_subjects")
                and _new_sentence(words, i + 1, language)
                and told
                and not _lists_subjects(words, i, since)
            )
            or _closes_aside(words, i, since, language)
        )
    return False


def is_since_then(words: list[str], i: int, language: str) -> bool:
    """Whether the word at ``i`` is the "since" of what has come about by now: "has since withdrawn"."""
    return i > 0 and words[i] in words_of("clauses_since") and words[i - 1] in grammar(language).verbs.have


def _joins_sentences(words: list[str], i: int, since: int, language: str) -> bool:
    """Whether another's act follows in the present ("Chad frees two rebels, and Sudan releases ten")."""
    if words[i - 1 : i + 2] != [",", "and", ACTOR]:
        return False
    told = presents(language) | words_of("clauses_presents")
    return not told.isdisjoint(words[i + 2 : i + 3]) and not told.isdisjoint(words[since:i])


def _closes_aside(words: list[str], i: int, since: int, language: str) -> bool:
    """Whether a comma ends a relative clause or a participle put in, and the sentence's own verb follows: "Chad, which
    met Egypt on Monday, rejected it".
    """
    doing = words[since] == "," and words[since + 1].endswith("ing")  # "Chad, meeting Egypt on Monday, rejected it"
    doing = doing and not _has_verb(words[:since], language)
    put_in = since and words[since - 1] == "," and words[since] in words_of("bind_aside")
    following = words[i + 1]
    if following in _saying(language) or not (doing or (put_in and _has_verb(words[since:i], language))):
        return False
    return verb_like(following, language) or following in presents(language)


def _lists_subjects(words: list[str], i: int, since: int) -> bool:
    """Whether a comma stands in the list of those who act: "after Chad, Libya and Egypt threatened sanctions"."""
    names = set(words[since + 1 : i])
    return bool(names) and names <= {ACTOR, ",", "the"} and words[i + 1] == ACTOR and words[i + 2] in {",", "and"}


def _leads_to_a_time(words: list[str], i: int) -> bool:
    """Whether a word only leads to a time: "since May", "agreed on a truce that November, but"."""
    behind = words[i + 2] if i + 2 < len(words) else "."
    if words[i + 1 : i + 2] != [TIME] or behind == "'s":
        return False
    points = words[i] in words_of("clauses_pointing")
    return words[i] in words_of("clauses_spanning") or (
        points and (not behind.isalpha() or behind in words_of("clauses_behind_time"))
    )


def _joins_two(before: list[str]) -> bool:
    """Whether "and" joins the two of "between A and B"."""
    at = len(before) - 1 - before[::-1].index("between") if "between" in before else -1
    return at >= 0 and "and" not in before[at:]


def _joins_subjects(words: list[str], i: int) -> bool:
    """Whether "and" joins the subjects of what is said ("said A and B had broken the truce")."""
    if words[i - 1] != ACTOR or words[i + 1 : i + 2] != [ACTOR]:
        return False
    j = i - 1
    while j > 0 and (words[j] in {ACTOR, ","} or words[j] in words_of("clauses_before_actor")):
        j -= 1
    return words[j] in words_of("clauses_before_subjects")


def _points_back(words: list[str], i: int) -> bool:
    """Whether "that" is what was told before, by itself or led to ("the night after that, A fled")."""
    pointing = words_of("clauses_pointing")
    if words[i] in pointing:
        return i + 1 < len(words) and words[i + 1] in {",", "."}
    return words[i + 1 : i + 2] != [] and words[i + 1] in pointing and words[i + 2 : i + 3] == [","]


def _lists_members(words: list[str], i: int) -> bool:
    """Whether a bracket holds initials or a list of actors only: "the Quartet (Kenya, Uganda and Rwanda) met"."""
    if words[i] == "(" and ")" in words[i:]:
        first, last = i, words.index(")", i)
    elif words[i] == ")" and "(" in words[:i]:
        first, last = i - 1 - words[:i][::-1].index("("), i
    else:
        return False
    inside = words[first + 1 : last]
    if len(inside) <= INITIALS and first and words[first - 1] not in words_of("clauses_stops"):
        return True
    return inside.count(ACTOR) > 1 and set(inside) <= words_of("clauses_members") and words[first - 1] == ACTOR


def _has_verb(words: list[str], language: str) -> bool:
    """Whether the words before "and" can be a sentence: otherwise "and" joins two subjects or two objects."""
    return any(verb_like(word, language) for word in words)


@cache
def participles(language: str = "en") -> frozenset[str]:
    """The participles that do not end in -ed."""
    return frozenset(participle for _, participle in grammar(language).irregular.values())


@cache
def _pasts(language: str) -> frozenset[str]:
    """The past forms that do not end in -ed."""
    return frozenset(past for past, _ in grammar(language).irregular.values())


def is_past(word: str, language: str = "en") -> bool:
    """Whether a form that does not end in -ed tells the past: "took", and "cut", which is a participle too."""
    return word in _pasts(language)


def _is_noun_as(words: list[str], i: int) -> bool:
    """Whether "as" only names a capacity or compares ("as a mediator", "as well as", "as early as")."""
    following = words[i + 1] if i + 1 < len(words) else ""
    return following in words_of("clauses_behind_as") or (i > 1 and words[i - 2] == "as")


def _new_sentence(words: list[str], start: int, language: str) -> bool:
    """Whether a subject and then a finite verb follow from ``start`` on, within a few words."""
    if words[start] not in words_of("clauses_subjects"):
        return False
    for i in range(start + 1, min(start + 5, len(words))):
        if verb_like(words[i], language):
            return True
        if words[i] in words_of("clauses_joining") and words[start] == ACTOR and words[i + 1 : i + 2] != [ACTOR]:
            return False
    return False


def elsewhere(parts: tuple[Clause, ...], head: int, i: int) -> bool:
    """Whether a token stands in another scene than the head's: "shelled the town while talks went on in Rome"."""
    own, theirs = clause_of(parts, head), clause_of(parts, i)
    return own != theirs and not {own.opener, theirs.opener}.isdisjoint(words_of("clauses_meanwhile"))
