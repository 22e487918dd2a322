"""The words by which sentences are told apart: ``data/text/sentences.toml``."""

from __future__ import annotations

from functools import cache

from tracker.resources.files import DATA, Resource, read_toml


class SentenceWords(Resource):
    """One language's words around full stops; abbreviations stand without their last stop."""

    code: str
    before_name: tuple[str, ...] = ()
    """Abbreviations that never end a sentence."""
    may_end: tuple[str, ...] = ()
    """Abbreviations that end a sentence only before one of ``starters``."""
    never_short: tuple[str, ...] = ()
    """Whole words that look like abbreviations; a stop behind one ends its sentence."""
    starters: tuple[str, ...] = ()
    """Words that open a sentence far more often than they stand in a name."""
    saying: tuple[str, ...] = ()
    """Verbs that follow a quotation and its speaker."""


class _Languages(Resource):
    language: tuple[SentenceWords, ...]


@cache
def sentence_words(language: str) -> SentenceWords:
    """The words of ``language``; empty lists for a language that the file does not have."""
    for words in read_toml(DATA / "text" / "sentences.toml", _Languages).language:
        if words.code == language:
            return words
    return SentenceWords(code=language)
