"""``ingest``: articles into the store, with the events that the parser finds in them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer

from tracker.cli.address import store_address
from tracker.cli.articles import Reading
from tracker.cli.jobs import Jobs, pool_for
from tracker.cli.options import ConflictOf, Files, Published, StoreAt, known_conflict, published_day
from tracker.cli.progress import counted
from tracker.models import ReviewState
from tracker.scale import parse_all
from tracker.store import Store, TakenIn

EXAMPLE = "Example: python -m tracker ingest articles/*.html --conflict sudan"

BY = "parser"


def command(
    files: Files,
    published: Published = None,
    conflict: ConflictOf = None,
    accept: Annotated[bool, typer.Option("--accept", help="Take the events as accepted, without review.")] = False,
    store: StoreAt = None,
    jobs: Jobs = 1,
) -> None:
    """Read articles, keep them, join what they report to known events, and propose the rest for review.

    What an accepted event says never changes by this; a report that clearly tells of it is kept behind it, and one that
    may is asked about in the review. An article whose text is in the store already is left alone. A file that cannot be
    read is told and left out.
    """
    slug = known_conflict(conflict)
    reading = Reading(files, published_day(published))
    state = ReviewState.ACCEPTED if accept else ReviewState.PROPOSED
    known = 0
    taken: list[TakenIn] = []
    with Store(store_address(store)) as opened, pool_for(jobs) as pool:
        for article, reports in parse_all(reading, conflict=slug, pool=pool):
            added = opened.add_article(article, by=BY, at=datetime.now(UTC))
            known += added.known
            if not added.known:
                taken.append(opened.take_in(added.id, reports, by=BY, at=datetime.now(UTC), state=state))
    new = reading.articles - known
    print(f"{counted(new, 'article')} added, {known} known already, {_told(taken, state)}", file=sys.stderr)
    reading.end()


def _told(taken: Sequence[TakenIn], state: ReviewState) -> str:
    """What became of the reports: ``3 events proposed, 2 reports joined to known events, 1 join to review``."""
    opened = sum(len(one.opened) for one in taken)
    joined = sum(len(one.joined) + len(one.together) for one in taken)
    asked = sum(len(one.asked) for one in taken)
    parts = [f"{counted(opened, 'event')} {state}"]
    parts += [f"{counted(joined, 'report')} joined to known events"] if joined else []
    parts += [f"{counted(asked, 'join')} to review"] if asked else []
    return ", ".join(parts)
