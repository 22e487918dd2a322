"""``export``: events of the store as a file."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tracker.cli.address import store_address
from tracker.cli.filter_options import filtered
from tracker.cli.languages import LanguageOf, speech_in
from tracker.cli.options import Output, StoreAt
from tracker.cli.output import opened_bytes
from tracker.errors import UsageError
from tracker.exports import content, export_format, format_of
from tracker.store import Store
from tracker.timeline import Filter

EXAMPLE = "Example: python -m tracker export --format icalendar --conflict russia-ukraine -o timeline.ics"

FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help="csv, csv_excel, json, parquet, icalendar, timelinejs, geojson or chronology (HTML to print).",
    ),
]


PIECE = 1 << 14
"""Bytes written at once."""


@filtered
def command(
    *,
    chosen: Filter,
    format: FormatName = None,  # noqa: A002
    language: LanguageOf = "en",
    output: Output = None,
    store: StoreAt = None,
) -> None:
    """Write the events that meet every condition given: all columns, one event a row.

    The format is that of the output file's suffix if --format does not say it, csv otherwise.
    """
    name = format or (format_of(output.name) if output else "") or "csv"
    if export_format(name).BINARY and sys.stdout.isatty() and (output is None or str(output) == "-"):
        raise UsageError(f"{name} is no text for a terminal.", field="--output", advice="Name a file with -o.")
    speech = speech_in(language)
    with Store(store_address(store)) as timeline:
        frame = chosen.apply(timeline.frame())
    written = content(name, frame, about=_about(chosen), speech=speech)
    with opened_bytes(output) as stream:
        for first in range(0, len(written), PIECE):  # in pieces, so that a reader who has gone is noticed
            stream.write(written[first : first + PIECE])


def _about(chosen: Filter) -> str:
    """The conditions as the command line was given them; empty without any."""
    return "; ".join(f"{name}: {value}" for name, value in chosen.to_query().items())
