"""The commonest small words of languages, by which a line's language is told: ``data/text/function_words.toml``."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from tracker.resources.files import DATA, Resource, read_toml


class _Languages(Resource):
    words: dict[str, tuple[str, ...]]


@cache
def function_words() -> MappingProxyType[str, frozenset[str]]:
    """The words by language code."""
    read = read_toml(DATA / "text" / "function_words.toml", _Languages).words
    return MappingProxyType({code: frozenset(words) for code, words in read.items()})
