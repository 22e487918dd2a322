"""The catalogue of the interface's words: ``python -m dashboards.catalogue`` brings it up to date.

Gathers every message of the code, of the scripts and of the data files into ``locales/messages.pot``, and merges it
into each ``locales/<code>/LC_MESSAGES/messages.po``: what is new stands there empty, what is gone goes, what is
translated stays. A new language: ``python -m dashboards.catalogue de``, then fill in the file that it makes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from dashboards import words
from dashboards.components.history import REASONS
from dashboards.data_ledger import sections
from dashboards.error_sentences import error_sentences
from dashboards.language import LOCALES
from tracker import exports
from tracker.resources import conflicts, event_groups, event_types, world
from tracker.resources.accuracy import accuracy
from tracker.timeline import COLUMNS
from tracker.timeline.filter import CERTAINTIES

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE = LOCALES / "messages.pot"
KEYWORDS = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "phrase": None,
    "phrases": (1, 2),
    "many": (1, 2),
    "trackerWord": None,
}
"""The functions of ``dashboards.language`` and which of their arguments are messages."""
SOURCES = [
    ("dashboards/assets/**.js", "javascript"),
    ("dashboards/**.py", "python"),
    ("tracker/timeline/**_words.py", "python"),
    ("tracker/exports/**.py", "python"),
    ("tracker/ledger/**.py", "python"),
]
FOLDERS = ("dashboards", "tracker/timeline", "tracker/exports", "tracker/ledger")
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
"""What stands for the day of making: a real one would change the file without a change in it."""

HEAD = "# The words of the dashboard; dashboards/catalogue.py makes and merges this file."


def messages() -> Catalog:
    """Every message that a reader may see, without a translation, in the order of its words."""
    catalogue = _empty()
    for kind, label in sorted(set(data_messages())):
        catalogue.add(label, context=kind)
    for file, _line, message, comments, context in sorted(_found(), key=lambda one: (str(one[2]), one[0])):
        catalogue.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return catalogue


def _found() -> Iterator[Any]:
    for folder in FOLDERS:
        inside = [(pattern.removeprefix(f"{folder}/"), how) for pattern, how in SOURCES if pattern.startswith(folder)]
        for file, *rest in extract_from_dir(ROOT / folder, inside, keywords=KEYWORDS):
            yield (f"{folder}/{file}", *rest)


def data_messages() -> Iterator[tuple[str, str]]:
    """The labels out of ``data/`` as (kind, label); the kind is the context in which ``language.named`` asks."""
    for kind, labels in DATA.items():
        yield from ((kind, label) for label in labels() if label)


def _types() -> Iterable[str]:
    return [text for one in event_types().values() for text in (one.label, one.description)]


def _groups() -> Iterable[str]:
    return [text for one in event_groups().values() for text in (one.label, one.description)]


def _conflicts() -> Iterable[str]:
    return [text for one in conflicts().values() for text in (one.name, one.description)]


def _columns() -> Iterable[str]:
    return [text for one in COLUMNS for text in (one.label, one.meaning)]


def _actors() -> Iterable[str]:
    groups = [actor for one in conflicts().values() for actor in one.actor if actor.code not in world.states()]
    return [one.name for one in (*groups, *world.organisations().values())]


def _ledger() -> Iterable[str]:
    return [text for one in sections().values() for text in (one.LABEL, one.MEANING)]


def _accuracy() -> Iterable[str]:
    found = accuracy()
    figures = [text for one in found.figure for text in (one.measure, one.meaning)] if found else []
    return [*figures, words.without_numbers(found.sample)] if found else []


def _reasons() -> Iterable[str]:
    return REASONS


def _formats() -> Iterable[str]:
    return [text for one in exports.formats().values() for text in (one.LABEL, one.FOR)]


DATA = {
    "accuracy": _accuracy,
    "actor": _actors,
    "certainty": CERTAINTIES.values,
    "column": _columns,
    "conflict": _conflicts,
    "error": error_sentences,
    "event group": _groups,
    "export format": _formats,
    "event type": _types,
    "open question": _ledger,
    "reason": _reasons,
}
"""The kinds of labels that data files hold, and where they are read."""


def update(codes: Iterable[str]) -> None:
    """Writes the template, and merges it into the catalogues of ``codes``, making those that are not there."""
    template = messages()
    _write(TEMPLATE, template)
    for code in codes:
        path = LOCALES / code / "LC_MESSAGES" / "messages.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = _empty(code)
        if path.is_file():
            with path.open("rb") as stream:
                for message in read_po(stream, locale=code):
                    if message.id:
                        kept[message.id] = message
        kept.update(template, no_fuzzy_matching=True, update_creation_date=False, update_header_comment=False)
        _write(path, kept)


def _empty(code: str | None = None) -> Catalog:
    return Catalog(
        locale=code,
        project="negotiation-timeline",
        version="1",
        header_comment=HEAD,
        charset="utf-8",
        creation_date=UNDATED,
        revision_date=UNDATED,
        fuzzy=False,
    )


def _write(path: Path, catalogue: Catalog) -> None:
    with path.open("wb") as stream:
        write_po(stream, catalogue, width=0, omit_header=False, ignore_obsolete=True, include_lineno=False)


if __name__ == "__main__":
    there = {path.parts[-3] for path in LOCALES.glob("*/LC_MESSAGES/messages.po")}
    update(sorted(there | set(sys.argv[1:])))
