"""Speed of ``tracker.dates.find`` against ``dateparser.search.search_dates`` on the same text, in one warm process.

    python -m bench.dates FILE.jsonl [FILE.jsonl ...] [--part CHARACTERS]

The files hold one text a line ({"text": ...}). dateparser reads ``--part`` characters of each text's beginning at a
time (it does not scale to whole books); ours reads the same parts. Prints both speeds and their ratio.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from dateparser.search import search_dates

from tracker.dates import find

WARM = "They met on Tuesday, 11 November 2025, and will meet again next week."
REFERENCE = date(2025, 11, 12)


def seconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Processor time for all texts, after one warming call."""
    read(WARM)
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def main() -> None:
    """Measures both and prints characters a second and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--part", type=int, default=0, help="characters of each text; all of them if 0")
    chosen = parser.parse_args()
    lines = [line for path in chosen.files for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = [json.loads(line)["text"][: chosen.part or None] for line in lines]
    size = sum(map(len, texts))
    ours = seconds(lambda text: find(text, reference=REFERENCE), texts)
    theirs = seconds(lambda text: search_dates(text, languages=["en"]), texts)
    print(f"{len(texts)} texts, {size:,} characters")
    print(f"tracker.dates.find                 {ours:8.2f} s  {size / ours:12,.0f} characters/s")
    print(f"dateparser.search.search_dates     {theirs:8.2f} s  {size / theirs:12,.0f} characters/s")
    print(f"ours is {theirs / ours:.1f} times as fast")


if __name__ == "__main__":
    main()
