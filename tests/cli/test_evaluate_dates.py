"""The measures of dates: matching by overlap, days however a value is written, errors told, and the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tracker.evaluate_dates import evaluate_dates, match


def timex(start: int, end: int, value: str, kind: str = "DATE") -> dict[str, object]:
    return {"start": start, "end": end, "text": "x" * (end - start), "type": kind, "value": value}


def test_identical_spans_match_before_longer_overlaps() -> None:
    gold = [timex(0, 10, "2025"), timex(5, 10, "2025-06")]
    found = [timex(5, 10, "2025-06")]
    assert match(gold, found) == [(gold[1], found[0])]


def test_touching_spans_do_not_match() -> None:
    assert match([timex(0, 5, "2025")], [timex(5, 9, "2025")]) == []


@pytest.mark.parametrize(
    ("gold", "found"),
    [("1998-10-XX", "1998-10"), ("199X", "199"), ("2000-W7", "2000-W07"), ("2025-06-04TMO", "2025-06-04")],
)
def test_days_count_however_a_value_is_written(gold: str, found: str) -> None:
    score = evaluate_dates([("a", [timex(0, 4, gold)], [timex(0, 4, found)])])
    assert score.f1("DATE interval") == (1.0, 1.0, 1.0)
    assert score.f1("DATE value")[2] == 0.0


def test_a_value_without_days_takes_no_part_in_the_interval() -> None:
    score = evaluate_dates([("a", [timex(0, 3, "PRESENT_REF")], [timex(0, 3, "2025-06-04")])])
    assert (score.gold["DATE interval"], score.found["DATE interval"]) == (0, 0)
    assert score.found["value"] == 1


def test_each_kind_of_error_is_told() -> None:
    gold = [timex(0, 4, "2024"), timex(10, 14, "2025")]
    found = [timex(0, 4, "2023"), timex(20, 24, "P2D", "DURATION")]
    score = evaluate_dates([("a", gold, found)])
    assert [row[0] for row in score.errors] == ["value", "missed", "false"]
    assert score.f1("relaxed") == (0.5, 0.5, 0.5)


def test_the_command_scores_a_corpus(tmp_path: Path, call) -> None:
    text = "The delegations met on 4 June 2025 and will meet again next week."
    start = text.index("4 June")
    row = {"id": "a", "dct": "2025-06-05", "text": text, "timexes": [timex(start, start + 11, "2025-06-04")]}
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps(row) + "\n", encoding="utf-8")
    result = call("evaluate", str(corpus), "--timex", "--errors", str(tmp_path / "errors.tsv"))
    assert result.code == 0
    assert "DATE interval" in result.out
    assert "next week" in (tmp_path / "errors.tsv").read_text(encoding="utf-8")


def test_a_row_whose_annotation_is_wrong_is_told_with_its_line(tmp_path: Path, call) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"id": "a", "text": "x", "timexes": [{"start": "0"}]}) + "\n", encoding="utf-8")
    result = call("evaluate", str(corpus), "--timex")
    assert result.code == 65
    assert "timexes" in result.err
    assert "line 1" in result.err
