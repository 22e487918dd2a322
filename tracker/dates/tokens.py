"""A text cut once into tokens, each with the code of the classes that it belongs to (see ``lexicon``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from tracker.dates.lexicon import BREAK, MARK, Entry, Lexicon, Value

T = TypeVar("T")
_WORDLIKE = frozenset(("word", "mark"))
_MERIDIEM = re.compile(r"[ap]\.?m\b", re.IGNORECASE)
_MONEY = frozenset("$€£¥₴₽₺₹#№%§")
_HYPHENS = frozenset("-–—‑−")
_LONG_LINE = 50
_LINE_ENDS = frozenset((".", "!", "?", ":", ""))


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of ``text``: where they start and end, folded words, entries, and ``codes``, a character each."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    values: tuple[dict[str, Value], ...] = ()
    codes: str = ""

    def glued(self, index: int) -> bool:
        """True if nothing stands between the token at ``index`` and the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def written(self, index: int) -> str:
        """The token at ``index`` as written."""
        return self.text[self.starts[index] : self.ends[index]]


@lru_cache(maxsize=2)
def tokenise(text: str, lexicon: Lexicon) -> Tokens:
    """Cut ``text``; the only pass over its characters. Several steps in turn ask for the same text's tokens."""
    rows: list[tuple[int, int, str, dict[str, Value], str]] = []
    memo = lexicon.memo
    nothing: dict[str, Value] = {}
    for found in lexicon.scanner.finditer(text):
        kind = found.lastgroup
        start, end = found.span()
        if kind in _WORDLIKE:
            raw = found.group()
            word, code, value = memo.get(raw) or lexicon.look_up(raw, word=kind == "word")
        elif kind == "line":
            if _wraps(text, start, end):
                continue
            word, code, value = "\n", BREAK, nothing
        else:
            word, code, value = found.group(), MARK, nothing
            entry = _number(kind or "number", word, text, start, end, lexicon)
            if entry is not None:
                code, value = entry.code, entry.values
        rows.append((start, end, word, value, code))
    if not rows:
        return Tokens(text)
    starts, ends, words, values, codes = zip(*rows, strict=True)
    return _join_phrases(Tokens(text, starts, ends, words, values, "".join(codes)), lexicon)


def _wraps(text: str, start: int, end: int) -> bool:
    """True if a newline only wraps a long line inside a sentence."""
    if text.count("\n", start, end) > 1 or start == 0 or end >= len(text):
        return False
    line_start = text.rfind("\n", max(0, start - 200), start) + 1
    before = text[max(line_start, start - 4) : start].rstrip()[-1:]
    if start - line_start < _LONG_LINE or before in _LINE_ENDS:
        return False
    return text[end].islower() or text[end].isdigit() or before == ","


def _number(kind: str, word: str, text: str, start: int, end: int, lexicon: Lexicon) -> Entry | None:  # noqa: PLR0911  one for each kind
    """The entry of a token with digits, or nothing if what stands beside it says that it is no time."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before in _MONEY or before in "_+" or after in "%_" or (before.isalnum() and kind != "short"):
        return None
    if before in ".," and start > 1 and text[start - 2].isdigit():
        return None
    if after.isalpha() and not _MERIDIEM.match(text, end):
        return None
    if kind != "number":
        return lexicon.numeric[kind]
    size = len(word)
    if size <= 2:
        return lexicon.numeric["day" if 1 <= int(word) <= 31 else "two"]
    if size == 4:
        hour = word[:2] < "24" and word[2:] < "60"
        year = "1000" <= word <= "2199"
        return lexicon.numeric[("year_or_hour" if year else "hour") if hour else ("year" if year else "number")]
    return lexicon.numeric["number"] if size <= 9 else None


def _join_phrases(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Words that the language file knows as a phrase become one token."""
    phrases, words = lexicon.phrases, tokens.words
    joins = []
    done = 0
    for index, word in enumerate(words):
        if word in phrases and index >= done:
            for pieces, entry in phrases[word]:
                if words[index : index + len(pieces)] == pieces:
                    done = index + len(pieces)
                    joins.append((index, done, pieces, entry))
                    break
    return _joined(tokens, joins) if joins else tokens


def _joined(tokens: Tokens, joins: list[tuple[int, int, tuple[str, ...], Entry]]) -> Tokens:
    places = [(first, last) for first, last, _, _ in joins]
    return Tokens(
        tokens.text,
        _spliced(tokens.starts, places, [tokens.starts[first] for first, _ in places]),
        _spliced(tokens.ends, places, [tokens.ends[last - 1] for _, last in places]),
        _spliced(tokens.words, places, [" ".join(pieces) for _, _, pieces, _ in joins]),
        _spliced(tokens.values, places, [entry.values for _, _, _, entry in joins]),
        "".join(_spliced(tuple(tokens.codes), places, [entry.code for _, _, _, entry in joins])),
    )


def _spliced(row: tuple[T, ...], places: list[tuple[int, int]], new: list[T]) -> tuple[T, ...]:
    """``row`` with one item in place of each span of it."""
    result: list[T] = []
    done = 0
    for (first, last), item in zip(places, new, strict=True):
        result += row[done:first]
        result.append(item)
        done = last
    return (*result, *row[done:])
