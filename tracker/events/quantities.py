"""How many an event is told with: numbers in words and digits, what they count, and for which side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tracker.events.candidate import Candidate
from tracker.events.clauses import clause_of, verb_like
from tracker.events.line import ACTOR, Line
from tracker.events.reading import Reading
from tracker.models import ActorMention, Quantity
from tracker.resources.grammar import grammar, words_of

DOZEN, SCALE = 12, 100
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
REACH = 6
HARM_REACH = 7
TAKEN_REACH = 7
PEOPLE = "people"
"""The group of the types by which people change hands, of whom each is counted by the act told last."""
LIST_REACH = 16
HARM = frozenset({"killed", "wounded"})


def number_at(line: Line, i: int) -> tuple[int, int] | None:
    """The number that begins at token ``i`` and the token behind it; ``None`` if there is none."""
    numbers = grammar().numbers
    word = line.tokens[i].word
    digits = DIGITS.fullmatch(word)
    if digits:
        value, i = int(word.replace(",", "")), i + 1
    elif numbers.get(word, SCALE) < SCALE:
        value, i = numbers[word], i + 1
    elif "-" in word and all(numbers.get(part, SCALE) < SCALE for part in word.split("-")):
        value, i = sum(numbers[part] for part in word.split("-")), i + 1
    elif word == "a" and i + 1 < len(line.tokens) and line.tokens[i + 1].word in numbers:
        value, i = 1, i + 1
    else:
        return None
    while i < len(line.tokens) and numbers.get(line.tokens[i].word, 0) >= DOZEN:
        value, i = value * numbers[line.tokens[i].word], i + 1
    return value, i


@cache
def _counted(language: str) -> dict[str, str]:
    """What each word counts: ``hostages`` for "hostage", "captives" ... in the event model's words."""
    return {word: kind for kind, words in grammar(language).counted.items() for word in words}


def count(candidate: Candidate, reading: Reading, here: Sequence[Candidate] = ()) -> None:
    """Fills the candidate's quantities from its line, if its type is told with numbers; ``here`` are the line's events,
    of which another of the same type keeps the numbers of its own clause.
    """
    allowed = candidate.type.counts
    if not allowed:
        return
    line = reading.lines[candidate.line]
    for i in range(len(line.tokens)):
        found = number_at(line, i)
        if found is None or _counts_nobody(line, i, found[1]) or _of_another(candidate, reading, i, here):
            continue
        value, behind = found
        own = clause_of(reading.clauses[candidate.line], candidate.head)
        people = not candidate.type.lasts or own.first <= i < own.last
        kind = allowed.get(_what(line, i, behind, reading.language, people=people), "")
        if kind and value:
            quantity = Quantity(kind, value, _side(line, i, behind))
            if quantity not in candidate.quantities and not _is_a_part(line, i, kind, candidate):
                candidate.quantities.append(quantity)
    candidate.rules.setdefault("quantities", "numbers beside what they count" if candidate.quantities else "")


def _counts_nobody(line: Line, i: int, behind: int) -> bool:
    """Whether a number is "both", money, half of another, a measure ("21-year-old"), or the whole of
    which some are told ("eight of the 23").
    """
    before = [token.word for token in line.tokens[max(0, i - 2) : i]]
    if line.tokens[i].word == "both" or _is_one_of_the_most(line, i, behind):
        return True
    if before[-1:] and before[-1] in {"$", "€", "£"}:
        return True
    following = line.tokens[behind].word if behind < len(line.tokens) else "."
    if following == "-" and behind + 1 < len(line.tokens) and line.tokens[behind + 1].word[:1].isalpha():
        return True
    if before == ["of", "the"] and i > 2 and number_at(line, i - 3) is not None:
        return True
    return i > 0 and (number_at(line, i - 1) is not None) and grammar().numbers.get(line.tokens[i].word, 0) >= SCALE


def _is_a_part(line: Line, i: int, kind: str, candidate: Candidate) -> bool:
    """Whether a number only tells how many of those counted are such: "40 prisoners, including ten women"."""
    near = [token.word for token in line.tokens[max(0, i - 4) : i]]
    return "including" in near and any(one.what == kind for one in candidate.quantities)


def _is_one_of_the_most(line: Line, i: int, behind: int) -> bool:
    """Whether "one" only ranks what is told: "one of the deadliest attacks"."""
    after = [token.word for token in line.tokens[behind : behind + 4]]
    ranked = any(word.endswith("est") or word in words_of("quantities_ranking") for word in after[1:])
    return line.tokens[i].word == "one" and after[:1] == ["of"] and ranked


def _of_another(candidate: Candidate, reading: Reading, i: int, here: Sequence[Candidate]) -> bool:
    """Whether a number stands in the clause of another event of the candidate's type, and not in its own."""
    parts = reading.clauses[candidate.line]
    own, theirs = clause_of(parts, candidate.head), clause_of(parts, i)
    people = [one.head for one in here if one.type.group == candidate.type.group and one.head != candidate.head]
    if people and candidate.type.group == PEOPLE and not candidate.type.lasts:
        told = sorted([*people, candidate.head])
        return max((head for head in told if head <= i), default=told[0]) != candidate.head
    if own is theirs:
        return False
    rivals = [one for one in here if one is not candidate and one.type.name == candidate.type.name]
    return any(theirs.first <= one.head < theirs.last for one in rivals)


def _what(line: Line, i: int, behind: int, language: str, *, people: bool) -> str:
    """What the number counts: the noun behind it, or the participle ("15 were wounded", "hospitalised 15"); ``people``
    if a nation can be what is counted ("1,900 Palestinians").
    """
    counted, whole = _counted(language), words_of("quantities_whole")
    if i > 1 and line.tokens[i - 1].word == "of" and counted.get(line.tokens[i - 2].word) == "bodies":
        return "bodies"
    noun, at = "", behind
    for j in range(behind, min(len(line.tokens), behind + REACH)):
        word = line.tokens[j].word
        if word in counted:
            noun, at = counted[word], j + 1
            break
        if people and _is_people(line, j):
            noun = "civilians"
        elif word == "of" and line.tokens[j + 1 : j + 2] and line.tokens[j + 1].word in whole:
            continue
        elif not _describes(word):
            following = line.tokens[j + 1].word if j + 1 < len(line.tokens) else ""
            if {word, following} & words_of("quantities_things") or word in grammar(language).classes["attack"]:
                return ""
            if word in words_of("quantities_others") or _taken_behind(line, j, language):
                noun = "civilians"
            break
    if noun in {"bodies", "rounds", "exchanges", *HARM}:
        return noun
    hurt = _hurt(line, i, behind, at, language)
    return hurt or _held(line, noun)


def _taken_behind(line: Line, j: int, language: str) -> bool:
    """Whether a participle tells that those were taken whom a noun at ``j`` names ("seven miners abducted in May")."""
    for i in range(j, min(len(line.tokens), j + TAKEN_REACH)):
        word = line.tokens[i].word
        if word in words_of("bind_caught"):
            return i > j and line.tokens[i - 1].word not in grammar(language).verbs.have
        if (
            word in words_of("quantities_parting")
            or word in words_of("quantities_things")
            or (i > j and number_at(line, i))
        ):
            return False
        if _is_verb(word, language) and word not in grammar(language).verbs.be:
            return False
    return False


def _is_people(line: Line, j: int) -> bool:
    mention = line.tokens[j].mention
    return isinstance(mention, ActorMention) and mention.rule.endswith(": people")


def _describes(word: str) -> bool:
    """Whether a word can stand between a number and what it counts: an adjective, a nation, a participle."""
    if word == ACTOR or word in words_of("quantities_skipped") or word[:1].isdigit():
        return True
    return word.endswith(("ed", "ly", "ese", "ian", "ish", "ean")) or word in words_of("quantities_describing")


def _hurt(line: Line, i: int, behind: int, at: int, language: str) -> str:
    """Whether those counted were killed or wounded: told behind them, else before them in the same breath."""
    counted = _counted(language)
    harmless = {word for word in grammar(language).classes["attack"] if " " not in word}
    subject = not any(_is_verb(token.word, language) for token in line.tokens[max(0, i - HARM_REACH) : i])
    for j in range(at, min(len(line.tokens), at + (LIST_REACH if subject else HARM_REACH))):
        word = line.tokens[j].word
        if counted.get(word) in HARM:
            return counted[word]
        if word in {",", "and"} and subject and _goes_on(line, j + 1):
            continue
        if word == "by" and _is_verb(line.tokens[j - 1].word, language):  # what those do who did it to them
            break
        if word in words_of("quantities_parting") or word in harmless or word in words_of("quantities_things"):
            break
    after = [token.word for token in line.tokens[behind : behind + 2]]
    if after[:1] and after[0] in words_of("quantities_others") and after[-1] in grammar(language).verbs.be:
        return ""
    for token in reversed(line.tokens[max(0, i - HARM_REACH) : i]):
        word = token.word
        if counted.get(word) in HARM:
            return counted[word]
        if word == ";" or (word in {",", "and"} and not _in_list(line, i, token.word)) or _is_verb(word, language):
            break
    return ""


def _goes_on(line: Line, i: int) -> bool:
    """Whether a list of numbers goes on at ``i``: "five soldiers, one driver and two children were killed"."""
    i += i < len(line.tokens) and line.tokens[i].word == "and"
    return i < len(line.tokens) and number_at(line, i) is not None


def _in_list(line: Line, i: int, sign: str) -> bool:
    """Whether the number at ``i`` only goes on with a list: "killing two soldiers, three policemen and a child"."""
    before = [token.word for token in line.tokens[max(0, i - 2) : i]]
    return bool(before) and (before[-1] in {",", "and"} or before[-1:] == ["least"]) and sign in {",", "and"}


def _is_verb(word: str, language: str) -> bool:
    return verb_like(word, language) and word not in words_of("quantities_skipped")


def _held(line: Line, noun: str) -> str:
    """People told as held are hostages or prisoners: "eight of the 23 Koreans held hostage", "ten jailed nuns"."""
    if noun != "civilians":
        return noun
    if line.words & words_of("quantities_abducted"):
        return "hostages"
    return "prisoners" if line.words & words_of("quantities_jailed") else noun


def _side(line: Line, i: int, behind: int) -> str:
    after = [token.word for token in line.tokens[behind : behind + 6]]
    before = [token.word for token in line.tokens[max(0, i - 3) : i]]
    return "each" if "each" in after or before[-1:] == ["each"] else "total"
