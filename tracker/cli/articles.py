"""Articles for the commands that read them: file by file, a faulty one told and left out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import typer

from tracker.cli.options import day_of
from tracker.cli.progress import progress, say
from tracker.errors import ArticleError, TrackerError
from tracker.models import Article
from tracker.text import read, stated_date
from tracker.text.formats import plain


class Reading:
    """Reads files into articles and remembers what went wrong; ``error`` is the first fault, ``faults`` how many."""

    def __init__(self, files: Sequence[Path], published: date | None) -> None:
        self.files = files
        self.published = published
        self.error: TrackerError | None = None
        self.faults = 0
        self.articles = 0
        self._undated = 0

    def __iter__(self) -> Iterator[Article]:
        for path in progress(self.files, "files"):
            for article in self._read(path):
                self.articles += 1
                yield self._dated(article, path)
        if self._undated > 1:
            say(f"{self._undated} articles have no publication date; their relative dates stay open.")

    def _read(self, path: Path) -> tuple[Article, ...]:
        try:
            return read(path, published=self.published)
        except ArticleError as error:
            self.failed(error)
            return ()

    def failed(self, error: TrackerError) -> None:
        """Tell a fault and go on; the command ends with the first one's exit code."""
        self.error = self.error or error
        self.faults += 1
        say(f"tracker: {error}")

    def _dated(self, article: Article, path: Path) -> Article:
        """The article, with a day of publication if the user knows one that the file does not say."""
        if article.published:
            told = None if self.published or path.suffix.lower() not in plain.SUFFIXES else stated_date(article.text)
            if told:
                say(f'{path}: published {article.published}, from its line "{told.words}".')
            return article
        asked = _ask(article) if sys.stdin.isatty() and sys.stderr.isatty() else None
        if asked:
            return replace(article, published=asked)
        self._undated += 1
        if self._undated == 1:
            say(
                f'{path}: no publication date is known, so relative dates such as "Wednesday" stay open. '
                "Give it with --published, for example --published 2025-11-12."
            )
        return article

    def end(self) -> None:
        """End the command with the first fault's exit code, if there was one."""
        if self.error is not None:
            raise typer.Exit(self.error.exit_code)


def _ask(article: Article) -> date | None:
    """The day that the user types for ``article``; nothing typed is no day."""
    print(f'When was "{article.title or article.id}" published? (a day; Enter if not known) ', end="", file=sys.stderr)
    sys.stderr.flush()
    while words := _answer():
        try:
            return day_of(words, "--published")
        except TrackerError as error:
            print(f"{error} Try again, or Enter: ", end="", file=sys.stderr)
            sys.stderr.flush()
    return None


def _answer() -> str:
    try:
        return input().strip()
    except EOFError:
        return ""
