"""The typer app. A command's module is imported when it is called, so that no command waits for another's rooms."""

from __future__ import annotations

import ast
import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, cast

import typer
from typer.core import TyperGroup

from tracker import commands
from tracker.version import VERSION

WIDTH = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@cache
def names() -> dict[str, str]:
    """The modules of ``tracker.commands`` by command, sorted; an underscore at the end of a name is dropped."""
    return {one.name.rstrip("_"): one.name for one in sorted(pkgutil.iter_modules(commands.__path__))}


@cache
def _command(name: str) -> Any:
    module = import_module(f"{commands.__name__}.{names()[name]}")
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, epilog=module.EXAMPLE, context_settings=WIDTH, no_args_is_help=False)(module.command)
    return typer.main.get_command(single)


def _first_sentence(name: str) -> str:
    """The first line of the docstring of the command's function; empty if it is not among ``tracker.commands``."""
    if name not in names():
        return ""
    path = Path(commands.__path__[0]) / f"{names()[name]}.py"
    body = ast.parse(path.read_text(encoding="utf-8")).body
    found = (ast.get_docstring(one) for one in body if isinstance(one, ast.FunctionDef) and one.name == "command")
    return (next(found, None) or "").partition("\n")[0]


class Commands(TyperGroup):
    """The group of all commands: those of ``tracker.commands``, and those that were added to the app."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, sorted."""
        return sorted({*self.commands, *names()})

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, imported now; ``None`` if there is none."""
        return _command(cmd_name) if cmd_name in names() else self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As typer does it, with the names of all commands among which it looks for the one that was meant."""
        self.commands = cast("Any", {**dict.fromkeys(names()), **self.commands})
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands with the first sentence of each, read from the files without importing them."""
        rows = [
            (name, _first_sentence(name) or self.commands[name].get_short_help_str(90))
            for name in self.list_commands(ctx)
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


app = typer.Typer(
    name="tracker",
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=WIDTH,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"tracker {VERSION}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Conflict-negotiation timeline tracker: news text in, a timeline of dated events out.

    Each command tells more with --help. Nothing asks the network unless a command says so.
    """
