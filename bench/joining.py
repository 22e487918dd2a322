"""What joining costs in a long timeline: looking candidates up in the index, against comparing with every event.

``python -m bench.joining`` makes 1,000,000 events of forty conflicts over twenty years, in memory and in a SQLite
store, and asks for 200 reports: their candidates, and all grounds for and against each. The named peer compares each
report with all events at a glance (type, parties, days, place, numbers), the least that "comparing with all" can do.
Times are those of the processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sqlalchemy import insert

from tracker.models import Actor, Quantity, Role
from tracker.store import Store
from tracker.store.database import reading, writing
from tracker.store.nearby import nearby
from tracker.store.tables import events
from tracker.timeline.joining import Candidates, Telling, compare, glance_of
from tracker.timeline.joining.candidates import likeness

TYPES = ("talks", "meeting", "proposal", "rejection", "statement", "agreement", "prisoner_exchange", "violation")
CONFLICTS = 40
FIRST = date(2006, 1, 1).toordinal()
DAYS = 7300
PLACES = ("Geneva", "Doha", "Cairo", "Oslo", "")
WORDS = ("border", "harvest", "convoy", "prison", "harbour", "railway", "lists", "inspectors", "pipeline", "airport")


def tellings(count: int, seed: int, name: str) -> Iterator[Telling]:
    """Events or reports at random, the same for the same seed; one in ten has a wide date."""
    rng = random.Random(seed)
    for number in range(count):
        side = rng.randrange(CONFLICTS)
        start = FIRST + rng.randrange(DAYS)
        width = rng.choice((30, 90, 364)) if rng.random() < 0.1 else 0
        yield Telling(
            key=f"{name}{number}",
            event_type=rng.choice(TYPES),
            status="occurred",
            first=start,
            last=start + width,
            basis="explicit",
            actors=(Actor(f"A{side}", Role.PARTICIPANT), Actor(f"B{side}", Role.PARTICIPANT)),
            location=rng.choice(PLACES),
            quantities=(Quantity("prisoners", rng.randrange(1, 400), "each"),) if rng.random() < 0.3 else (),
            stems=frozenset(rng.sample(WORDS, 4)),
            conflict=f"c{side}",
            articles=frozenset([f"{name}{number}"]),
            fixed=True,
        )


def in_memory(count: int, asked: int) -> float:
    """Milliseconds a report by the index; prints the peer's as well."""
    began = time.process_time()
    glances = [glance_of(one) for one in tellings(count, 1, "e")]
    index = Candidates(glances)
    print(f"index of {count:,} events built in {time.process_time() - began:.1f} s (with making the events)")
    of_key = dict(zip((one.key for one in glances), glances, strict=True))
    took, found = [], 0
    reports = list(tellings(asked, 2, "r"))
    for report in reports:
        began = time.process_time()
        names = index.near(glance_of(report))
        for name in names:
            compare(report, _read(of_key[name]))
        took.append(1000 * (time.process_time() - began))
        found += len(names)
    print(f"index and all grounds: {median(took):.2f} ms a report (median), {max(took):.1f} at most, "
          f"{found / asked:.1f} candidates")  # fmt: skip
    peer = []
    for report in reports[:5]:
        asking = glance_of(report)
        began = time.process_time()
        max(glances, key=lambda event: likeness(asking, event))
        peer.append(1000 * (time.process_time() - began))
    times = median(peer) / median(took)
    print(f"comparing with all at a glance: {median(peer):.0f} ms a report; {times:,.0f} times as long")
    return median(took)


def _read(glance) -> Telling:  # noqa: ANN001 - see tracker.timeline.joining.candidates.Glance
    actors = tuple(Actor(code, Role.PARTICIPANT) for code in sorted(glance.codes))
    return Telling(glance.key, glance.event_type, "occurred", glance.first, glance.last, "explicit", actors=actors,
                   location=glance.location, stems=frozenset(WORDS[:4]))  # fmt: skip


def in_store(count: int, asked: int) -> float:
    """Milliseconds a report by the database's index."""
    with TemporaryDirectory() as folder, Store(str(Path(folder) / "big.db")) as store:
        with writing(store._engine) as connection:
            batch: list[dict[str, object]] = []
            for one in tellings(count, 1, "e"):
                batch.append(_row(one))
                if len(batch) == 20_000:
                    connection.execute(insert(events), batch)
                    batch.clear()
            if batch:
                connection.execute(insert(events), batch)
        took = []
        with reading(store._engine) as connection:
            for report in tellings(asked, 2, "r"):
                began = time.process_time()
                nearby(connection, report)
                took.append(1000 * (time.process_time() - began))
    print(f"candidates from a store of {count:,}: {median(took):.1f} ms a report (median), {max(took):.0f} at most")
    return median(took)


def _row(one: Telling) -> dict[str, object]:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    texts = (
        *("date_edtf", "title", "description", "persons", "country", "claimed_by", "source_urls", "publisher"),
        *("note", "track", "date_text", "date_basis", "quote"),
    )
    precision = {0: "day", 30: "month", 90: "season", 364: "year"}[one.width or 0]
    return {
        **dict.fromkeys(texts, ""),
        "id": one.key,
        "event_type": one.event_type,
        "status": one.status,
        "date_start": date.fromordinal(one.first or 1),
        "date_end": date.fromordinal(one.last or 1),
        "date_precision": precision,
        "actors": ";".join(f"{actor.code}:{actor.role}" for actor in one.actors),
        "location": one.location,
        "conflict": one.conflict,
        "quantities": ";".join(f"{q.what}:{q.side}:{q.value}" for q in one.quantities),
        "review_state": "accepted",
        "outside_reports": 0,
        "outside_origins": 0,
        "created_at": now,
        "changed_at": now,
    }


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--events", type=int, default=1_000_000)
    arguments.add_argument("--reports", type=int, default=200)
    given = arguments.parse_args()
    in_memory(given.events, given.reports)
    in_store(given.events, given.reports)
