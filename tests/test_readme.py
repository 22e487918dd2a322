"""What README shows is run: its commands in a folder of their own, its Python as it stands."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^python -m tracker (.+)$", README, flags=re.MULTILINE)
PYTHON = re.findall(r"```python\n(.+?)```", README, flags=re.DOTALL)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder from which the project's own data are reached by the paths that README names."""
    here = tmp_path_factory.mktemp("readme")
    for name in ("seeds", "data"):
        (here / name).symlink_to(ROOT / name, target_is_directory=True)
    return here


def test_every_command_of_readme_runs(folder: Path) -> None:
    assert len(COMMANDS) >= 10
    for command in COMMANDS:
        if command.startswith("serve"):
            continue
        done = run(folder, "-m", "tracker", *shlex.split(command))
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        assert done.stdout or done.stderr or "-o" in command, command
    assert (folder / "timeline.csv").stat().st_size > 100_000
    assert (folder / "events.jsonl").read_text(encoding="utf-8").count("\n") > 5


@pytest.mark.parametrize("code", PYTHON)
def test_python_of_readme_runs(folder: Path, code: str) -> None:
    done = run(folder, "-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("meeting 2025-11-11 ")


def test_readme_names_the_two_commands_and_plain_pip() -> None:
    for words in ("make run", "make test", "pip install -c constraints.txt -r requirements.txt"):
        assert words in README
