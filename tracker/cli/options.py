"""Options that several commands share, as typer annotations, and how their words are read."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from tracker.dates import read as read_date
from tracker.errors import DateError, UsageError
from tracker.resources import conflict as profile

Files = Annotated[
    list[Path], typer.Argument(metavar="FILES...", help="Articles: .txt, .md, .html or .jsonl (one article a line).")
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DAY", help="Day of publication, from which relative dates count; goes before what a file says."
    ),
]
ConflictOf = Annotated[
    str | None,
    typer.Option(
        "--conflict",
        metavar="SLUG",
        help='Conflict profile (see the command conflicts); told from the text if not given, none if "".',
    ),
]
StoreAt = Annotated[
    str | None,
    typer.Option(
        "--store",
        envvar="TRACKER_STORE",
        metavar="ADDRESS",
        help="The store: a file or an SQLAlchemy address; a file in your own data folder if not given.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here and not to the terminal.")
]
By = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who makes this change, for the history; your user name if not given."),
]


def today() -> date:
    """The user's day."""
    return datetime.now().astimezone().date()


def day_of(words: str, option: str) -> date:
    """The one day that ``words`` say ("2025-11-12", "yesterday"); ``UsageError`` naming the ``option`` if none."""
    try:
        found = read_date(words, reference=today())
    except DateError as error:
        raise UsageError(error.sentence, field=option, advice=error.advice or "Write it as 2025-11-12.") from error
    if found.first is None or found.first != found.last:
        raise UsageError(f'"{words}" is not one day.', field=option, advice="Write it as 2025-11-12.")
    return found.first


def published_day(words: str | None) -> date | None:
    """The day that ``--published`` gives."""
    return day_of(words, "--published") if words else None


def known_conflict(slug: str | None) -> str | None:
    """``slug`` if there is such a profile, or it is ``None`` or empty; else ``NotFoundError`` with the known ones."""
    return profile(slug).slug if slug else slug


def user_name(given: str | None) -> str:
    """Who writes, for the log."""
    return given or os.environ.get("USER") or os.environ.get("USERNAME") or "command line"
