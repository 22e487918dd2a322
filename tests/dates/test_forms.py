"""Every form's own examples and near misses, run from where they stand, in any order of forms."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from tracker.dates import find
from tracker.dates.rules import EXAMPLE_DAY, Form, forms
from tracker.models import TimeExpression

EXAMPLES = [(form, *example) for form in forms() for example in form.examples]
NEAR_MISSES = [(form, sentence) for form in forms() for sentence in form.near_misses]
TRAPS = [
    line
    for line in (Path(__file__).parent / "near_misses.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("form", "sentence", "words", "value"), EXAMPLES, ids=lambda part: str(part)[:40])
def test_a_form_finds_exactly_the_words_of_its_examples(form: Form, sentence: str, words: str, value: str) -> None:
    found = [(one.text, one.value) for one in find(sentence, reference=EXAMPLE_DAY) if one.rule == form.name]
    assert found == [(words, value)]


@pytest.mark.parametrize(("form", "sentence"), NEAR_MISSES, ids=lambda part: str(part)[:40])
def test_a_form_finds_nothing_in_its_near_misses(form: Form, sentence: str) -> None:
    assert find(sentence, reference=EXAMPLE_DAY) == ()


@pytest.mark.parametrize("sentence", TRAPS)
def test_what_only_looks_like_a_time_is_none(sentence: str) -> None:
    assert find(sentence, reference=EXAMPLE_DAY) == ()


def test_there_are_traps_enough() -> None:
    assert len(set(TRAPS)) == len(TRAPS) >= 150


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.name)
def test_every_form_is_one_short_file_with_examples(form: Form) -> None:
    path = Path(__file__).parents[2] / "tracker/dates/rules" / f"{form.name}.py"
    assert form.patterns
    assert form.examples, "a form shows what it finds"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 200


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.name)
def test_no_form_names_a_word_of_a_language(form: Form) -> None:
    """Patterns are made of classes; the only letter that stands for itself is x, a word of no class."""
    for pattern in form.patterns:
        bare = re.sub(r"\{[^}]*\}|%\w+%|\(\?P<\w+>|\(\?[:=!<]+", " ", pattern)
        assert not re.search(r"[^\Wx]", bare), pattern


def _all(order: list[Form], text: str) -> tuple[TimeExpression, ...]:
    return find(text, reference=EXAMPLE_DAY, using=order)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_forms_does_not_matter(seed: int) -> None:
    text = "\n\n".join(sentence for _, sentence, _, _ in EXAMPLES)
    shuffled = list(forms())
    random.Random(seed).shuffle(shuffled)
    assert _all(shuffled, text) == _all(list(forms()), text)
