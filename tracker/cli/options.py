"""Options that several commands share, as typer annotations, and how their words are read."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from tracker.dates import read as read_date
from tracker.errors import DateError, UsageError
from tracker.resources import conflict as profile
from tracker.resources import event_type
from tracker.timeline import Filter

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

_FILTER_HELP = {
    "type": "Event type; may be repeated, or several with commas.",
    "actor": "Code of an actor, such as UKR.",
    "role": "Role of that actor: initiator, target, participant, mediator.",
    "place": "Place as named, or its country's code.",
    "start": "Only what can lie on or after this day.",
    "end": "Only what can lie on or before this day.",
    "status": "occurred, ongoing, planned or called_off.",
    "certainty": "day, period, uncertain, open, claim or fact.",
    "source": "Part of a source's address.",
    "review": "proposed, accepted or dismissed.",
    "conflict": "Slug of a conflict's profile.",
    "text": "Words to look for in title, quote, persons, place and note.",
}


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


def filter_of(values: dict[str, list[str] | str | None]) -> Filter:
    """The filter that the options say; ``UsageError`` for a type, day or choice that is not known."""
    query = {name: [value] if isinstance(value, str) else list(value or ()) for name, value in values.items()}
    for name in ("start", "end"):
        query[name] = [str(day_of(words, f"--{name}")) for words in query.get(name, [])]
    chosen = Filter.from_query(query)
    for one in chosen.type:
        event_type(one)
    for one in chosen.conflict:
        profile(one)
    return chosen


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """Gives ``command`` an option for each condition of ``Filter``; it gets them as one argument ``chosen``."""
    own = [one for one in inspect.signature(command, eval_str=True).parameters.values() if one.name != "chosen"]
    names = [field.name for field in fields(Filter)]

    @wraps(command)
    def run(**values: Any) -> None:
        command(chosen=filter_of({name: values.pop(name) for name in names}), **values)

    options = [_condition(name) for name in names]
    run.__dict__["__signature__"] = inspect.Signature([*own, *options])
    run.__annotations__ = {one.name: one.annotation for one in [*own, *options]}
    del run.__wrapped__  # typer would read the signature of what is wrapped
    return run


def _condition(name: str) -> inspect.Parameter:
    single = name in ("start", "end", "text")
    option = typer.Option(f"--{name}", help=_FILTER_HELP[name], metavar="DAY" if name in ("start", "end") else "WORD")
    kind: Any = Annotated[str | None if single else list[str] | None, option]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
