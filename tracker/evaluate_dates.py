"""How right the date tagger is on a corpus of annotated time expressions, by the measures of TempEval-3.

Spans match if they overlap, identical ones first and then the largest overlap, one to one (UzZaman et al. 2013). A gold
value that names no days takes no part in the interval score, nor does what was matched to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.dates import interval_of

Timex = Mapping[str, object]
MEASURES = ("strict", "relaxed", "type", "value", "DATE value", "DATE interval")
OPEN_END = re.compile(r"(?:-XX)+$|X{1,2}$")
SHORT_WEEK = re.compile(r"-W(\d)(?!\d)")


@dataclass
class DateScore:
    """Counts of gold, found and agreeing expressions by measure; ``errors`` has a row for each that is not right."""

    gold: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    errors: list[tuple[str, ...]] = field(default_factory=list)

    def f1(self, measure: str) -> tuple[float, float, float]:
        """Precision, recall and F1, between 0 and 1."""
        right, found, gold = self.right[measure], self.found[measure], self.gold[measure]
        return (
            right / found if found else 0.0,
            right / gold if gold else 0.0,
            2 * right / (found + gold) if right else 0.0,
        )


def evaluate_dates(documents: Iterable[tuple[str, Sequence[Timex], Sequence[Timex]]]) -> DateScore:
    """The score of documents, each its id, its gold expressions and those found (``start, end, text, type, value``)."""
    score = DateScore()
    for name, gold, found in documents:
        _add_all(score, name, gold, found)
        _add_dates(
            score, [one for one in gold if one["type"] == "DATE"], [one for one in found if one["type"] == "DATE"]
        )
    return score


def match(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pairs of overlapping expressions, one to one."""
    pairs = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            overlap = min(_end(one), _end(other)) - max(_start(one), _start(other))
            if overlap > 0:
                same = (_start(one), _end(one)) == (_start(other), _end(other))
                pairs.append((not same, -overlap, _start(one), _start(other), i, j))
    chosen, seen_gold, seen_found = [], set(), set()
    for *_, i, j in sorted(pairs):
        if i not in seen_gold and j not in seen_found:
            seen_gold.add(i)
            seen_found.add(j)
            chosen.append((gold[i], found[j]))
    return chosen


def _start(one: Timex) -> int:
    return int(str(one["start"]))


def _end(one: Timex) -> int:
    return int(str(one["end"]))


def _add_all(score: DateScore, name: str, gold: Sequence[Timex], found: Sequence[Timex]) -> None:
    pairs = match(gold, found)
    for measure in ("strict", "relaxed", "type", "value"):
        score.gold[measure] += len(gold)
        score.found[measure] += len(found)
    for one, other in pairs:
        score.right["relaxed"] += 1
        score.right["strict"] += (_start(one), _end(one)) == (_start(other), _end(other))
        score.right["type"] += one["type"] == other["type"]
        score.right["value"] += one["value"] == other["value"]
        if one["value"] != other["value"]:
            score.errors.append(("value", name, *(str(one[key]) for key in ("text", "value")), str(other["value"])))
    taken = [id(one) for pair in pairs for one in pair]
    score.errors += [("missed", name, str(one["text"]), str(one["value"]), "") for one in gold if id(one) not in taken]
    score.errors += [("false", name, str(one["text"]), "", str(one["value"])) for one in found if id(one) not in taken]


def _add_dates(score: DateScore, gold: Sequence[Timex], found: Sequence[Timex]) -> None:
    pairs = match(gold, found)
    score.gold["DATE value"] += len(gold)
    score.found["DATE value"] += len(found)
    score.gold["DATE interval"] += sum(_days(one) is not None for one in gold)
    unfixed = {id(other) for one, other in pairs if _days(one) is None}
    score.found["DATE interval"] += sum(_days(one) is not None and id(one) not in unfixed for one in found)
    for one, other in pairs:
        score.right["DATE value"] += one["value"] == other["value"]
        score.right["DATE interval"] += _days(one) is not None and _days(one) == _days(other)


def _days(one: Timex) -> object:
    """The days that a value names, however the corpora write it ("1998-10-XX", "199X", "2000-W7"); a time of day names
    its day, a year before Christ itself.
    """
    value = OPEN_END.sub("", str(one["value"]).split("T")[0])
    if value.startswith("BC"):
        return value
    return interval_of(SHORT_WEEK.sub(r"-W0\1", value))
