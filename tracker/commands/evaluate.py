"""``evaluate``: how right the parser is on a gold corpus."""

from __future__ import annotations

import csv
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.options import today
from tracker.cli.progress import progress
from tracker.cli.tables import plain_table
from tracker.errors import RowError
from tracker.evaluate import FIELDS, Row, Score, accuracy_of, evaluate, read_lines, row_of
from tracker.models import Article
from tracker.resources import event_types
from tracker.resources.accuracy import write_accuracy
from tracker.version import VERSION

EXAMPLE = "Example: python -m tracker evaluate data/corpus/events.jsonl data/corpus/articles.jsonl"


def command(
    gold: Annotated[Path, typer.Argument(help="Events, one a line, as parse --format jsonl writes them.")],
    articles: Annotated[Path, typer.Argument(help="The articles, one a line: id, published, text.")],
    errors: Annotated[Path | None, typer.Option(help="Write misses, false events and wrong dates here (TSV).")] = None,
    record: Annotated[
        str, typer.Option(metavar="TEXTS", help="Say which texts these are, and keep the figures for the page About.")
    ] = "",
) -> None:
    """Score the parser on a gold corpus: precision, recall and F1 per type, and agreement per field."""
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
    if errors is not None:
        with errors.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, delimiter="\t").writerows(score.errors)


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
