"""How many an event is told with: numbers in words and digits, what they count, and for which side."""

from __future__ import annotations

import re
from functools import cache

from tracker.events.candidate import Candidate
from tracker.events.line import Line
from tracker.events.reading import Reading
from tracker.models import Quantity
from tracker.resources.grammar import grammar, words_of

DOZEN, SCALE = 12, 100
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
REACH = 6


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


def count(candidate: Candidate, reading: Reading) -> None:
    """Fills the candidate's quantities from its line, if its type is told with numbers."""
    allowed = candidate.type.counts
    if not allowed:
        return
    line = reading.lines[candidate.line]
    clause = reading.clauses[candidate.line]
    low = min(c.first for c in clause)
    for i in range(low, len(line.tokens)):
        found = number_at(line, i)
        if found is None or (i and line.tokens[i - 1].word in {"$", "€", "£"}) or _inside_number(line, i):
            continue
        value, behind = found
        what = _what(line, i, behind, reading.language)
        kind = _fitting(what, allowed)
        if kind and value:
            side = _side(line, i, behind, kind)
            quantity = Quantity(kind, value, side)
            if quantity not in candidate.quantities:
                candidate.quantities.append(quantity)
    candidate.rules.setdefault("quantities", "numbers beside what they count" if candidate.quantities else "")


def _inside_number(line: Line, i: int) -> bool:
    return i > 0 and (number_at(line, i - 1) is not None) and grammar().numbers.get(line.tokens[i].word, 0) >= SCALE


def _fitting(what: str, allowed: dict[str, str]) -> str:
    return allowed.get(what, "")


def _what(line: Line, i: int, behind: int, language: str) -> str:
    """What the number counts: the noun behind it, or the participle ("15 were wounded", "hospitalised 15")."""
    counted = _counted(language)
    noun = ""
    for j in range(behind, min(len(line.tokens), behind + REACH)):
        word = line.tokens[j].word
        if word in counted:
            noun = counted[word]
            break
        if word not in words_of("quantities_skipped") and not word.endswith(("ed", "ly")):
            break
    before = [token.word for token in line.tokens[max(0, i - 5) : i]]
    after = [token.word for token in line.tokens[behind : behind + 7]]
    hurt = _hurt(before, after, noun, counted)
    return hurt or noun


def _hurt(before: list[str], after: list[str], noun: str, counted: dict[str, str]) -> str:
    if noun in {"bodies", "rounds", "exchanges"}:
        return ""
    for word in reversed(before):
        if counted.get(word) in {"killed", "wounded"}:
            return counted[word]
        if word in {",", "and", ";"} and noun:
            break
    for word in after:
        if counted.get(word) in {"killed", "wounded"}:
            return counted[word]
        if word in {",", ";", "while"}:
            break
    return ""


def _side(line: Line, i: int, behind: int, kind: str) -> str:
    after = [token.word for token in line.tokens[behind : behind + 6]]
    before = [token.word for token in line.tokens[max(0, i - 3) : i]]
    if "each" in after or before[-1:] == ["each"]:
        return "each"
    return "total"
