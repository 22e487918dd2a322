"""The language's grammar as the event rules read it: ``data/grammar/<code>.toml``."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from tracker.errors import NotFoundError
from tracker.resources.files import DATA, Resource, read_toml

Words = tuple[str, ...]


class Verbs(Resource):
    """Auxiliaries, negation, and the governors of an infinitive that say whether its act is planned, real or wished."""

    doubled: Words
    have: Words
    be: Words
    do: Words
    past: Words
    future: Words
    conditional: Words
    possible: Words
    negation: Words
    adverbs: Words
    planned: Words
    real: Words
    unreal: Words


class Clauses(Resource):
    """Words that open a clause, those that open a hypothesis, and those that open reported speech."""

    openers: Words
    hypothesis: Words
    attribution: Words


class Speech(Resource):
    """How a text names who says something."""

    say: Words
    nouns: Words
    nobody: Words
    pronouns: Words
    anaphora: Words
    first_person: Words


class Reference(Resource):
    """Words that lead back: to the opposing sides together, or into the story's past."""

    both_sides: Words
    the_two: Words
    background: Words


class WordList(Resource):
    """Names of media, which report but do not act."""

    words: Words


class Topic(Resource):
    """Words that show a text to be about a conflict."""

    strong: Words
    position: Words
    """Words by which what an actor says is a position on the conflict or its negotiations."""
    other: Words
    """Words of other matters, such as trade and sport."""


class Grammar(Resource):
    """One language's grammar; ``classes`` are the word classes that triggers name with "@"."""

    language: str
    irregular: dict[str, tuple[str, str]]
    verbs: Verbs
    clauses: Clauses
    speech: Speech
    reference: Reference
    media: WordList
    topic: Topic
    counted: dict[str, Words]
    words: dict[str, Words]
    """Word lists of single rules."""
    numbers: dict[str, int]
    """Cardinals in words, scales included."""
    ordinals: Words
    """From the first on."""
    classes: dict[str, Words] = Field(alias="class")


@cache
def grammar(language: str = "en") -> Grammar:
    """The grammar of ``language``; raises ``NotFoundError`` if no file holds it."""
    path = DATA / "grammar" / f"{language}.toml"
    if not path.exists():
        raise NotFoundError(f'There is no grammar for "{language}".', field="language", advice="Add data/grammar/.")
    return read_toml(path, Grammar)


@cache
def words_of(name: str, language: str = "en") -> frozenset[str]:
    """One of the language's word lists for a rule of ``tracker.events``."""
    return frozenset(grammar(language).words[name])
