"""Who only hosts, mediates or witnesses what others do: "brokered by Egypt", "a Qatari-mediated exchange", "in the
presence of Niger's president", "Norway chaired the session".
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.events.candidate import Candidate
from tracker.events.line import ACTOR, Line
from tracker.events.mentions import give, is_beside
from tracker.events.openings import end_of_opening
from tracker.models import ActorMention, Role
from tracker.resources.grammar import grammar, words_of

HOST_REACH = 24
PARTIES = 2
"""Beside so many who negotiate another can be their mediator."""
LED_REACH = 6
"""Behind a third party among which stands what it leads: "the Kenyan-led second round"."""
BROKER_REACH = 8
"""Behind a verb: "met in Rome for UN-brokered talks"."""
ACTIVE_REACH = 6
"""Words behind an actor among which it is told that it mediates ("Togo's president, who had helped to broker")."""

TOGETHER_REACH = 16
"""Words behind an actor among which it is told that it brings others together."""


def give_hosts(candidate: Candidate, line: Line, taken: set[int]) -> None:
    """Gives the candidate those who host or mediate, and adds their tokens to ``taken``."""
    host = candidate.type.frame.host
    named = line.actors()
    acting = {i for i, _ in named if _told_to_host(line, i)} if candidate.type.mutual else set()
    acting = acting if len({m.code for i, m in named if i not in acting}) != 1 else set()
    last, opened = -1, end_of_opening(line, candidate.head)
    for i, mention in named:
        witness = not candidate.type.fill and _attends(line, i)
        hosted = (
            i in acting
            or (_passive(line, i, mention) and not witness)
            or _under_auspices(line, i)
            or _in_the_part(line, i)
        )
        present = candidate.type.mutual and _in_presence(candidate, line, i)
        beside = last >= 0 and is_beside(line, last, i) and not last < opened < i
        if (hosted or present or beside) and abs(i - candidate.head) < HOST_REACH:
            if candidate.type.mutual or not candidate.type.fact:
                give(candidate, mention.code, host)
            taken.add(i)
            last = -1 if present and i < candidate.head else i
        elif candidate.type.mutual and i - candidate.head < BROKER_REACH and _brokers(line, i):
            give(candidate, mention.code, host)
            taken.add(i)


def go_betweens(line: Line) -> list[ActorMention]:
    """Those of whom a line tells that they hosted, mediated or witnessed something, with those listed beside them."""
    found: list[ActorMention] = []
    last = -1
    for i, mention in line.actors():
        told = _passive(line, i, mention) or _under_auspices(line, i) or _in_the_part(line, i) or _told_to_host(line, i)
        if told or (last >= 0 and is_beside(line, last, i)):
            found.append(mention)
            last = i
    return found


def _passive(line: Line, i: int, mention: ActorMention) -> bool:
    """As in "brokered by A", "a deal mediated through A"; not "brokered between"."""
    named = begins_name(line, i)
    before = _since_last_actor([token.word for token in line.tokens[max(0, named - 4) : named]])
    passive = bool(words_of("roles_hosts") & set(before)) and bool(words_of("roles_hosted_by") & set(before))
    party = not words_of("roles_before_party").isdisjoint(before[-1:])  # "brokered by A between B and C"
    return passive and not party and not _leads(line, i, mention)


def _attends(line: Line, i: int) -> bool:
    """Whether an actor is only told to be there: who attends a meeting takes part in it, but signs no deal."""
    return not words_of("hosts_witnesses").isdisjoint(token.word for token in line.tokens[max(0, i - 4) : i])


def _told_to_host(line: Line, i: int) -> bool:
    """Whether an actor, or the last of a list that it begins, is told to mediate: "A and B mediated", "A, who chaired
    the talks", "A, the host of the round", "presiding was A"; one called a mediator is one by name.
    """
    mention = line.tokens[i].mention
    if isinstance(mention, ActorMention) and not words_of("hosts_named").isdisjoint(
        mention.text.lower().replace(",", "").split()
    ):
        return True
    while (following := _listed_next(line, i)) > i:
        i = following
    words = [token.word for token in line.tokens[i + 1 : i + 1 + ACTIVE_REACH]]
    while words and words[0] in words_of("hosts_before_verb"):
        words.pop(0)
    if words and words[0] in words_of("hosts_bring"):
        return not words_of("hosts_together").isdisjoint(t.word for t in line.tokens[i + 2 : i + TOGETHER_REACH])
    if words and words[0] in words_of("hosts_verbs"):
        return words[1:2] != ["by"] and not (words[0] == "looking" and words[1:2] != ["on"])
    before = [token.word for token in line.tokens[:i] if token.word != "the"]
    if before[-1:] == ["was"] and before[:1] and before[0] in words_of("hosts_verbs"):
        return True
    while words and words[0] in words_of("hosts_before_part"):
        words.pop(0)
    return bool(words) and words[0] in words_of("hosts_parts")


def _listed_next(line: Line, i: int) -> int:
    """The token of the actor that a list names behind the one at ``i``; ``i`` itself if none follows."""
    rest = range(i + 1, len(line.tokens))
    following = next((j for j in rest if isinstance(line.tokens[j].mention, ActorMention)), i)
    return following if following > i and is_beside(line, i, following) else i


def _in_presence(candidate: Candidate, line: Line, i: int) -> bool:
    """As in "in the presence of A", "at the invitation of A", and behind a signing "before the presidents of A"."""
    named = begins_name(line, i)
    before = [t.word for t in line.tokens[max(0, named - 5) : named] if t.word not in words_of("mentions_article")]
    if before[-1:] == ["of"] and not words_of("hosts_presence").isdisjoint(before[-2:-1]):
        return True
    mention = line.tokens[i].mention
    office = isinstance(mention, ActorMention) and mention.kind in {"office", "person"}
    return office and before[-1:] == ["before"] and candidate.type.of_content and candidate.head < i


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
    """As in "under the auspices of the African Union", "under Norway's mediation", "under UN auspices", "thanks to the
    mediation of Norway", "with the help of Norway", "thanked Norway for its mediation".
    """
    words, under = words_of("roles_auspices"), words_of("roles_under")
    before = [token.word for token in line.tokens[max(0, i - 5) : i] if token.word != "the"]
    behind = [token.word for token in line.tokens[i + 1 : i + 8]]
    while behind[:2] in (["and", ACTOR], [",", ACTOR]):  # "under Cuban and Norwegian supervision"
        behind = behind[2:]
    behind = behind[:3]
    led = before[-1:] in (["of"], ["by"], ["from"]) and bool(words & set(before[-2:-1])) and bool(under & set(before))
    owned = behind[:1] == ["'s"] and bool(words & set(behind[1:]))
    if _helps(before, behind):
        return True
    thanked = behind[:1] == ["for"] and bool(words & set(behind[1:])) and bool(words_of("hosts_thanking") & set(before))
    return led or thanked or (bool(under & set(before[-1:])) and (owned or bool(words & set(behind[:1]))))


def _helps(before: list[str], behind: list[str]) -> bool:
    """As in "with the help of A", "with A's help", "with Norwegian mediation"."""
    help_ = words_of("hosts_help")
    if before[-1:] in (["of"], ["from"]) and not help_.isdisjoint(before[-2:-1]):
        return before[-3:-2] == ["with"]
    return before[-1:] == ["with"] and not help_.isdisjoint(behind[1:2] if behind[:1] == ["'s"] else behind[:1])


def begins_name(line: Line, i: int) -> int:
    """Where the name and office of the actor at token ``i`` begin ("Secretary of State |Marco Rubio")."""
    first = i
    while first and _in_name(line, first - 1):
        first -= 1
    return first


def _in_name(line: Line, i: int) -> bool:
    token = line.tokens[i]
    if token.word in words_of("hosts_in_name"):
        return i > 0 and line.tokens[i - 1].mention is None and line.tokens[i - 1].text[:1].isupper()
    return token.mention is None and token.text[:1].isupper()


def _in_the_part(line: Line, i: int) -> bool:
    """As in "with Oman as mediator", "with Malaysia in the chair", "with Chad's president looking on"."""
    behind = [token.word for token in line.tokens[i + 1 : i + 5]]
    if not i or line.tokens[i - 1].word != "with":
        return False
    if not words_of("hosts_as").isdisjoint(behind[:2]) and not words_of("hosts_parts").isdisjoint(behind):
        return True
    return behind[:1] != [] and behind[0].endswith("ing") and behind[0] in words_of("hosts_verbs")


def _brokers(line: Line, i: int) -> bool:
    """As in "a Qatari-mediated exchange", "the UN brokered deal", "Kenyan-led talks", and not "Hamas brokered by
    Qatar", "the Saudi-led coalition".
    """
    behind = [token.word for token in line.tokens[i + 1 : i + LED_REACH] if token.word not in {"-", "–"}]
    if behind[:1] != [] and behind[0] in words_of("hosts_led"):
        return not {*grammar().classes["talks"], *grammar().classes["round"]}.isdisjoint(behind[1:])
    return bool(words_of("roles_brokered") & set(behind[:1])) and behind[1:2] != ["by"]


def _leads(line: Line, i: int, mention: ActorMention) -> bool:
    """Whether the actor behind a passive leads who takes part, or signed what is put to a vote: "Fatah, led by
    Mahmoud Abbas", "a delegation headed by the minister", "a draft sponsored by Spain".
    """
    named = begins_name(line, i)
    hosts = [j for j in range(max(0, named - 4), named) if line.tokens[j].word in words_of("roles_hosts")]
    before = [j for j in range(max(0, hosts[-1] - 2), hosts[-1]) if line.tokens[j].word != ","]
    if not before:
        return False
    led, apart = line.tokens[before[-1]], before[-1] < hosts[-1] - 1
    if isinstance(led.mention, ActorMention):
        return led.mention.code == mention.code or (apart and bool(mention.person))
    return led.word in words_of("roles_led")
