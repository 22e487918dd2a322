"""The house rules that a machine can see: which room imports which, how large a file may grow, what is public."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import Counter
from functools import cache
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

import tracker

ROOT = Path(__file__).resolve().parents[1]
STAGES = ["text", "dates", "events", "timeline", "ledger", "store"]
"""In the order in which data flows; a stage imports only itself and those before it."""
FREE = {"models", "errors", "resources", "version"}
"""What every stage may import."""
SOURCES = sorted(chain((ROOT / "tracker").rglob("*.py"), (ROOT / "dashboards").rglob("*.py")))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> set[str]:
    """Full names of all modules of ours that the file imports, wherever in the file."""
    package = name_of(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] in ("tracker", "dashboards")}


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_data_flows_one_way(path: Path) -> None:
    parts = name_of(path).split(".")
    names = imports_of(path)
    if parts[0] == "tracker" and parts[-1] != "__main__":
        assert not [name for name in names if name.startswith("dashboards")]
        assert "dashboards" not in path.read_text(encoding="utf-8"), "tracker never names dashboards"
    if len(parts) < 2 or parts[0] != "tracker":
        return
    seen = {name.split(".")[1] for name in names if name.startswith("tracker.")}
    if parts[1] in STAGES:
        allowed = set(STAGES[: STAGES.index(parts[1]) + 1]) | FREE
        assert seen <= allowed, f"{name_of(path)} imports {sorted(seen - allowed)}"
    elif parts[1] in FREE:
        assert seen <= FREE


def test_models_import_nothing_of_ours() -> None:
    assert imports_of(ROOT / "tracker/models.py") == set()


@pytest.mark.parametrize("path", [p for p in SOURCES if p.is_relative_to(ROOT / "dashboards")], ids=name_of)
def test_only_one_door_leads_from_the_dashboard_to_the_tracker(path: Path) -> None:
    if name_of(path).startswith(("dashboards.data", "dashboards.serve", "dashboards.app")):
        return
    plain = {"tracker.models", "tracker.errors", "tracker.resources", "tracker.version", "tracker.timeline"}
    odd = {
        name
        for name in imports_of(path)
        if name.startswith("tracker")
        and not any(name == one or name.startswith(one + ".") for one in {*plain, "tracker"})
    }
    reached = {
        name for name in imports_of(path) if name.startswith(("tracker.store", "tracker.pipeline", "tracker.imports"))
    }
    assert not odd
    assert not reached, f"{name_of(path)} goes past dashboards/data: {sorted(reached)}"


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=name_of)
def test_a_file_has_at_most_400_lines_and_a_function_70(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            assert node.end_lineno - node.lineno < 70, f"{node.name} in line {node.lineno}"


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_no_test_hides_behind_another_of_its_name(path: Path) -> None:
    body = tree_of(path).body
    for scope in [body, *(node.body for node in body if isinstance(node, ast.ClassDef))]:
        names = Counter(node.name for node in scope if isinstance(node, ast.FunctionDef | ast.ClassDef))
        assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree_of(path))


def test_public_names_are_sorted_and_there() -> None:
    assert list(tracker.__all__) == sorted(tracker.__all__)
    for name in tracker.__all__:
        assert getattr(tracker, name) is not None


def test_nothing_reads_the_clock_but_the_command_line_and_the_app() -> None:
    clock = re.compile(r"\b(?:date\.today|datetime\.(?:now|utcnow|today)|time\.time)\(")
    for path in SOURCES:
        if name_of(path).startswith(("tracker.cli", "tracker.commands", "tracker.__main__", "dashboards.clock")):
            continue
        assert not clock.search(path.read_text(encoding="utf-8")), name_of(path)


def test_every_requirement_is_pinned_reasoned_and_used() -> None:
    imported = set()
    for path in SOURCES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.split(".")[0])
    of_package = packages_distributions()
    used = {dist.lower().replace("_", "-") for module in imported for dist in of_package.get(module, [])}
    indirect = {"lxml-html-clean", "orjson", "flask-compress", "plotly"}  # used by trafilatura, plotly and dash
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        pinned = re.fullmatch(r"([\w.-]+)==[\w.]+ +# .+", line)
        assert pinned, line
        assert pinned[1].lower().replace("_", "-") in used | indirect, f"{pinned[1]} is required and never imported"


def test_warnings_are_errors() -> None:
    options = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    assert options["filterwarnings"][0] == "error"


def test_every_data_file_is_described() -> None:
    told = (ROOT / "data/README.md").read_text(encoding="utf-8")
    for path in (ROOT / "data").rglob("*"):
        if path.is_file() and path.name != "README.md" and path.parent.name != "__pycache__":
            folder = path.parent.relative_to(ROOT / "data").as_posix()
            assert path.name in told or (folder != "." and f"{folder}/" in told), path


def test_python_is_new_enough() -> None:
    assert sys.version_info >= (3, 11)


def test_the_map_of_the_events_names_every_module() -> None:
    """Some sixty files: the package's docstring tells a newcomer in which order they are passed through."""
    package = ROOT / "tracker" / "events"
    told = ast.get_docstring(tree_of(package / "__init__.py")) or ""
    modules = {path.stem for path in package.glob("*.py")} - {"__init__"}
    assert modules - set(re.findall(r"[a-z_]+", told)) == set()
