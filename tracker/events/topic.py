"""Whether a text is about a conflict at all: trade talks, a truce of celebrities or a transfer deal give nothing.

Words of war and peace, and who is named, decide; beside them how much the lines sound like those of an article on a
conflict (``likeness``).
"""

from __future__ import annotations

from functools import cache

from tracker.events.candidate import Candidate
from tracker.events.described import forms_of
from tracker.events.likeness import of_a_conflict
from tracker.events.line import Line
from tracker.events.reading import Reading
from tracker.resources import world
from tracker.resources.conflict import conflicts
from tracker.resources.grammar import grammar, words_of

ENOUGH = 2
DISPUTED = 3
"""Words of dispute, war and peace from which a text is about a conflict if it names two of its opposing sides."""
DISPUTED_BY_ANY = 5
"""The same if it names actors of no known conflict, and few of its lines speak of other matters."""
OTHER_SHARE = 0.25
"""The share of such lines below which they are few."""
SHORT = 6
"""Lines up to which actors alone are enough: what a short text is about its own words must tell."""
ELSEWHERE = 0.3
"""The mean of its lines' log odds below which a text is of another matter, whatever words of war it borrows. Even odds
are 0; of the project's articles on a conflict, which the model was not trained on, none is below 0.7.
"""
HEARD = 0.5
"""The mean from which a text that speaks of talks, and of no other matter, tells a dispute without naming one."""
CERTAIN = 1.8
"""The mean from which a text of several actors is on a conflict, whatever words of war it lacks."""


def about_a_conflict(reading: Reading) -> bool:
    """Whether words of war and peace, and actors, are enough of them: a fact of the whole text.

    A group that is a side of the conflict and its other side are enough with one such word, or with their talks.
    """
    codes = {mention.code for mention in reading.actors}
    strong = len(strong_words(reading))
    at_war = not codes.isdisjoint(_groups_at_war())
    if len(reading.lines) <= SHORT:
        elsewhere = not strong and not at_war and len(_other_words(reading)) >= ENOUGH
        return not elsewhere and bool(codes or reading.places or strong)
    if at_war and reading.profile and reading.opposing(codes) and (strong or _negotiates(reading)):
        return True
    sounds = sum(of_a_conflict(line) for line in reading.lines) / len(reading.lines)
    if sounds < ELSEWHERE:
        return False
    enough = strong >= ENOUGH and strong + min(len(codes), 2) > ENOUGH
    return enough or (len(codes) > 1 and (sounds >= CERTAIN or _of_a_dispute(reading, strong, sounds)))


def _negotiates(reading: Reading) -> bool:
    """Whether at least two lines speak of talks, deals, offers, envoys or mediation."""
    words = negotiating(reading.language) | words_of("topic_envoys")
    return sum(not line.words.isdisjoint(words) for line in reading.lines) >= ENOUGH


@cache
def negotiating(language: str) -> frozenset[str]:
    """Words by which a text speaks of negotiations."""
    classes = grammar(language).classes
    chosen = [*classes["talks"], *classes["truce"], *classes["deal"], *classes["offer"], *classes["negotiation"]]
    return frozenset(word for word in chosen if " " not in word) | words_of("features_negotiating")


def _other_words(reading: Reading) -> set[str]:
    """The different words of other matters in the text."""
    words, phrases = _other(reading.language)
    found = {word for line in reading.lines for word in line.words & words}
    return found | {phrase for phrase in phrases for line in reading.lines if f" {phrase} " in line.encoded}


def _of_a_dispute(reading: Reading, strong: int, sounds: float) -> bool:
    """Whether a text that has hardly a word of war tells of a dispute all the same: of borders, a dam, broken ties."""
    words = words_of("topic_disputed")
    disputed = strong + len({word for line in reading.lines for word in line.words & words})
    if reading.profile and reading.opposing({mention.code for mention in reading.actors}):
        return disputed >= DISPUTED or _negotiates(reading)
    other = _other(reading.language)
    of_others = sum(_has(line, other) for line in reading.lines)
    talked_over = sounds >= HEARD and _negotiates(reading)
    return (disputed >= DISPUTED_BY_ANY or talked_over) and of_others < OTHER_SHARE * len(reading.lines)


def of_another_matter(candidate: Candidate, reading: Reading) -> bool:
    """Whether the candidate's sentence speaks of trade, climate or the like without a word of war, and not of a deal
    between the conflict's sides.
    """
    if _is_strike_of_workers(candidate, reading):
        return True
    if (
        candidate.type.fact
        or (candidate.type.economic and len(candidate.codes) > 1)
        or not candidate.codes.isdisjoint(_groups_at_war())
        or (reading.profile and reading.opposing(candidate.codes))
    ):
        return False
    line = reading.lines[candidate.line]
    words, phrases = _other(reading.language)
    text = line.sentence.text.lower()  # the line has signs for the names in "Paris Agreement"
    civil = any(phrase in text for phrase in words_of("topic_civil"))
    strong, named = _strong(reading.language)
    at_odds = bool(_at_odds(line, words)) or _has(
        line, (strong - words_of("topic_harmless") if civil else strong, named)
    )
    plain = {token.word for token in line.tokens if not token.text[:1].isupper()}  # "Moon", "the African Union"
    return not at_odds and (civil or not plain.isdisjoint(words) or any(phrase in text for phrase in phrases))


def only_of_fighting(candidate: Candidate, reading: Reading) -> bool:
    """Whether a position is taken on arms and fighting alone: a word of talks, terms or peace in any of its sentences
    makes it one on the negotiations. What a short text is about its own words need not say.
    """
    if not candidate.type.from_speech or len(reading.lines) <= SHORT:
        return False
    lines = [reading.lines[number] for number in (candidate.line, *candidate.more)]
    bearing = negotiating(reading.language) | words_of("topic_bearing")
    fought = any(not line.words.isdisjoint(_fighting(reading.language)) for line in lines)
    return fought and all(line.words.isdisjoint(bearing) for line in lines)


@cache
def _fighting(language: str) -> frozenset[str]:
    """Words of arms, of attacks and of those who fall in them."""
    classes = grammar(language).classes
    chosen = (*classes["attack"], *classes["arms"], *words_of("topic_harm"), *words_of("topic_fighting"))
    return frozenset(word for word in chosen if " " not in word) - words_of("topic_of_peace")


def _at_odds(line: Line, others: frozenset[str]) -> set[str]:
    """The words of people at odds in a line; a dispute over another matter is named with it ("a trade dispute")."""
    matters = words_of("topic_matters")
    found = set(line.words & words_of("topic_at_odds"))
    for i, token in enumerate(line.tokens):
        if token.word in matters and others & {near.word for near in line.tokens[max(0, i - 2) : i]}:
            found.discard(token.word)
    return found


def _is_strike_of_workers(candidate: Candidate, reading: Reading) -> bool:
    """Whether people only refuse to work: "teachers went on strike", in a line without a weapon or a number of dead."""
    line = reading.lines[candidate.line]
    told = {token.word for token in line.tokens[candidate.first : candidate.last]}
    if not candidate.type.fact or told.isdisjoint(forms_of("topic_striking", reading.language)):
        return False
    labour = not line.words.isdisjoint(words_of("topic_labour"))
    return labour and not _has(line, _strong(reading.language)) and not line.words & words_of("topic_harm")


@cache
def _groups_at_war() -> frozenset[str]:
    """The groups that are a side of a known conflict: what they do is of it, whatever it is about."""
    codes = {code for one in conflicts().values() for side in one.sides for code in side}
    return frozenset(codes - world.states().keys())


def _has(line: Line, choices: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether a line has one of the words, or of the phrases."""
    words, phrases = choices
    return not line.words.isdisjoint(words) or any(f" {phrase} " in line.encoded for phrase in phrases)


def strong_words(reading: Reading) -> set[str]:
    """The different words of war and peace in the text."""
    words, phrases = _strong(reading.language)
    found = {word for line in reading.lines for word in line.words & words}
    return found | {phrase for phrase in phrases for line in reading.lines if f" {phrase} " in line.encoded}


@cache
def _strong(language: str) -> tuple[frozenset[str], frozenset[str]]:
    return _words_and_phrases(grammar(language).topic.strong)


@cache
def _other(language: str) -> tuple[frozenset[str], frozenset[str]]:
    return _words_and_phrases(grammar(language).topic.other)


def _words_and_phrases(words: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(w for w in words if " " not in w), frozenset(w for w in words if " " in w)
