"""``ingest``: articles into the store, with the events that the parser finds in them."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from tracker.cli.address import store_address
from tracker.cli.articles import Reading
from tracker.cli.options import ConflictOf, Files, Published, StoreAt, known_conflict, published_day
from tracker.cli.progress import counted
from tracker.models import ReviewState
from tracker.pipeline import parse
from tracker.store import Store

EXAMPLE = "Example: python -m tracker ingest articles/*.html --conflict sudan"

BY = "parser"


def command(
    files: Files,
    published: Published = None,
    conflict: ConflictOf = None,
    accept: Annotated[bool, typer.Option("--accept", help="Take the events as accepted, without review.")] = False,
    store: StoreAt = None,
) -> None:
    """Read articles, keep them, and propose the events found in them for review.

    An article whose text is in the store already is left alone. A file that cannot be read is told and left out.
    """
    slug = known_conflict(conflict)
    reading = Reading(files, published_day(published))
    state = ReviewState.ACCEPTED if accept else ReviewState.PROPOSED
    known = events = 0
    with Store(store_address(store)) as opened:
        for article in reading:
            reports = parse(article, conflict=slug)
            added = opened.add_article(article, by=BY, at=datetime.now(UTC))
            known += added.known
            if not added.known:
                events += len(opened.propose(added.id, reports, by=BY, at=datetime.now(UTC), state=state))
    new = reading.articles - known
    print(
        f"{counted(new, 'article')} added, {known} known already, {counted(events, 'event')} {state}", file=sys.stderr
    )
    reading.end()
