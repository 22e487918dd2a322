"""Who a named person is throughout an article: the same person's names brought together, surnames led back, full
names kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import regex

from tracker.events.introductions import is_title_word, titled
from tracker.events.names import Lexicon, fold, overlapping
from tracker.models import ActorMention, Sentence


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the article: for whom they speak, the fullest name the article gives, and the surname."""

    code: str
    name: str
    surname: str


def people_of(found: Iterable[ActorMention], names: Lexicon) -> dict[str, Person]:
    """The people of the mentions by folded surname or, where two share it, by full name; each with the fullest name
    given.
    """
    full: dict[str, Person] = {}
    for one in sorted((one for one in found if one.person), key=lambda one: -len(one.person)):
        surname = one.person.split()[-1]
        who = names.person(one.person) or fold(one.person if " " in one.person else surname)
        full.setdefault(who, Person(one.code, one.person, surname))
    shared = Counter(fold(person.surname) for person in full.values() if " " in person.name)
    known: dict[str, Person] = {}
    for who, person in full.items():
        if " " in person.name or who != fold(person.surname) or shared[who] != 1:
            known[who] = person
        if " " in person.name and shared[fold(person.surname)] == 1:
            known[fold(person.surname)] = person
    return known


def again(text: str, known: dict[str, Person]) -> list[ActorMention]:
    """Where people whom the article named in full are named by surname; a surname that two of them share says
    nothing.
    """
    people = {fold(one.surname): one for who, one in known.items() if who == fold(one.surname) and " " in one.name}
    wanted = [one for one in people.values() if len(one.surname) > 2]
    if not wanted:
        return []
    forms = (
        rf"(?:{regex.escape(one.name.split()[0])}[  ]+)?(?P<surname>{regex.escape(one.surname)})" for one in wanted
    )
    mentions = []
    for found in regex.finditer(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", text):
        person = people[fold(found["surname"])]
        mentions.append(
            ActorMention(found.start(), found.end(), found[0], person.code, "person", person.name, "text: again")
        )
    return mentions


def in_full(one: ActorMention, known: dict[str, Person], names: Lexicon) -> ActorMention:
    """The mention with the person's fullest name in this article."""
    if not one.person:
        return one
    who = names.person(one.person) or fold(one.person if " " in one.person else one.person.split()[-1])
    person = known.get(who)
    return replace(one, person=person.name) if person and person.code == one.code else one


def with_title_only(
    text: str, found: list[ActorMention], sentences: Iterable[Sentence], home: str = ""
) -> list[ActorMention]:
    """People with an office but no state beside it ("Defence Minister Jan Novak"): they speak for the state that their
    sentence named last before them, else for ``home`` if the article names it, else for the one that it names most.
    """
    states = [
        one
        for one in found
        if one.kind in ("state", "metonym", "demonym", "office") and not one.rule.endswith("attribute")
    ]
    if not states:
        return []
    named = Counter(one.code for one in states)
    most = home if home in named else named.most_common(1)[0][0]
    bounds = tuple(sentences)
    made = []
    for start, office, (first, last) in titled(text):
        if overlapping(found, start, last):
            continue
        lines = overlapping(bounds, start, start + 1)
        opening = lines[0].start if lines else text.rfind("\n", 0, start) + 1
        near = [one for one in overlapping(states, opening, start) if not _governed(text, one.start)]
        code = near[-1].code if near else most
        made.append(ActorMention(start, last, text[start:last], code, "person", text[first:last], f"text: {office}"))
    return made


def _governed(text: str, start: int) -> bool:
    """Whether a state is only whom or what something is done with or about ("after talks with China, Minister A")."""
    return (
        regex.search(r"\b(?:with|against|about|over|towards?)\s+(?:the\s+)?$", text[max(0, start - 16) : start])
        is not None
    )


def is_another(text: str, start: int) -> bool:
    """Whether a surname at ``start`` belongs to somebody else of that name ("Jill Biden"): an unknown first name
    stands before it.
    """
    before = regex.search(r"(\p{Lu}\p{Ll}+(?:-\p{L}+)?|(?<!\p{L})\p{Lu}\.)[  ]$", text[max(0, start - 24) : start])
    if before is None:
        return False
    word = before[1]
    at = max(0, start - 24) + before.start()
    opens = not text[:at].strip() or text[:at].rstrip()[-1:] in ".!?:;\n\"“”'‘(—–" or text[at - 1 : at] == "\n"
    return not opens and not is_title_word(word)
