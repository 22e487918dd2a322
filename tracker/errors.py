"""Every error that the tracker raises on purpose.

    TrackerError                exit 1    the root: catch this one
    ├── UsageError              exit 64   the command or call asks for something that cannot be
    ├── InputError              exit 65   what was handed in cannot be read as what it should be
    │   ├── ArticleError        exit 65   a text: missing, binary, too large, in an unknown encoding
    │   ├── RowError            exit 65   one row or field of a table, a JSON line or the form
    │   └── DateError           exit 65   words that are no date, or a day that no calendar has
    ├── NotFoundError           exit 66   a file, event, article or conflict of that name is not there
    ├── StoreError              exit 74   the store cannot be opened, read or written
    │   └── ConflictingEditError exit 75  somebody changed the same event in between
    ├── OutputError             exit 73   a file that was asked for cannot be written
    ├── PortError               exit 69   the dashboard cannot listen on that address
    └── ResourceError           exit 78   a file under data/ is wrong

Exit codes are those of BSD's sysexits.h. Every error says in a sentence what is wrong, where (file, line, field)
and what to do, and carries these parts as attributes.
"""

from __future__ import annotations


class TrackerError(Exception):
    """Root of the tracker's errors.

    ``sentence`` says what is wrong, ``advice`` what to do; ``file``, ``line`` and ``field`` say where.
    ``str(error)`` puts them together: ``events.csv, line 3, field date_start: "2025-02-30" is no day. Write ...``.
    """

    exit_code = 1

    def __init__(
        self,
        sentence: str,
        *,
        file: object = None,
        line: int | None = None,
        field: str | None = None,
        advice: str = "",
    ) -> None:
        self.sentence = sentence
        self.file = str(file) if file is not None else None
        self.line = line
        self.field = field
        self.advice = advice
        super().__init__(sentence)

    @property
    def place(self) -> str:
        """Where it went wrong, in words: ``events.csv, line 3, field date_start``; empty if not known."""
        parts = [self.file or ""]
        if self.line is not None:
            parts.append(f"line {self.line}")
        if self.field:
            parts.append(f"field {self.field}")
        return ", ".join(part for part in parts if part)

    def __str__(self) -> str:
        text = f"{self.place}: {self.sentence}" if self.place else self.sentence
        return f"{text} {self.advice}" if self.advice else text


class UsageError(TrackerError):
    """The command or call asks for something that cannot be."""

    exit_code = 64


class InputError(TrackerError):
    """What was handed in cannot be read as what it should be."""

    exit_code = 65


class ArticleError(InputError):
    """A text that cannot be read: missing, binary, too large, in an unknown encoding."""


class RowError(InputError):
    """A row or field of a table, a JSON line or the form."""


class DateError(InputError):
    """Words that are no date, or a day that no calendar has."""


class NotFoundError(TrackerError):
    """A file, event, article or conflict of that name is not there."""

    exit_code = 66


class OutputError(TrackerError):
    """A file that was asked for cannot be written; what stood there stands."""

    exit_code = 73


class PortError(TrackerError):
    """The dashboard cannot listen on the address it was given."""

    exit_code = 69


class StoreError(TrackerError):
    """The store cannot be opened, read or written."""

    exit_code = 74


class ConflictingEditError(StoreError):
    """Somebody changed the same event in between; nothing was written."""

    exit_code = 75


class ResourceError(TrackerError):
    """A file under ``data/`` is wrong."""

    exit_code = 78
