"""Who takes part in an event and as what: from the words around its head, then its clause, its sentence, the story."""

from __future__ import annotations

from tracker.events.asides import antecedent, aside_of, begins, comes_along, without_asides
from tracker.events.attribution import Said
from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, clause_of, finite, is_past, participles
from tracker.events.described import is_manner, is_task
from tracker.events.filling import fill_up, is_suffered, name_persons
from tracker.events.hosts import give_hosts, let_go_betweens_mediate
from tracker.events.line import ACTOR, TIME, Line
from tracker.events.listed import opening
from tracker.events.mentions import (
    acting,
    aimed_at,
    did_it,
    give,
    has_subject,
    is_beside,
    is_matter,
    is_own,
    is_where,
    listed_between,
    owns,
    patients,
    took_them,
    words_between,
)
from tracker.events.openings import behind_opening, of_main_clause, told_before
from tracker.events.reading import Reading
from tracker.events.spoken import let_speak
from tracker.events.subjects import behind_participle, governed, leading, subject_of, without_subject
from tracker.events.verbs_of_saying import say_words
from tracker.models import ActorMention, Role
from tracker.resources.grammar import grammar, words_of

REACH = 12
ADJECTIVE_REACH = 4
PARTY_REACH = 8


def assign(candidate: Candidate, reading: Reading, said: Said | None) -> None:
    """Fills the candidate's roles and persons; ``said`` is on whose word its sentence tells it."""
    line = reading.lines[candidate.line]
    clause = clause_of(reading.clauses[candidate.line], candidate.head)
    apart = said is not None and said.verb != candidate.head and not told_before(candidate, clause, said)
    taken = {i for i, m in line.actors() if said and apart and said.speaker is m and not said.first <= i < said.last}
    give_hosts(candidate, line, taken)
    if candidate.trigger.frame == "mutual":
        _mutual(candidate, reading, line, clause, taken)
        let_speak(candidate, line, said, reading.language)
    elif candidate.noun:
        _noun(candidate, line, clause, taken)
    else:
        _verb(candidate, reading, line, clause, said, taken)
    fill_up(candidate, reading, line, said)
    name_persons(candidate, line)


def _owner_role(candidate: Candidate) -> Role:
    return candidate.trigger.owner or candidate.type.frame.owner


def _object_role(candidate: Candidate) -> Role:
    return candidate.trigger.object or candidate.type.frame.object


def _subject_role(candidate: Candidate) -> Role:
    return candidate.trigger.subject or candidate.type.frame.subject


def _mutual(candidate: Candidate, reading: Reading, line: Line, clause: Clause, taken: set[int]) -> None:
    parts = reading.clauses[candidate.line]
    first = begins(line, parts, min(clause.first, candidate.first), candidate.head, reading.language)
    first = opening(line, first)
    last = max(clause.last, candidate.last)
    before = _own(line, candidate, acting(line, first, candidate.head, taken))
    behind = _own(line, candidate, acting(line, candidate.head, last, taken))
    behind = _up_to_speech(line, candidate.head, behind)
    behind = behind if candidate.noun else _of_no_aim(line, candidate.head, behind)
    apart = without_asides(line, [*before, *behind], candidate.head, reading.language)
    before, behind = [pair for pair in before if pair in apart], [pair for pair in behind if pair in apart]
    if len(before) > 1 and candidate.type.of_content and not candidate.noun and is_task(line, candidate.head):
        behind = []
    suffered = candidate.mood.passive or _done_by(line, candidate.head)
    subject = None if suffered else candidate.trigger.subject
    if not candidate.noun and clause.first and not before and without_subject(line, clause, candidate.head):
        doing = line.tokens[candidate.head].word.endswith("ing")  # "he said after meeting A"
        before = _as_subjects(line, acting(line, 0, clause.first, set() if doing else taken))
    if not candidate.noun:
        before = behind_opening(line, before, candidate.head) or of_main_clause(line, candidate.head)
    inside = [(i, m) for i, m in before if i >= candidate.first]
    if inside and candidate.noun:
        before = inside
    if candidate.noun:
        parties = _named_parties(line, candidate, behind)
        if parties:
            behind = parties
            before = before[-2:] if len(parties) > 1 and _adjoins(line, candidate, before) else []
            if len(parties) == 1:
                before = acting(line, first, candidate.head, taken)
                before = before[:1] if is_own(line, candidate.head) else _as_subjects(line, before)
    for _, mention in before:
        give(candidate, mention.code, subject or Role.PARTICIPANT)
    for _, mention in behind:
        give(candidate, mention.code, candidate.trigger.object or Role.PARTICIPANT)
    let_go_betweens_mediate(candidate, [*before, *behind])


def _own(line: Line, candidate: Candidate, mentions: list[tuple[int, ActorMention]]) -> list[tuple[int, ActorMention]]:
    """Without the adjectives that name nobody who acts ("the Israeli-Palestinian conflict"), unless of the head."""
    return [
        (i, m)
        for i, m in mentions
        if (not m.rule.endswith(": attribute") or 0 < candidate.head - i <= ADJECTIVE_REACH)
        and not is_where(line, i, m)
        and not (candidate.head < i != candidate.last - 1 and is_matter(line, i, candidate.head))
    ]


def _of_no_aim(line: Line, head: int, mentions: list[tuple[int, ActorMention]]) -> list[tuple[int, ActorMention]]:
    """Without those named only in what an act is for ("met in Rome to discuss the war in Sudan", "reached a deal with
    Chad to arm rebels").
    """
    words, aims, no_verbs = [t.word for t in line.tokens], words_of("roles_aims"), words_of("bind_determiners")
    to = [i for i in range(head + 1, len(words) - 1) if words[i] == "to" and words[i + 1][:1].isalpha()]
    ends = [i for i in to if words[i + 1] in aims or (words[i - 1] == ACTOR and words[i + 1] not in no_verbs)]
    aim = ends[0] if ends else len(words)
    return [(i, m) for i, m in mentions if i < aim or words[i - 1] == "with"]


def _up_to_speech(line: Line, head: int, mentions: list[tuple[int, ActorMention]]) -> list[tuple[int, ActorMention]]:
    """Without those named in what somebody says behind it ("the delegate at the talks says Chad will withdraw")."""
    say = say_words("en")
    end = next((i for i in range(head + 1, len(line.tokens)) if line.tokens[i].word in say), len(line.tokens))
    return [(i, m) for i, m in mentions if i < end]


def _adjoins(line: Line, candidate: Candidate, before: list[tuple[int, ActorMention]]) -> bool:
    return bool(before) and candidate.head - before[-1][0] <= ADJECTIVE_REACH


def _named_parties(
    line: Line, candidate: Candidate, behind: list[tuple[int, ActorMention]]
) -> list[tuple[int, ActorMention]]:
    """Whom a noun names itself: "talks with A", "a summit between A, B and C"; empty if it names nobody so."""
    found: list[tuple[int, ActorMention]] = []
    for i, mention in behind:
        between = listed_between(line, found[-1][0], i) if found else words_between(line, candidate.head, i)
        if not found and (len(between) > PARTY_REACH or words_of("roles_before_parties").isdisjoint(between)):
            return []
        if found and set(between) - words_of("roles_between_parties"):
            break
        found.append((i, mention))
    return found


def _noun(candidate: Candidate, line: Line, clause: Clause, taken: set[int]) -> None:
    """As in "Russia's proposal to Ukraine", "a proposal by Egypt and Qatar", "the invasion of Georgia"."""
    behind = acting(line, candidate.head + 1, min(clause.last, candidate.head + REACH), taken)
    led = {token.word for token in line.tokens[behind[0][0] - 2 : behind[0][0]]} if behind else set()
    if behind and any(token.word in grammar().verbs.be for token in line.tokens[candidate.head : behind[0][0]]):
        led = set()  # "A's plan was rejected by B"
    if led.isdisjoint(words_of("roles_authors_behind")):
        its = line.tokens[candidate.head - 1].word in words_of("described_owners")  # "A repeated its offer"
        owners = acting(line, candidate.head - 5, candidate.head, frozenset() if its else taken)[-2:]
        if is_manner(line, candidate.head):
            owners = _as_subjects(line, acting(line, clause.first, candidate.head, taken))[:2]
        if candidate.type.fact and not candidate.type.owner_of:
            owners = [(i, m) for i, m in owners if not _acts_between(line, i, candidate.head)]
        near = {token.word for token in line.tokens[max(0, candidate.head - 2) : candidate.head]}
        if not owners and near & words_of("roles_own"):
            owners = _as_subjects(line, acting(line, clause.first, candidate.head))[-1:]  # "has repeated its offer"
        for i, mention in owners if len(owners) < 2 or _joined(line, owners[0][0], owners[1][0]) else owners[1:]:
            give(candidate, mention.code, _owner_role(candidate))
            taken.add(i)
    last = -1
    for i, mention in behind:
        beside, last = last >= 0 and is_beside(line, last, i), i
        if beside:
            give(candidate, mention.code, list(candidate.roles.values())[-1])
            continue
        before = [token.word for token in line.tokens[max(candidate.head, i - 3) : i]]
        if any(word in words_of("roles_owners_behind") for word in before) and not candidate.roles:
            owner = _owner_role(candidate) if "of" not in before or candidate.type.owner_of else _object_role(candidate)
            give(candidate, mention.code, owner)
        elif any(word in words_of("roles_to") for word in before) or candidate.roles:
            give(candidate, mention.code, _object_role(candidate))
        else:
            give(candidate, mention.code, _owner_role(candidate))


def _acts_between(line: Line, i: int, head: int) -> bool:
    """Whether the actor before a noun does something else to it ("the UN condemned the killing")."""
    return any(token.word in finite("en") or token.word.endswith("ed") for token in line.tokens[i + 1 : head])


def _joined(line: Line, first: int, second: int) -> bool:
    return not {token.word for token in line.tokens[first + 1 : second]} - words_of("roles_listing") - {"-", "'s"}


def _verb(
    candidate: Candidate, reading: Reading, line: Line, clause: Clause, said: Said | None, taken: set[int]
) -> None:
    own = clause.first if has_subject(line, clause, candidate.head) else min(clause.first, candidate.first)
    own = begins(line, reading.clauses[candidate.line], own, candidate.head, reading.language)
    first = opening(line, own)
    first = _before_quote(reading, line, candidate.line, first)
    first = _after_speech(reading, line, first, candidate.head)
    if line.tokens[clause.first].word == "," and line.tokens[min(clause.first + 1, candidate.head)].word.endswith(
        "ing"
    ):
        first = max((i + 1 for i in range(first, candidate.head) if line.tokens[i].word == ","), default=first)
    before = without_asides(line, acting(line, first, candidate.head, taken), candidate.head, reading.language)
    subjects = leading(line, behind_opening(line, before, candidate.head), candidate.head)
    objects = acting(line, candidate.head, min(max(clause.last, candidate.last), candidate.head + 2 * REACH), taken)
    agents = _agents(candidate, line, taken)
    passive = candidate.mood.passive or _done_by(line, candidate.head) or _is_participle(line, candidate, agents)
    agents = agents if passive else []
    objects = [pair for pair in objects if pair not in agents]
    agents += [(i, m) for i, m in subjects if passive and candidate.type.fact and did_it(line, i)]
    subjects = [pair for pair in subjects if pair not in agents]
    captors = [(i, m) for i, m in subjects if passive and took_them(line, i)]
    subjects = _as_subjects(line, [pair for pair in subjects if pair not in captors])
    if not subjects and passive:
        subjects = patients(line, candidate.head, taken) or (aimed_at(line, before) if agents else [])
    if not subjects and not agents:
        subjects = _earlier_subject(reading, candidate, line, first, said)
        passive = passive or is_suffered(candidate, line, subjects[0][1] if subjects else None)
    if not agents and line.tokens[candidate.head].word in words_of("roles_moved"):  # "A's troops have been deployed"
        passive = False
    acting_ones = agents if passive else subjects
    if candidate.trigger.word_of and acting_ones:
        candidate.accuser = acting_ones[0][1].code
    for _, mention in _fighting(line, candidate.head):
        give(candidate, mention.code, Role.PARTICIPANT)
    for _, mention in acting_ones:
        give(candidate, mention.code, _subject_role(candidate))
    for _, mention in captors if candidate.type.mutual else ():
        give(candidate, mention.code, Role.PARTICIPANT)
    for i, mention in subjects if passive else _nearest_objects(line, objects):
        its = i >= 0 and (owns(line, i) or governed(line, i))
        made = passive and candidate.type.makes_its_object and its
        give(candidate, mention.code, _subject_role(candidate) if made else _object_role(candidate))


def _fighting(line: Line, head: int) -> list[tuple[int, ActorMention]]:
    """Those between whom the fighting is in which something is suffered: "were killed in clashes between A and B"."""
    found: list[tuple[int, ActorMention]] = []
    for i, mention in acting(line, head + 1, head + 2 * REACH):
        before = [token.word for token in line.tokens[max(head, i - 5) : i]]
        opens = "between" in before and set(before[: before.index("between")]) & words_of("roles_fighting")
        if opens or (found and is_beside(line, found[-1][0], i)):
            found.append((i, mention))
    return found


def _before_quote(reading: Reading, line: Line, number: int, first: int) -> int:
    """Where a clause begins whose verb is quoted and its subject is not (``says that Iran "will not attend"``)."""
    quoted = line.tokens[first].word in words_of("attribution_quotes")
    if not quoted or not first or line.tokens[first - 1].mention is None:
        return first
    return clause_of(reading.clauses[number], first - 1).first


def _after_speech(reading: Reading, line: Line, first: int, head: int) -> int:
    """Where the subject may begin: behind a verb of saying, if an actor who can act stands between it and the head."""
    say, aside = say_words(reading.language), aside_of(line, head, reading.language)
    for i in range(head - 1, first, -1):
        if (
            i not in aside
            and line.tokens[i].word in say
            and line.tokens[i - 1].word not in words_of("bind_determiners")
        ):
            free = [place for place, _ in line.actors(i + 1, head) if not governed(line, place)]
            return i + 1 if free else first
    return first


def _as_subjects(line: Line, mentions: list[tuple[int, ActorMention]]) -> list[tuple[int, ActorMention]]:
    """Of the mentions before a verb those that act: the subject, and those joined to it by "and" or a comma."""
    mentions = [(i, m) for i, m in mentions if not m.rule.endswith(": attribute")] or mentions
    chosen = subject_of(line, mentions)
    if chosen is None:
        return []
    at = next(n for n, (_, mention) in enumerate(mentions) if mention is chosen)
    together = [(i, m) for i, m in mentions if opening(line, i) == opening(line, mentions[at][0]) < i]
    if together:
        return together
    found = [mentions[at]]
    for nearer, further in zip(mentions[at:], mentions[at + 1 :], strict=False):
        beside = not set(listed_between(line, nearer[0], further[0])) - words_of("roles_listing")
        if not (beside or comes_along(line, nearer[0], further[0])):
            break
        found.append(further)
    joined = len(found) > 1
    for further, nearer in zip(reversed(mentions[:at]), reversed(mentions[: at + 1]), strict=False):
        between = set(listed_between(line, further[0], nearer[0]))
        joined = joined or bool(between & {"and", "-", "–"})
        alone = not joined and "," in between  # "after a visit by A, B said"
        if alone or between - words_of("roles_joined") - {"–"} or not (joined or not governed(line, further[0])):
            break
        found.insert(0, further)
    return found


def _nearest_objects(line: Line, mentions: list[tuple[int, ActorMention]]) -> list[tuple[int, ActorMention]]:
    """The first mention behind a verb, those joined to it, and those to whom or against whom it is done."""
    found: list[tuple[int, ActorMention]] = []
    for i, mention in mentions:
        before = line.tokens[i - 1].word
        joined = found and not set(listed_between(line, found[-1][0], i)) - words_of("roles_joined")
        if not found or joined or before in words_of("roles_to"):
            found.append((i, mention))
    return found


def _done_by(line: Line, head: int) -> bool:
    """Whether it is told by whom, right behind the head; "disarms by Friday" sets a term only."""
    words = [token.word for token in line.tokens[head + 1 : head + 3]]
    return words[:1] == ["by"] and words[1:] != [TIME]


def _agents(candidate: Candidate, line: Line, taken: set[int]) -> list[tuple[int, ActorMention]]:
    """Who does what a passive tells: "by Israel and its allies", "in an Israeli airstrike", "when US troops fired"."""
    found: list[tuple[int, ActorMention]] = []
    for i, mention in acting(line, candidate.head + 1, len(line.tokens), taken):
        if {token.word for token in line.tokens[candidate.head + 1 : i]} & words_of("roles_no_agent_behind"):
            break
        if found:
            if not is_beside(line, found[-1][0], i):
                break
        elif not _is_agent(line, i, candidate.head):
            continue
        found.append((i, mention))
    return found


def _is_agent(line: Line, i: int, head: int) -> bool:
    before = [token.word for token in line.tokens[max(0, i - 3) : i]]
    if "by" in before:
        by = i - 1 - before[::-1].index("by")
        done = line.tokens[by - 1].word
        another = by - 1 > head and (done.endswith("ed") or done in participles())
        return not another or {done, line.tokens[head].word} <= words_of("roles_harm")
    behind = {token.word for token in line.tokens[i + 1 : i + 4]}
    deed = behind & ({word for word in grammar().classes["attack"] if " " not in word} | words_of("roles_deeds"))
    return bool(deed) and bool(set(before) & words_of("roles_deed_led_by"))


def _is_participle(line: Line, candidate: Candidate, agents: list[tuple[int, ActorMention]]) -> bool:
    """Whether a participle stands with no object behind it: "a truce violated twice by", "tourists taken hostage"."""
    word, head = line.tokens[candidate.head].word, candidate.head
    following = line.tokens[head + 1] if head + 1 < len(line.tokens) else None
    if following is None or following.mention is not None or following.word not in words_of("roles_behind_participle"):
        return False
    helped = set(candidate.mood.words.split()) & set(grammar().verbs.have)
    if word in participles() and not is_past(word) and not helped:
        return True
    if "least" in [token.word for token in line.tokens[head + 2 : head + 3]]:
        return False
    suffered = word in words_of("roles_suffered") or (bool(agents) and not helped)
    return suffered and (word.endswith(("ed", "en")) or word in participles())


def _earlier_subject(
    reading: Reading, candidate: Candidate, line: Line, first: int, said: Said | None
) -> list[tuple[int, ActorMention]]:
    """A clause without a named subject takes the sentence's, or the one to whom its pronoun leads.

    Those named in another sentence stand at -1, for their place in that one says nothing of this line.
    """
    words = [token.word for token in line.tokens[first : candidate.head]]
    if said and said.speaker and (not words or set(words) & words_of("roles_speakers")):
        return [(-1, said.speaker)]
    opened = behind_participle(line, candidate.head) or antecedent(line, first)
    if opened:
        return opened
    earlier = acting(line, 0, first)
    if earlier:
        acts = [(i, mention) for i, mention in earlier if not mention.rule.endswith(": attribute")]
        return (acts or earlier)[:1]
    if said and said.speaker:
        return [] if candidate.type.fact else [(-1, said.speaker)]
    for number in range(candidate.line - 1, max(-1, candidate.line - 3), -1):
        named = acting(reading.lines[number], 0, len(reading.lines[number].tokens))
        of_state = words_of("roles_of_state") & line.words if candidate.mood.passive else frozenset()
        if named:
            chosen = [pair for pair in named if not of_state or pair[1].kind != "group"] or named
            return [(-1, chosen[0][1])]
    return []
