"""The project's own corpus, ``data/corpus``: sentences with what a careful reader writes down, and articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.errors import ResourceError
from tracker.evaluate import read_lines
from tracker.models import Article
from tracker.resources import DATA
from tracker.resources.event_type import event_types
from tracker.text import from_text

PUBLISHED = date(2025, 6, 4)
"""The day on which the corpus' sentences count as published: a Wednesday."""
LEARNT = ("plain", "long")
"""The collections of whole articles with their events that the parser's weights are fitted on."""
MEASURED = ("news", "blind", "wide")
"""Those that nothing is fitted on; nobody who writes rules has read ``blind`` or ``wide``."""
COLUMNS = 4
Row = dict[str, object]
TYPES = "The types are the names of the files of data/event_types."


@dataclass(frozen=True, slots=True)
class Sample:
    """One sentence: the types of its events, and actors and days where they are to be compared (``None``: not)."""

    text: str
    types: tuple[str, ...]
    actors: frozenset[str] | None
    days: tuple[date | None, date | None] | None


def sentences() -> Iterator[Sample]:
    """The samples of ``sentences.txt`` in order; raises ``ResourceError`` with the line of a fault."""
    path = DATA / "corpus" / "sentences.txt"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split(" | ", COLUMNS - 1)]
        if len(parts) != COLUMNS:
            raise ResourceError("A sample has four columns.", file=path, line=number, advice='Separate them by " | ".')
        types, actors, days, text = parts
        try:
            yield Sample(
                text,
                () if types == "none" else tuple(types.split()),
                None if actors == "-" else frozenset(actors.split()),
                None if days == "-" else _days(days),
            )
        except ValueError as error:
            raise ResourceError(
                f"{error}.", file=path, line=number, field="days", advice="Write 2025-06-02.."
            ) from error


def files_of(name: str) -> tuple[Path, Path]:
    """The files of a collection of whole articles: its events and its articles, one JSON object a line."""
    return DATA / "corpus" / f"{name}.gold.jsonl", DATA / "corpus" / f"{name}.articles.jsonl"


def labelled(gold: Path, articles: Path) -> Iterator[tuple[Article, list[Row]]]:
    """The articles that ``gold`` labels, each with its events (none where a line says ``no_events``)."""
    events: dict[str, list[Row]] = {}
    for row in read_lines(gold):
        events.setdefault(str(row["article_id"]), []).extend([] if row.get("no_events") else [row])
    for row in read_lines(articles):
        if str(row["id"]) in events:
            article = from_text(
                str(row["text"]),
                id=str(row["id"]),
                publisher=str(row.get("publisher", "")),
                published=date.fromisoformat(str(row["published"])),
                language="en",
            )
            yield article, events[article.id]


def told(path: Path) -> Iterator[tuple[Article, list[tuple[int, int, frozenset[str]]]]]:
    """The articles of a file of labelled sentences, each with the spans of its sentences and their event types.

    An article is a block: ``# title | publication day | manner``, then ``types | sentence`` a line (``-``: none), the
    first a paragraph of its own. Raises ``ResourceError`` with the article of a fault.
    """
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        head, *rows = [row for row in block.splitlines() if row.strip()]
        title, day = [part.strip() for part in head.lstrip("# ").split("|")][:2]
        text, spans = "", []
        for row in rows:
            types, sentence = (part.strip() for part in row.split("|", 1))
            first = len(text)
            text += sentence + "\n\n" if row is rows[0] else sentence + " "
            kinds = frozenset(name.strip() for name in types.split(",")) - {"-", ""}
            unknown = kinds - set(event_types())
            if unknown:
                raise ResourceError(
                    f"{title}: no event type {', '.join(sorted(unknown))}.", file=path, field="types", advice=TYPES
                )
            spans.append((first, first + len(sentence), kinds))
        yield from_text(text, id=f"{path.stem}: {title}", published=date.fromisoformat(day), language="en"), spans


def _days(text: str) -> tuple[date | None, date | None]:
    first, last = text.split("..")
    return date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
