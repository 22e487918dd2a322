"""A text cut once into tokens, each with the code of the classes that it belongs to (see ``lexicon``)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tracker.dates.lexicon import BREAK, MARK, NOTHING, Entry, Lexicon, Value, fold

_MERIDIEM = re.compile(r"[ap]\.?m", re.IGNORECASE)
_MONEY = frozenset("$€£¥₴₽₺₹#№%§")
_HYPHENS = frozenset("-–—‑−")
_LONG_LINE = 50


@dataclass(slots=True)
class Tokens:
    """The tokens of ``text``: where they start and end, folded words, entries, and ``codes``, a character each."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    values: list[dict[str, Value]] = field(default_factory=list)
    codes: str = ""

    def glued(self, index: int) -> bool:
        """True if nothing stands between the token at ``index`` and the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def written(self, index: int) -> str:
        """The token at ``index`` as written."""
        return self.text[self.starts[index] : self.ends[index]]


def tokenise(text: str, lexicon: Lexicon) -> Tokens:
    """Cut ``text``; the only pass over its characters."""
    tokens = Tokens(text)
    codes: list[str] = []
    starts, ends, words, values = tokens.starts, tokens.ends, tokens.words, tokens.values
    known, capital = lexicon.words, lexicon.capital
    nothing: dict[str, Value] = {}
    for found in lexicon.scanner.finditer(text):
        kind = found.lastgroup
        if kind == "gap":
            continue
        start, end = found.span()
        code, value = NOTHING if kind == "word" else MARK, nothing
        if kind == "word" or kind == "mark":
            word = fold(found.group())
            entry = known.get(word)
            if entry is not None and not (word in capital and text[start].islower()):
                code, value = entry.code, entry.values
        elif kind == "line":
            if _wraps(text, start, end):
                continue
            word, code = "\n", BREAK
        else:
            word = found.group()
            entry = _number(kind or "number", word, text, start, end, lexicon)
            if entry is not None:
                code, value = entry.code, entry.values
        starts.append(start)
        ends.append(end)
        words.append(word)
        values.append(value)
        codes.append(code)
    tokens.codes = "".join(codes)
    return _join_phrases(tokens, lexicon)


def _wraps(text: str, start: int, end: int) -> bool:
    """True if a newline only wraps a long line inside a sentence."""
    if text.count("\n", start, end) > 1 or start == 0 or end >= len(text):
        return False
    line_start = text.rfind("\n", max(0, start - 200), start) + 1
    long = start - line_start >= _LONG_LINE
    return long and text[start - 1] not in ".!?:" and (text[end].islower() or text[end].isdigit() or text[start - 1] in ",")


def _number(kind: str, word: str, text: str, start: int, end: int, lexicon: Lexicon) -> Entry | None:
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
    starts = [index for index, word in enumerate(words) if word in phrases]
    if not starts:
        return tokens
    joined = Tokens(tokens.text)
    codes: list[str] = []
    done = 0
    for index in [*starts, len(words)]:
        if index < done:
            continue
        _copy(tokens, joined, codes, done, index)
        done = index
        if index == len(words):
            break
        for pieces, entry in phrases[words[index]]:
            if tuple(words[index : index + len(pieces)]) == pieces:
                done = index + len(pieces)
                joined.starts.append(tokens.starts[index])
                joined.ends.append(tokens.ends[done - 1])
                joined.words.append(" ".join(pieces))
                joined.values.append(entry.values)
                codes.append(entry.code)
                break
    joined.codes = "".join(codes)
    return joined


def _copy(source: Tokens, target: Tokens, codes: list[str], first: int, last: int) -> None:
    target.starts += source.starts[first:last]
    target.ends += source.ends[first:last]
    target.words += source.words[first:last]
    target.values += source.values[first:last]
    codes.append(source.codes[first:last])
