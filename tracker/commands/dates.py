"""``dates``: the words that say when, and what they mean."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from tracker import text as texts
from tracker.cli.options import Output, Published, published_day
from tracker.cli.output import opened
from tracker.cli.progress import progress, say
from tracker.cli.tables import console
from tracker.cli.timex_lines import Document, documents_of, known_domain
from tracker.dates import Balance, decide, find, interval_of
from tracker.models import TimeExpression
from tracker.timeline.date_in_words import date_in_words

EXAMPLE = "Example: python -m tracker dates article.txt --published 2025-11-12"
COLOURS = {"DATE": "green", "TIME": "cyan", "DURATION": "yellow", "SET": "magenta"}


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text, or .jsonl with id, dct and text on each line.")],
    published: Published = None,
    domain: Annotated[
        str | None,
        typer.Option(metavar="news|narrative", help="How relative dates count; told from the text if not given."),
    ] = None,
    language: Annotated[str, typer.Option(metavar="CODE", help="Language of the text.")] = "en",
    locale: Annotated[str, typer.Option(metavar="CODE", help="Such as en-US, to read 01/02/2025.")] = "",
    output: Output = None,
) -> None:
    """Find the words that say when and show what they mean: days, precision, and what they were counted from.

    From .jsonl comes .jsonl, one document a line, with start, end, text, type, value and interval (the days that the
    value covers),
    bounds and EDTF (the days that the words allow), precision, rule and anchor. From a text comes a table.
    """
    chosen = known_domain(domain)
    day = published_day(published)
    lines = file.suffix.lower() in (".jsonl", ".ndjson")
    texts_to_read = list(documents_of(file, day) if lines else _articles(file, day))
    with opened(output) as stream:
        for one in progress(texts_to_read, "texts"):
            found = find(one.text, reference=one.day, language=language, domain=chosen, locale=locale)
            balance = None if chosen else decide(one.text, reference=one.day, language=language)
            if lines or (output is not None and output.suffix == ".jsonl"):
                stream.write(json.dumps(_line(one, found, chosen, balance), ensure_ascii=False) + "\n")
            else:
                _table(stream, found, balance)


def _articles(file: Path, day: date | None) -> Iterator[Document]:
    for article in texts.read(file, published=day):
        if article.published is None:
            say(f"{file}: no publication date is known, so relative dates stay open. Give it with --published.")
        yield Document(article.id, article.published, article.text)


def _line(
    one: Document, found: tuple[TimeExpression, ...], domain: str | None, balance: Balance | None
) -> dict[str, Any]:
    return {
        "id": one.id,
        "dct": one.day.isoformat() if one.day else None,
        "domain": domain or (balance.domain if balance else None),
        "reason": balance.reason if balance else "given",
        "text": one.text,
        "timexes": [_timex(time) for time in found],
    }


def _timex(time: TimeExpression) -> dict[str, Any]:
    covered = interval_of(time.value) if time.timex_type in ("DATE", "TIME") else None
    return {
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "type": time.timex_type,
        "value": time.value,
        "interval": [day.isoformat() for day in covered] if covered else None,
        "bounds": [time.first.isoformat() if time.first else None, time.last.isoformat() if time.last else None],
        "edtf": time.edtf,
        "precision": time.precision.value if time.precision else None,
        "relation": time.relation,
        "rule": time.rule,
        "anchor": time.anchor,
        "anchor_date": time.anchor_date.isoformat() if time.anchor_date else None,
        "known": list(time.known),
        "implied": list(time.implied),
        "alternatives": list(time.alternatives),
        "vague": time.vague,
    }


def _table(stream: TextIO, found: tuple[TimeExpression, ...], balance: Balance | None) -> None:
    if not found:
        stream.write("No words here say when.\n")
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for head in ("Words", "Means", "Value", "Counted from"):
        table.add_column(head, overflow="fold")
    for one in found:
        table.add_row(
            Text(one.text, style=COLOURS[one.timex_type]), Text(_meaning(one)), Text(one.value), Text(_anchor(one))
        )
    console(stream).print(table)
    if balance is not None:
        console(stream).print(Text(f"Read as {balance.domain}: {balance.reason}."))


def _meaning(one: TimeExpression) -> str:
    if one.first is None and one.last is None:
        return {"DURATION": "how long", "SET": "how often"}.get(one.timex_type, "not fixed to days")
    words = date_in_words(one.first, one.last, one.precision) if one.precision else one.edtf
    return words + (f" (or {', '.join(one.alternatives)})" if one.alternatives else "")


def _anchor(one: TimeExpression) -> str:
    if one.anchor == "none":
        return "itself"
    if one.anchor == "missing":
        return "nothing known"
    return f"{one.anchor} {one.anchor_date}" if one.anchor_date else one.anchor
