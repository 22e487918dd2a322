"""Finds the words that say when, resolves them to days with honest precision, and reads and writes EDTF."""

from tracker.dates import edtf
from tracker.dates.domain import Balance
from tracker.dates.find import decide, find
from tracker.dates.read import read
from tracker.dates.spans import joined
from tracker.dates.values import interval_of

__all__ = ["Balance", "decide", "edtf", "find", "interval_of", "joined", "read"]
