"""Groups that a text names only by a common noun, led back to the one that it named before: "the group", "the
militants", "Ruritanian rebels".
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from tracker.events import groups
from tracker.events.introductions import choice
from tracker.events.names import apart
from tracker.models import ActorMention
from tracker.resources import world
from tracker.resources.conflict import Conflict

REBELS = "REB"
REACH = 600
"""Characters between a group's name and the noun that leads back to it: about four sentences."""


def led_back(text: str, found: list[ActorMention], profile: Conflict | None) -> list[ActorMention]:
    """``found`` with the rebels of a state as the group that the text means, and with the nouns that mean a group."""
    named = _by_name(found, profile)
    found = [_of_the_conflict(one, profile, named) for one in found]
    named = _by_name(found, profile)
    if not named:
        return found
    new = []
    for one in _nouns().finditer(text):
        before = [mention for mention in named if mention.end <= one.start() < mention.end + REACH]
        if before:
            code = before[-1].code
            new.append(ActorMention(one.start(), one.end(), one[0], code, "group", "", f"led back: {one[0].lower()}"))
    return apart([*found, *new])


def _by_name(found: list[ActorMention], profile: Conflict | None) -> list[ActorMention]:
    """The mentions of groups that can fight, each by a name and not as somebody's rebels."""
    never = {code for code, one in world.organisations().items() if one.kind in {"organisation", "bloc"}}
    never |= world.states().keys()
    if profile:
        never |= {one.code for one in profile.actor if one.kind != "group"}
    return [
        one
        for one in found
        if one.kind == "group" and one.code and one.code not in never and not one.rule.startswith(_UNNAMED)
    ]


_UNNAMED = (groups.OF_STATE, groups.BARE)


def _of_the_conflict(one: ActorMention, profile: Conflict | None, named: list[ActorMention]) -> ActorMention:
    """A state's rebels as those whom the conflict's profile, or a text of one group only, knows by name."""
    if not one.rule.startswith(groups.OF_STATE) or not one.code.endswith(REBELS) or profile is None:
        return one
    state = one.code.removesuffix(REBELS)
    camps = [side for side in profile.sides if state not in side]
    if len(camps) == len(profile.sides):
        return one
    rebels = {actor.code for actor in profile.actor if "the rebels" in actor.aliases}
    only = {mention.code for mention in named if any(mention.code in side for side in camps)}
    codes = rebels if len(rebels) == 1 else only
    return replace(one, code=next(iter(codes))) if len(codes) == 1 else one


@cache
def _nouns() -> regex.Pattern[str]:
    words = world.words()
    nouns = rf"[Tt]he\s+(?:{choice(words.leading_back)})|(?i:{choice(words.leading_back_bare)})"
    return regex.compile(rf"(?<![\w-])(?:{nouns})(?![\w-])(?!\s+(?:of|led|called|known|which|that)\b)")
