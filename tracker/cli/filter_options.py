"""The options that choose events, one for each condition of ``Filter``."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Annotated, Any

import typer

from tracker.cli.options import day_of
from tracker.resources import conflict as profile
from tracker.resources import event_type
from tracker.timeline import Filter

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
