"""Scores reports against a gold corpus: precision, recall and F1 per type, agreement per field, and the errors.

A gold corpus is two JSON lines files: articles (``id, title, publisher, published, text`` ...) and events as
``tracker.exports.reports_jsonl`` writes them (an article without events has one line with ``no_events``). A report
matches a gold event of its article if both have the same type and their evidence overlaps; matching is one to one and
takes the pairs with most detail in common first, then as many as can be.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tracker.errors import InputError
from tracker.models import Report
from tracker.resources.accuracy import Accuracy, Figure

Row = Mapping[str, object]
FIELDS = ("date", "date overlap", "status", "actors", "roles", "country", "quantities", "round", "claimed_by")
USABLE = 0.5


@dataclass
class Score:
    """Counts over events, the sums of agreement over matched pairs, and the errors as rows of text."""

    gold: int = 0
    reported: int = 0
    detected: int = 0
    dated: int = 0
    usable: int = 0
    sums: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, ...]] = field(default_factory=list)

    def f1(self, hits: int) -> tuple[float, float, float]:
        """Precision, recall and F1 of ``hits`` among reported and gold events."""
        precision = hits / self.reported if self.reported else 0.0
        recall = hits / self.gold if self.gold else 0.0
        total = precision + recall
        return precision, recall, 2 * precision * recall / total if total else 0.0

    def field(self, name: str) -> float:
        """The mean agreement in one of ``FIELDS`` over matched pairs."""
        return self.sums[name] / self.detected if self.detected else 0.0


MEANINGS = {
    "date": "both its first and its last day right",
    "date overlap": "its days and the true ones overlap",
    "status": "occurred, ongoing, planned or called off told rightly",
    "actors": "F1 of the actors' codes",
    "roles": "F1 of actors with their roles",
    "country": "the country of the place right",
    "quantities": "all numbers right",
    "round": "the number of the round right",
    "claimed_by": "on whose word told rightly",
}
"""What agreement in each of ``FIELDS`` means; measured over events that were found."""


def accuracy_of(score: Score, *, parser: str, measured: date, sample: str) -> Accuracy:
    """The figures of ``score`` as the page About shows them."""
    events = [
        ("detection", score.detected, "the type right, and a sentence that reports it"),
        ("dated", score.dated, "found, and first and last day right"),
        ("usable", score.usable, "dated, and at least half of the actors right"),
    ]
    figures = [
        Figure(
            field=f"events: {name}", measure="F1", value=round(score.f1(hits)[2], 3), count=score.gold, meaning=meaning
        )
        for name, hits, meaning in events
    ]
    figures += [
        Figure(
            field=name, measure="agreement", value=round(score.field(name), 3), count=score.detected, meaning=meaning
        )
        for name, meaning in MEANINGS.items()
    ]
    return Accuracy(parser=parser, measured=measured, sample=sample, figure=tuple(figures))


def read_lines(path: Path) -> list[dict[str, object]]:
    """The rows of a JSON lines file; raises ``InputError`` with file and line."""
    rows = []
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The file cannot be read: {error}.", file=path, advice="Name a JSON lines file.") from error
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"This line is no JSON: {error}.", file=path, line=number, advice="Mend it.") from error
        if not isinstance(row, dict) or not ("article_id" in row or "id" in row):
            raise InputError("A row needs an id.", file=path, line=number, field="article_id", advice="Add it.")
        rows.append(row)
    return rows


def row_of(report: Report) -> Row:
    """A report as a row in the gold corpus' shape, as far as it is compared."""
    return {
        "article_id": report.article_id,
        "event_type": report.event_type,
        "status": str(report.status),
        "date_start": str(report.date_start) if report.date_start else None,
        "date_end": str(report.date_end) if report.date_end else None,
        "actors": [{"code": actor.code, "role": str(actor.role)} for actor in report.actors],
        "country": report.country,
        "quantities": [{"what": one.what, "value": one.value, "side": one.side} for one in report.quantities],
        "round": report.round,
        "claimed_by": report.claimed_by,
        "evidence": [{"start": one.start, "end": one.end, "text": one.text} for one in report.evidence],
    }


def evaluate(gold: Iterable[Row], reported: Iterable[Row], *, event_type: str = "") -> Score:
    """The score of ``reported`` against ``gold``; rows of articles that the gold does not name are left out."""
    by_article: dict[str, tuple[list[Row], list[Row]]] = {}
    for row in gold:
        pair = by_article.setdefault(str(row["article_id"]), ([], []))
        if not row.get("no_events") and event_type in ("", row["event_type"]):
            pair[0].append(row)
    for row in reported:
        if str(row["article_id"]) in by_article and event_type in ("", row["event_type"]):
            by_article[str(row["article_id"])][1].append(row)
    score = Score()
    for article, (wanted, found) in by_article.items():
        _add(score, article, wanted, found)
    return score


def _add(score: Score, article: str, wanted: Sequence[Row], found: Sequence[Row]) -> None:
    pairs = match(wanted, found)
    score.gold += len(wanted)
    score.reported += len(found)
    score.detected += len(pairs)
    for i, j in pairs.items():
        agreement = compare(wanted[i], found[j])
        score.sums.update(agreement)
        score.dated += agreement["date"] == 1
        score.usable += agreement["date"] == 1 and agreement["actors"] >= USABLE
        if agreement["date"] < 1:
            dates = f"gold {_interval(wanted[i])} got {_interval(found[j])}"
            score.errors.append(("date", article, str(wanted[i]["event_type"]), _quote(wanted[i]), dates))
    for i, row in enumerate(wanted):
        if i not in pairs:
            score.errors.append(("missed", article, str(row["event_type"]), _quote(row), ""))
    taken = set(pairs.values())
    for j, row in enumerate(found):
        if j not in taken:
            score.errors.append(("spurious", article, str(row["event_type"]), _quote(row), ""))


def match(wanted: Sequence[Row], found: Sequence[Row]) -> dict[int, int]:
    """Which gold event (by number) is which reported one."""
    options: dict[int, list[int]] = defaultdict(list)
    ranked = sorted(
        ((_likeness(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found) if _can_match(w, f)),
        key=lambda row: -row[0],
    )
    pairs: dict[int, int] = {}
    owner: dict[int, int] = {}
    for _, i, j in ranked:
        options[i].append(j)
        if i not in pairs and j not in owner:
            pairs[i], owner[j] = j, i

    def augment(i: int, seen: set[int]) -> bool:
        for j in options[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or augment(owner[j], seen):
                    pairs[i], owner[j] = j, i
                    return True
        return False

    for i in range(len(wanted)):
        if i not in pairs:
            augment(i, set())
    return pairs


def compare(wanted: Row, found: Row) -> dict[str, float]:
    """The agreement of a matched pair in each of ``FIELDS``, between 0 and 1."""
    return {
        "date": float(_interval(wanted) == _interval(found)),
        "date overlap": float(_overlap(_interval(wanted), _interval(found))),
        "status": float(wanted.get("status") == found.get("status")),
        "actors": _f1(_codes(wanted), _codes(found)),
        "roles": _f1(_roles(wanted), _roles(found)),
        "country": float((wanted.get("country") or "") == (found.get("country") or "")),
        "quantities": float(_numbers(wanted) == _numbers(found)),
        "round": float((wanted.get("round") or None) == (found.get("round") or None)),
        "claimed_by": float((wanted.get("claimed_by") or "") == (found.get("claimed_by") or "")),
    }


def _likeness(wanted: Row, found: Row) -> float:
    one = compare(wanted, found)
    return 4 * one["date"] + one["date overlap"] + 2 * one["actors"] + one["quantities"]


def _can_match(wanted: Row, found: Row) -> bool:
    if wanted["event_type"] != found["event_type"]:
        return False
    return any(s < y and x < e for s, e in _spans(wanted) for x, y in _spans(found))


def _list(row: Row, name: str) -> list[dict[str, object]]:
    value = row.get(name) or []
    return value if isinstance(value, list) else []


def _spans(row: Row) -> list[tuple[int, int]]:
    return [(int(str(one["start"])), int(str(one["end"]))) for one in _list(row, "evidence")]


def _quote(row: Row) -> str:
    evidence = _list(row, "evidence")
    return " ".join(str(evidence[0].get("text", "")).split())[:160] if evidence else ""


def _interval(row: Row) -> tuple[str, str]:
    return str(row.get("date_start") or ""), str(row.get("date_end") or "")


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if not any(one) or not any(other):
        return one == other
    return (one[0] or "0000") <= (other[1] or "9999") and (other[0] or "0000") <= (one[1] or "9999")


def _codes(row: Row) -> set[object]:
    return {one["code"] for one in _list(row, "actors")}


def _roles(row: Row) -> set[object]:
    return {(one["code"], one.get("role")) for one in _list(row, "actors")}


def _numbers(row: Row) -> set[object]:
    return {(one.get("what"), one.get("value")) for one in _list(row, "quantities")}


def _f1(one: set[object], other: set[object]) -> float:
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))
