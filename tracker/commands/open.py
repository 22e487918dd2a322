"""``open``: what should have happened by a day."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tracker.cli.address import store_address
from tracker.cli.filter_options import filtered
from tracker.cli.ledger_formats import ledger_format
from tracker.cli.options import Output, StoreAt, day_of, today
from tracker.cli.output import opened
from tracker.errors import UsageError
from tracker.ledger import Ledger, ledger_of, sections
from tracker.models import ReviewState
from tracker.store import Store
from tracker.timeline import Filter
from tracker.timeline.links import find_links

EXAMPLE = "Example: python -m tracker open --as-of 2025-05-24 --conflict russia-ukraine"


@filtered
def command(
    *,
    chosen: Filter,
    as_of: Annotated[str | None, typer.Option(metavar="DAY", help="As of this day; today if not given.")] = None,
    section: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only this section, with closed entries too; repeat.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Closed entries too.")] = False,
    confirmed: Annotated[
        bool, typer.Option("--confirmed", help="Count only links that a person or source set, none found by rules.")
    ] = False,
    format: Annotated[str, typer.Option(metavar="table|json|csv", help="How to show the entries.")] = "table",  # noqa: A002
    output: Output = None,
    store: StoreAt = None,
) -> None:
    """Show what is open: offers not answered, agreements not carried out, plans past their day, truces, next rounds.

    Every entry says why it is there and which evidence would close it. Events not reviewed yet do not count, unless
    --review asks for them. Conditions choose entries; what settles an entry is looked for in the whole timeline.
    """
    write = ledger_format(format)
    names = _sections(section)
    day = day_of(as_of, "--as-of") if as_of else today()
    with Store(store_address(store)) as timeline:
        frame, refused = timeline.frame(), timeline.refused_links()
    states = chosen.review or (ReviewState.ACCEPTED.value,)
    counted = frame[frame["review_state"].isin(states)].reset_index(drop=True)
    links = () if confirmed else find_links(counted, refused=refused)
    ledger = ledger_of(counted, day, links).only(chosen.apply(counted)["event_id"])
    shown = Ledger(ledger.as_of, {name: ledger[name] for name in names})
    with opened(output) as stream:
        write(shown, stream, everything or bool(section))
    print(f"{len(shown.open())} open entries as of {day}", file=sys.stderr)


def _sections(asked: list[str] | None) -> list[str]:
    known = list(sections())
    names = [name.strip() for one in asked or () for name in one.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise UsageError(f'There is no section "{name}".', field="--section", advice=f"Known: {', '.join(known)}.")
    return names or known
