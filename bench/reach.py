"""How far the rules reach in lines that they were not made with: recall and precision by type on data/corpus/told.

    python -m bench.reach [--files GLOB] [TYPE ...]

The likeness model is left out, since it was trained on these lines. Rules that are widened by reading some files
("*[13579].txt") are measured on the others ("*[02468].txt"). With types, the lines of theirs that are missed or wrongly
told are printed too.
"""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.likeness import TOLD
from tracker.corpus import told
from tracker.events.extract import candidates
from tracker.pipeline import read
from tracker.resources.event_type import event_types


class Told(NamedTuple):
    """A labelled line: its words, the types it tells, those that the rules find in it, those that they begin there."""

    text: str
    types: frozenset[str]
    found: frozenset[str]
    begun: frozenset[str]


def lines(path: Path) -> Iterator[Told]:
    """The labelled lines of a file as the rules read them."""
    for article, spans in told(path):
        reading = read(article)
        found: dict[int, set[str]] = defaultdict(set)
        begun: dict[int, set[str]] = defaultdict(set)
        for one in candidates(reading, by_likeness=False):
            for number in (one.line, *one.more):
                sentence = reading.lines[number].sentence
                for label, (start, end, _) in enumerate(spans):
                    if sentence.start < end and start < sentence.end:
                        found[label].add(one.type.name)
                        if number == one.line:
                            begun[label].add(one.type.name)
        for label, (start, end, types) in enumerate(spans):
            text = " ".join(article.text[start:end].split())
            yield Told(text, types, frozenset(found[label]), frozenset(begun[label]))


def main() -> None:
    """Reads the files and prints a row a type, the sum, and the lines asked for."""
    options = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    options.add_argument("types", nargs="*", metavar="TYPE")
    options.add_argument("--files", default="*.txt", help="which of data/corpus/told, as a pattern of names")
    asked = options.parse_args()
    if unknown := set(asked.types) - set(event_types()):
        options.error(f"no event type {', '.join(sorted(unknown))}: data/event_types has {', '.join(event_types())}")
    paths = sorted(TOLD.glob(asked.files))
    if not paths:
        options.error(f"no file {asked.files} in {TOLD}")
    read_lines = [line for path in paths for line in lines(path)]
    labels = Counter(name for line in read_lines for name in line.types)
    right = Counter(name for line in read_lines for name in line.types & line.found)
    claimed = Counter(name for line in read_lines for name in line.begun | (line.types & line.found))
    print(f"{'type':<18} {'labels':>6} {'recall':>6} {'precision':>9}")
    for name, count in labels.most_common():
        print(f"{name:<18} {count:>6} {right[name] / count:>6.2f} {right[name] / max(1, claimed[name]):>9.2f}")
    print(f"{'all':<18} {labels.total():>6} {right.total() / labels.total():>6.3f}", end=" ")
    print(f"{right.total() / max(1, claimed.total()):>9.3f}")
    for name in asked.types:
        for line in read_lines:
            if name in line.types - line.found:
                print(f"missed {name}: {line.text}")
            elif name in line.begun - line.types:
                print(f"false {name}: {line.text}")


if __name__ == "__main__":
    main()
