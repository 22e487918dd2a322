import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracker.cli import run

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds/seed-2025-11-12-istanbul.txt"

NEWS = """Sides meet in Geneva

The delegations of Armenia and Azerbaijan held talks in Geneva on Monday, the mediators said.
Armenia proposed a ceasefire of three weeks on Tuesday. Azerbaijan rejected the proposal on Wednesday.
"""


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def store(tmp_path):
    return tmp_path / "store.sqlite"


@pytest.fixture
def call(capfd, monkeypatch, store):
    """Calls the command line in this process, with a store of its own; never a traceback."""
    monkeypatch.setenv("TRACKER_STORE", str(store))
    monkeypatch.setenv("TRACKER_TRACEBACK", "1")
    monkeypatch.setenv("COLUMNS", "80")

    def called(*arguments):
        capfd.readouterr()
        code = run([str(one) for one in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in err, err
        return Result(code, out, err)

    return called


@pytest.fixture
def shell(store):
    """Runs a line of bash in which "tracker" is the real command."""

    def ran(line):
        script = f'tracker() {{ "{sys.executable}" -m tracker "$@"; }}; set -o pipefail; {line}'
        env = {**os.environ, "TRACKER_STORE": str(store), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=env, check=False, timeout=60)
        assert "Traceback" not in done.stderr, done.stderr
        return Result(done.returncode, done.stdout, done.stderr)

    return ran


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "geneva.txt"
    path.write_text(NEWS)
    return path
