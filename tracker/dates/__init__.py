"""Finds the words that say when, resolves them to days with honest precision, and reads and writes EDTF."""

from tracker.dates import edtf
from tracker.dates.find import find
from tracker.dates.read import read

__all__ = ["edtf", "find", "read"]
