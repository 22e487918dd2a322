"""Runs the command line: every error becomes one sentence on stderr and an exit code, never a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Any

import typer
from typer._click.exceptions import ClickException

from tracker.cli.app import app
from tracker.errors import TrackerError, UsageError

DEBUG = "TRACKER_TRACEBACK"
"""Set this in the environment to see where an unexpected error arose."""
SOFTWARE, IO, INTERRUPTED, PIPE_CLOSED = 70, 74, 130, 141
"""Exit codes: a fault of the program, of the machine (sysexits.h); ended by ^C, by a closed pipe (as shells count)."""


def run(arguments: Sequence[str] | None = None, *, to: typer.Typer = app) -> int:
    """Runs the command that ``arguments`` (the process's own if ``None``) name; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if stream is sys.stderr else "strict")
    try:
        code = _called(to, arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_stdout()
        return PIPE_CLOSED
    except OSError as error:
        _let_go_of_stdout()
        return _say(in_words(error), IO)
    return code


def _called(to: typer.Typer, arguments: Sequence[str] | None) -> int:
    try:
        code = to(args=list(arguments) if arguments is not None else None, standalone_mode=False, prog_name="tracker")
    except TrackerError as error:
        return _say(str(error), error.exit_code)
    except ClickException as error:
        error.show()
        return UsageError.exit_code
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except SystemExit as error:  # typer's own answer to a closed pipe, whatever it was told
        return PIPE_CLOSED if error.code == 1 else int(error.code or 0)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001  the outermost door: a fault of ours must not end in a traceback either
        if os.environ.get(DEBUG):
            traceback.print_exc()
        kind = f"{type(error).__name__}: {error}".strip().splitlines()[0]
        return _say(f"This is a fault of the tracker ({kind}). Set {DEBUG}=1 to see where, and report it.", SOFTWARE)
    if code == INTERRUPTED:
        return _say("Stopped. What was finished is kept.", INTERRUPTED)
    return int(code or 0)


def in_words(error: OSError) -> str:
    """What the system refused, with the file's name if it told one."""
    where = f"{error.filename}: " if error.filename else "The output cannot be written: "
    what = error.strerror or str(error)
    return f"{where}{what}. Nothing was half-written."


def _say(sentence: str, code: int) -> int:
    print(f"tracker: {sentence}", file=sys.stderr)
    return code


def _let_go_of_stdout() -> None:
    """Points stdout at nothing, since Python flushes it once more at the end and would complain again."""
    nothing: Any = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, sys.stdout.fileno())
    except (OSError, ValueError):
        return
    finally:
        os.close(nothing)
