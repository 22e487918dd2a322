"""``python -m tracker dates``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tracker.cli import run
from tracker.errors import ArticleError, RowError, UsageError


def test_lines_in_lines_out(tmp_path: Path) -> None:
    texts, out = tmp_path / "texts.jsonl", tmp_path / "out.jsonl"
    rows = [
        {"id": "a", "dct": "2025-11-12", "text": "They met on Tuesday in early May."},
        {"id": "b", "dct": "2009-12-19", "text": "On 4 May 1915 they met. In June they signed."},
    ]
    texts.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run(["dates", str(texts), "-o", str(out)]) == 0
    first, second = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    assert (first["domain"], second["domain"]) == ("news", "narrative")
    day, month = first["timexes"]
    assert (day["start"], day["end"], day["type"], day["value"]) == (12, 19, "DATE", "2025-11-11")
    assert day["interval"] == ["2025-11-11", "2025-11-11"]
    assert (day["precision"], day["rule"], day["anchor"]) == ("day", "weekday", "publication")
    assert month["interval"] == ["2025-05-01", "2025-05-31"]
    assert month["bounds"] == ["2025-05-01", "2025-05-10"]
    assert second["timexes"][1]["value"] == "1915-06"


def test_a_text_gives_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "text.txt"
    text.write_text("They met on Tuesday.\n", encoding="utf-8")
    assert run(["dates", str(text), "--published", "2025-11-12"]) == 0
    shown = capsys.readouterr().out
    assert "Tuesday" in shown
    assert "2025-11-11" in shown
    assert "news" in shown


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        ('{"id": 1}\n', RowError.exit_code, "text"),
        ("no json\n", RowError.exit_code, "line 1"),
        ('{"text": "x", "dct": "soon"}\n', RowError.exit_code, "dct"),
        (None, ArticleError.exit_code, "missing"),
    ],
)
def test_bad_lines_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None, code: int, told: str
) -> None:
    path = tmp_path / "texts.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert run(["dates", str(path)]) == code
    assert told in capsys.readouterr().err


def test_an_unknown_domain_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "text.txt"
    path.write_text("They met.", encoding="utf-8")
    assert run(["dates", str(path), "--domain", "poetry"]) == UsageError.exit_code
    assert "poetry" in capsys.readouterr().err
