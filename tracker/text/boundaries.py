"""Where sentences end within one line: ``sentencex``, and repairs for what it splits or joins wrongly in news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from sentencex import get_sentence_boundaries

from tracker.resources.sentence_words import SentenceWords, sentence_words

OPENING, CLOSING, EITHER = "“„‟«‹‘‚‛([{", "”»›’)]}", "\"'`"
_QUOTE = re.compile(r"[“”„‟«»‹›‘‚‛\"]|(?<!\w)['’`]|['’`](?!\w)")
_NOTHING_SAID = re.compile(r"[\W_]*")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]")
_ACRONYM = re.compile(r"(?:^|[\s(\"“'‘-])(?:[^\W\d_]\.){2,}$")
_DATELINE = re.compile(r"[A-Z][\w\s.,'’/-]{2,60}?,? [A-Z][a-z]{2,8}\.? \d{1,2}[.,]?")
_AGENCY = re.compile(r"/[\w .-]{2,30}/\.?")
_CREDIT = re.compile(
    r"\((?:photo |image |picture )?(?:credit|photo|source|image)s?: [^()]*\)\s+(?=[“\"‘']?[A-Z])", re.I
)
_BLANKS = re.compile(r"\s+")
_LONE = re.compile(r"\S+(?=\s)")
_INITIAL = re.compile(r"(?:^|[\s(.])[^\W\d_]\.$")
_ZONE = re.compile(r"(?:[A-Z]{2,4}T|ET|PT|CT|GMT|UTC|BST|MSK)\b")

Span = tuple[int, int]


def spans(line: str, language: str = "en") -> tuple[Span, ...]:
    """The sentences of one ``line`` as (start, end), without the blanks between them."""
    repairs = _repairs(language)
    cuts = [0, *(match.end() for match in _CREDIT.finditer(line)), len(line)]
    return tuple(
        (start + first, start + last)
        for start, end in pairwise(cuts)
        for first, last in repairs.joined(
            line[start:end], _with_quotes(line[start:end], _raw(line[start:end], language))
        )
    )


def _raw(line: str, language: str) -> Iterator[Span]:
    """What sentencex finds, quotation marks out of its sight: it would keep a quotation of many sentences whole."""
    seen = _unbalanced_out(_QUOTE.sub(" ", line.replace("\n", " ")))
    for word in sentence_words(language).never_short:
        seen = re.sub(rf"\b{re.escape(word)}(?=\.)", "x" * len(word), seen)
    for found in get_sentence_boundaries(language, seen):
        start, end = _stripped(seen, found["start_index"], found["end_index"])
        if start < end:
            yield start, end


def _unbalanced_out(line: str) -> str:
    """``line`` with brackets that never close blanked, since the splitter would wait for the other one."""
    if line.count("(") == line.count(")") and line.count("[") == line.count("]"):
        return line
    return re.sub(r"[()\[\]]", " ", line)


def _with_quotes(line: str, pieces: Iterable[Span]) -> list[Span]:
    """Gives each quotation mark between two pieces to the one that it touches."""
    cuts = [_border(line, left, right) for (_, left), (right, _) in pairwise(pieces)]
    found = (_stripped(line, start, end) for start, end in pairwise([0, *cuts, len(line)]))
    return [(start, end) for start, end in found if start < end]


def _border(line: str, left: int, right: int) -> int:
    """Where to cut between two pieces, which only blanks and quotation marks part.

    A mark goes to the piece that it touches. One that touches both, or stands between blanks, goes left unless it is
    an opening one.
    """
    gap = line[left:right]
    blank = _BLANKS.search(gap)
    if blank is None:
        return right - len(gap.lstrip(CLOSING + EITHER + ".…"))
    lone = _LONE.match(gap, blank.end())
    if lone is None or lone.group()[0] in OPENING:
        return left + blank.start()
    return left + lone.end()


def _stripped(line: str, start: int, end: int) -> Span:
    piece = line[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


class _Repairs:
    """Joins pieces that belong together, by one language's words."""

    def __init__(self, words: SentenceWords) -> None:
        self.starters = frozenset(words.starters)
        self.never = self._ending(words.before_name)
        self.perhaps = self._ending(words.may_end)
        verbs = "|".join(map(re.escape, words.saying)) or r"(?!)"
        self.speaker = re.compile(rf"(?:[\w.'’-]+\s){{1,6}}?(?:{verbs})\b")

    @staticmethod
    def _ending(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
        listed = "|".join(map(re.escape, abbreviations)) or r"(?!)"
        return re.compile(rf"(?:^|[\s(\[\"“'‘-])(?:{listed})\.$")

    def joined(self, line: str, pieces: list[Span]) -> Iterator[Span]:
        """The pieces, those joined that are one sentence."""
        now: Span | None = None
        for piece in pieces:
            if now is None:
                now = piece
            elif self._one(line[max(now[0], now[1] - 80) : now[1]], line[piece[0] : piece[1]]):
                now = now[0], piece[1]
            else:
                yield now
                now = piece
        if now is not None:
            yield now

    def _one(self, left: str, right: str) -> bool:
        """Whether ``right`` goes on with the sentence that ends in ``left``."""
        if _NOTHING_SAID.fullmatch(right) or _ENUMERATOR.fullmatch(left):
            return True
        opening = right.lstrip("".join((OPENING, EITHER, " ")))
        if opening[:1].islower() and not left.endswith((":", ";")):
            return True
        if _DATELINE.fullmatch(left) and _AGENCY.match(right):
            return True
        if left[-1] in CLOSING + EITHER and left.rstrip(CLOSING + EITHER)[-1:] in "?!…":
            return self.speaker.match(right) is not None
        return self._abbreviated(left, opening, right)

    def _abbreviated(self, left: str, opening: str, right: str) -> bool:
        """Whether the stop that ends ``left`` belongs to an abbreviation."""
        if self.never.search(left):
            return True
        initial = _INITIAL.search(left) and left[-2].isupper()
        if not (initial or self.perhaps.search(left) or _ACRONYM.search(left)):
            return False
        if opening is not right and right[:1] in '“"‘«':
            return False
        first = re.match(r"[\w'’-]+", opening)
        return first is None or first.group() not in self.starters or _ZONE.match(opening) is not None


@cache
def _repairs(language: str) -> _Repairs:
    return _Repairs(sentence_words(language))
