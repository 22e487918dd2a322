"""The project's own corpus: the figures that the parser reaches on it may only rise."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tracker import parse
from tracker.corpus import MEASURED, PUBLISHED, Sample, files_of, labelled, sentences, told
from tracker.evaluate import Score, evaluate, read_lines, row_of
from tracker.models import Report
from tracker.resources import DATA
from tracker.text import from_text

FLOORS = tomllib.loads((DATA / "corpus" / "floors.toml").read_text(encoding="utf-8"))


def figures(samples: list[Sample]) -> dict[str, float]:
    """F1 over types, the share of right dates and the mean F1 of actors, where the corpus gives them."""
    counts: Counter[str] = Counter()
    for sample in samples:
        reports = list(parse(from_text(sample.text, id="sample", published=PUBLISHED, language="en")))
        counts["reported"] += len(reports)
        counts["wanted"] += len(sample.types)
        for kind in sample.types:
            report = next((one for one in reports if one.event_type == kind), None)
            if report is not None:
                reports.remove(report)
                counts["right"] += 1
                counts.update(agreement(sample, report))
    return {
        "types": 2 * counts["right"] / (counts["reported"] + counts["wanted"]),
        "dates": counts["date right"] / counts["dates"],
        "actors": counts["actors shared"] * 2 / counts["actors named"],
    }


def agreement(sample: Sample, report: Report) -> Counter[str]:
    found: Counter[str] = Counter()
    if sample.days is not None:
        found["dates"] += 1
        found["date right"] += (report.date_start, report.date_end) == sample.days
    if sample.actors is not None:
        codes = {actor.code for actor in report.actors}
        found["actors named"] += len(codes) + len(sample.actors)
        found["actors shared"] += len(codes & sample.actors)
    return found


def scored(gold: Path, articles: Path) -> Score:
    reported = [row_of(report) for article, _ in labelled(gold, articles) for report in parse(article)]
    return evaluate(read_lines(gold), reported)


def test_sentences_reach_their_floors() -> None:
    samples = list(sentences())
    assert len(samples) >= 300
    kinds = {path.stem for path in (DATA / "event_types").glob("*.toml")}
    assert {kind for sample in samples for kind in sample.types} == kinds
    reached = figures(samples)
    assert {name: value for name, value in reached.items() if value < FLOORS["sentences"][name]} == {}


def test_articles_reach_their_floors() -> None:
    folder = DATA / "corpus"
    score = scored(folder / "events.jsonl", folder / "articles.jsonl")
    assert score.gold >= 50
    assert score.f1(score.detected)[2] >= FLOORS["articles"]["detection"], score.errors
    assert score.f1(score.dated)[2] >= FLOORS["articles"]["dated"], score.errors


@pytest.mark.parametrize("name", MEASURED)
def test_articles_to_measure_with_reach_their_floors(name: str) -> None:
    score = scored(*files_of(name))
    reached = {"detection": score.detected, "dated": score.dated, "usable": score.usable}
    below = {part: score.f1(hits)[2] for part, hits in reached.items() if score.f1(hits)[2] < FLOORS[name][part]}
    assert not below


def test_articles_on_other_matters_tell_nothing() -> None:
    """They borrow words of war and talks: strikes, mergers, matches, mice; the model was not trained on these."""
    found = [parse(article) for article, _ in told(DATA / "corpus" / "elsewhere.txt")]
    assert len(found) > 30
    assert sum(not reports for reports in found) / len(found) >= FLOORS["elsewhere"]["silent"]
