"""Links scored and timed: ``python -m bench.links [EVENTS]``.

First the bundled timelines: their links taken away, found again, and scored (``tracker.timeline.links.score``). Then a
made timeline of so many events (100,000 if not said): how long the index takes to build, and how long one event's links
take to find, against comparing it with every earlier event by the same rules (estimated from 2,000 of them).
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import time

import pandas as pd

from tracker.imports import csv
from tracker.resources import DATA
from tracker.resources.link_kind import RESPONSES
from tracker.timeline import frame_of
from tracker.timeline.links import Finder, LinkIndex
from tracker.timeline.links.cues import cues
from tracker.timeline.links.features import grounds_of
from tracker.timeline.links.find import rules_from, score_of
from tracker.timeline.links.pair import Pair
from tracker.timeline.links.score import score_timeline

TYPES = ("proposal", "rejection", "acceptance", "agreement", "prisoner_exchange", "statement", "meeting", "violation")
ASKED = 300


def made(events: int) -> pd.DataFrame:
    """A timeline of ``events`` rows with words as unevenly common as those of a language (Zipf's law)."""
    dice = random.Random(1)
    words = ["".join(dice.choices("bdfgklmnprstvaeiou", k=7)) for _ in range(60_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    first = pd.Timestamp("1980-01-01")
    drawn = iter(dice.choices(words, weights, k=22 * events))
    codes = [f"A{number}" for number in range(60)]
    rows = []
    for number in range(events):
        day = first + pd.Timedelta(days=number * 16_000 // events)
        one, other = dice.sample(codes, 2)
        text = [next(drawn) for _ in range(22)]
        rows.append(
            {
                "event_id": f"e{number}",
                "event_type": TYPES[number % len(TYPES)],
                "status": "occurred",
                "date_start": day,
                "date_end": day,
                "date_precision": "day",
                "date_edtf": str(day.date()),
                "title": " ".join(text[:7]),
                "description": " ".join(text[7:]),
                "actors": f"{one}:initiator;{other}:target",
                "review_state": "accepted",
                "report_count": 1,
                "origin_count": 1,
            }
        )
    return frame_of(rows)


def all_with_all(index: LinkIndex, row: int, most: int = 2_000) -> float:
    """Seconds that comparing one event with every earlier one would take."""
    event = index.event(row)
    rules = rules_from(event.event_type)
    cited = cues().read(event)
    begin = time.perf_counter()
    for other in range(max(0, row - most), row):
        target = index.event(other)
        for rule in rules:
            if rule.kind in RESPONSES and target.event_type in rule.target:
                score_of(rule, grounds_of(Pair(event, target, rule.kind, index, cues(), cited)))
                break
    return (time.perf_counter() - begin) * row / min(row, most)


def main(events: int) -> None:
    """Score, build, ask, compare."""
    for path in sorted((DATA / "timelines").glob("*.csv")):
        for part, result in score_timeline(csv.read(path, conflict=path.stem)).items():
            print(f"{path.stem:16} {part:10} {result}")
    frame = made(events)
    begin = time.perf_counter()
    index = LinkIndex(frame)
    print(f"{events:,} events: index built in {time.perf_counter() - begin:.1f} s")
    finder = Finder(index)
    taken = []
    for row in random.Random(2).sample(range(events // 2, events), ASKED):
        begin = time.perf_counter()
        finder.find_row(row)
        taken.append(time.perf_counter() - begin)
    taken.sort()
    median, slow = statistics.median(taken), taken[int(0.95 * ASKED)]
    print(f"one event's links: median {1000 * median:.1f} ms, 95 of 100 within {1000 * slow:.1f} ms")
    naive = all_with_all(index, events - 1)
    print(f"compared with all earlier ones: {naive:.2f} s, {naive / median:,.0f} times as long")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1].replace(",", "").replace("_", "")) if len(sys.argv) > 1 else 100_000)
