"""Verb forms from their base: "sign" gives sign, signs, signed, signing, each with what it can be."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

from tracker.resources.grammar import grammar

BASE, THIRD, PAST, PARTICIPLE, GERUND = "base", "third", "past", "participle", "gerund"
VOWELS = "aeiou"
SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""One syllable with one vowel and one consonant behind it: the consonant is doubled ("slap", "slapped")."""


@cache
def forms(verb: str, language: str = "en") -> MappingProxyType[str, frozenset[str]]:
    """All written forms of ``verb`` (its base form), with the kinds each can be."""
    if verb == "be":
        return _be()
    if verb == "have":
        return _frozen(("have", BASE), ("has", THIRD), ("had", PAST), ("had", PARTICIPLE), ("having", GERUND))
    stem = _stem(verb, language)
    irregular = grammar(language).irregular.get(verb)
    past, participle = irregular or (_with_ed(verb, stem), _with_ed(verb, stem))
    pairs = [
        (verb, BASE), (_with_s(verb), THIRD), (past, PAST), (participle, PARTICIPLE), (_with_ing(verb, stem), GERUND),
    ]  # fmt: skip
    single = len(verb) > 2 and verb[-2] in VOWELS and verb[-3] not in VOWELS
    if verb.endswith(("l", "s")) and not irregular and (stem != verb or single):
        for spelling in (verb, verb + verb[-1]):
            pairs += [(spelling + "ed", PAST), (spelling + "ed", PARTICIPLE), (spelling + "ing", GERUND)]
    return _frozen(*pairs)


def _frozen(*pairs: tuple[str, str]) -> MappingProxyType[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form, kind in pairs:
        found.setdefault(form, set()).add(kind)
    return MappingProxyType({form: frozenset(kinds) for form, kinds in found.items()})


def _be() -> MappingProxyType[str, frozenset[str]]:
    return _frozen(
        ("be", BASE),
        ("is", THIRD),
        ("are", BASE),
        ("am", BASE),
        ("was", PAST),
        ("were", PAST),
        ("been", PARTICIPLE),
        ("being", GERUND),
    )


def _stem(verb: str, language: str) -> str:
    return verb + verb[-1] if verb in grammar(language).verbs.doubled or SHORT.fullmatch(verb) else verb


def _with_s(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _with_ed(verb: str, stem: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    return stem + "ed"


def _with_ing(verb: str, stem: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        return verb[:-1] + "ing"
    return stem + "ing"
