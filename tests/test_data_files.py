"""How the files of data/ are written: nothing twice, and lists that a person can read and compare line by line."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "data").rglob("*.toml"))
COLUMNS = 120
PAIRS = "irregular"
"""Past and participle of a verb, which may be one word."""


def lists(content: object, *names: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Every list of words in a file with the names that lead to it."""
    if isinstance(content, dict):
        for name, part in content.items():
            yield from lists(part, *names, name)
    elif isinstance(content, list):
        if content and all(isinstance(one, str) for one in content):
            yield names, content
        for one in content:
            if isinstance(one, dict | list):
                yield from lists(one, *names)


def twice(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "data")))
def test_no_word_stands_twice_in_a_list(path: Path) -> None:
    for names, words in lists(tomllib.loads(path.read_text("utf-8"))):
        assert PAIRS in names or not twice(words), ".".join(names)


@pytest.mark.parametrize("path", sorted((ROOT / "data/event_types").glob("*.toml")), ids=lambda path: path.stem)
def test_no_pattern_and_no_choice_in_one_stands_twice(path: Path) -> None:
    told = tomllib.loads(path.read_text("utf-8"))
    patterns = [*told.get("never", ()), *(text for trigger in told["trigger"] for text in trigger["patterns"])]
    assert not twice(patterns)
    for text in patterns:
        for element in text.split():
            choices = element.strip("*[]<>").split("|")
            assert not twice(choices), f"{element} in {text}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT / "data")))
def test_a_long_list_is_broken_into_lines(path: Path) -> None:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        inside = re.fullmatch(r'(?:[^"]*= \[)?\s*((?:"(?:[^"\\]|\\.)*",? *){2,})\]?,?', line)
        assert len(line) <= COLUMNS or not inside, f"line {number}: break it before column {COLUMNS}"
