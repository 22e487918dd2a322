"""What the inbox asks of the tracker: texts and files in, events proposed from them, an article with its proposals."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any

import tracker
from dashboards.data import Data
from dashboards.language import _
from tracker import dates, text
from tracker.errors import ArticleError, DateError, TrackerError
from tracker.models import Article, ArticleHead, Report, ReviewState, TimeExpression
from tracker.text.formats import formats

PASTED = "pasted"
"""The source of an article that came as text."""
MOST_FILES = 50
"""Files that one drop may hold."""
LARGEST_DROP = 60_000_000
"""Bytes of all files of one drop together; a single article is bounded by ``tracker.text``."""


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
    return f"{line}{error.sentence} {error.advice}".strip()


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


def propose(data: Data, article_id: str, conflict: str | None) -> int:
    """Read a kept article and propose its events; returns how many it reports. ``conflict`` as ``tracker.parse``."""
    reports = tracker.parse(data.store.article(article_id), conflict=conflict)
    return len(data.store.propose(article_id, reports, by="parser", at=data.now()))


def heads(data: Data) -> tuple[ArticleHead, ...]:
    """All articles without their texts, the last read first."""
    return data.store.articles()


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event as it stands, what the article reports of it, and the day from which its date was counted, if any."""

    event: Mapping[str, Any]
    report: Report
    counted_from: date | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An article with its proposals in the order in which it tells them, and all words of dates in it."""

    article: Article
    proposals: tuple[Proposal, ...]
    expressions: tuple[TimeExpression, ...]

    def waiting(self) -> list[str]:
        """The ids of the events that nobody has reviewed."""
        return [str(one.event["event_id"]) for one in self.proposals if one.event["review_state"] == _PROPOSED]

    def count(self, state: ReviewState) -> int:
        """How many of its events are in ``state``."""
        return sum(one.event["review_state"] == state.value for one in self.proposals)


_PROPOSED = ReviewState.PROPOSED.value


def reviewed(data: Data, article_id: str) -> Reviewed:
    """An article for review; raises ``NotFoundError``."""
    article = data.store.article(article_id)
    stored = [one for one in data.store.article_reports(article_id) if one.event_id]
    expressions = dates.find(article.text, reference=article.published, language=article.language or "en")
    found = [Proposal(data.event(one.event_id), one.report, _anchor(one.report, expressions)) for one in stored]
    return Reviewed(article, tuple(_by_place(found)), expressions)


def _anchor(report: Report, expressions: Sequence[TimeExpression]) -> date | None:
    """The day of publication, if the words of the report's date count from it."""
    wanted = (report.date_text, report.date_start, report.date_end)
    same = (one for one in expressions if (one.text, one.first, one.last) == wanted and one.anchor == "publication")
    return next((one.anchor_date for one in same), None)


def _by_place(found: Sequence[Proposal]) -> list[Proposal]:
    return sorted(found, key=lambda one: min((piece.start for piece in one.report.evidence), default=0))
