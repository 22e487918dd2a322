"""The records that stages pass on. Frozen, plain, and free of anything else of ours.

Dates are ``datetime.date``; an interval's ends are inclusive and ``None`` where the text leaves that end open.
Offsets count characters of ``Article.text`` as stored, end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple


class Status(StrEnum):
    """What is known of an event's coming about (event model)."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    CALLED_OFF = "called_off"


class Precision(StrEnum):
    """How exactly words fix a date: a ``RANGE`` has both its ends given, an ``OPEN`` one only one."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    OPEN = "open"


class Basis(StrEnum):
    """Where an event's date comes from: its own sentence, another one, or the publication date alone."""

    EXPLICIT = "explicit"
    INHERITED = "inherited"
    PUBLISHED = "published"


class Role(StrEnum):
    """What an actor does in an event."""

    INITIATOR = "initiator"
    TARGET = "target"
    PARTICIPANT = "participant"
    MEDIATOR = "mediator"


class ReviewState(StrEnum):
    """What a person has said of an event: a parser's proposal, taken into the timeline, or put aside."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class LinkKind(StrEnum):
    """How one event stands to an earlier one."""

    ANSWERS = "answers"
    CARRIES_OUT = "carries_out"
    FOLLOWS = "follows"
    BREAKS = "breaks"
    CALLED_OFF = "called_off"
    CAME_OF = "came_of"


@dataclass(frozen=True, slots=True)
class Article:
    """A text from outside, as read.

    ``id`` is the sender's, or made of the file's name; ``hash`` is the SHA-256 of ``text`` in UTF-8, by which the
    same text is recognised; ``published`` stays ``None`` if neither the text's file nor the user gives it.
    """

    id: str
    text: str
    hash: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    language: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article; ``index`` counts from 0, ``paragraph`` is the number of its paragraph.

    ``role`` is ``body``, or says why the sentence is no evidence: ``headline``, ``heading``, ``teaser``, ``notice``.
    """

    index: int
    start: int
    end: int
    text: str
    paragraph: int = 0
    role: str = "body"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, and what they were resolved to.

    ``timex_type`` is TIMEX3's DATE, TIME, DURATION or SET, ``value`` its value. ``first`` and ``last`` bound the days
    that can be meant; both ``None`` if nothing resolves them. ``known`` names the parts written (``year``, ``month``,
    ``day``, ``weekday`` ...), ``implied`` those that came from the anchor. ``anchor`` says what it was counted from:
    ``publication``, ``narration``, ``event``, ``none`` (absolute) or ``missing`` (relative, with nothing to count
    from); ``anchor_date`` is that day. ``alternatives`` holds other readings of ambiguous words ("01/02/2025") as
    EDTF. ``vague`` is true for words such as "recently" whose bounds are only as wide as the words. ``relation`` is the
    word that opens an end of the interval: ``since``, ``after``, ``until``, ``by`` or ``before``.
    """

    start: int
    end: int
    text: str
    timex_type: str
    value: str
    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    edtf: str = ""
    rule: str = ""
    anchor: str = "none"
    anchor_date: date | None = None
    known: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    vague: bool = False
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who, by code (ISO 3166-1 alpha-3 or a conflict profile's), and in which role."""

    code: str
    role: Role


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name an actor. ``kind``: ``state``, ``group``, ``metonym``, ``demonym``, ``office`` or ``person``.

    ``person`` is the person's name as written, without titles; empty if the words name no person.
    ``rule`` says which table or pattern knew them.
    """

    start: int
    end: int
    text: str
    code: str
    kind: str
    person: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place; ``country`` is alpha-3, the coordinates are degrees, ``None`` if not known."""

    start: int
    end: int
    text: str
    name: str
    country: str
    lat: float | None = None
    lon: float | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that an event is told with: ``what`` is counted, and for which ``side`` (a code, each, total)."""

    what: str
    value: int
    side: str = "total"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that reports an event, verbatim, with its offsets in the article's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of one event (event model). Made by the parser; it never changes.

    ``rules`` gives for each field the rule, and the words, that set it. ``probability`` is the parser's own estimate
    that the report is right; ``parser`` the parser's version. ``salience`` is ``main``, ``secondary`` or
    ``background``.
    """

    article_id: str
    event_type: str
    status: Status
    date_start: date | None
    date_end: date | None
    date_precision: Precision
    date_edtf: str
    date_text: str
    date_basis: Basis
    actors: tuple[Actor, ...] = ()
    persons: tuple[str, ...] = ()
    location: str = ""
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    quantities: tuple[Quantity, ...] = ()
    round: int | None = None
    claimed_by: str = ""
    track: str = ""
    salience: str = "secondary"
    evidence: tuple[Evidence, ...] = ()
    title: str = ""
    conflict: str = ""
    rules: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    probability: float | None = None
    parser: str = ""


class AddedArticle(NamedTuple):
    """Where an article is; ``known`` if its text was there before, and nothing was written."""

    id: str
    known: bool


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report and the event that it stands behind; ``event_id`` is empty if it stands behind none."""

    id: str
    event_id: str
    article_id: str
    report: Report


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """An article without its text. ``reports`` counts what was found in it, ``proposed`` the events still to review."""

    id: str
    title: str
    publisher: str
    url: str
    published: date | None
    language: str
    added_at: datetime
    reports: int
    proposed: int


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the log: ``before`` and ``after`` are plain values (days as ISO text), ``None`` for nothing.

    ``entity`` is ``event``, ``link``, ``event_report``, ``article``, ``report`` or ``view``. ``field`` is ``*`` where
    the whole came or went; the values then are its fields.
    """

    number: int
    batch: int
    at: datetime
    by: str
    action: str
    entity: str
    entity_id: str
    field: str
    before: Any
    after: Any
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What was written at once. ``events`` counts those it touched; ``undone_by`` is the batch that took it back."""

    batch: int
    at: datetime
    by: str
    action: str
    reason: str
    events: int
    undoes: int | None
    undone_by: int | None


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import did to the timeline; ``batch`` is 0 if it changed nothing.

    ``loose`` are ids that links point at and that are not in the store.
    """

    added: int
    unchanged: int
    changed: int
    batch: int = 0
    loose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A filter that was given a name, for everybody who opens the store. ``query`` is that of ``Filter.to_query``."""

    id: str
    name: str
    query: Mapping[str, str]
