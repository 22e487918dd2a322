"""Who only hosts or mediates what others do: "brokered by Egypt", "a Qatari-mediated exchange"."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.events.candidate import Candidate
from tracker.events.line import ACTOR, Line
from tracker.events.mentions import give, is_beside
from tracker.models import ActorMention, Role
from tracker.resources.grammar import grammar, words_of

HOST_REACH = 24
PARTIES = 2
"""Beside so many who negotiate another can be their mediator."""
BROKER_REACH = 8
"""Behind a verb: "met in Rome for UN-brokered talks"."""


def give_hosts(candidate: Candidate, line: Line, taken: set[int]) -> None:
    """Gives the candidate those who host or mediate, and adds their tokens to ``taken``."""
    host = candidate.type.frame.host
    last = -1
    for i, mention in line.actors():
        before = _since_last_actor([token.word for token in line.tokens[max(0, i - 4) : i]])
        passive = bool(words_of("roles_hosts") & set(before)) and bool(words_of("roles_hosted_by") & set(before))
        party = not words_of("roles_before_party").isdisjoint(before[-1:])  # "brokered by A between B and C"
        passive = passive and not party and not _leads(line, i, mention)
        passive = passive or _under_auspices(line, i) or _in_the_part(line, i)
        if (passive or (last >= 0 and is_beside(line, last, i))) and abs(i - candidate.head) < HOST_REACH:
            if candidate.type.mutual or not candidate.type.fact:
                give(candidate, mention.code, host)
            taken.add(i)
            last = i
        elif candidate.type.mutual and i - candidate.head < BROKER_REACH and _brokers(line, i):
            give(candidate, mention.code, host)
            taken.add(i)


def _since_last_actor(words: list[str]) -> list[str]:
    """The words behind the last actor among them: "through Norway, Chad offered" has no host of Chad's."""
    return words[len(words) - words[::-1].index(ACTOR) :] if ACTOR in words else words


def let_go_betweens_mediate(candidate: Candidate, mentions: Sequence[tuple[int, ActorMention]]) -> None:
    """Of those who negotiate the ones called mediators are none of the sides ("Kenyan mediators met both")."""
    parties = [code for code, role in candidate.roles.items() if role is Role.PARTICIPANT]
    called = set(grammar().classes["go_between"])
    for _, mention in mentions:
        named = mention.text.lower().split()[-1] in called and candidate.roles.get(mention.code) is Role.PARTICIPANT
        if named and len(parties) > PARTIES and candidate.type.fill_if:
            candidate.roles[mention.code] = candidate.type.frame.host


def _under_auspices(line: Line, i: int) -> bool:
    """As in "under the auspices of the African Union", "under Norway's mediation", "under UN auspices"."""
    words, under = words_of("roles_auspices"), words_of("roles_under")
    before = [token.word for token in line.tokens[max(0, i - 5) : i] if token.word != "the"]
    behind = [token.word for token in line.tokens[i + 1 : i + 4]]
    led = before[-1:] in (["of"], ["by"], ["from"]) and bool(words & set(before[-2:-1])) and bool(under & set(before))
    owned = behind[:1] == ["'s"] and bool(words & set(behind[1:]))
    return led or (bool(under & set(before[-1:])) and (owned or bool(words & set(behind[:1]))))


def _in_the_part(line: Line, i: int) -> bool:
    """As in "with Oman as mediator", "with Niger acting as the host", "with Malaysia in the chair"."""
    behind = [token.word for token in line.tokens[i + 1 : i + 5]]
    if line.tokens[i - 1].word != "with" or words_of("hosts_as").isdisjoint(behind[:2]):
        return False
    return not words_of("hosts_parts").isdisjoint(behind)


def _brokers(line: Line, i: int) -> bool:
    """As in "a Qatari-mediated exchange", "the UN brokered deal", and not "Hamas brokered by Qatar"."""
    behind = [token.word for token in line.tokens[i + 1 : i + 4] if token.word not in {"-", "–"}]
    return bool(words_of("roles_brokered") & set(behind[:1])) and behind[1:2] != ["by"]


def _leads(line: Line, i: int, mention: ActorMention) -> bool:
    """Whether the actor behind a passive leads who takes part, or signed what is put to a vote: "Fatah, led by
    Mahmoud Abbas", "a delegation headed by the minister", "a draft sponsored by Spain".
    """
    hosts = [j for j in range(max(0, i - 4), i) if line.tokens[j].word in words_of("roles_hosts")]
    before = [j for j in range(max(0, hosts[-1] - 2), hosts[-1]) if line.tokens[j].word != ","]
    if not before:
        return False
    led, apart = line.tokens[before[-1]], before[-1] < hosts[-1] - 1
    if isinstance(led.mention, ActorMention):
        return led.mention.code == mention.code or (apart and bool(mention.person))
    return led.word in words_of("roles_led")
