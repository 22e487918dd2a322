"""Finds who is named: states, groups and people, and for whom they speak.

Kinds of mentions: ``state`` ("Ukraine"), ``metonym`` ("Kyiv", "the Kremlin", "Bankova"), ``demonym`` ("Ukrainian", "Russian forces",
"Israelis"), ``group`` ("Hamas", "the UN", "the rebels"), ``office`` ("Ukraine's lead negotiator", "the president of Egypt") and
``person`` (a name, with the office beside it). A name in use as a place only ("in Moscow") is no mention here but one of ``places``.

``rule`` is ``table: word``. The word of a demonym is ``agent`` ("Russian forces"), ``people`` ("Russians") or ``attribute`` ("Russian gas", which
names no one who acts); that of a state or capital tells its use: ``actor``, ``to``, ``flew to`` (somebody goes there) and so on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import regex

from tracker.events.introductions import Group, Office, groups, name_before, office_after, office_before
from tracker.events.names import Hit, fold, lexicon
from tracker.events.places import inside
from tracker.events.usage import Use, Used, used
from tracker.models import ActorMention, Sentence
from tracker.resources import world
from tracker.resources.conflict import Conflict


def find(text: str, profile: Conflict | None, sentences: Iterable[Sentence] = ()) -> tuple[ActorMention, ...]:
    """The actors that ``text`` names, in order, none overlapping another.

    A person's name is given in the fullest form that the text has of it. If ``sentences`` are given, only mentions inside
    one of them count, but all of the text is read for introductions.
    """
    hits = lexicon(profile).find(text)
    found = [mention for one in used(text, hits) for mention in _mentions(text, one, hits)]
    new_groups = [group for group in groups(text) if not _covered(group.start, group.end, found)]
    found += _group_mentions(text, new_groups)
    chosen = _longest(found)
    known = _known_people(chosen)
    chosen = _longest([*chosen, *_later_people(text, known, chosen)])
    spans = [(sentence.start, sentence.end) for sentence in sentences]
    return tuple(_named_in_full(one, known) for one in chosen if inside(one.start, one.end, spans))


def _covered(start: int, end: int, found: list[ActorMention]) -> bool:
    return any(one.kind == "group" and one.start < end and start < one.end for one in found)


def _mentions(text: str, one: Used, hits: tuple[Hit, ...]) -> list[ActorMention]:
    """The mention that a name used as an actor makes, widened by the office or noun beside it, and the person so introduced."""
    hit, name = one.hit, one.hit.actor
    if name is None or one.use in (Use.PLACE, Use.NEITHER):
        return []
    if name.kind == "person":
        return [ActorMention(hit.start, hit.end, text[hit.start : hit.end], name.code, "person", text[hit.start : hit.end], f"{name.rule}: name")]
    office = office_after(text, hit.end)
    if office is not None:
        return _with_office(text, one, office, hits)
    made = _plain(text, one)
    before = office_before(text, hit.start)
    if before is not None:
        start, words = before
        made = replace(made, start=start, text=text[start : made.end], kind="office", rule=f"{name.rule}: {words}")
    span = name_before(text, made.start if before is not None else hit.start, titled=before is None)
    if span is None and before is None:
        return [made]
    return [made] if span is None else _introduced(text, made, span, hits)


def _plain(text: str, one: Used) -> ActorMention:
    hit, name = one.hit, one.hit.actor
    assert name is not None
    kind, end, word = name.kind, hit.end, one.reason
    if kind == "people":
        kind, word = "demonym", "people"
    elif kind == "demonym":
        noun = _agent().match(fold(text[end : end + 60]))
        word = "agent" if noun else "attribute"
        end += noun.end() if noun else 0
    return ActorMention(hit.start, end, text[hit.start : end], name.code, kind, "", f"{name.rule}: {word}")


@cache
def _agent() -> regex.Pattern[str]:
    words = world.words()
    nouns = "|".join(sorted((regex.escape(word) for word in words.agent_nouns), key=len, reverse=True))
    between = "armed|ground|border|special|occupying|occupation|invading|regular|naval|military|government|defen[cs]e|foreign|security|peace|negotiating|senior|top|high-level|political|rebel|air|artillery|missile|drone|presidential|opposition|state|local|new"
    return regex.compile(rf"(?:\s+(?:{between})){{0,3}}\s+(?:{nouns})\b")


def _with_office(text: str, one: Used, office: Office, hits: tuple[Hit, ...]) -> list[ActorMention]:
    hit, name = one.hit, one.hit.actor
    assert name is not None
    made = ActorMention(hit.start, office.end, text[hit.start : office.end], name.code, "office", "", f"{name.rule}: {office.words}")
    if office.name is not None:
        return _introduced(text, made, office.name, hits)
    span = name_before(text, hit.start)
    return [made] if span is None else _introduced(text, made, span, hits)


def _introduced(text: str, made: ActorMention, span: tuple[int, int], hits: tuple[Hit, ...]) -> list[ActorMention]:
    """The office with the person named beside it; a person whom a profile knows keeps the profile's actor."""
    start, end = span
    code = made.code
    for hit in hits:
        if hit.start < end and start < hit.end:
            if hit.actor is None or hit.actor.kind != "person":
                return [made]
            start, end, code = min(start, hit.start), max(end, hit.end), hit.actor.code
    first, last = min(start, made.start), max(end, made.end)
    return [ActorMention(first, last, text[first:last], code, "person", text[start:end], made.rule)]


def _group_mentions(text: str, found: list[Group]) -> list[ActorMention]:
    """The groups where they are introduced, and wherever their code or name stands again."""
    mentions = []
    for group in found:
        mentions.append(ActorMention(group.start, group.end, text[group.start : group.end], group.code, "group", "", "text: initials"))
        for words in (group.name, group.code):
            for again in regex.finditer(rf"(?<![\w-]){regex.escape(words)}(?!\w)", text):
                mentions.append(ActorMention(again.start(), again.end(), again[0], group.code, "group", "", "text: again"))
    return mentions


def _known_people(found: list[ActorMention]) -> dict[str, tuple[str, str]]:
    """People of the text by folded surname: their code and fullest name; a surname that two people share is left out."""
    known: dict[str, tuple[str, str]] = {}
    shared = set()
    for one in found:
        if not one.person or " " not in one.person.strip():
            continue
        key = fold(one.person.split()[-1])
        if key in known and known[key][0] != one.code:
            shared.add(key)
        if key not in known or len(one.person) > len(known[key][1]):
            known[key] = (one.code, one.person)
    return {key: value for key, value in known.items() if key not in shared}


def _later_people(text: str, known: dict[str, tuple[str, str]], found: list[ActorMention]) -> list[ActorMention]:
    """Where people introduced somewhere are named again, by surname alone or in full."""
    mentions = []
    for code, person in known.values():
        surname = person.split()[-1]
        first = person.split()[0]
        pattern = rf"(?<![\w-])(?:{regex.escape(first)}[  ]+)?{regex.escape(surname)}(?![\w-])"
        for again in regex.finditer(pattern, text):
            if not any(one.start < again.end() and again.start() < one.end for one in found):
                mentions.append(ActorMention(again.start(), again.end(), again[0], code, "person", again[0], "text: again"))
    return mentions


def _named_in_full(one: ActorMention, known: dict[str, tuple[str, str]]) -> ActorMention:
    if not one.person:
        return one
    code, full = known.get(fold(one.person.split()[-1]), (one.code, one.person))
    return replace(one, person=full) if code == one.code and len(full) > len(one.person) else one


def _longest(found: list[ActorMention]) -> list[ActorMention]:
    """The mentions in order; of overlapping ones the longest, of equally long ones the first."""
    chosen: list[ActorMention] = []
    for one in sorted(found, key=lambda mention: (-(mention.end - mention.start), mention.start)):
        if not any(other.start < one.end and one.start < other.end for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda mention: mention.start)
