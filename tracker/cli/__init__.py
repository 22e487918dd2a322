"""The command line: ``python -m tracker``."""

from tracker.cli.app import app
from tracker.cli.run import run

__all__ = ["app", "run"]
