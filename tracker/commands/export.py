"""``export``: events of the store as a file."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.address import store_address
from tracker.cli.options import Output, StoreAt, filtered
from tracker.cli.output import opened
from tracker.exports import export_format, formats
from tracker.store import Store
from tracker.timeline import Filter

EXAMPLE = "Example: python -m tracker export --format csv --conflict russia-ukraine -o timeline.csv"

FormatName = Annotated[str | None, typer.Option("--format", metavar="NAME", help="csv or json.")]


@filtered
def command(*, chosen: Filter, format: FormatName = None, output: Output = None, store: StoreAt = None) -> None:  # noqa: A002
    """Write the events that meet every condition given: all columns, one event a row.

    The format is that of the output file's suffix if --format does not say it, csv otherwise.
    """
    suffix = output.suffix if output else ""
    told = (name for name, one in formats().items() if suffix and suffix == one.SUFFIX)
    write = export_format(format or next(told, "csv")).write
    with Store(store_address(store)) as timeline:
        frame = chosen.apply(timeline.frame())
    with opened(output) as stream:
        write(frame, stream)
