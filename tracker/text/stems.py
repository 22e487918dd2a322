"""Stems of words, so that "exchanges" and "exchanged" are one."""

from __future__ import annotations

from functools import lru_cache
from threading import local

import Stemmer  # type: ignore[import-not-found]

_OWN = local()
"""A stemmer holds the word that it works on, so every thread has its own."""


@lru_cache(maxsize=200_000)
def stem_of(word: str) -> str:
    """The stem of an English word in small letters."""
    if not hasattr(_OWN, "stemmer"):
        _OWN.stemmer = Stemmer.Stemmer("english")
    return str(_OWN.stemmer.stemWord(word))
