"""Patterns fitted to words: by hand where a rule of the language says it, and against regular expressions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.events.patterns import compiled
from tracker.events.steps import Match, Words


def found(pattern: str, text: str) -> list[Match]:
    return list(compiled(pattern).find(Words(text.split())))


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("talks .. in", "talks were held in rome", [(0, 0, 4)]),
        ("talks .. in", "talks were to be held in rome", []),
        ("talks ... in", "talks were to be held in rome", [(0, 0, 6)]),
        ("talks ... in", "talks ended ; in rome", []),
        ("talks ... in", "talks of §A and §P in rome", [(0, 0, 6)]),
        ("talks ... in", "talks § in rome", []),
        ("peace|peace_talks *ended", "the peace talks ended", [(1, 3, 4)]),
        ("peace|peace_talks talks", "peace talks", [(0, 0, 2)]),
        ("truce", "truce for truce", [(0, 0, 1), (2, 2, 3)]),
        ("truce .. truce", "truce truce truce", [(0, 0, 2), (1, 1, 3)]),
        ("<have|hold> .. talks", "have been holding talks", [(0, 0, 4), (2, 2, 4)]),
        ("*held [direct|direct_peace] talks", "held direct peace talks", [(0, 0, 4)]),
        ("*held [direct] talks", "held talks", [(0, 0, 2)]),
        ("# *prisoners", "1,200 prisoners", [(0, 1, 2)]),
        ("# *prisoners", "some prisoners", []),
        ("_ *prisoners", "some prisoners", [(0, 1, 2)]),
        ("_ *prisoners", "prisoners", []),
        ("*meet AP", "meet §P", [(0, 0, 2)]),
        ("*meet A", "meet §P", []),
        ("<meet> in", "they met in rome", [(1, 1, 3)]),
    ],
)
def test_elements_fit_words(pattern: str, text: str, expected: list[tuple[int, int, int]]) -> None:
    assert found(pattern, text) == expected


REGEX = {"A": "§A", "AP": "§[AP]", "_": "[^ ]+", "#": r"\d[\d.,]*"}
GAP = r"(?:(?:[^ ;§]\S*|§[APT]) )"
choices = st.lists(
    st.sampled_from(["x", "y", "x_y", "x_y_z", "A", "AP", "#", "_"]), min_size=1, max_size=3, unique=True
)


@st.composite
def elements(draw: st.DrawFn) -> str:
    return draw(
        st.sampled_from(["..", "..."])
        | choices.map("|".join)
        | choices.map(lambda several: f"[{'|'.join(one for one in several if one not in REGEX) or 'z'}]")
    )


def regular_expression(head: str, others: list[str]) -> re.Pattern[str]:
    """The same as a regular expression over words with a blank behind each."""
    parts = [f"(?P<head>{head}) "]
    for element in others:
        if element in ("..", "..."):
            parts.append(f"{GAP}{{0,{3 if element == '..' else 12}}}?")
            continue
        words = [REGEX.get(one, one.replace("_", " ")) for one in element.strip("[]").split("|")]
        several = "|".join(sorted(words, key=lambda word: word.count(" "), reverse=True))
        parts.append(f"(?:(?:{several}) )" + ("?" if element[0] == "[" else ""))
    return re.compile("(?<= )" + "".join(parts))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(elements(), max_size=5),
    st.lists(st.sampled_from(["h", "x", "y", "z", "w", "7", "§A", "§P", ";", "§"]), max_size=25),
)
def test_steps_find_what_a_regular_expression_would(others: list[str], words: list[str]) -> None:
    line = f" {' '.join(words)} "
    expected, known, place = [], regular_expression("h", others), 0
    while one := known.search(line, place):
        expected.append((line[: one.start()].count(" ") - 1, line[: one.end()].count(" ") - 1))
        place = one.start() + 1
    pattern = compiled(" ".join(["*h", *others]))
    told = list(pattern.find(Words(words)))
    assert [(one.first, one.last) for one in told] == expected
    assert all(one.head == one.first for one in told)
