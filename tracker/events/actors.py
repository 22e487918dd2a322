"""Finds who is named: states, groups and people, and for whom they speak.

Kinds of mentions: ``state`` ("Ukraine"), ``metonym`` ("Kyiv", "the Kremlin"), ``demonym`` ("Ukrainian", "Russian
forces", "Israelis"), ``group`` ("Hamas", "the UN", "the rebels"), ``office`` ("Ukraine's lead negotiator", "the
president of Egypt") and ``person`` (a name, with the office beside it). A name in use as a place only ("in Moscow")
is no mention here but one of ``places``.

``rule`` is ``table: word``. The word of a demonym is ``agent`` ("Russian forces"), ``people`` ("Russians") or
``attribute`` ("Russian gas", which names no one who acts); that of a state or capital tells its use: ``actor``,
``to``, ``flew to`` (somebody goes there), ``invasion of`` ...
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

import regex

from tracker.events import groups, people
from tracker.events.expressions import expression
from tracker.events.introductions import Office, choice, is_former, name_after, name_before, office_after, office_before
from tracker.events.led_back import led_back
from tracker.events.names import Hit, Name, apart, fold, lexicon, overlapping
from tracker.events.places import inside
from tracker.events.usage import Use, Used, used
from tracker.models import ActorMention, Sentence
from tracker.resources import world
from tracker.resources.conflict import Conflict
from tracker.resources.grammar import grammar

_APPOSED = regex.compile(r"\s*,?\s+(?:the\s+)?")
_WHAT_IT_IS = regex.compile(r",\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}")
_OWNED = regex.compile(r"(?:['’]s?)?\s+(?:own\s+|National\s+)?")
_NATIONAL = frozenset({"Security Council"})
"""Names of an organ of the United Nations that a state's organ bears too ("Armenia's Security Council")."""
_JOINS = regex.compile(r"\s*(?:,|-|and|or|, and|, the|and the)\s*")


def find(text: str, profile: Conflict | None, sentences: Iterable[Sentence] = ()) -> tuple[ActorMention, ...]:
    """The actors that ``text`` names, in order, none overlapping another.

    A person's name is given in the fullest form that the text has of it. If ``sentences`` are given, only mentions
    inside one of them count, but all of the text is read for introductions.
    """
    known_names = lexicon(profile)
    hits = groups.introduced(text, known_names.find(text))
    uses = tuple(used(text, hits))
    found = apart([*groups.halves(text), *(mention for one in uses for mention in _mentions(text, one, hits))])
    places = {one.hit for one in uses if one.use is Use.PLACE}
    found = groups.behind_which_a_place(text, hits, found)
    if profile:
        found = groups.of_whom_it_tells(groups.beside_a_group(text, found, profile), profile)
    else:
        found = apart([*found, *groups.bare(text, hits, places, found)])
    found = groups.of_their_state(text, groups.in_full(text, found))
    lines = tuple(sentences)
    found = apart([*found, *people.with_title_only(text, found, lines, _home(profile))])
    known = people.people_of(found, known_names)
    found = _named_groups(text, _joined(text, apart([*found, *people.again(text, known)])))
    found = led_back(text, _in_office(found), profile)
    return tuple(
        people.in_full(one, known, known_names) for one in found if one.code and inside(one.start, one.end, lines)
    )


def _home(profile: Conflict | None) -> str:
    """The one state in which a conflict is fought; empty if states fight each other."""
    states = {code for camp in profile.sides for code in camp if code in world.states()} if profile else set()
    return states.pop() if len(states) == 1 else ""


def _named_groups(text: str, found: list[ActorMention]) -> list[ActorMention]:
    """The mentions, "Nigeria's main militant group" being the group named right behind it."""
    named = list(found)
    for n, (one, following) in enumerate(pairwise(found)):
        beside = _APPOSED.fullmatch(text, one.end, following.start)
        several = (
            one.kind == "group"
            and one.text.endswith(world.words().several_groups)
            and text[one.end : following.start] == " "
        )
        if following.text in _NATIONAL and one.kind != "person" and _OWNED.fullmatch(text, one.end, following.start):
            named[n + 1] = replace(following, code=one.code, kind="office", rule="organ of a state: actor")
        joined = text[one.end : following.start]
        single = joined == " " and one.kind == "group" and one.text.split()[-1] in world.words().leading_back
        if beside and following.kind == "group" and (several or single or one.rule.startswith(groups.OF_STATE)):
            named[n] = replace(one, code=following.code)
        if one.kind == "group" and following.rule.startswith(groups.OF_STATE) and _WHAT_IT_IS.fullmatch(joined):
            named[n + 1] = replace(following, code=one.code)
    return named


def _in_office(found: list[ActorMention]) -> list[ActorMention]:
    """The mentions, a group's leader whom the article calls a state's president speaking for that state."""
    states = world.states()
    office = {
        one.person.split()[-1]: one.code
        for one in found
        if one.person and one.code in states and one.rule.endswith(": president")
    }
    return [
        replace(one, code=office[one.person.split()[-1]])
        if one.person and one.code not in states and one.person.split()[-1] in office
        else one
        for one in found
    ]


def _joined(text: str, found: list[ActorMention]) -> list[ActorMention]:
    """The mentions, the noun behind the last adjective holding for those before: "Israeli and Palestinian leaders"."""
    joined: list[ActorMention] = []
    for mention in reversed(found):
        one = mention
        following = joined[-1] if joined else None
        if following and one.rule.endswith(": attribute") and _JOINS.fullmatch(text, one.end, following.start):
            acts = following.rule.endswith(": agent") or following.kind in ("office", "group")
            one = replace(one, rule=one.rule.removesuffix("attribute") + "agent") if acts else one
        joined.append(one)
    return joined[::-1]


def _mentions(text: str, one: Used, hits: tuple[Hit, ...]) -> Iterator[ActorMention]:
    """The mention that a name used as an actor makes, widened by the words of office beside it, and the person so
    introduced.

    A mention without a code holds words that are somebody else's, so that no shorter reading of them is taken.
    """
    hit, name = one.hit, one.hit.actor
    if name is None or one.use in (Use.PLACE, Use.NEITHER):
        return
    if name.kind == "person":
        yield _known_person(text, hit, name)
        return
    group = groups.of_state(text, hit.end, name.code) if name.kind in ("demonym", "state", "metonym") else None
    if group is None and name.code in _continents() and groups.of_state(text, hit.end, ""):
        group = hit.end, ""
    if group is not None:
        hit = Hit(hit.start, group[0], Name("group", group[1], rule=groups.OF_STATE), None)
        one = Used(hit, one.use, one.reason)
    office = office_after(text, hit.end)
    if office is not None:
        yield _with_office(text, one, office, hits)
        return
    yield _without_office(text, one, hits)


def _known_person(text: str, hit: Hit, name: Name) -> ActorMention:
    words = text[hit.start : hit.end]
    if " " not in words and people.is_another(text, hit.start):
        return ActorMention(hit.start, hit.end, words, "", "person", words, "another of that name")
    administration = _administration().match(text, hit.end)
    if administration:
        words = text[hit.start : administration.end()]
        return ActorMention(
            hit.start, administration.end(), words, name.code, "metonym", "", f"{name.rule}: administration"
        )
    return ActorMention(hit.start, hit.end, words, name.code, "person", words, f"{name.rule}: name")


@cache
def _continents() -> frozenset[str]:
    """Parts of the world that act together by what their states say, and whose armed groups they do not answer for."""
    return frozenset(code for code, one in world.organisations().items() if one.kind == "bloc")


@cache
def _administration() -> regex.Pattern[str]:
    return regex.compile(rf"(?:['’]s)?\s+(?:{choice(grammar().words['actors_of_leader'])})\b")


def _without_office(text: str, one: Used, hits: tuple[Hit, ...]) -> ActorMention:
    """A name with no office behind it, or one before it: "the president of Egypt", "Hakan Fidan of Türkiye"."""
    hit, name = one.hit, one.hit.actor
    assert name is not None
    made = _plain(text, one)
    before = office_before(text, hit.start)
    if before is None:
        span = name_before(text, hit.start, titled=True)
        return made if span is None else _introduced(text, made, span, hits)
    start, words = before
    code = "" if words.startswith("former") or is_former(text, start) else name.code
    made = replace(
        made, start=start, text=text[start : made.end], code=code, kind="office", rule=f"{name.rule}: {words}"
    )
    span = name_before(text, start) or name_after(text, made.end)
    return made if span is None else _introduced(text, made, span, hits)


def _plain(text: str, one: Used) -> ActorMention:
    hit, name = one.hit, one.hit.actor
    assert name is not None
    kind, end, word = name.kind, hit.end, one.reason
    if kind == "people":
        kind, word = "demonym", "people"
    elif kind == "demonym":
        noun = _agent().match(fold(text[end : end + 60]))
        word = "agent" if noun else "people" if _stands_alone(text, hit) else "attribute"
        end += noun.end() if noun else 0
        if noun is None and _of_a_place().match(fold(text[end : end + 40])):
            return ActorMention(hit.start, end, text[hit.start : end], "", kind, "", f"{name.rule}: of a place")
    return ActorMention(hit.start, end, text[hit.start : end], name.code, kind, "", f"{name.rule}: {word}")


@cache
def _of_a_place() -> re.Pattern[str]:
    parts = rf"(?:{choice(world.words().parts)}|{choice(world.words().settlements)})"
    return expression(rf"\s+(?:\w+\s+)?{parts}\b")


@cache
def _agent() -> re.Pattern[str]:
    words = world.words()
    return expression(rf"(?:\s+(?:{choice(words.agent_modifiers)})){{0,3}}\s+(?:{choice(words.agent_nouns)})\b")


def _stands_alone(text: str, hit: Hit) -> bool:
    """Whether an adjective behind "the" has no noun behind it, and so names the people: "The French said ..."."""
    before, after = text[max(0, hit.start - 4) : hit.start].lower(), text[hit.end : hit.end + 12]
    return (
        before.endswith("the ")
        and regex.match(r"\s+(?:ha[sdv]e?|are|were|said|say|will|would|did|do|and)\b|[,.;]", after) is not None
    )


def _with_office(text: str, one: Used, office: Office, hits: tuple[Hit, ...]) -> ActorMention:
    hit, name = one.hit, one.hit.actor
    assert name is not None
    former = office.words.startswith("former") or is_former(text, hit.start)
    code = "" if former else name.code
    words = text[hit.start : office.end]
    made = ActorMention(hit.start, office.end, words, code, "office", "", f"{name.rule}: {office.words}")
    if office.name is not None:
        return _introduced(text, made, office.name, hits)
    span = name_before(text, hit.start)
    return made if span is None else _introduced(text, made, span, hits)


def _introduced(text: str, made: ActorMention, span: tuple[int, int], hits: tuple[Hit, ...]) -> ActorMention:
    """The office with the person named beside it; a person whom a profile knows keeps the profile's actor, except in
    the highest offices of a state.
    """
    start, end = span
    code = made.code
    of_state = code in world.states() and made.rule.partition(": ")[2] in world.words().state_offices
    for hit in overlapping(hits, start, end):
        if hit.actor is None or hit.actor.kind != "person":
            return made
        start, end = min(start, hit.start), max(end, hit.end)
        if not of_state:
            code = hit.actor.code
    first, last = min(start, made.start), max(end, made.end)
    return ActorMention(first, last, text[first:last], code, "person", text[start:end], made.rule)
