"""Groups without a state: those that an article introduces with their initials, and those it names only by their state.

"The People's Front for Renewal (PFR)" is ``PFR`` from there on; "Ugandan rebels" are ``UGAREB`` unless a profile
knows them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache
from itertools import pairwise

import regex

from tracker.events.called import called
from tracker.events.introductions import choice, may_name
from tracker.events.names import Hit, Name, apart, fold
from tracker.models import ActorMention
from tracker.resources import world
from tracker.resources.conflict import Conflict
from tracker.resources.grammar import grammar

_CAPITAL = r"\p{Lu}[\p{L}'’-]+"
_NAMED = regex.compile(
    rf"(?P<name>{_CAPITAL}\s+(?:(?:{_CAPITAL}|of|for|the|and|in|&)\s+){{0,9}})\((?P<code>\p{{Lu}}[\p{{L}}\d/-]{{1,9}})\)"
)
_LEADING = regex.compile(r".*\b(?:[Tt]he|a|an|by|of|In|On|At|By|And|But|A|An|Its|Their|Both|While|After|Of)\s+")
_REVERSED = regex.compile(
    rf"(?<!\w)(?P<code>\p{{Lu}}{{3,8}})\s+\((?P<name>{_CAPITAL}(?:\s+(?:{_CAPITAL}|of|for|the|and|in))+)\)"
)
OF_STATE, BARE = "group of a state", "bare: "
"""The rules by which a group is named by its state alone, and by a common noun alone."""
OFTEN = 2
"""A text that names one group more than so many times as often as another is about the one."""
LOOK_AHEAD = 120
"""Characters behind a state's name in which the noun of its group can stand."""
_APPOSED = regex.compile(r"\s*,?\s*(?:of\s+)?(?:the\s+)?")


def introduced(text: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """``hits`` with the groups that the text introduces, wherever their name or initials stand; known actors stay as
    they are.
    """
    new: list[Hit] = []
    for code, name, start in _introductions(text):
        inside = [hit.actor for hit in hits if hit.actor and hit.start < start + len(name) and start < hit.end]
        if any(actor.kind == "group" for actor in inside):
            continue
        owner = next((actor.code for actor in inside if actor.kind in ("state", "demonym")), "")
        of_the_state = owner and _forces().search(fold(name))
        actor = Name("group", owner if of_the_state else code.upper().replace("-", "").replace("/", ""), rule="text")
        for words in (f"{name} ({code})", f"{code} ({name})", name, code):
            found = regex.finditer(rf"(?<![\w-]){regex.escape(words)}(?![\w-])", text)
            new += [Hit(one.start(), one.end(), actor, None) for one in found]
    new += _unabbreviated(text, (*new, *hits))
    new += called(text, tuple(apart([*new, *hits])))
    if not new:
        return hits
    return tuple(apart([*new, *hits]))


def _unabbreviated(text: str, hits: tuple[Hit, ...]) -> list[Hit]:
    """Groups of fighters that the text names in full without initials ("Azawad Popular Liberation Front")."""
    found = []
    for one in _fighters().finditer(text) if may_name(text, world.words().fighters) else ():
        leading = _LEADING.match(text, one.start(), one.start("kind") if one["kind"] else one.start("first"))
        start = leading.end() if leading else one.start()
        words = text[start : one.end()]
        code = "".join(word[0] for word in words.split() if word[0].isupper())
        known = any(
            hit.actor and hit.actor.kind == "group" for hit in hits if start < hit.end and hit.start < one.end()
        )
        if len(code) > 2 and not known and not _forces().search(fold(words)) and not words.startswith("People"):
            found.append(Hit(start, one.end(), Name("group", code, rule="text"), None))
    return found


@cache
def _fighters() -> regex.Pattern[str]:
    words = rf"(?:{_CAPITAL}|of|for|the|and)"
    kinds = rf"(?i:{choice(world.words().fighters)})"
    return regex.compile(
        rf"(?<![\w-]){_CAPITAL}(?:\s+{words}){{0,7}}?\s+(?P<kind>{kinds})(?:\s+(?:of|for)\s+(?:the\s+)?{_CAPITAL}(?:\s+{_CAPITAL})?)?(?![\w-])"
        rf"|(?<![\w-])(?P<first>{kinds})\s+(?:of|for)\s+(?:the\s+)?{_CAPITAL}(?:\s+(?:{words}\s+){{0,4}}{_CAPITAL})?(?![\w-])"
    )


def _introductions(text: str) -> list[tuple[str, str, int]]:
    """Code, name and start of each group that stands with its initials and whose name tells that it is a group."""
    nouns = frozenset(world.words().group_nouns)
    found = []
    for pattern in (_NAMED, _REVERSED):
        for one in pattern.finditer(text):
            words = one["name"].split()
            if pattern is _NAMED:
                words = _tail(words, one["code"])
            if words and any(fold(word) in nouns for word in words):
                start = one.start("name") + one["name"].rindex(words[0])
                start = (
                    one.start("name") + one["name"].index(" ".join(words)) if " ".join(words) in one["name"] else start
                )
                found.append((one["code"], text[start : one.start("name") + len(one["name"].rstrip())], start))
    return found


def _tail(words: list[str], code: str) -> list[str]:
    """The last words whose initials fit ``code``: of "Leader of the Free Front" and "FF" those are "Free Front"; a code
    from another language may have them in another order.
    """
    letters = [letter for letter in code.upper() if letter.isalpha()]
    for skip in range(len(words)):
        tail = words[skip:]
        strong = [word[0] for word in tail if word[0].isupper()]
        every = [word[0].upper() for word in tail]
        translated = len(letters) > 2 and sorted(letters) == sorted(strong)
        if tail[0][0].isupper() and (letters in (strong, every) or translated):
            return tail
    first = [at for at, word in enumerate(words) if word[0] == code[0]]
    return words[first[0] :] if first and len(letters) > 2 and len(words) - first[0] >= len(letters) - 1 else []


def halves(text: str) -> list[ActorMention]:
    """The first of two states that share a noun: "North| and South Korea"."""
    known = world.words().halves
    found = []
    for phrase, code in known.items():
        start = text.find(phrase)
        while start >= 0:
            word = phrase.split()[0]
            found.append(ActorMention(start, start + len(word), word, code, "state", "", "half: actor"))
            start = text.find(phrase, start + len(phrase))
    return found


def in_full(text: str, found: list[ActorMention]) -> list[ActorMention]:
    """``found`` without a state's rebels beside their own name: "rebels of the LRA", "the LRA rebel group"."""
    left: set[int] = set()
    for one, following in pairwise(found):
        if one.kind == following.kind == "group" and _APPOSED.fullmatch(text, one.end, following.start):
            left.update(id(each) for each in (one, following) if each.rule.startswith((OF_STATE, BARE)))
    return [one for one in found if id(one) not in left]


def of_their_state(text: str, found: list[ActorMention]) -> list[ActorMention]:
    """``found``, a state that only owns the group named behind it doing nothing itself: "Chad's FACT freed ten"."""
    named = list(found)
    for n, (one, following) in enumerate(pairwise(found)):
        owner = one.kind in {"state", "metonym"} and text[one.end : following.start] in ("'s ", "’s ")
        third = following.code in world.organisations() and world.organisations()[following.code].kind != "group"
        rest = text[following.end : following.end + LOOK_AHEAD].split()
        matter = bool(rest) and rest[0].strip(".,;") in grammar().words["groups_matters"]
        if owner and following.kind == "group" and following.code not in world.states() and not (third or matter):
            named[n] = replace(one, rule=f"{one.rule.partition(': ')[0]}: attribute")
    return named


def of_whom_it_tells(found: list[ActorMention], profile: Conflict) -> list[ActorMention]:
    """``found`` with "the rebels" and the like for the group that the article is about, where that is another of the
    same camp than the one that the profile means by them: an article about the ELN means the ELN, though it recalls
    the FARC once.
    """
    named = Counter(one.code for one in found if one.kind == "group" and not one.text.islower() and not _is_bare(one))
    camps = [set(camp) - world.states().keys() for camp in profile.sides]
    meant: dict[str, str] = {}
    for code in {one.code for one in found if _is_bare(one)}:
        others = {other for camp in camps if code in camp for other in camp}
        rivals = [(count, other) for other, count in named.items() if other in others - {code}]
        most, rival = max(rivals, default=(0, ""))
        if most > OFTEN * named[code]:
            meant[code] = rival
    return [replace(one, code=meant[one.code]) if _is_bare(one) and one.code in meant else one for one in found]


def _is_bare(one: ActorMention) -> bool:
    """Whether a group is named by a common noun alone ("the rebels", "Rebel leaders" at a sentence's beginning)."""
    words = one.text.split()
    return one.kind == "group" and all(word.islower() for word in words[1:]) and fold(one.text) in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(fold(word) for word, letters in world.bare_groups().items() if letters == "REB")


def bare(
    text: str, hits: tuple[Hit, ...], places: AbstractSet[Hit] = frozenset(), found: Iterable[ActorMention] = ()
) -> list[ActorMention]:
    """The government, rebels and opposition named only so: those of the one state that the text is about, if it is
    about one; ``places`` are the names that only say where, ``found`` the mentions of others.
    """
    home = _at_war_within(text, hits) or _home(hits, places) or _of_the_rebels(found)
    if not home:
        return []
    letters, told = world.bare_groups(), _told_of_another(text, places)
    return [
        ActorMention(
            one.start(),
            one.end(),
            one[0],
            (told.get(_sentence(text, one.start())) or home) + letters.get(fold(one[0]), ""),
            "group",
            "",
            "bare: " + fold(one[0]),
        )
        for one in _bare().finditer(text)
        if letters.get(fold(one[0])) or text[one.start() - 3 : one.start()] not in {"'s ", "’s "}
    ]


def beside_a_group(text: str, found: list[ActorMention], profile: Conflict) -> list[ActorMention]:
    """``found`` with the government that is named beside a group without an article: "Government and FACT envoys"."""
    ours = [one for one in profile.actor if "the government" in one.aliases]
    if len(ours) != 1:
        return found
    new = [
        ActorMention(one.start(), one.end(), one[0], ours[0].code, "metonym", "", "profile: beside a group")
        for one in _bare().finditer(text)
        if fold(one[0]) == "government"
    ]
    return apart([*found, *new])


def _of_the_rebels(found: Iterable[ActorMention]) -> str:
    """The one state whose rebels or opposition are named by it ("Chad's rebels"); empty if there are several."""
    letters = tuple(filter(None, world.words().state_groups.values()))
    codes = [one.code for one in found if one.rule.startswith(OF_STATE) and one.code.endswith(letters)]
    states = {code[: -len(letters[0])] for code in codes}
    return states.pop() if len(states) == 1 else ""


def _told_of_another(text: str, places: AbstractSet[Hit]) -> dict[int, str]:
    """By the beginning of a sentence the state in which it says that something happened ("calls for a truce in Chad
    after rebels take a town"): its rebels are meant, not the speaker's.
    """
    found = {}
    for hit in places:
        code = hit.actor.code if hit.actor else ""
        if code in world.states() and _goes_on().match(text, hit.end):
            found[_sentence(text, hit.start)] = code
    return found


def _sentence(text: str, at: int) -> int:
    """Where the sentence begins, near enough to tell what stands in the same one."""
    return max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1


@cache
def _goes_on() -> regex.Pattern[str]:
    return regex.compile(rf",?\s+(?:{choice(grammar().words['groups_what_went_on'])})\b")


def _home(hits: tuple[Hit, ...], places: AbstractSet[Hit]) -> str:
    """The state to which more than half of all names of states and places belong; who acts counts twice."""
    named: Counter[str] = Counter()
    for hit in hits:
        code = hit.actor.code if hit.actor else hit.place.country if hit.place else ""
        if code in world.states() and not (hit.actor and hit.actor.person):
            named[code] += 2 if hit.actor and hit not in places else 1
    most = named.most_common(1)
    return most[0][0] if most and 2 * most[0][1] > named.total() else ""


def _at_war_within(text: str, hits: tuple[Hit, ...]) -> str:
    """The one state whose government or army a text names beside rebels or an opposition ("Chad's army and the rebels
    met in Kenya"); empty if there are several, or none.
    """
    states = world.states()
    found = {
        hit.actor.code
        for hit in hits
        if hit.actor and hit.actor.code in states and _own_war().match(fold(text[hit.end : hit.end + LOOK_AHEAD]))
    }
    return found.pop() if len(found) == 1 else ""


@cache
def _own_war() -> regex.Pattern[str]:
    lists = grammar().words
    rulers, rebels = choice(lists["groups_ruling"]), choice(tuple(world.bare_groups()))
    against = choice(lists["groups_set_against"])
    return regex.compile(
        rf"(?:'s)?\s+(?:\w+\s+)?(?:{rulers})\b(?:\s+\w+){{0,9}}?\s+(?:{against})\s+(?:its\s+)?(?:{rebels})\b"
    )


@cache
def _forces() -> regex.Pattern[str]:
    """The forces and offices of a state speak for it: "Uganda People's Defence Forces (UPDF)" is Uganda."""
    words = grammar().words
    against, kinds = choice(words["groups_no_state"]), choice(words["groups_of_state"])
    return regex.compile(rf"^(?!.*\b(?:{against})\b).*\b(?:{kinds})\b")


@cache
def _bare() -> regex.Pattern[str]:
    names = choice(tuple(world.bare_groups()))
    rebels = choice(grammar().words["groups_against_state"])
    members = choice(world.words().bare_members)
    together = (
        rf"government(?=\s+and\s+(?:the\s+)?(?:{rebels}|(?-i:\p{{Lu}}{{3,}})|(?-i:\p{{Lu}}[\w-]+)\s+(?:{members})\b))"
    )
    before, behind = r"(?<![\w-])(?<!(?i:former)\s)", r"(?![\w-])(?!\s+of\s+(?:the\s+)?\p{Lu})"
    return regex.compile(rf"{before}(?i:{names}|{together}){behind}")


@cache
def _of_state() -> regex.Pattern[str]:
    lists = grammar().words
    described = rf"(?:(?:{choice(lists['groups_describing'])}|{choice(lists['groups_ranking'])})\s+){{0,4}}"
    members = rf"(?:\s+(?:{choice(world.words().bare_members)}))?"
    nouns = choice(tuple(world.words().state_groups))
    outside = rf"(?:\w+\s+)?(?:{choice(lists['groups_of_nobody'])})"
    return regex.compile(
        rf"(?:'s)?\s+{described}(?:(?P<noun>{nouns})\b(?!(?<=opposition)\s+to\b){members}|{outside}\b)"
    )


def behind_which_a_place(text: str, hits: tuple[Hit, ...], found: list[ActorMention]) -> list[ActorMention]:
    """``found`` with the groups named by where they are: "rebels in Chad", "separatist leaders from the northern
    Philippines"; what they are of does not act itself ("the rebels of Mali").
    """
    new, theirs = [], set()
    for hit in hits:
        code = hit.actor.code if hit.actor and hit.actor.kind == "state" else hit.place.country if hit.place else ""
        first = max(0, hit.start - LOOK_AHEAD)
        one = _before_place().search(fold(text[first : hit.start])) if code in world.states() else None
        if one is None:
            continue
        start, end = first + one.start("group"), first + one.end("group")
        if any(known.start <= end + 1 and start <= known.end + 1 and known.end <= hit.start for known in found):
            continue
        if one["where"] == "in":  # "the army met a rebel leader in Lomé": where they met, and not whose rebels
            code = _at_war_within(text, hits) or code
        code += world.words().state_groups[one["noun"]]
        new.append(ActorMention(start, end, text[start:end], code, "group", "", f"{OF_STATE}: {one['where']}"))
        if one["where"] != "in":
            theirs.add(hit.start)
    kept = (one for one in found if one.person or not any(one.start <= start < one.end for start in theirs))
    return apart([*new, *kept]) if new else found


@cache
def _before_place() -> regex.Pattern[str]:
    lists, words = grammar().words, world.words()
    described = rf"(?:(?:{choice(lists['groups_describing'])})\s+){{0,2}}"
    group = rf"{described}(?P<noun>{choice(tuple(words.state_groups))})(?:\s+(?:{choice(world.words().bare_members)}))?"
    filler = rf"(?:the\s+)?(?:(?:{choice(words.directions)})\s+(?:of\s+)?(?:the\s+)?)?"
    return regex.compile(rf"(?<![\w-])(?<!(?i:former|ex)[\s-])(?P<group>{group})\s+(?P<where>of|in|from)\s+{filler}$")


def of_state(text: str, end: int, code: str) -> tuple[int, str] | None:
    """The group that a state's adjective before ``end`` names with the noun behind it: "Ugandan| rebels"; its end and
    code, which is empty for those who are nobody's side ("Jamaica's| rival gangs").
    """
    found = _of_state().match(fold(text[end : end + LOOK_AHEAD]))
    if found is None:
        return None
    letters = world.words().state_groups[found["noun"]] if found["noun"] else ""
    return (end + found.end(), code + letters) if letters else (end, "")
