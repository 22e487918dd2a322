"""Progress on stderr: a bar for long work on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sized
from typing import TypeVar

Item = TypeVar("Item")
FEW = 5
"""Fewer items than this need no bar."""


def progress(items: Iterable[Item], what: str) -> Iterable[Item]:
    """``items``, with a bar that counts them as ``what`` while they are worked on."""
    few = isinstance(items, Sized) and len(items) < FEW
    if few or not sys.stderr.isatty():
        return items
    from tqdm import tqdm  # noqa: PLC0415 - it brings multiprocessing, for which a short run need not wait

    bar: Iterable[Item] = tqdm(items, unit=f" {what}", file=sys.stderr, leave=False)
    return bar


def say(sentence: str) -> None:
    """One line for the user on stderr, above any bar."""
    bars = sys.modules.get("tqdm")
    if bars is None:
        print(sentence, file=sys.stderr)
    else:
        bars.tqdm.write(sentence, file=sys.stderr)


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "2 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
