"""The actor mentions of a line that can take part in an event, and how they enter a candidate."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause
from tracker.events.line import ACTOR, Line
from tracker.events.listed import described
from tracker.events.subjects import governed
from tracker.models import ActorMention, PlaceMention, Role
from tracker.resources.grammar import grammar, words_of

LIST_REACH = 3
SETTING_REACH = 3
OWN_REACH = 3
"""Words before an encounter among which "his" or "her" stands: "his third phone call with"."""


def give(candidate: Candidate, code: str, role: Role) -> None:
    """Adds an actor once; the first role found for it stays."""
    if code:
        candidate.roles.setdefault(code, role)


def acting(line: Line, first: int, last: int, taken: AbstractSet[int] = frozenset()) -> list[tuple[int, ActorMention]]:
    """The mentions among the tokens that are not taken yet, nor named as those who stay out, nor only describe."""
    named = line.actors(max(0, first), last)
    out = taken | described(line) if named else taken
    return [
        (i, m)
        for i, m in named
        if i not in out and not _left_out(line, i) and not _describes(line, i) and not _is_setting(line, i, m)
    ]


def _is_setting(line: Line, i: int, mention: ActorMention) -> bool:
    """Whether a name only tells where something is: "in the Swiss resort of", "the Rome talks", "on the sidelines of an
    EU summit".
    """
    before = [token.word for token in line.tokens[max(0, i - SETTING_REACH) : i]]
    while before and before[-1] in words_of("mentions_article"):
        before.pop()
    if before[-1:] == ["of"] and not words_of("mentions_margins").isdisjoint(before[-2:-1]):
        return True
    behind = [token.word for token in line.tokens[i + 1 : i + 1 + SETTING_REACH]]
    if mention.kind == "metonym":
        return not {*grammar().classes["talks"], *grammar().classes["deal"]}.isdisjoint(behind[:1])
    led = not words_of("mentions_leads_to_site").isdisjoint(before[-2:])
    return led and mention.rule.endswith(": attribute") and not words_of("mentions_site").isdisjoint(behind[:2])


def _describes(line: Line, i: int) -> bool:
    """Whether a name is only part of an adjective: "the UN-patrolled buffer zone", "rebel-held Aleppo", or of a
    matter: "Croatia's EU accession", or of another actor: "the Russian-led CSTO".
    """
    behind = [token.word for token in line.tokens[i + 1 : i + 3]]
    if not words_of("mentions_matter").isdisjoint(behind[:1]):
        return True
    if behind[:1] not in (["-"], ["–"]):
        return False
    led = not words_of("skeleton_modifiers").isdisjoint(behind[1:])
    of_another = led and isinstance(line.tokens[min(i + 3, len(line.tokens) - 1)].mention, ActorMention)
    return of_another or not words_of("mentions_describing").isdisjoint(behind[1:])


def _left_out(line: Line, i: int) -> bool:
    """Whether it is said that someone takes no part: "the first with a nation other than Japan"."""
    before = [token.word for token in line.tokens[max(0, i - 3) : i]]
    while before and before[-1] in words_of("mentions_article"):
        before.pop()
    return any(" ".join(before[-many:]) in words_of("mentions_left_out") for many in (1, 2))


def is_beside(line: Line, first: int, second: int) -> bool:
    """Whether a list goes on from one mention to the next: "Egypt, Qatar, and the US", "the UN's office and the EU"."""
    between = listed_between(line, first, second)
    return bool(between) and len(between) <= LIST_REACH and not set(between) - words_of("roles_listing")


def speaking_together(line: Line, speaker: ActorMention) -> list[ActorMention]:
    """The speaker, and those whom a list joins to the speaker ("the leaders of Peru, Chile and Fiji said")."""
    named = [(i, m) for i, m in line.actors() if not m.rule.endswith(": attribute")]
    at = next((n for n, (_, mention) in enumerate(named) if mention is speaker), None)
    if at is None:
        return [speaker]
    first = last = at
    while last + 1 < len(named) and is_beside(line, named[last][0], named[last + 1][0]):
        last += 1
    while first and is_beside(line, named[first - 1][0], named[first][0]):
        first -= 1
    if "and" not in {token.word for token in line.tokens[named[first][0] : named[last][0]]}:
        return [speaker]  # "after a visit by A, B said"
    return [speaker, *(mention for _, mention in named[first : last + 1] if mention is not speaker)]


def listed_between(line: Line, first: int, second: int) -> list[str]:
    """The same without the nouns that belong to the first ("Peru's| government and |Chile")."""
    between = words_between(line, first, second)
    while between and between[0] in words_of("roles_of_mention"):
        between = between[1:]
    return between


def words_between(line: Line, first: int, second: int) -> list[str]:
    """The words between two tokens that are no part of the first one's mention ("the ministers of Peru")."""
    mention = line.tokens[first].mention
    end = mention.end if mention else line.tokens[first].end
    return [token.word for token in line.tokens[first + 1 : second] if token.start >= end]


def owns(line: Line, i: int) -> bool:
    """Whether what follows the actor at token ``i`` is his: "Chad's offer", "the Chadian offer"."""
    mention = line.tokens[i].mention
    behind = line.tokens[i + 1].word if i + 1 < len(line.tokens) else ""
    attribute = isinstance(mention, ActorMention) and mention.rule.endswith(": attribute")
    return attribute or behind in words_of("mentions_owning")


def has_subject(line: Line, clause: Clause, head: int) -> bool:
    """Whether the clause itself names who acts: "A accepted the plan and B rejected it"."""
    before = [(i, m) for i, m in acting(line, clause.first, head) if not m.rule.endswith(": attribute")]
    return any(not governed(line, i) for i, _ in before)


def did_it(line: Line, i: int) -> bool:
    """Whether an actor did the deed of which a passive tells ("an attack by A was reported")."""
    return _done_before(line, i) in words_of_attack()


@cache
def words_of_attack() -> frozenset[str]:
    """The nouns of one word that name an attack."""
    return frozenset(word for word in grammar().classes["attack"] if " " not in word)


def took_them(line: Line, i: int) -> bool:
    """Whether an actor did what a participle tells of those to whom a passive is done ("men seized by A are freed")."""
    return _done_before(line, i) in words_of("bind_caught")


def _done_before(line: Line, i: int) -> str:
    """The word before "by" that leads to the actor at token ``i``; empty without one."""
    by = i - 2 if line.tokens[i - 1].word in words_of("bind_determiners") else i - 1
    return line.tokens[by - 1].word if by > 0 and line.tokens[by].word == "by" else ""


def patients(line: Line, head: int, taken: set[int]) -> list[tuple[int, ActorMention]]:
    """To whom a passive is done, named only behind it ("ten were killed, including a Hezbollah commander")."""
    found = acting(line, head + 1, len(line.tokens), taken)
    return [(i, m) for i, m in found if {t.word for t in line.tokens[max(0, i - 3) : i]} & words_of("roles_patients")]


def aimed_at(line: Line, mentions: list[tuple[int, ActorMention]]) -> list[tuple[int, ActorMention]]:
    """To whom what a passive tells of is aimed ("sanctions on A were lifted by B", "a plan for A was dropped by B")."""
    return [
        (i, m)
        for i, m in mentions
        if not words_of("roles_to").isdisjoint(t.word for t in line.tokens[max(0, i - 2) : i])
    ]


def is_where(line: Line, i: int, mention: ActorMention) -> bool:
    """Whether a state's or capital's name only says where an encounter takes place ("in Moscow")."""
    before = [token.word for token in line.tokens[max(0, i - 2) : i] if token.word != "the"]
    return mention.kind in {"state", "metonym"} and not words_of("roles_where").isdisjoint(before[-1:])


def is_matter(line: Line, i: int, head: int) -> bool:
    """Whether an actor behind an encounter is only what it is about ("talks with Egypt about Hamas")."""
    before = [token.word for token in line.tokens[max(head, i - 2) : i]]
    while before and before[-1] in words_of("roles_of_matter"):
        before.pop()
    if line.tokens[i - 1].word == "with" and i - 2 > head and line.tokens[i - 2].word in words_of("roles_disputes"):
        return True
    return bool(before) and before[-1] in words_of("roles_matter")


def is_own(line: Line, head: int) -> bool:
    """Whether it is the subject's own encounter of which somebody is told: "A briefed B on his talks with C"."""
    near = [token.word for token in line.tokens[max(0, head - OWN_REACH) : head]]
    return ACTOR not in near and not words_of("filling_possessives").isdisjoint(near)


def names_a_deal(place: PlaceMention) -> bool:
    """Whether a place is named only in a deal's name ("the Minsk agreements"): what comes later is not there."""
    return place.rule.rpartition(": ")[2] in grammar().classes["deal"]
