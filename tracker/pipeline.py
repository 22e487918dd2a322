"""An article becomes reports. Read this first: the whole way of the parser in one function."""

from __future__ import annotations

from typing import Literal

from tracker import dates, text
from tracker.events import actors, places, which_conflict
from tracker.events.extract import extract
from tracker.events.reading import Reading, reading_of
from tracker.models import Article, Report, TimeExpression
from tracker.resources.conflict import Conflict
from tracker.resources.conflict import conflict as profile_of

Domain = Literal["news", "narrative"]


def parse(article: Article, *, conflict: str | None = None, domain: Domain | None = None) -> tuple[Report, ...]:
    """The events that ``article`` reports, in the order of the text; pure: the same article gives the same reports.

    ``conflict`` is a profile's slug; ``None`` tells it from the text, ``""`` uses the general profile only. ``domain``
    says how relative dates count (``news``: from publication; ``narrative``: from the date told last). Without a
    publication date relative expressions stay unresolved, and the reports' rules say so. Raises ``NotFoundError`` for
    an unknown conflict.
    """
    return extract(read(article, conflict=conflict, domain=domain))


def read(article: Article, *, conflict: str | None = None, domain: Domain | None = None) -> Reading:
    """The article with its sentences, names, places and dates found: what the event rules work on."""
    slug = which_conflict.tell(article.text) if conflict is None else conflict
    profile = profile_of(slug) if slug else None
    language = article.language or "en"
    sentences = text.split(article.text, language, title=article.title)
    return reading_of(
        article,
        sentences,
        actors.find(article.text, profile, sentences),
        places.find(article.text, profile, sentences),
        _dates(article, language, domain),
        profile=profile,
        speaker_of_text=_publisher(article, profile),
    )


def _dates(article: Article, language: str, domain: Domain | None) -> tuple[TimeExpression, ...]:
    """The article's time expressions, the two ends of a span as the one range that an event needs."""
    found = dates.find(article.text, reference=article.published, language=language, domain=domain)
    return dates.joined(found, article.text, language)


def _publisher(article: Article, profile: Conflict | None) -> str:
    """The code of the actor that publishes the text, if it is one ("The White House"); empty for a medium."""
    named = actors.find(article.publisher, profile) if article.publisher else ()
    return next((one.code for one in named if one.text.casefold() in article.publisher.casefold()), "")
