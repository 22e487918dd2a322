"""What a short run waits for: a library that it does not use is not imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, SEED

HEAVY = {
    "alembic",
    "concurrent.futures",
    "charset_normalizer",
    "convertdate",
    "dash",
    "dateparser",
    "edtf",
    "flask",
    "holidays",
    "icalendar",
    "jinja2",
    "lxml",
    "multiprocessing",
    "pandas",
    "plotly",
    "pyarrow",
    "scipy",
    "sqlalchemy",
    "tqdm",
    "trafilatura",
}
"""Each takes from a thirtieth of a second to one second to import."""
OF_TABLES = {"babel.dates", "rich.console"}
"""What only the table for the terminal needs."""
SCRIPT = """
import sys
from tracker.__main__ import app, run
code = run(sys.argv[1:], to=app)
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
sys.exit(code)
"""


def imported_by(*arguments: str) -> set[str]:
    """The modules that one call of the command line imports, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stderr.splitlines())


@pytest.mark.parametrize("shown", ["table", "json", "jsonl"])
def test_a_parse_of_a_text_imports_no_heavy_library(tmp_path: Path, shown: str) -> None:
    modules = imported_by("parse", str(SEED), "--format", shown, "--output", str(tmp_path / "told"))
    assert (tmp_path / "told").stat().st_size > 1000
    assert modules & HEAVY == set()
    assert (modules & OF_TABLES == set()) == (shown != "table")
    assert "tracker.pipeline" in modules


def test_the_help_of_a_command_imports_no_heavy_library() -> None:
    assert imported_by("parse", "--help") & HEAVY == set()


def test_every_process_tells_the_same_by_the_same_rules(tmp_path: Path) -> None:
    article = tmp_path / "sanctions.txt"
    article.write_text("The Arab League submits a draft proposal to Israel and Hamas, which offers a plan for a truce.")
    told = {
        subprocess.run(
            [sys.executable, "-m", "tracker", "parse", str(article), "--format", "jsonl"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            timeout=60,
            check=True,
        ).stdout
        for seed in "135"
    }
    assert len(told) == 1
    assert b"proposes" in told.pop()
