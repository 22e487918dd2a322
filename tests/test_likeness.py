"""The model of how sentences sound: trained on the corpus as it stands, for all types, blind to names, and followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from tracker import parse
from tracker.corpus import LEARNT, files_of
from tracker.events.likeness import fingerprint, likeness, model, stems, using
from tracker.pipeline import read
from tracker.resources import DATA
from tracker.resources.event_type import event_types
from tracker.text import from_text

CORPUS = DATA / "corpus"
TOLD = sorted((CORPUS / "told").glob("*.txt"))
LEARNT_FILES = [path for name in LEARNT for path in files_of(name)]
PUBLISHED = date(2025, 6, 4)


def line_of(sentence: str):
    return read(from_text(sentence, published=PUBLISHED, language="en")).lines[0]


def test_the_model_was_trained_on_the_corpus_as_it_stands() -> None:
    """After a change under data/corpus: ``python -m bench.likeness`` and ``python -m bench.calibrate``."""
    with np.load(DATA / "likeness.npz") as stored:
        assert str(stored["trained_on"]) == fingerprint([*TOLD, CORPUS / "sentences.txt", *LEARNT_FILES])


def test_it_knows_every_type_once() -> None:
    assert model().types == tuple(event_types())


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.stem)
def test_the_labelled_articles_name_only_known_types(path: Path) -> None:
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        head, *rows = block.splitlines()
        assert head.startswith("# ")
        date.fromisoformat(head.split("|")[1].strip())
        assert rows
        for row in rows:
            types, sentence = row.split(" | ", 1)
            assert sentence.strip()
            assert types == "-" or {one.strip() for one in types.split(",")} <= set(event_types())


def test_another_model_is_used_while_asked_for_and_no_longer() -> None:
    line = line_of("Russia and Ukraine met in Istanbul on Monday.")
    own = likeness(line)
    with using(replace(model(), bias=model().bias + 1)):
        assert all(likeness(line)[name].probability > one.probability for name, one in own.items())
    assert likeness(line) == own


def test_names_places_dates_and_numbers_are_signs() -> None:
    one = stems(line_of("Russia and Ukraine met in Istanbul on Monday for the 3 hours left."))
    other = stems(line_of("Israel and Hamas met in Cairo on Friday for the 5 hours left."))
    assert one == other
    assert "§A" in one


@pytest.mark.parametrize(
    ("sentence", "sounds_like"),
    [
        ("The two delegations spent eleven hours closeted in a hotel in Muscat and will reconvene on Monday.", "talks"),
        ("Rockets slammed into a market in Donetsk overnight, killing nine people.", "hostilities"),
        ("Ninety captives from each side walked across the bridge to waiting buses on Saturday.", "prisoner_exchange"),
        ("The foreign minister said on Tuesday that the ball was now in the other side's court.", "statement"),
    ],
)
def test_what_a_sentence_sounds_like_most(sentence: str, sounds_like: str) -> None:
    told = likeness(line_of(sentence))
    assert max(told.values(), key=lambda one: one.probability).type == sounds_like


def test_a_sentence_about_nothing_of_it_sounds_like_little() -> None:
    told = likeness(line_of("The bakery on the corner sells poppy seed rolls and closes at noon."))
    assert max(one.probability for one in told.values()) < 0.2


def test_an_event_that_no_trigger_foresees_says_by_which_word_it_was_told() -> None:
    found = [
        report
        for path in TOLD[:1]
        for block in path.read_text(encoding="utf-8").strip().split("\n\n")[:8]
        for report in parse(
            from_text(
                " ".join(row.split(" | ", 1)[1] for row in block.splitlines()[1:]), published=PUBLISHED, language="en"
            )
        )
        if "sounds like it" in report.rules["event_type"]
    ]
    assert found
    assert all(report.evidence and report.rules["event_type"].rsplit(": ", 1)[1] for report in found)
