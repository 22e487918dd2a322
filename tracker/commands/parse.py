"""``parse``: the events in articles, without touching any store."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.articles import Reading
from tracker.cli.jobs import Jobs, pool_for
from tracker.cli.options import ConflictOf, Files, Output, Published, known_conflict, published_day
from tracker.cli.output import opened
from tracker.cli.report_formats import format_named
from tracker.scale import parse_all

EXAMPLE = "Example: python -m tracker parse article.txt --published 2025-11-12 --format jsonl -o events.jsonl"


def command(
    files: Files,
    published: Published = None,
    conflict: ConflictOf = None,
    format: Annotated[str, typer.Option(metavar="table|json|jsonl|csv", help="How to show the events.")] = "table",  # noqa: A002
    output: Output = None,
    jobs: Jobs = 1,
) -> None:
    """Find the events in articles: what, when, who, where, how many, on whose word, and which sentence says so.

    No store is read or written. A file that cannot be read is told and left out, and the exit code says so.
    """
    write = format_named(format)
    slug = known_conflict(conflict)
    reading = Reading(files, published_day(published))
    with pool_for(jobs) as pool:
        read = parse_all(reading, conflict=slug, pool=pool)
        found = [(article, report) for article, reports in read for report in reports]
    if reading.articles:
        with opened(output) as stream:
            write(found, stream)
    reading.end()
