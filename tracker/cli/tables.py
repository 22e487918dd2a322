"""Tables for the terminal, readable at 80 columns; plain text when piped."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tracker.models import Basis, ReviewState, Role, Status
from tracker.resources import event_type
from tracker.resources.named import actor_name, country_name
from tracker.timeline.cells import read_actors, read_quantities
from tracker.timeline.date_in_words import date_in_words

QUOTE_SIGNS = 240
"""Characters of a quotation that a table shows."""
_TOWARDS = {Role.TARGET: "to", Role.MEDIATOR: "through"}


def console(stream: TextIO) -> Console:
    """A rich console on ``stream``: as wide as the terminal, 80 columns where there is none."""
    return Console(file=stream, highlight=False, soft_wrap=False)


def plain_table(stream: TextIO, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table of texts; the first column is never broken, since it holds what one types."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for place, head in enumerate(heads):
        table.add_column(head, no_wrap=not place)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console(stream).print(table)


def events_table(stream: TextIO, events: Sequence[dict[str, Any]], *, stored: bool = True) -> None:
    """Events (rows of a timeline as ``rows_of`` gives them): when, what, who, where, how many, which sentence.

    ``stored`` ones are shown with their id and what a person said of them.
    """
    if not events:
        stream.write("No events.\n")
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("When", width=22)
    table.add_column("Event", ratio=1, overflow="fold")
    for place, event in enumerate(events):
        if place:
            table.add_row()
        table.add_row(_when(event), _what(event, stored=stored))
    console(stream).print(table)


def _when(event: dict[str, Any]) -> Text:
    words = Text(date_in_words(event["date_start"], event["date_end"], event["date_precision"]))
    if event["date_text"]:
        words.append(f'\n"{event["date_text"]}"', style="dim")
    elif event["date_basis"] == Basis.PUBLISHED:
        words.append("\nfrom the day of publication", style="dim")
    return words


def _what(event: dict[str, Any], *, stored: bool) -> Text:
    text = Text(event_type(event["event_type"]).label, style="bold")
    if _adds(event["title"], event["quote"]):
        text.append(f": {event['title']}", style="not bold")
    for fact in filter(None, _facts(event, stored=stored)):
        text.append(f"\n{fact}", style="not bold")
    if event["quote"]:
        quote = textwrap.shorten(event["quote"], QUOTE_SIGNS, placeholder=" ...")
        text.append(f"\n“{quote}”", style="not bold italic dim")
    if stored:
        text.append(f"\n{event['event_id']}", style="not bold dim")
    return text


def _facts(event: dict[str, Any], *, stored: bool) -> Iterator[str]:
    """What is known beside date and title, a line each; empty where nothing is."""
    status = "" if event["status"] == Status.OCCURRED else event["status"].replace("_", " ")
    review = event["review_state"] if stored and event["review_state"] != ReviewState.ACCEPTED else ""
    yield ", ".join(filter(None, (status, review)))
    yield _who(event)
    yield ", ".join(dict.fromkeys(filter(None, (event["location"], country_name(event["country"])))))
    series = event["track"], f"round {event['round']}" if event["round"] else "", _numbers(event)
    yield ", ".join(filter(None, series))
    if event["claimed_by"]:
        yield f"on the word of {actor_name(event['claimed_by'], event['conflict'])} alone"


def _adds(title: str, quote: str) -> bool:
    """Whether a title says anything beside the quotation that it may be the beginning of."""
    return bool(title) and not " ".join(quote.split()).startswith(title.rstrip("…. "))


def _who(event: dict[str, Any]) -> str:
    """Who acts, to whom, with whose mediation: "Russia to Ukraine through Türkiye"."""
    names: dict[Role, list[str]] = {}
    for actor in read_actors(event["actors"]):
        names.setdefault(actor.role, []).append(actor_name(actor.code, event["conflict"]))
    acting = ", ".join((*names.get(Role.INITIATOR, ()), *names.get(Role.PARTICIPANT, ())))
    others = (f"{word} {', '.join(names[role])}" for role, word in _TOWARDS.items() if role in names)
    return " ".join(filter(None, (acting, *others)))


def _numbers(event: dict[str, Any]) -> str:
    shown = []
    for one in read_quantities(event["quantities"]):
        side = one.side if one.side == "each" else f"for {actor_name(one.side, event['conflict'])}"
        shown.append(f"{one.value:,} {one.what}" + ("" if one.side == "total" else f" {side}"))
    return ", ".join(shown)
