"""Whatever the text: no exception, spans inside it, first day not after last, the same sentence the same result,
linear time."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.dates import find, joined
from tracker.dates.lexicon import lexicon
from tracker.models import TimeExpression

WORDS = sorted(
    {
        *lexicon("en").words,
        "23",
        "1999",
        "2025-11-12",
        "10:30",
        "01/02/2025",
        "'82",
        "1990s",
        "3rd",
        "met",
        "x",
        ",",
        ".",
        "-",
        "\n",
        "\n\n",
    }
)
TIMELY = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
REFERENCES = st.one_of(st.none(), st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)))


def check(text: str, found: tuple[TimeExpression, ...]) -> None:
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.text == one.text.strip()
        if one.first is not None and one.last is not None:
            assert one.first <= one.last
        assert one.timex_type in ("DATE", "TIME", "DURATION", "SET")
        assert one.anchor in ("publication", "narration", "event", "none", "missing")
        end = one.end


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), TIMELY), REFERENCES, st.sampled_from(["en", "uk", "fr"]))
def test_any_text_gives_sound_spans(text: str, reference: date | None, language: str) -> None:
    found = find(text, reference=reference, language=language)
    check(text, found)
    check(text, joined(found, text, language))


@settings(max_examples=80, deadline=None)
@given(TIMELY, TIMELY, REFERENCES)
def test_what_follows_a_sentence_does_not_change_it(sentence: str, after: str, reference: date | None) -> None:
    sentence = sentence.strip() + ".\n\n"
    alone = find(sentence, reference=reference)
    followed = find(sentence + "Unrelated words follow. " + after, reference=reference)
    assert followed[: len(alone)] == alone


HOSTILE = {
    "digits": "1" * 100_000,
    "numbers": "12 " * 33_000,
    "months": "May " * 25_000,
    "counts": "two hundred and " * 6_500,
    "hyphens": "1-" * 50_000,
    "slashes": "1/2/" * 25_000,
    "the": "the last " * 11_000,
    "commas": "May 1, " * 14_000,
    "spaces": " " * 100_000,
    "newlines": "\n" * 100_000,
    "quotes": "'" * 100_000,
    "letters": "a" * 100_000,
    "dots": "p.m." * 25_000,
    "ands": "and the " * 12_500,
    "day lists": "1, 2, 3 and " * 8_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_at_all(text: str) -> None:
    """100 kB take seconds of work, not hours: a form that looks back from every place would never end."""
    start = time.process_time()
    find(text, reference=date(2025, 11, 12))
    assert time.process_time() - start < 60
