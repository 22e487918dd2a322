"""Who is named only beside the point of a sentence: in a relative clause ("the army, which Chad helps, took it"), in
what a participle adds ("the FACT, armed by Libya, fled"), in an aside between dashes, or as what somebody is ("Oman's
king, a friend of Iran, said"); and who comes along ("Chad, together with Niger, agreed").
"""

from __future__ import annotations

from functools import lru_cache

from tracker.events.clauses import Clause, clause_of, participles
from tracker.events.line import KEPT, Line
from tracker.events.listed import in_lists
from tracker.events.mentions import acting, listed_between
from tracker.events.skeleton import inserted
from tracker.models import ActorMention
from tracker.resources.grammar import words_of

Mentions = list[tuple[int, ActorMention]]


def aside_of(line: Line, head: int, language: str) -> set[int]:
    """The tokens of the asides in which ``head`` does not stand."""
    return {i for span in _asides(line, language) if head not in span for i in span}


def without_asides(line: Line, mentions: Mentions, head: int, language: str) -> Mentions:
    """The mentions without those named only in an aside in which ``head`` does not stand, if others are left."""
    out = aside_of(line, head, language)
    if not out or all(i in out for i, _ in mentions):
        return mentions
    return [(i, mention) for i, mention in mentions if i not in out]


@lru_cache(maxsize=KEPT)
def _asides(line: Line, language: str) -> tuple[range, ...]:
    """The spans of the asides that name nobody who takes part in what their sentence tells."""
    put_in = sorted(inserted(line, language) - in_lists(line))
    starts = [i for n, i in enumerate(put_in) if not n or put_in[n - 1] != i - 1]
    ends = [i + 1 for n, i in enumerate(put_in) if put_in[n + 1 : n + 2] != [i + 1]]
    found = [range(first, end) for first, end in zip(starts, ends, strict=True)]
    return tuple(span for span in found if len(span) > 1 and _is_beside_the_point(line, span))


def _is_beside_the_point(line: Line, span: range) -> bool:
    words = [line.tokens[i].word for i in span]
    if words[0] in words_of("roles_dashes"):
        return True
    inside = words[1:]
    if len(inside) > 1 and (inside[0].endswith("ly") or inside[0] in words_of("skeleton_before_which")):
        inside = inside[1:]
    if inside[0] in words_of("bind_aside") or inside[0] in words_of("asides_what_one_is"):
        return True
    return (inside[0].endswith("ed") or inside[0] in participles()) and not words_of("asides_done_by").isdisjoint(
        inside
    )


def begins(line: Line, parts: tuple[Clause, ...], first: int, head: int, language: str) -> int:
    """Where the clause of ``head`` begins, if what looks like its beginning at ``first`` is only an aside's in it:
    "Japan and Peru, |whose talks Chad helps, met".
    """
    for span in _asides(line, language):
        if first in span and head not in span and span[0] > 0:
            return clause_of(parts, span[0] - 1).first
    return first


def comes_along(line: Line, first: int, second: int) -> bool:
    """Whether the actor at ``second`` is told to act with the one at ``first``: "Chad, along with Niger"."""
    between = " ".join(word for word in listed_between(line, first, second) if word not in {",", "the"})
    return between in words_of("asides_along")


def antecedent(line: Line, first: int) -> Mentions:
    """Who does what a relative clause tells that begins at ``first``: "it was the Saudis| who offered a truce"."""
    if line.tokens[first].word not in words_of("attribution_who"):
        return []
    return [(i, mention) for i, mention in acting(line, 0, first) if i == first - 1]
