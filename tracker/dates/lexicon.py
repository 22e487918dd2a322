"""A language's words as classes: which patterns each word may stand for, and its value in each.

Every combination of classes that some word has gets one character of the private use area; a text becomes a string
of such characters, one a token, and a pattern becomes an ordinary regular expression over that string (``grammar``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from tracker.dates.scanner import scanner
from tracker.errors import NotFoundError
from tracker.resources.language import Language, language

Value = int | str
Known = tuple[str, str, dict[str, Value]]
"""A word as a text has it: folded, code, values by class."""
MEMORY = 50_000
"""Words remembered by a lexicon."""
NOTHING = "x"
"""The code of a word that belongs to no class; patterns may name it."""
MARK = "y"
"""The code of a sign or number that belongs to no class."""
_NO_CLASS: frozenset[str] = frozenset()
BREAK = "|"
"""The code of a paragraph's end: no class, so that no pattern reaches across."""

ALONG = frozenset(
    {
        "digit",
        "n31",
        "n99",
        "big",
        "number",
        "ordinal",
        "military",
        "doubtful",
        "capital",
        "short",
        "the",
        "a",
        "of",
        "in",
        "at",
        "on",
        "preposition",
        "month_cue",
        "year_stop",
        "counted",
        "last",
        "next",
        "this",
        "that",
        "very",
        "same",
        "previous",
        "following",
        "other",
        "later",
        "earlier",
        "after",
        "before",
        "since",
        "onward",
        "until",
        "by",
        "from",
        "to",
        "between",
        "and",
        "or",
        "in_future",
        "earlier_in",
        "later_in",
        "later_on",
        "early",
        "late",
        "few",
        "several",
        "couple",
        "about",
        "fraction_half",
        "every",
        "rate_of",
        "times",
        "as",
        "open",
        "close",
        "apostrophe",
        "possessive",
        "hyphen",
        "slash",
        "comma",
        "dot",
        "most",
        "for_over",
        "quote",
        "single",
        "long",
        "just",
        "over",
        "unit_cue",
        "unit_follow",
        "during",
        "clock_cue",
        "future_cue",
        "to_be",
        "rated",
        "per",
        "press",
        "named_deal",
        "plus",
        "special_day",
        "straight",
        "adjective_old",
        "whole",
        "all",
        "soon",
        "verb",
        "day_verb",
        "bound",
        "copula",
        "term_word",
        "than",
        "whose",
        "of_this_age",
        "prefix",
        "full_word",
        "in_or_of",
        "coming",
        "latest",
        "ended",
        "pronoun",
        "business",
        "not_night",
        "within",
        "roman",
        "ahead_word",
    }
)
"""Classes of words that never make a time by themselves."""
NUMERIC = {
    "day": ("digit", "n31"),
    "two": ("digit", "n99"),
    "year": ("digit", "year4"),
    "year_or_hour": ("digit", "year4", "military"),
    "hour": ("digit", "military"),
    "number": ("digit",),
    "big": ("digit", "big"),
    "nth": ("nth",),
    "short": ("short_year",),
    "decade": ("decade",),
    "clock": ("clock",),
    "numeric": ("numeric",),
    "iso": ("iso",),
    "fiscal_year": ("fiscal_year",),
}
"""Classes of the tokens that are made of digits."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one word can be: its code and its value in each class (1 where the class has no values)."""

    code: str
    values: dict[str, Value] = field(default_factory=dict)


class Lexicon:
    """The words of one language, folded; ``phrases`` holds those of several words by their first one."""

    def __init__(self, source: Language) -> None:
        self.language = source
        self._codes: dict[frozenset[str], str] = {}
        self._classes: dict[str, frozenset[str]] = {}
        self.scanner = scanner(source.ordinal_endings)
        self.memo: dict[str, Known] = {}
        self.capital = frozenset(source.capital)
        self.words: dict[str, Entry] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        collected: dict[str, dict[str, Value]] = {}
        for word, name, value in _rows(source):
            collected.setdefault(fold(word), {})[name] = value
        for word, values in collected.items():
            self._add(word, values)
        self.numeric = {kind: self._entry(dict.fromkeys(classes, 1)) for kind, classes in NUMERIC.items()}

    def look_up(self, raw: str, *, word: bool) -> Known:
        """A word as written: folded, its code and values; remembered, for a text repeats its words."""
        folded = fold(raw)
        entry = self.words.get(folded)
        if entry is None or (folded in self.capital and raw[0].islower()):
            known: Known = folded, NOTHING if word else MARK, {}
        else:
            known = folded, entry.code, entry.values
        if len(self.memo) < MEMORY:
            self.memo[raw] = known
        return known

    def _entry(self, values: dict[str, Value]) -> Entry:
        key = frozenset(values)
        code = self._codes.setdefault(key, chr(0xE000 + len(self._codes)))
        self._classes[code] = key
        return Entry(code, values)

    def _add(self, word: str, values: dict[str, Value]) -> None:
        entry = self._entry(values)
        pieces = tuple(found.group() for found in self.scanner.finditer(word) if not found.group().isspace())
        if len(pieces) == 1:
            self.words[word] = entry
        else:
            rows = self.phrases.setdefault(pieces[0], [])
            rows.append((pieces, entry))
            rows.sort(key=lambda row: -len(row[0]))

    @property
    def core(self) -> str:
        """Codes of the words without which nothing is a time: all but bare numbers and words that only go along."""
        return "".join(code for classes, code in self._codes.items() if not classes <= ALONG)

    def classes_of(self, code: str) -> frozenset[str]:
        """The classes of the words that have this code; none for the codes of words without any."""
        return self._classes.get(code, _NO_CLASS)

    def codes_of(self, name: str) -> str:
        """All codes whose classes include ``name``; empty if the language has no such words."""
        return "".join(code for classes, code in self._codes.items() if name in classes)


def fold(word: str) -> str:
    """Case and typographic apostrophes made equal."""
    return word.replace("’", "'").replace("‘", "'").lower().replace("i̇", "i")


def _rows(source: Language) -> Iterator[tuple[str, str, Value]]:
    """(word, class, value) of all that the language file says."""
    yield from _table("month", source.months)
    yield from ((word, "weekday", number - 1) for number, words in source.weekdays.items() for word in words)
    yield from _abbreviations([*source.months.values(), *source.weekdays.values()])
    yield from (
        (word, "weekday_plural", number - 1) for number, words in source.weekday_plurals.items() for word in words
    )
    yield from _table("day_part_plural", source.day_part_plurals)
    yield from _table("q", source.quarter_names)
    yield from _table("half_name", source.half_names)
    yield from _table("middle", source.middles)
    yield from ((word, "roman", value) for word, value in source.romans.items())
    yield from _table("decade_word", source.decade_words)
    for name in ("unit", "season", "day_part", "part", "holiday", "zone", "ref", "rate", "length"):
        yield from _table(name, getattr(source, name + "s"))
    yield from ((word, "number", value) for word, value in source.numbers.items())
    yield from ((word, "ordinal", value) for word, value in source.ordinals.items())
    for name, words in source.words.items():
        yield from ((word, name, 1) for word in words)
    yield from ((word, "doubtful", 1) for word in source.doubtful)
    yield from ((word, "verb", 1) for word in source.tenses.past)
    copulas = frozenset(source.words.get("copula", ()))
    yield from (
        (words, "verb", 1) for words in source.tenses.future if " " in words and words.split()[0] not in copulas
    )


def _abbreviations(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str, Value]]:
    """Words that shorten another of their row: a dot may belong to them."""
    for row in rows:
        yield from (
            (word, "short", 1) for word in row if any(other != word and other.startswith(word) for other in row)
        )


def _table(
    name: str, table: dict[int, tuple[str, ...]] | dict[str, tuple[str, ...]]
) -> Iterable[tuple[str, str, Value]]:
    return ((word, name, value) for value, words in table.items() for word in words)


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of the language ``code``, made once; of a language without a file one that knows digits only."""
    try:
        source = language(code)
    except NotFoundError:
        source = Language(code=code, name=code, months={}, weekdays={}, units={})
    return Lexicon(source)
