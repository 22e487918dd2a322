"""``add``: an event by hand."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from typing import Annotated, Any

import typer

from tracker.cli.address import store_address
from tracker.cli.options import By, StoreAt, day_of, known_conflict, today, user_name
from tracker.dates import read as read_date
from tracker.errors import DateError
from tracker.models import Precision
from tracker.resources import event_type
from tracker.store import Store
from tracker.timeline.date_in_words import date_in_words

EXAMPLE = (
    "Example: python -m tracker add --type prisoner_exchange --date '23-25 May 2025' --actor UKR:participant "
    "--actor RUS:participant --number prisoners:each:1000 --source https://example.org/report "
    "--conflict russia-ukraine"
)

Many = list[str] | None


def command(
    *,
    type: Annotated[str, typer.Option(help="Event type; the command types lists them.")],  # noqa: A002
    date: Annotated[str | None, typer.Option(help='When: "16 May 2025", "last week", "late May", "2025-05~".')] = None,
    actor: Annotated[Many, typer.Option(metavar="CODE:ROLE", help="Who, such as UKR:participant; repeat.")] = None,
    person: Annotated[Many, typer.Option(metavar="NAME", help="A person acting; repeat.")] = None,
    place: Annotated[str, typer.Option(metavar="NAME", help="Where.")] = "",
    country: Annotated[str, typer.Option(metavar="CODE", help="The place's country, such as TUR.")] = "",
    number: Annotated[
        Many, typer.Option(metavar="WHAT:SIDE:NUMBER", help="A number, such as prisoners:UKR:146; repeat.")
    ] = None,
    round: Annotated[int | None, typer.Option(min=1, help="Number of the round in its series.")] = None,  # noqa: A002
    status: Annotated[str, typer.Option(help="occurred, ongoing, planned or called_off.")] = "occurred",
    claimed_by: Annotated[str, typer.Option(metavar="CODE", help="On whose word alone it stands.")] = "",
    track: Annotated[str, typer.Option(help="The series that it belongs to.")] = "",
    conflict: Annotated[str, typer.Option(metavar="SLUG", help="Conflict profile.")] = "",
    title: Annotated[str, typer.Option(help="The event in a few words.")] = "",
    description: Annotated[str, typer.Option(help="The event in a sentence or two.")] = "",
    source: Annotated[Many, typer.Option(metavar="URL", help="Address of a source; repeat.")] = None,
    publisher: Annotated[str, typer.Option(help="Who published the source.")] = "",
    quote: Annotated[str, typer.Option(help="The sentence that reports it, verbatim.")] = "",
    note: Annotated[str, typer.Option(help="What you want to add.")] = "",
    link: Annotated[Many, typer.Option(metavar="KIND:ID", help="An earlier event, such as answers:ID; repeat.")] = None,
    reference: Annotated[
        str | None, typer.Option(metavar="DAY", help="Day from which relative dates count; today if not given.")
    ] = None,
    store: StoreAt = None,
    by: By = None,
) -> None:
    """Add an event by hand and print its id. The date is read as you would write it, and told back in words."""
    event_type(type)
    known_conflict(conflict)
    values: dict[str, Any] = {
        "event_type": type,
        "status": status,
        "actors": ";".join(actor or ()),
        "persons": ";".join(person or ()),
        "location": place,
        "country": country,
        "quantities": ";".join(number or ()),
        "round": round,
        "claimed_by": claimed_by,
        "track": track,
        "conflict": conflict,
        "title": title,
        "description": description,
        "source_urls": " ".join(source or ()),
        "publisher": publisher,
        "quote": quote,
        "note": note,
        "links": ";".join(link or ()),
        **_when(date, day_of(reference, "--reference") if reference else today()),
    }
    with Store(store_address(store)) as opened:
        print(opened.add_event(values, by=user_name(by), at=datetime.now(UTC)))


def _when(words: str | None, reference: date) -> dict[str, Any]:
    """The columns of the date that ``words`` say, told back on stderr; without words the date stays open."""
    if not words:
        return {"date_precision": Precision.OPEN.value}
    found = read_date(words, reference=reference)
    if found.first is None and found.last is None:
        raise DateError(f'"{words}" names no day.', field="--date", advice='Write a day such as "16 May 2025".')
    precision = found.precision or Precision.OPEN
    print(f'"{words}" is {date_in_words(found.first, found.last, precision)}.', file=sys.stderr)
    for other in found.alternatives:
        print(f"It could also be {other}; write the month as a word to be sure.", file=sys.stderr)
    return {
        "date_start": found.first,
        "date_end": found.last,
        "date_precision": precision.value,
        "date_edtf": found.edtf,
        "date_text": words,
    }
