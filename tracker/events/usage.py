"""How a name that can be an actor or a place is used: "Moscow said" acts, "in Moscow" is a place, "flew to Moscow" is
both.

The words that decide stand in ``data/world/words.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from tracker.events.expressions import expression
from tracker.events.introductions import NAME, choice, office_after, sent_there
from tracker.events.names import Hit, fold, overlapping
from tracker.resources import world
from tracker.resources.grammar import grammar, words_of

LOOK_BACK = 70
"""Characters before a name that can decide its use: a dozen words."""
LOOK_AHEAD = 60
SENT = "sent there"
"""The reason of a name that only says to whom an envoy is sent."""
SEAT = "united nations"
"""The one organisation from whose seat news is dated by its name."""
_TOWN = rf"(?P<town>{NAME}(?:\s+(?:\p{{Lu}}\p{{L}}+|[Dd]istrict|[Pp]rovince|[Cc]ounty|[Rr]egion|[Gg]overnorate))?)"
"""A town or district that no list has, before the state in which it lies ("in Uelzen, Germany")."""


class Use(StrEnum):
    """What a name does in its sentence."""

    ACTOR = "actor"
    PLACE = "place"
    BOTH = "both"
    """Somebody goes there: a place, and whom they go to see."""
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Used:
    """A name with its use, and the words that decided it."""

    hit: Hit
    use: Use
    reason: str


@cache
def _sources() -> dict[str, str]:
    """By name: the expressions that end at a name, and those that begin behind it."""
    words, lists = world.words(), grammar().words
    kind_of_place = rf"(?:{choice(lists['usage_kinds_of_place'])})"
    described = choice(lists["usage_describing_place"])
    filler = (
        rf"(?:(?:the|{choice(words.directions)}|{described}|{kind_of_place}|of"
        rf"|\w+(?:-\w+)?\s+{kind_of_place})\s+(?:of\s+)?)*"
    )
    of_talks = choice(lists["usage_of_talks"])
    day = r"(?:\p{Lu}\p{L}{2,8}\.?\s+\d{1,2}|\d{1,2}\s+\p{Lu}\p{L}+)\.?(?:,?\s+\d{4})?"
    dash = r"(?:--|—|–|/\p{Lu}|\((?:AP|AFP|Reuters|Xinhua)\))"
    credit = r"(?:\(\p{Lu}[^()\n]{1,40}\)\s*)?"
    not_of_groups = r"(?<!opposition |separatist )(?<!rebel )"
    name = r"\p{Lu}[\p{L}'’-]+"
    further = rf"(?:,?\s+and\s+(?:the\s+)?{name}(?:\s+{name})?)?"
    return {
        "officials": rf"{not_of_groups}\b(?P<word>(?:{choice(words.officials)}) in)\s+{filler}$",
        "at": rf"(?:^|[\s(“\"—-])(?P<word>{choice(words.at_a_place)})\s+{filler}$",
        "part": rf"\b(?P<word>{choice(words.parts)}) of\s+{filler}$",
        "capital": r"\b(?P<word>capital),?\s+$",
        "toward": rf"\b(?P<word>to|from|for|towards?)\s+{filler}$",
        "motion": rf".*\b(?P<word>{choice(words.motion)})\b(?:\s+[^\s,;:]+){{0,4}}\s*$",
        "reach": rf"\b(?P<word>{choice(words.reach)})\s+{filler}$",
        "fighting": rf"\b(?P<word>{choice(words.fighting)})\s+{filler}$",
        "host": rf"\s+(?:(?:{choice(words.auxiliaries)})\s+)*(?P<word>{choice(words.host_verbs)})\b",
        "after": rf"\s+(?:ii\s+|iii\s+|i\s+)?(?:(?:{of_talks})\s+)?(?P<word>{choice(words.named_after)})\b",
        "dateline": rf"(?:,\s+\p{{Lu}}\p{{L}}+)?(?:,?\s+{day})?\s*{credit}{dash}",
        "town's dateline": rf"(?:,\s+\p{{Lu}}\p{{L}}+)?(?:,?\s+{day})?\s*{credit}(?:{dash}|-\s|:\s)",
        "byline": r"\s*(?:(?:By\s+)?(?:\p{Lu}[\p{L}.'’-]+[  ]){0,3}\p{Lu}[\p{L}'’-]+,[  ])?",
        "and": r"^\s*(?:,|and|or|, and|&)\s+(?:the\s+)?$",
        "acts": rf"{further}\s+(?:said|ha[sd]|\w+ed|{choice(words.acting_verbs)})\b",
        "firm": rf"(?:\s+\p{{Lu}}[\p{{L}}&.]*)*?\s+(?P<word>{_capitalised(words.firm_words)})\b",
        "own agents": rf"['’]s\s+(?:\w+\s+)?(?:{choice(words.agent_nouns)})\b",
        "building": rf"(?:['’]s)?\s+(?P<word>{choice(lists['usage_of_state'])})\b",
        "prefix": rf"\b(?:{choice(words.not_before)})-$",
        "suffix": rf"-(?:{choice(words.not_after)})\b|\$|\s+(?:dollars?|currency)\b",
        "clause": r"[.;!?]\s|  ",
        "address": rf"(?<!\w)(?i:{choice(words.at_a_place)}|from|to)\s+(?:the\s+)?{_TOWN}(?:,\s+{_TOWN})?,\s+$",
        "surname": r"\s+\p{Lu}\p{Ll}+(?<!s|ed)(?:,|\s+\p{Ll}|['’]s)",
        "goes on": rf"\s*(?:[,.;:)]|$)|\s+(?:{choice(words.behind_an_address)})\b",
    }


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return expression(_sources()[name])


def _capitalised(words: tuple[str, ...]) -> str:
    """Words of firms as they stand in names: "Times", "FC"."""
    return "|".join(regex.escape(form) for word in words for form in (word.title(), word.upper()))


def used(text: str, hits: tuple[Hit, ...]) -> Iterator[Used]:
    """Each hit with its use, in order; a name joined to the last one ("in Ankara and Istanbul") is used as that is."""
    last: Used | None = None
    for hit in hits:
        found = _use(text, hit)
        if found.use is Use.ACTOR and hit.place is not None and _behind_a_town(text, hit, hits):
            found = Used(hit, Use.PLACE, "behind a town")
        if last is not None and last.use is Use.PLACE and found.use is Use.ACTOR and hit.place is not None:
            between = fold(text[last.hit.end : hit.start])
            acts = _pattern("acts").match(text[hit.end : hit.end + LOOK_AHEAD]) or _owns_office(text, hit)
            bracketed = between.strip() == "(" and text[hit.end : hit.end + 1] == ")"
            if bracketed or (_pattern("and").match(between) and not acts):
                found = Used(hit, Use.PLACE, f"with {last.reason}")
        if last is not None and last.reason == SENT and _pattern("and").match(fold(text[last.hit.end : hit.start])):
            found = Used(hit, Use.NEITHER, SENT)
        last = found
        yield found


def _owns_office(text: str, hit: Hit) -> bool:
    """Whether an office or army follows that is the name's own ("In Geneva, Sudan's foreign minister said")."""
    owns = text[hit.end : hit.end + 2] in ("'s", "’s")
    return owns and bool(
        office_after(text, hit.end) or _pattern("own agents").match(text[hit.end : hit.end + LOOK_AHEAD])
    )


def _use(text: str, hit: Hit) -> Used:
    kind = hit.actor.kind if hit.actor is not None else ""
    if kind in ("outlet", "person"):
        return Used(hit, Use.NEITHER if kind == "outlet" else Use.ACTOR, kind)
    before = _pattern("clause").split(fold(text[max(0, hit.start - LOOK_BACK) : hit.start]))[-1]
    after = text[hit.end : hit.end + LOOK_AHEAD]
    if _pattern("prefix").search(before) or _pattern("suffix").match(after):
        return Used(hit, Use.NEITHER, "compound")
    named_on = after[:1].isspace() and after.lstrip()[:1].isupper()
    if named_on and (hit.place is not None or kind == "demonym") and _pattern("firm").match(after):
        return Used(hit, Use.NEITHER, "firm")
    if hit.place is None:
        if fold(text[hit.start : hit.end]) == SEAT and _opens_a_report(text, hit, after):
            return Used(hit, Use.NEITHER, "dateline")
        building = _pattern("building").match(after)
        return Used(hit, Use.NEITHER, building["word"]) if building else Used(hit, Use.ACTOR, "actor")
    return _by_what_precedes(hit, before, after) or _by_what_follows(text, hit, after)


def _behind_a_town(text: str, hit: Hit, hits: tuple[Hit, ...]) -> bool:
    """Whether a state or region stands behind a town that no list has ("from Nasiriya, Iraq, on Monday")."""
    span = address(text, hit.start)
    if span is None or overlapping(hits, *span):
        return False
    return _pattern("goes on").match(text[hit.end : hit.end + LOOK_AHEAD]) is not None


def address(text: str, start: int) -> tuple[int, int] | None:
    """The span of the town behind a word of place, set off by a comma before ``start``; ``None`` if there is none."""
    if text[max(0, start - 2) : start] != ", ":
        return None
    found = _pattern("address").search(text[max(0, start - LOOK_BACK) : start])
    if found is None or set(found["town"].split()) & set(world.words().no_towns):
        return None
    return max(0, start - LOOK_BACK) + found.start("town"), max(0, start - LOOK_BACK) + found.end("town")


def _word(before: str, *patterns: str) -> str:
    """The word of the first of ``patterns`` that leads to the name; empty if none does."""
    return next((found["word"] for name in patterns if (found := _pattern(name).search(before))), "")


def _by_what_precedes(hit: Hit, before: str, after: str) -> Used | None:
    possessive = after[:2] in ("'s", "’s")
    going = Use.BOTH if hit.actor and not possessive else Use.PLACE
    if word := _word(before, "officials", "reach", "fighting"):
        return Used(hit, going, word)
    if word := _word(before, "at", "part", "capital"):
        return Used(hit, Use.NEITHER if possessive and hit.actor else Use.PLACE, word)
    if found := _pattern("toward").search(before):
        sent = sent_there(before)
        motion = _word(before[: found.start()], "motion")
        if sent is not None and words_of("usage_sending").isdisjoint(before[:sent].split()):
            return Used(hit, Use.NEITHER, SENT)
        if motion:
            return Used(hit, going, f"{motion} {found['word']}")
        return Used(hit, Use.ACTOR if hit.actor else Use.PLACE, found["word"])
    return None


def _by_what_follows(text: str, hit: Hit, after: str) -> Used:
    if hit.actor is not None and (found := _pattern("host").match(fold(after))):
        return Used(hit, Use.BOTH, found["word"])
    if _opens_a_report(text, hit, after):
        return Used(hit, Use.PLACE, "dateline")
    if (hit.actor is None or hit.actor.kind == "metonym") and (found := _pattern("after").match(fold(after))):
        return Used(hit, Use.PLACE, found["word"])
    if hit.actor is not None:
        named = hit.actor.kind == "metonym" and _pattern("surname").match(after)
        return Used(hit, Use.NEITHER, "a given name") if named else Used(hit, Use.ACTOR, "actor")
    return Used(hit, Use.NEITHER if hit.place is not None and hit.place.weak else Use.PLACE, "name")


def _opens_a_report(text: str, hit: Hit, after: str) -> bool:
    """Whether a place is a dateline: "MANILA, June 3 (Xinhua) --", and of a town also "Manila:", "Manila -"."""
    line = text[text.rfind("\n", 0, hit.start) + 1 : hit.start]
    if not line.strip() and _pattern("dateline").match(after):
        return True
    town = hit.actor is None or hit.actor.kind == "metonym" or hit.place is None
    of_a_town = town and _pattern("town's dateline").match(after)
    return bool(of_a_town and _pattern("byline").fullmatch(line))
