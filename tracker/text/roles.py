"""What a line or sentence of a page is there for: body, headline, heading, teaser or notice.

Only body is evidence (event model). Words of notices are data (``data/text/notices.toml``); the rules here are about
form: where a line stands, how it ends, whether it recurs, in which script and language it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from tracker.resources.function_words import function_words
from tracker.resources.page_furniture import FurnitureRule, furniture_rules
from tracker.text.lines import BULLET, Line

BODY, HEADLINE, HEADING, TEASER, NOTICE = "body", "headline", "heading", "teaser", "notice"
LONGEST_HEADING = 14
"""Words."""
LONGEST_HEADLINE = 30
"""Words."""
SAMPLE = 100
"""Characters by which a line's script is told."""
FOREIGN_WORDS = 2
"""Small words of another language, at least one in six of its words, that show a line to be in it."""
LONGEST_NOTICE = 90
"""Words of a paragraph that counts as a notice altogether once its first sentence is one."""

_STOPPED = re.compile(r"[.!?…:;,。！？؟।][\"'”’»)\]]*$")
_DATELINE = re.compile(r"[A-Z][A-Z\s,'’-]+(?:, [A-Z][a-z.]+ \d{1,2})?[.,]? ?/[\w .-]{2,30}/\.?")


def line_roles(text: str, lines: Sequence[Line], language: str, title: str = "") -> tuple[str, ...]:
    """The role of each line; ``body`` where only its sentences can tell."""
    words = [text[line.start : line.end] for line in lines]
    times = Counter(words)
    script = _script(text)
    return tuple(
        role_of_line(one)
        or _headline(one, title, top=not number and len(lines) > 1 and line.alone)
        or _stranger(one, times[one], script, language)
        or (HEADING if number < len(lines) - 1 and _is_heading(one) else BODY)
        for number, (line, one) in enumerate(zip(lines, words, strict=True))
    )


def _headline(words: str, title: str, *, top: bool) -> str:
    """A headline is the ``title``, wherever it stands; without one, the first line if it is set apart."""
    return HEADLINE if (_same(words, title) if title else top and is_title(words, apart=True)) else ""


def _stranger(words: str, times: int, script: str, language: str) -> str:
    """A notice by its company: the line recurs, or is in another script or language than the text."""
    if len(words.split()) > LONGEST_NOTICE:
        return ""
    return NOTICE if times > 1 or _script(words) not in (script, "") or in_another_language(words, language) else ""


def in_another_language(words: str, language: str) -> bool:
    """Whether ``words`` have several small words of another language, and none of ``language``.

    False for a ``language`` whose small words are not known.
    """
    own = function_words().get(language)
    small = re.findall(r"[^\W\d_]+", words.lower())
    if own is None or not own.isdisjoint(small):
        return False
    most = max(sum(word in others for word in small) for others in function_words().values())
    return most >= FOREIGN_WORDS and most * 6 >= len(small)


def sentence_roles(sentences: Sequence[str], line_role: str) -> list[str]:
    """The roles of the sentences of one line; a short paragraph that opens with a notice is one throughout."""
    if line_role != BODY:
        return [line_role] * len(sentences)
    roles = [role_of_sentence(sentence) or _by_form(sentence) for sentence in sentences]
    if roles and roles[0] == NOTICE and sum(len(one.split()) for one in sentences) <= LONGEST_NOTICE:
        return [NOTICE] * len(roles)
    return roles


def is_title(words: str, *, apart: bool) -> bool:
    """Whether a text's first line can be its title: set apart by a blank line, short, without a final full stop."""
    short = 1 < len(words.split()) <= LONGEST_HEADLINE
    return apart and short and not re.search(r"[.;:,_–—-][\"'”’»)]*$", words) and not BULLET.match(words)


def _is_heading(words: str) -> bool:
    """A short line that ends without a stop and begins like a sentence or a quotation."""
    if len(words.split()) > LONGEST_HEADING or _STOPPED.search(words) or BULLET.match(words):
        return False
    return words[0].isupper() or words[0].isdigit() or not words[0].isascii() or words[0] in "\"'#"


def _by_form(sentence: str) -> str:
    return HEADING if _DATELINE.fullmatch(sentence) else BODY


def role_of_line(words: str) -> str:
    """The role that a line has by its words; empty if they say nothing."""
    return next((rule.role for rule in _rules("line") if rule.finds(words)), "")


def role_of_sentence(words: str) -> str:
    """The role that a sentence has by its words; empty if they say nothing."""
    hints, owners = _hints()
    hinted = {owners[hint] for hint, _, _ in hints.find_matches_as_indexes(words.lower(), overlapping=True)}
    return next((_rules("sentence")[one].role for one in sorted(hinted) if _rules("sentence")[one].finds(words)), "")


@cache
def _rules(scope: str) -> tuple[FurnitureRule, ...]:
    return tuple(one for one in furniture_rules() if one.scope == scope)


@cache
def _hints() -> tuple[AhoCorasick, list[int]]:
    """An automaton that finds all hints in one pass, and for each the number of its rule."""
    owned = [(hint, number) for number, rule in enumerate(_rules("sentence")) for hint in rule.hints]
    return AhoCorasick([hint for hint, _ in owned]), [number for _, number in owned]


def _same(words: str, title: str) -> bool:
    """Whether a line is the title, or one of both goes on with the outlet's name; a full sentence is no headline."""
    if words.endswith("."):
        return False
    one, other = sorted((_plain(words), _plain(title)), key=len)
    return one == other or (len(one) > 20 and len(one) * 4 > len(other) * 3 and other.startswith(one))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _script(words: str) -> str:
    """The script of most letters at the start ("LATIN", "CYRILLIC", ...); empty if there are too few to tell."""
    letters = [letter for letter in words[:SAMPLE] if letter.isalpha()]
    if len(letters) < 3:
        return ""
    return Counter(map(_script_of, letters)).most_common(1)[0][0]


@cache
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ", 1)[0]
