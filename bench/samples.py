"""The candidates of labelled texts, each with its features and whether it is right: what a calibration is fitted on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from bench.likeness import SENTENCES, TOLD, examples, single_sentences, train
from bench.likeness import of_articles as lines_of_articles
from bench.likeness import samples as lines_of
from tracker.corpus import LEARNT, PUBLISHED, Row, files_of, labelled, sentences, told
from tracker.evaluate import match, row_of
from tracker.events.candidate import Candidate
from tracker.events.extract import candidates
from tracker.events.features import features
from tracker.events.likeness import Model, using
from tracker.events.reading import Reading
from tracker.events.reports import report_of
from tracker.models import Article
from tracker.pipeline import read
from tracker.resources.event_type import event_types
from tracker.text import from_text

ELSEWHERE = "corpus"
"""A further corpus may be labelled more densely than the first: it gets a share of its own, which is not kept."""
TOLD_WEIGHT = 0.25
"""How much a candidate of the told lines counts: their labels name types, not events, and no dates or actors. Of 1,
0.5 and 0.25 this gave the best F1 out of fold on the first corpus."""
DENSE = "plain"
"""The collection that is labelled more densely than news is."""
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
    return data + of_sentences() + of_learnt(), gold


def _with_share(found: Sequence[Sample], name: str) -> list[Sample]:
    return [one._replace(features={**one.features, f"{ELSEWHERE} {name}": 1.0}) for one in found]


def of_articles(gold_path: Path, articles_path: Path, left_out: set[str]) -> tuple[list[Sample], dict[str, int]]:
    """For each candidate its article, features and whether it is right; and the gold events of each article."""
    gold: dict[str, int] = {}
    found: list[Sample] = []
    for article, events in labelled(gold_path, articles_path):
        if article.id not in left_out:
            gold[article.id] = len(events)
            found += _of_article(article, events)
    return found, gold


def _of_article(article: Article, events: Sequence[Row]) -> list[Sample]:
    reading = read(article)
    told = candidates(reading)
    right = set(match(events, [row_of(report_of(one, reading)) for one in told]).values())
    return [Sample(article.id, features(one, reading), number in right) for number, one in enumerate(told)]


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


def of_learnt() -> list[Sample]:
    """The candidates of the told lines and of the articles of ``LEARNT``, whose likeness is read by a model that was
    trained on the other half of them.

    Right is in a told line the first candidate of a type that it is labelled with, in an article what matches an event.
    """
    found: list[Sample] = []
    paths = sorted(TOLD.glob("*.txt"))
    articles = [one for name in LEARNT for one in labelled(*files_of(name))]
    dense = {article.id for article, _ in labelled(*files_of(DENSE))}
    lines = lines_of(paths) + lines_of_articles(articles)
    half_of = {article: number % HALVES for number, article in enumerate(sorted({one[0] for one in lines}))}
    more = single_sentences(SENTENCES) + examples()
    types = tuple(event_types())
    for half in range(HALVES):
        model = Model(*train([one for one in lines if half_of[one[0]] != half] + more, types), types)
        with using(model):
            for article, spans in chain.from_iterable(map(told, paths)):
                if half_of[article.id] == half:
                    found += _with_share(list(_of_told(read(article), spans)), "told")
            for article, events in articles:
                if half_of[article.id] == half:
                    told_here = _of_article(article, events)
                    found += _with_share(told_here, DENSE) if article.id in dense else told_here
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
