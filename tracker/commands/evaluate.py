"""``evaluate``: how right the parser is on a gold corpus."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.options import today
from tracker.cli.progress import progress
from tracker.cli.tables import plain_table
from tracker.cli.timex_lines import Document, Domain, documents_of, known_domain
from tracker.errors import RowError, UsageError
from tracker.evaluate import FIELDS, Row, Score, accuracy_of, evaluate, read_lines, row_of
from tracker.evaluate_dates import MEASURES, evaluate_dates
from tracker.models import Article
from tracker.resources import event_types
from tracker.resources.accuracy import write_accuracy
from tracker.version import VERSION

EXAMPLE = "Example: python -m tracker evaluate data/corpus/events.jsonl data/corpus/articles.jsonl"


def command(
    gold: Annotated[Path, typer.Argument(help="Events, one a line, as parse --format jsonl writes them.")],
    articles: Annotated[Path | None, typer.Argument(help="The articles, one a line: id, published, text.")] = None,
    timex: Annotated[
        bool, typer.Option("--timex", help="Score dates: GOLD holds id, dct, text and timexes on each line.")
    ] = False,
    domain: Annotated[
        str | None, typer.Option(metavar="news|narrative", help="How relative dates count, with --timex.")
    ] = None,
    errors: Annotated[Path | None, typer.Option(help="Write misses, false events and wrong dates here (TSV).")] = None,
    record: Annotated[
        str, typer.Option(metavar="TEXTS", help="Say which texts these are, and keep the figures for the page About.")
    ] = "",
) -> None:
    """Score the parser on a gold corpus: per type and per field, or its dates alone with --timex."""
    if timex:
        _dates(gold, known_domain(domain), errors)
        return
    if articles is None:
        raise UsageError(
            "The articles are missing.", field="ARTICLES", advice="Name their file after that of the events."
        )
    wanted = read_lines(gold)
    reported = [row for article in progress(_articles(articles), "articles") for row in _reports(article)]
    rows = [_line("all", evaluate(wanted, reported))]
    rows += [
        _line(name, score)
        for name in event_types()
        if (score := evaluate(wanted, reported, event_type=name)).gold or score.reported
    ]
    plain_table(sys.stdout, ("Type", "Gold", "Found", "P", "R", "F1", "Dated F1", "Usable F1"), rows)
    score = evaluate(wanted, reported)
    plain_table(sys.stdout, ("Field", "Agreement"), [(name, f"{score.field(name):.3f}") for name in FIELDS])
    if record:
        write_accuracy(accuracy_of(score, parser=VERSION, measured=today(), sample=record))
    _write(errors, score.errors)


def _dates(gold: Path, domain: Domain | None, errors: Path | None) -> None:
    documents = progress(list(documents_of(gold, None)), "texts")
    score = evaluate_dates((one.id, one.timexes, _timexes(one, domain)) for one in documents)
    rows = [
        (name, str(score.gold[name]), str(score.found[name]), *(f"{one:.3f}" for one in score.f1(name)))
        for name in MEASURES
    ]
    plain_table(sys.stdout, ("Measure", "Gold", "Found", "P", "R", "F1"), rows)
    _write(errors, score.errors)


def _timexes(one: Document, domain: Domain | None) -> list[dict[str, object]]:
    from tracker.dates import find  # noqa: PLC0415 - the help of the command needs no tagger

    found = find(one.text, reference=one.day, domain=domain)
    return [
        {"start": time.start, "end": time.end, "text": time.text, "type": time.timex_type, "value": time.value}
        for time in found
    ]


def _write(path: Path | None, rows: Iterable[Sequence[object]]) -> None:
    if path is not None:
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, delimiter="\t").writerows(rows)


def _line(name: str, score: Score) -> tuple[str, ...]:
    precision, recall, f1 = score.f1(score.detected)
    shares = (precision, recall, f1, score.f1(score.dated)[2], score.f1(score.usable)[2])
    return (name, str(score.gold), str(score.reported), *(f"{share:.3f}" for share in shares))


def _articles(path: Path) -> list[Article]:
    from tracker.text import from_text  # noqa: PLC0415 - the help of the command needs no reader

    found = []
    for number, row in enumerate(read_lines(path), 1):
        try:
            published = date.fromisoformat(str(row["published"])) if row.get("published") else None
            words = {name: str(row.get(name) or "") for name in ("title", "publisher", "url", "language")}
            found.append(from_text(str(row["text"]), id=str(row["id"]), published=published, **words))
        except (KeyError, ValueError) as error:
            raise RowError(f"{error} is wrong.", file=path, line=number, advice="Mend the row.") from error
    return found


def _reports(article: Article) -> list[Row]:
    from tracker.pipeline import parse  # noqa: PLC0415 - the help of the command needs no parser

    return [row_of(report) for report in parse(article)]
