"""The sentences of the tracker's errors, gathered out of its code for the catalogue of words.

What a sentence names stands in it as {1}, {2}: ``f'"{typed}" is no date.'`` is the message ``"{1}" is no date.``
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import tracker
from tracker import errors

PLACES = ("text", "dates", "timeline/values.py", "timeline/filter.py", "store")
"""Where in the tracker errors arise that a page can show."""
_OURS = {name for name in vars(errors) if name.endswith("Error")} - {"ResourceError", "PortError"}
"""Those that a page can show: a wrong data file or a port stops the program before there is one."""
_NAMES = {"advice", "sentence"}
"""What the code calls a sentence before it is put into an error."""


def error_sentences() -> list[str]:
    """Every sentence and advice, each once, sorted."""
    return sorted({one for path in _files() for one in _sentences(ast.parse(path.read_text(encoding="utf-8")))})


def _files() -> Iterator[Path]:
    for place in PLACES:
        path = Path(tracker.__file__).parent / place
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def _sentences(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        for one in _spoken(node):
            text = _message(one)
            if " " in text.strip():
                yield text


def _spoken(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        return [*node.args[:1], *(one.value for one in node.keywords if one.arg == "advice")] if name in _OURS else []
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return [node.value] if node.targets[0].id.strip("_").lower() in _NAMES else []
    return []


def _message(node: ast.expr) -> str:
    """A sentence with what it names as {1}, {2}; empty if the code makes it otherwise."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    parts = node.values if isinstance(node, ast.JoinedStr) else []
    named = 0
    text = ""
    for part in parts:
        named += not isinstance(part, ast.Constant)
        text += str(part.value) if isinstance(part, ast.Constant) else f"{{{named}}}"
    return text
