"""Tables for the terminal, readable at 80 columns; plain text when piped."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TextIO

import pandas as pd
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tracker.models import ReviewState, Status
from tracker.resources import event_types
from tracker.timeline.date_in_words import date_in_words
from tracker.timeline.frame import values_of

QUOTE_SIGNS = 240
"""Characters of a quotation that a table shows."""
_STATUS = {Status.OCCURRED: "", Status.ONGOING: "ongoing", Status.PLANNED: "planned", Status.CALLED_OFF: "called off"}


def console(stream: TextIO) -> Console:
    """A rich console on ``stream``: as wide as the terminal, 80 columns where there is none."""
    return Console(file=stream, highlight=False, soft_wrap=False)


def plain_table(stream: TextIO, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table of texts."""
    table = Table(*heads, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console(stream).print(table)


def events_table(stream: TextIO, frame: pd.DataFrame, *, ids: bool = True) -> None:
    """The events of a timeline: when, what type, and title, place, quotation and id below one another."""
    if frame.empty:
        stream.write("No events.\n")
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_lines=False)
    table.add_column("When", width=20)
    table.add_column("Type", width=17)
    table.add_column("Event", ratio=1, overflow="fold")
    labels = {name: one.label for name, one in event_types().items()}
    for row in frame.to_dict("records"):
        event = values_of({str(name): value for name, value in row.items()})
        table.add_row(_when(event), _kind(event, labels), _what(event, ids=ids))
    console(stream).print(table)


def _when(event: dict[str, Any]) -> Text:
    first: date | None = event["date_start"]
    words = Text(date_in_words(first, event["date_end"], event["date_precision"]))
    if event["date_text"]:
        words.append(f'\n"{event["date_text"]}"', style="dim")
    elif event["date_basis"] == "published":
        words.append("\nfrom the day of publication", style="dim")
    return words


def _kind(event: dict[str, Any], labels: dict[str, str]) -> Text:
    text = Text(labels.get(event["event_type"], event["event_type"]), style="bold")
    for word in (_STATUS.get(event["status"], event["status"]), _claim(event), _review(event)):
        if word:
            text.append(f"\n{word}", style="dim")
    return text


def _claim(event: dict[str, Any]) -> str:
    return f"{event['claimed_by']}'s claim" if event["claimed_by"] else ""


def _review(event: dict[str, Any]) -> str:
    return "" if event["review_state"] == ReviewState.ACCEPTED else str(event["review_state"])


def _what(event: dict[str, Any], *, ids: bool) -> Text:
    text = Text(event["title"] or event["description"])
    facts = [event["location"], event["track"], f"round {event['round']}" if event["round"] else "", _numbers(event)]
    if known := "; ".join(fact for fact in facts if fact):
        text.append(f"\n{known}")
    if event["quote"]:
        text.append(f"\n“{textwrap.shorten(event['quote'], QUOTE_SIGNS, placeholder=' ...')}”", style="italic dim")
    if ids:
        text.append(f"\n{event['event_id']}", style="dim")
    return text.append("\n")


def _numbers(event: dict[str, Any]) -> str:
    shown = []
    for part in filter(None, str(event["quantities"]).split(";")):
        what, side, value = part.split(":")
        shown.append(f"{int(value):,} {what}" + ("" if side == "total" else f" ({side})"))
    return ", ".join(shown)
