"""What the inbox asks of the tracker: texts and files in, events proposed from them, an article with its proposals."""

from __future__ import annotations

import base64
import binascii
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any

import tracker
from dashboards import error_words
from dashboards.data import Data
from dashboards.language import _
from tracker import dates, text
from tracker.errors import ArticleError, DateError, TrackerError
from tracker.models import Article, ArticleHead
from tracker.text.formats import formats

PASTED = "pasted"
"""The source of an article that came as text."""
MOST_FILES = 50
"""Files that one drop may hold."""
LARGEST_DROP = 60_000_000
"""Bytes of all files of one drop together; a single article is bounded by ``tracker.text``."""
MOST_KEPT = 2_000_000
"""Characters of texts that a browser keeps for a page (5 million at most) while their day of publication is asked."""


def suffixes() -> tuple[str, ...]:
    """The ends of names of the files that can be read."""
    return tuple(formats())


def published_day(typed: str, today: date) -> date:
    """The one day that the ``typed`` words mean; raises ``DateError`` if they mean none or several."""
    found = dates.read(typed, reference=today)
    if found.first is None or found.first != found.last:
        raise DateError(
            _("“{typed}” is not one day.", typed=typed), advice=_("Write the day of publication: 12 November 2025.")
        )
    if found.first > today:
        raise DateError(
            _("“{typed}” lies in the future.", typed=typed), advice=_("Write the day on which it was published.")
        )
    return found.first


def stated_day(article: Article) -> date | None:
    """The publication day that the text states in its first lines, if it does."""
    found = text.stated_date(article.text)
    return found.day if found else None


def pasted(words: str, *, title: str, publisher: str, url: str, published: date | None) -> Article:
    """The article of pasted words; raises ``ArticleError``."""
    return text.from_text(
        words, title=title.strip(), publisher=publisher.strip(), url=url.strip(), published=published, source=PASTED
    )


def dropped(files: Iterable[tuple[str, str]]) -> tuple[list[Article], list[str]]:
    """The articles of dropped files, given as (name, data address), and a sentence for each file that is none."""
    files = list(files)
    if len(files) > MOST_FILES:
        return [], [
            _(
                "{count} files are too many at once. Drop {most} or fewer, or one .jsonl file.",
                count=len(files),
                most=MOST_FILES,
            )
        ]
    if sum(len(content) for _name, content in files) * 3 // 4 > LARGEST_DROP:
        return [], [
            _("These files hold more than {size} MB together. Drop fewer at once.", size=LARGEST_DROP // 1_000_000)
        ]
    articles: list[Article] = []
    wrong: list[str] = []
    for name, content in files:
        try:
            articles += _read(PurePath(name).name or "file", content)
        except TrackerError as error:
            wrong.append(f"{PurePath(name).name}: {_sentence(error)}")
    return articles, wrong


def _sentence(error: TrackerError) -> str:
    line = _("line {line}:", line=error.line) + " " if error.line is not None else ""
    return f"{line}{error_words.sentence_and_advice(error)}"


def _read(name: str, content: str) -> tuple[Article, ...]:
    """The articles of one file; it is written for a moment, since its format is told from its name."""
    try:
        data = base64.b64decode(content.partition(",")[2], validate=True)
    except (binascii.Error, ValueError) as error:
        raise ArticleError(_("The file did not arrive whole."), advice=_("Drop it again.")) from error
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"article{PurePath(name).suffix}"
        path.write_bytes(data)
        found = text.read(path)
    stem = PurePath(name).stem
    return tuple(_named(one, stem, name) for one in found)


def _named(article: Article, stem: str, name: str) -> Article:
    """The article called after its own file, not after the passing one."""
    number = article.id.removeprefix("article")
    own = article.id if not article.id.startswith("article") else f"{stem}{number}"
    return replace(article, id=own, source=name)


def to_plain(article: Article) -> dict[str, Any]:
    """The article as JSON can hold it, while the page asks for its publication day."""
    plain = asdict(article)
    return plain | {"published": article.published.isoformat() if article.published else None}


def kept_while_asked(articles: Iterable[Article]) -> tuple[list[Article], list[str]]:
    """Those of the articles that a browser can keep while it asks for their day, and a sentence for each other."""
    kept: list[Article] = []
    wrong: list[str] = []
    room = MOST_KEPT
    for one in articles:
        room -= len(one.text)
        if room >= 0:
            kept.append(one)
        else:
            name = one.title or one.source or one.id
            wrong.append(
                _(
                    "{name}: its day of publication is not told, and there are too many texts to ask for at once.",
                    name=name,
                )
            )
    return kept, wrong


def from_plain(plain: Mapping[str, Any]) -> Article:
    """The article that ``to_plain`` wrote."""
    day = plain["published"]
    return Article(**{**plain, "published": date.fromisoformat(day) if day else None})


@dataclass(frozen=True, slots=True)
class TakenIn:
    """An article in the store; ``known`` if its text was there before."""

    article_id: str
    title: str
    known: bool


def take_in(data: Data, article: Article) -> TakenIn:
    """Keep the article, so that nothing is lost if reading it fails."""
    added = data.store.add_article(article, by="inbox", at=data.now())
    return TakenIn(added.id, article.title or article.id, added.known)


@dataclass(frozen=True, slots=True)
class Found:
    """What became of an article's reports: events ``opened``, reports ``joined`` to known ones, questions ``asked``."""

    opened: int
    joined: int
    asked: int


def propose(data: Data, article_id: str, conflict: str | None) -> Found:
    """Read a kept article, join what it reports to known events and propose the rest. ``conflict``: ``tracker.parse``.

    Reports that the article is known to hold change nothing and are not counted.
    """
    reports = tracker.parse(data.store.article(article_id), conflict=conflict)
    told = data.store.take_in(article_id, reports, by="parser", at=data.now())
    joined = {one.report_id for one in told.joined} | {one.report_id for one in told.together}
    return Found(len(told.opened), len(joined), len(told.asked))


def heads(data: Data) -> tuple[ArticleHead, ...]:
    """All articles without their texts, the last read first."""
    return data.store.articles()


def questions(data: Data) -> Mapping[str, int]:
    """By article: how many questions wait whether a report tells of a known event."""
    return Counter(asked.report_id.rpartition("#")[0] for asked in data.store.asked_joins())
