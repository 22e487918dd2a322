"""Sentences a second: ``tracker.text.split`` beside bare sentencex, on the same text in the same run.

sentencex is what ``split`` stands on; the ratio is the price of the repairs, the offsets and the roles.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from sentencex import get_sentence_boundaries

from tracker.resources import DATA
from tracker.text import split

TEXT = (DATA.parent / "seeds/seed-2025-11-12-istanbul.txt").read_text(encoding="utf-8")
ROUNDS = 100


def seconds(work: Callable[[], object]) -> float:
    """The best of five runs, each of ``ROUNDS`` calls, in seconds a call."""
    work()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(ROUNDS):
            work()
        times.append((time.perf_counter() - start) / ROUNDS)
    return min(times)


def main() -> None:
    """Prints both rates and their ratio."""
    ours, bare = seconds(lambda: split(TEXT)), seconds(lambda: get_sentence_boundaries("en", TEXT))
    count, words = len(split(TEXT)), len(TEXT.split())
    print(f"split      {count / ours:10,.0f} sentences/s  {words / ours:12,.0f} words/s")
    print(f"sentencex  {count / bare:10,.0f} sentences/s  {words / bare:12,.0f} words/s")
    print(f"ratio      {ours / bare:10.1f}")


if __name__ == "__main__":
    main()
