"""The candidates of labelled texts, each with its features and whether it is right: what a calibration is fitted on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bench.likeness import SENTENCES, TOLD, examples, single_sentences, train
from bench.likeness import samples as lines_of
from tracker.corpus import PUBLISHED, sentences, told
from tracker.evaluate import match, read_lines, row_of
from tracker.events.candidate import Candidate
from tracker.events.extract import candidates
from tracker.events.features import features
from tracker.events.likeness import Model, using
from tracker.events.reading import Reading
from tracker.events.reports import report_of
from tracker.pipeline import read
from tracker.resources.event_type import event_types
from tracker.text import from_text

ELSEWHERE = "corpus"
"""A further corpus may be labelled more densely than the first: it gets a share of its own, which is not kept."""
TOLD_WEIGHT = 0.25
"""How much a candidate of the told lines counts: their labels name types, not events, and no dates or actors. Of 1,
0.5 and 0.25 this gave the best F1 out of fold on the first corpus."""
HALVES = 2
Span = tuple[int, int, frozenset[str]]


class Sample(NamedTuple):
    """A candidate: its article, its features, whether it is right, and how much it counts."""

    article: str
    features: dict[str, float]
    right: bool
    weight: float = 1.0


def gathered(corpora: Sequence[Path], left_out: set[str]) -> tuple[list[Sample], dict[str, int]]:
    """The samples of all corpora and of the project's own lines; the gold events of the articles of the first."""
    data: list[Sample] = []
    gold: dict[str, int] = {}
    for gold_path, articles_path in zip(corpora[::2], corpora[1::2], strict=True):
        found, counted = of_articles(gold_path, articles_path, left_out)
        data += _with_share(found, gold_path.stem) if data else found
        gold = gold or counted
    return data + of_sentences() + _with_share(of_told(), "told"), gold


def _with_share(found: Sequence[Sample], name: str) -> list[Sample]:
    return [one._replace(features={**one.features, f"{ELSEWHERE} {name}": 1.0}) for one in found]


def of_articles(gold_path: Path, articles_path: Path, left_out: set[str]) -> tuple[list[Sample], dict[str, int]]:
    """For each candidate its article, features and whether it is right; and the gold events of each article."""
    gold: dict[str, list[dict[str, object]]] = {}
    for row in read_lines(gold_path):
        gold.setdefault(str(row["article_id"]), [])
        if not row.get("no_events"):
            gold[str(row["article_id"])].append(row)
    found: list[Sample] = []
    for row in read_lines(articles_path):
        if row["id"] in left_out or str(row["id"]) not in gold:
            gold.pop(str(row["id"]), None)
            continue
        published = date.fromisoformat(str(row["published"]))
        article = from_text(
            str(row["text"]),
            id=str(row["id"]),
            publisher=str(row.get("publisher", "")),
            published=published,
            language="en",
        )
        reading = read(article)
        told = candidates(reading)
        rows = [row_of(report_of(one, reading)) for one in told]
        right = set(match(gold[article.id], rows).values())
        found += [Sample(article.id, features(one, reading), j in right) for j, one in enumerate(told)]
    return found, {article: len(events) for article, events in gold.items()}


def of_sentences() -> list[Sample]:
    """The candidates of the project's own sentences, each a text of its own: right is what has a type that it tells."""
    found: list[Sample] = []
    for number, sample in enumerate(sentences()):
        name = f"sentence {number}"
        reading = read(from_text(sample.text, id=name, published=PUBLISHED, language="en"))
        wanted = list(sample.types)
        for one in candidates(reading):
            right = one.type.name in wanted
            if right:
                wanted.remove(one.type.name)
            found.append(Sample(name, features(one, reading), right))
    return found


def of_told() -> list[Sample]:
    """The candidates of the told lines, whose likeness is read by a model that was trained on the other half of them.

    Right is the first candidate of a type that one of its lines is labelled with.
    """
    found: list[Sample] = []
    paths = sorted(TOLD.glob("*.txt"))
    lines = lines_of(paths)
    half_of = {article: number % HALVES for number, article in enumerate(sorted({one[0] for one in lines}))}
    more = single_sentences(SENTENCES) + examples()
    types = tuple(event_types())
    for half in range(HALVES):
        model = Model(*train([one for one in lines if half_of[one[0]] != half] + more, types), types)
        with using(model):
            for path in paths:
                for article, spans in told(path):
                    if half_of[article.id] == half:
                        found += _of_told(read(article), spans)
    return found


def _of_told(reading: Reading, spans: Sequence[Span]) -> Iterator[Sample]:
    taken: set[tuple[int, str]] = set()
    for one in sorted(candidates(reading), key=lambda one: -one.trigger.confidence):
        label = next((label for label in _labels(one, reading, spans) if label not in taken), None)
        if label:
            taken.add(label)
        yield Sample(reading.article.id, features(one, reading), label is not None, TOLD_WEIGHT)


def _labels(candidate: Candidate, reading: Reading, spans: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """The labels of its type that its lines have, as the number of the labelled line and the type."""
    for number in (candidate.line, *candidate.more):
        sentence = reading.lines[number].sentence
        for label, (start, end, types) in enumerate(spans):
            if candidate.type.name in types and sentence.start < end - 1 and start < sentence.end - 1:
                yield label, candidate.type.name
