"""Progress on stderr: a bar for long work on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sized
from typing import TypeVar

from tqdm import tqdm

Item = TypeVar("Item")
FEW = 5
"""Fewer items than this need no bar."""


def progress(items: Iterable[Item], what: str) -> Iterable[Item]:
    """``items``, with a bar that counts them as ``what`` while they are worked on."""
    few = isinstance(items, Sized) and len(items) < FEW
    bar: Iterable[Item] = tqdm(
        items, unit=f" {what}", file=sys.stderr, disable=few or not sys.stderr.isatty(), leave=False
    )
    return bar


def say(sentence: str) -> None:
    """One line for the user on stderr, above any bar."""
    tqdm.write(sentence, file=sys.stderr)


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "2 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
