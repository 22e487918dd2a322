"""Articles in, from any file; then their sentences."""

from tracker.text.article import from_text
from tracker.text.header import StatedDate, stated_date
from tracker.text.read import read
from tracker.text.sentences import split

__all__ = ["StatedDate", "from_text", "read", "split", "stated_date"]
