"""Who else takes part: an act between two wants a second, named in the sentence, by a pronoun, or by the story."""

from __future__ import annotations

from itertools import pairwise

from tracker.events.asides import without_asides
from tracker.events.attribution import Said
from tracker.events.candidate import Candidate
from tracker.events.clauses import clause_of, elsewhere
from tracker.events.line import Line
from tracker.events.mentions import acting, give, names_a_deal
from tracker.events.mood import NONE
from tracker.events.patterns import spelled
from tracker.events.reading import Reading, third_parties
from tracker.models import ActorMention, PlaceMention, Role
from tracker.resources import world
from tracker.resources.grammar import grammar, words_of

PAIR = 2
KIND = 6
"""Words behind a match among which stands what the other side is: "met at dawn with some of the rebels"."""
OWN = 3
"""Words behind a match among which stands with whom somebody confers."""
TITLE = 3
"""Words behind "the two" among which stands what they are: "the two chief negotiators"."""


def fill_up(candidate: Candidate, reading: Reading, line: Line, said: Said | None) -> None:
    """Adds who is missing of the two that an act wants; a mutual act's mediators do not count."""
    wanted = PAIR
    _carriers(candidate)
    _sides_that_lead(candidate, reading)
    _add_both_sides(candidate, reading, line, _second(candidate))
    if candidate.type.mutual:
        _of_those_before(candidate, reading, line)
        _only_a_third(candidate, reading, line)
        wanted += sum(role is Role.MEDIATOR for role in candidate.roles.values())
        _own_party(candidate, line, said)
        _whose_partner_is_named(candidate, line, said)
    if len(candidate.roles) >= wanted:
        return
    if candidate.type.mutual and not candidate.type.fill:
        _those_named_before(candidate, reading, line)
        return
    if candidate.type.from_speech:  # to whom words are said is told or left open
        return
    if not candidate.roles and candidate.type.fill_if and _told_without_sides(candidate, reading, line):
        _of_the_story(candidate, reading, line)
    if not candidate.trigger.goes_to or not candidate.roles:  # whom a journey is to, the place or its own words say
        _others_of_sentence(candidate, reading, line, said, wanted)
    _told_by_kind(candidate, reading, line)
    if len(candidate.roles) < wanted and not _with_its_own(candidate, reading, line):
        _of_the_story(candidate, reading, line)


def _with_its_own(candidate: Candidate, reading: Reading, line: Line) -> bool:
    """Whether a side only confers with its own chief or with a host's ("consultations with its secretary-general")."""
    behind = line.tokens[candidate.head : candidate.last + OWN]
    at = next((i for i, token in enumerate(behind) if token.word == "with"), None)
    if not candidate.type.mutual or at is None or len(candidate.roles) != 1:
        return False
    if at + 1 < len(behind) and behind[at + 1].word in words_of("filling_its"):
        return True
    met = [one.mention.code for one in behind[at:] if isinstance(one.mention, ActorMention)]
    return bool(met) and met[0] in candidate.roles


def _carriers(candidate: Candidate) -> None:
    """Who only brings people or the dead home is no party to it ("the Red Cross escorted the captives to Doha")."""
    if candidate.type.mutual and candidate.type.group in words_of("filling_carried"):
        for code in third_parties() & candidate.codes:
            if candidate.roles[code] is not Role.TARGET:
                candidate.roles[code] = Role.MEDIATOR


def _together(candidate: Candidate) -> bool:
    """Whether the words tell of what both sides do ("the truce took effect"), and not of one that acts on another."""
    return candidate.trigger.frame == "mutual" or (candidate.type.mutual and candidate.trigger.frame != "verb")


def _first(candidate: Candidate) -> Role:
    return Role.PARTICIPANT if _together(candidate) else candidate.type.frame.subject


def _second(candidate: Candidate) -> Role:
    return Role.PARTICIPANT if _together(candidate) else candidate.type.frame.object


def _only_a_third(candidate: Candidate, reading: Reading, line: Line) -> None:
    """Of "the UN talks" or "the EU-sponsored round" the third party that alone is named mediates between the sides."""
    told_by_noun = candidate.noun or line.tokens[candidate.first].mention is None
    behind = {token.word for token in line.tokens[candidate.head : candidate.last + 2]}
    if len(candidate.roles) != 1 or not told_by_noun or behind & words_of("filling_parties_behind"):
        return
    code = next(iter(candidate.roles))
    if candidate.type.fill_if and code in third_parties() and _may_fill(candidate, reading, line):
        candidate.roles[code] = Role.MEDIATOR


def _sides_that_lead(candidate: Candidate, reading: Reading) -> None:
    """Both sides as the subject of "put their envoys at one table" bring nobody together but themselves."""
    led = bool(candidate.type.fill_if) and set(candidate.roles.values()) == {Role.MEDIATOR}
    if led and reading.opposing(set(candidate.roles)) and all(map(reading.side_of, candidate.roles)):
        candidate.roles.update(dict.fromkeys(candidate.roles, Role.PARTICIPANT))


def _of_those_before(candidate: Candidate, reading: Reading, line: Line) -> None:
    """As in "their next meeting": of the two who were named last together, else of the story's sides."""
    before = {token.word for token in line.tokens[max(0, candidate.head - 3) : candidate.head]}
    takers = [role for role in candidate.roles.values() if role is not Role.MEDIATOR]
    if candidate.noun and not takers and before & words_of("filling_of_both"):
        for code in _last_pair(reading, candidate.line - 1) or reading.sides_named():
            give(candidate, code, candidate.type.frame.subject)


def _told_by_kind(candidate: Candidate, reading: Reading, line: Line) -> None:
    """Of a side that talks to "the rebels" or to "government envoys" the other is known by what it is."""
    own = [reading.side_of(code) for code, role in candidate.roles.items() if role is not Role.MEDIATOR]
    camps = {side for side in own if side}
    if not candidate.type.fill_if or len(camps) != 1:
        return
    near = {token.word for token in line.tokens[max(0, candidate.first - 2) : candidate.last + KIND]}
    for code in reading.sides_named():
        kind = "filling_rulers" if code in world.states() else "filling_rebels"
        if code not in next(iter(camps)) and near & words_of(kind):
            give(candidate, code, _second(candidate))


def _those_named_before(candidate: Candidate, reading: Reading, line: Line) -> None:
    if not candidate.roles and not line.actors():
        for code in _last_pair(reading, candidate.line):
            give(candidate, code, candidate.type.frame.object)


def _others_of_sentence(candidate: Candidate, reading: Reading, line: Line, said: Said | None, wanted: int) -> None:
    there = without_asides(line, acting(line, 0, len(line.tokens)), candidate.head, reading.language)
    if candidate.roles and (
        candidate.type.fact or candidate.type.mutual
    ):  # in a later clause somebody does another thing
        last = max(candidate.last, clause_of(reading.clauses[candidate.line], candidate.head).last)
        there = [(i, mention) for i, mention in there if i < last]
    sentence = [m for i, m in there if m.code not in candidate.roles and not _acts_otherwise(line, i, candidate)]
    speaker = said.speaker.code if said and said.speaker else ""
    role = _second(candidate) if candidate.roles or is_suffered(candidate, line) else _first(candidate)
    sentence = [m for m in sentence if m.code != speaker] or sentence
    for mention in [*sentence, *(m for m in line.label_actors() if m.code not in candidate.roles)]:
        if len(candidate.roles) >= wanted:
            return
        camp = reading.side_of(mention.code)
        if camp & candidate.codes or (candidate.roles and mention.code in third_parties()):
            continue
        give(candidate, mention.code, role)
        role = _second(candidate)


def is_suffered(candidate: Candidate, line: Line, subject: ActorMention | None = None) -> bool:
    """Whether harm is told by those who suffer it or by its means: "two policemen were killed", "a bomb killed ten";
    ``subject`` is a group named before, whose own "its fighters", "the attackers" are.
    """
    if candidate.noun or candidate.type.mutual or "killed" not in candidate.type.counts:
        return False
    if candidate.mood.tense == NONE and not candidate.mood.passive:  # ", striking the town": who acts is told before
        return False
    before = [token.word for token in line.tokens[max(0, candidate.first - 1) : candidate.head]]
    owned = words_of("filling_owned_by_group") if subject and subject.kind == "group" else words_of("filling_owned")
    if any(one in owned and other in words_of("filling_own_men") for one, other in pairwise(before)):
        return candidate.mood.passive
    return candidate.mood.passive or bool(set(before) & words_of("filling_means"))


def _acts_otherwise(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether the mention at token ``i`` is told to have done something else ("a truce declared by the Taliban")."""
    before = [token.word for token in line.tokens[max(0, i - 3) : i]]
    if "by" not in before or not candidate.type.fact or candidate.type.mutual:
        return False
    done = i - 1 - before[::-1].index("by") - 1
    return done != candidate.head and line.tokens[done].word.endswith("ed")


def _of_the_story(candidate: Candidate, reading: Reading, line: Line) -> None:
    """By what the type allows: the conflict's sides, the state of the place, the other side."""
    fill = candidate.type.fill
    mutual = candidate.type.mutual or candidate.trigger.frame == "mutual"
    if "sides" in fill and mutual and _may_fill(candidate, reading, line):
        for code in reading.sides_named():
            give(candidate, code, _second(candidate))
    if len(candidate.roles) == 1 and "place" in fill:
        _give_place(candidate, reading, line)
    if len(candidate.roles) == 1 and "other_side" in fill:
        code, role = next(iter(candidate.roles.items()))
        own = reading.side_of(code)
        frame = candidate.type.frame
        for other in reading.sides_named():
            if own and other not in own:
                give(candidate, other, frame.subject if role is frame.object else frame.object)


def _add_both_sides(candidate: Candidate, reading: Reading, line: Line, role: Role) -> None:
    reference = reading.grammar.reference
    takers = sum(role is not Role.MEDIATOR for role in candidate.roles.values())
    if takers > 1 and candidate.type.mutual and not _both_are_subject(candidate, reading, line):
        return
    if any(f" {words} " in line.encoded for words in reference.both_sides):
        pair = _last_pair(reading, candidate.line) if candidate.type.mutual and not reading.sides else []
        for code in reading.sides_named() or pair:
            give(candidate, code, role)
    elif candidate.type.mutual and _names_two(line):
        for code in reading.sides_named() or _last_pair(reading, candidate.line):
            give(candidate, code, role)
    elif any(f" {words} " in line.encoded for words in reference.the_two) and candidate.type.mutual:
        pair = _last_pair(reading, candidate.line)
        for code in reading.sides_named() if _of_one_camp(pair, reading) else pair:
            give(candidate, code, role)


def _both_are_subject(candidate: Candidate, reading: Reading, line: Line) -> bool:
    """Whether "the two sides" act and those named behind only look on ("envoys of both sides met, with A there")."""
    first = clause_of(reading.clauses[candidate.line], candidate.head).first
    if candidate.noun or line.actors(first, candidate.head) or any(map(reading.side_of, candidate.roles)):
        return False
    before = f" {' '.join(token.word for token in line.tokens[first : candidate.head])} "
    return any(f" {words} " in before for words in reading.grammar.reference.both_sides)


def _of_one_camp(codes: list[str], reading: Reading) -> bool:
    """Whether two named last are allies, so that "the ministers" means more than them."""
    camps = {reading.side_of(code) for code in codes}
    return len(camps) == 1 and camps != {frozenset()}


def _names_two(line: Line) -> bool:
    """Whether those who come in twos are named by what they are: "the two foreign ministers", "both chief envoys"."""
    words = [token.word for token in line.tokens]
    delegates = {one.split()[-1] for one in grammar().classes["delegates"]}
    return any(
        word in words_of("filling_two") and not delegates.isdisjoint(words[i + 1 : i + 1 + TITLE])
        for i, word in enumerate(words)
    )


def _last_pair(reading: Reading, number: int) -> list[str]:
    """The two actors named last together before line ``number``: those whom "the two leaders" means."""
    for earlier in range(number, max(-1, number - 6), -1):
        codes = list(
            dict.fromkeys(m.code for _, m in acting(reading.lines[earlier], 0, len(reading.lines[earlier].tokens)))
        )
        if len(codes) > 1:
            return codes[:2]
    return []


def _own_party(candidate: Candidate, line: Line, said: Said | None) -> None:
    """As in "My visit", "we met", "his call with": the speaker, or the sentence's last person, takes part."""
    if len(candidate.roles) > 1 or not said or not said.speaker:
        return
    words = {token.word for token in line.tokens[max(0, candidate.head - 3) : candidate.head]}
    if words & words_of("filling_possessives" if candidate.noun else "filling_pronouns"):
        give(candidate, said.speaker.code, candidate.type.frame.subject)


def _whose_partner_is_named(candidate: Candidate, line: Line, said: Said | None) -> None:
    """Of "talks with B" alone, he of whom the sentence tells takes part: "A spoke out after talks with B"."""
    behind = [token.word for token in line.tokens[candidate.head : candidate.head + 3]]
    if len(candidate.roles) != 1 or not candidate.noun or "with" not in behind:
        return
    earlier = acting(line, 0, candidate.head)
    if said and said.speaker:
        give(candidate, said.speaker.code, candidate.type.frame.subject)
    elif earlier and not earlier[0][1].rule.endswith(": attribute"):
        give(candidate, earlier[0][1].code, candidate.type.frame.subject)


def _give_place(candidate: Candidate, reading: Reading, line: Line) -> None:
    """The state in which an attack takes place suffers it: another side's first, else the nearest."""
    own = reading.side_of(next(iter(candidate.roles)))
    ranked: list[tuple[bool, int, str]] = []
    for i, token in enumerate(line.tokens):
        if elsewhere(reading.clauses[candidate.line], candidate.head, i):
            continue
        if isinstance(token.mention, PlaceMention) and not names_a_deal(token.mention):
            side = reading.side_of(token.mention.country)
            ranked.append((not side or side == own, abs(i - candidate.head), token.mention.country))
    if ranked:
        give(candidate, min(ranked)[2], candidate.type.frame.object)


def _may_fill(candidate: Candidate, reading: Reading, line: Line) -> bool:
    if not candidate.type.fill_if or (not candidate.roles and _of_nobody_else(candidate, reading, line)):
        return True
    return told_of_both(candidate, reading, line)


def _told_without_sides(candidate: Candidate, reading: Reading, line: Line) -> bool:
    """Whether those whom a line names, if any, are hosts or guests of the sides whose talks it tells."""
    if told_of_both(candidate, reading, line):
        return True
    sides_named = any(reading.side_of(mention.code) for _, mention in line.actors())
    return not candidate.noun and not sides_named and _of_nobody_else(candidate, reading, line)


def _of_nobody_else(candidate: Candidate, reading: Reading, line: Line) -> bool:
    """Whether what nobody named does can be the sides' own: an encounter, or an act of several who talk for them."""
    if candidate.noun:
        return True
    before = line.tokens[clause_of(reading.clauses[candidate.line], candidate.head).first : candidate.head]
    told = f" {' '.join(token.word for token in before)} "
    return any(
        f" {words} " in told for words in (*words_of("filling_together"), *spelled("@talkers"), *spelled("@encounter"))
    )


def told_of_both(candidate: Candidate, reading: Reading, line: Line) -> bool:
    """Whether its words tell what only both sides do together ("the delegations", "peace talks")."""
    if not candidate.type.fill_if:
        return False
    first = candidate.first if candidate.roles else clause_of(reading.clauses[candidate.line], candidate.head).first
    words = " ".join(token.word for token in line.tokens[min(first, candidate.first) : candidate.last])
    return any(f" {word} " in f" {words} " for word in spelled(f"@{candidate.type.fill_if}", reading.language))


def name_persons(candidate: Candidate, line: Line) -> None:
    """The people of the line who act for those who take part; of what is said only who says it."""
    for _, mention in line.actors():
        role = candidate.roles.get(mention.code)
        if not mention.person or role is None or mention.person in candidate.persons:
            continue
        if not candidate.type.from_speech or (role == candidate.type.frame.subject and not candidate.persons):
            candidate.persons.append(mention.person)
