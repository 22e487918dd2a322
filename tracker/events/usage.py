"""How a name that can be an actor or a place is used: "Moscow said" acts, "in Moscow" is a place, "flew to Moscow" is both.

The words that decide stand in ``data/world/words.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import regex

from tracker.events.introductions import choice
from tracker.events.names import Hit, fold
from tracker.resources import world

LOOK_BACK = 70
"""Characters before a name that can decide its use: a dozen words."""


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
def _patterns() -> dict[str, regex.Pattern[str]]:
    words = world.words()
    filler = rf"(?:(?:the|{choice(words.directions)}|then|nearby|neighbou?ring|war-torn|besieged|rebel-held|capital|city|town|of|port)\s+|\w+(?:-\w+)?\s+(?:capital|city|town|port|resort|region|province)\s+(?:of\s+)?)*"
    return {
        "at": regex.compile(rf"(?:^|[\s(“\"—-])(?P<word>{choice(words.at_a_place)})\s+{filler}$"),
        "part": regex.compile(rf"(?P<word>capital(?: city)?(?= of)|city|town|region|port|outskirts|streets|suburbs?|north|south|east|west|centre|center|heart) of\s+{filler}$"),
        "capital": regex.compile(r"\b(?P<word>capital),?\s+$"),
        "toward": regex.compile(rf"\b(?P<word>to|from|for|towards?)\s+{filler}$"),
        "motion": regex.compile(rf"\b(?P<word>{choice(words.motion)})\b(?:\s+[^\s,;:]+){{0,4}}\s*$"),
        "reach": regex.compile(rf"\b(?P<word>{choice(words.reach)})\s+{filler}$"),
        "host": regex.compile(rf"\s+(?:(?:also|has|have|had|is|was|will|would|recently|offered|agreed|prepared|prepares|is expected|was due|is due|been|to|again)\s+)*(?P<word>{choice(words.host_verbs)})\b"),
        "fighting": regex.compile(rf"\b(?P<word>{choice(words.fighting)})\s+{filler}$"),
        "after": regex.compile(rf"(?:-based|-hosted|-mediated)?\s+(?:(?:peace|ceasefire|truce|city|international|security)\s+)?(?P<word>{choice(words.named_after)})\b"),
        "dateline": regex.compile(r"(?:,\s+\p{Lu}\p{L}+)?(?:,?\s+(?:\p{Lu}\p{L}{2,8}\.?\s+\d{1,2}|\d{1,2}\s+\p{Lu}\p{L}+)\.?)?\s*(?:\((?:\p{Lu}[\p{L} ]+)\)\s*)?(?:--|—|–|/\p{Lu}|\((?:AP|AFP|Reuters|Xinhua)\))"),
        "and": regex.compile(r"^\s*(?:,|and|or|, and|&)\s+(?:the\s+)?$"),
        "firm": regex.compile(rf"(?:\s+\p{{Lu}}[\p{{L}}&.]*)*?\s+(?P<word>{_capitalised(words.firm_words)})\b"),
        "building": regex.compile(r"(?:['’]s)?\s+(?P<word>headquarters|building|compound|flags?)\b"),
        "prefix": regex.compile(rf"\b(?:{choice(words.not_before)})-$"),
        "suffix": regex.compile(rf"-(?:{choice(words.not_after)})\b|\$|\s+(?:dollars?|currency|Treasury bonds?)\b"),
    }  # fmt: skip


def _capitalised(words: tuple[str, ...]) -> str:
    """Words of firms as they stand in names: "Times", "FC"."""
    return "|".join(regex.escape(form) for word in words for form in (word.title(), word.upper()))


def used(text: str, hits: tuple[Hit, ...]) -> Iterator[Used]:
    """Each hit with its use, in order; a name joined to the last one ("in Ankara and Istanbul") is used as that is."""
    last: Used | None = None
    for hit in hits:
        found = _use(text, hit)
        if last is not None and last.use is Use.PLACE and found.use is Use.ACTOR and hit.place is not None:
            between = fold(text[last.hit.end : hit.start])
            if _patterns()["and"].match(between) and not _acts(text, hit.end):
                found = Used(hit, Use.PLACE, f"with {last.reason}")
        last = found
        yield found


def _acts(text: str, end: int) -> bool:
    """True if a verb seems to follow: ("in Moscow, Kyiv said ...")."""
    return regex.match(r"\s+(?:said|says|has|have|had|is|was|will|would|\w+ed)\b", text[end : end + 20]) is not None


def _use(text: str, hit: Hit) -> Used:
    if hit.actor is not None and hit.actor.kind == "outlet":
        return Used(hit, Use.NEITHER, "outlet")
    before = fold(text[max(0, hit.start - LOOK_BACK) : hit.start])
    before = regex.split(r"[.;!?]\s|  ", before)[-1]
    after = text[hit.end : hit.end + 60]
    patterns = _patterns()
    if hit.actor is not None and hit.actor.kind == "person":
        return Used(hit, Use.ACTOR, "person")
    if patterns["prefix"].search(before) or patterns["suffix"].match(after):
        return Used(hit, Use.NEITHER, "compound")
    if patterns["firm"].match(after) and (hit.place is not None or hit.actor is None or hit.actor.kind == "demonym"):
        return Used(hit, Use.NEITHER, "firm")
    if hit.place is None:
        building = patterns["building"].match(after)
        return Used(hit, Use.NEITHER, building["word"]) if building else Used(hit, Use.ACTOR, "actor")
    return _place_use(text, hit, before, after)


def _place_use(text: str, hit: Hit, before: str, after: str) -> Used:
    patterns = _patterns()
    possessive = after[:2] in ("'s", "’s") or after[:1] in ("'", "’")
    if found := _first(before, "at", "part", "capital"):
        return Used(hit, Use.NEITHER if possessive and hit.actor else Use.PLACE, found["word"])
    if found := patterns["toward"].search(before):
        motion = patterns["motion"].search(before[: found.start()])
        if motion:
            return Used(hit, Use.BOTH if hit.actor else Use.PLACE, f"{motion['word']} {found['word']}")
        return Used(hit, Use.ACTOR if hit.actor else Use.PLACE, found["word"])
    if found := patterns["reach"].search(before):
        return Used(hit, Use.BOTH if hit.actor and not possessive else Use.PLACE, found["word"])
    if found := patterns["fighting"].search(before):
        return Used(hit, Use.BOTH if hit.actor and not possessive else Use.PLACE, found["word"])
    if hit.actor is not None and (found := patterns["host"].match(fold(after))):
        return Used(hit, Use.BOTH, found["word"])
    if _starts_line(text, hit.start) and patterns["dateline"].match(after):
        return Used(hit, Use.PLACE, "dateline")
    if (hit.actor is None or hit.actor.kind == "metonym") and (found := patterns["after"].match(fold(after))):
        return Used(hit, Use.PLACE, found["word"])
    if hit.actor is not None:
        return Used(hit, Use.ACTOR, "actor")
    return Used(hit, Use.NEITHER if hit.place is not None and hit.place.weak else Use.PLACE, "name")


def _first(before: str, *patterns: str) -> regex.Match[str] | None:
    return next((found for name in patterns if (found := _patterns()[name].search(before))), None)


def _starts_line(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n" or not text[:start].strip()
