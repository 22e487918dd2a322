"""The date a report gets: its expression's interval, or by the model's conventions for undated and open events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.events.background import lies_before
from tracker.events.candidate import Candidate
from tracker.events.mood import NONE, PAST, PLUPERFECT
from tracker.events.reading import Reading
from tracker.models import Basis, Precision, Status, TimeExpression
from tracker.resources.grammar import words_of

BEGIN_REACH = 4
STORY = {PAST, NONE, PLUPERFECT}
"""Tenses in which a text tells what happened on the day of its story ("said that it had accepted")."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An event's interval with its precision, EDTF, the words and the basis; ``rule`` says why."""

    first: date | None
    last: date | None
    precision: Precision
    edtf: str
    text: str
    basis: Basis
    rule: str


def date_of(candidate: Candidate, reading: Reading) -> Dated:
    """The candidate's date; without publication date an undated event stays open on both ends, and says so."""
    time = candidate.time
    if time is not None and (time.first or time.last):
        return _told(candidate, reading)
    published = reading.article.published
    if published is None:
        return Dated(None, None, Precision.OPEN, "", time.text if time else "", Basis.PUBLISHED, "no publication date")
    if candidate.status == Status.PLANNED:
        return Dated(published, None, Precision.OPEN, f"{published}/..", "", Basis.PUBLISHED, "planned, undated")
    past = lies_before(candidate, reading) if candidate.status == Status.OCCURRED else _has_gone_on(candidate)
    if candidate.status == Status.CALLED_OFF or past:
        return Dated(None, published, Precision.OPEN, f"../{published}", "", Basis.PUBLISHED, "past, undated")
    if candidate.day is not None and candidate.status == Status.OCCURRED and candidate.mood.tense in STORY:
        day = candidate.day
        return _on_the_day_of_the_story(day, published)
    return Dated(published, published, Precision.DAY, str(published), "", Basis.PUBLISHED, "news of the day, undated")


def _has_gone_on(candidate: Candidate) -> bool:
    """Whether something is told as having gone on up to now ("has been mediating"): it did not begin with the news."""
    words = candidate.mood.words.split()
    return not candidate.noun and not words_of("dating_gone_on").isdisjoint(words[:-1]) and words[-1].endswith("ing")


def _on_the_day_of_the_story(day: TimeExpression, published: date) -> Dated:
    """The day, or of a week still running its days up to publication."""
    rule = "the day of the story"
    if day.first == day.last or day.first is None or day.last is None:
        return Dated(day.first, day.last, Precision.DAY, day.edtf, day.text, Basis.INHERITED, rule)
    last = min(day.last, published)
    precision = day.precision or Precision.RANGE
    return Dated(day.first, last, precision, f"{day.first}/{last}", day.text, Basis.INHERITED, rule)


def _told(candidate: Candidate, reading: Reading) -> Dated:
    time = candidate.time
    assert time is not None
    basis = Basis.INHERITED if candidate.inherited else Basis.EXPLICIT
    first, last, precision, edtf = time.first, time.last, time.precision or Precision.RANGE, time.edtf
    rule = f"{candidate.time_rule}: {time.rule}"
    published = reading.article.published
    if candidate.since and first and published and candidate.quantities and not candidate.type.lasts:
        return Dated(first, published, Precision.RANGE, f"{first}/{published}", time.text, basis, f"{rule}, up to now")
    if candidate.since and first:
        return Dated(first, None, Precision.OPEN, f"{first}/..", time.text, basis, f"{rule}, since then")
    if candidate.status == Status.PLANNED and first is None and last and published and published < last:
        return Dated(
            published, last, Precision.RANGE, f"{published}/{last}", time.text, basis, f"{rule}, from publication"
        )
    if (
        published
        and first
        and first == last
        and first < published
        and (end := _end_of_what_began(candidate, reading, first, published))
    ):
        return Dated(first, end, Precision.RANGE, f"{first}/{end}", time.text, basis, f"{rule}, from its beginning")
    wide = precision is not Precision.RANGE  # "this year", not "on Friday and Saturday"
    if published and first and last and first <= published < last and candidate.status == Status.OCCURRED and wide:
        last, edtf, rule = published, f"{first}/{published}", f"{rule}, up to publication"
    return Dated(first, last, precision, edtf, time.text, basis, rule)


def _end_of_what_began(candidate: Candidate, reading: Reading, first: date, published: date) -> date | None:
    """The last day, if the date is that of a beginning ("which began on May 2"): the day on which it ended, if that is
    told, and of what the sides do together for a time the day of publication.
    """
    if candidate.inherited or candidate.time is None:
        return None
    line = reading.lines[candidate.line]
    at = next((i for i, time in line.times() if time.start == candidate.time.start), 0)
    before = {token.word for token in line.tokens[max(0, at - BEGIN_REACH) : at]}
    if before.isdisjoint(words_of("dating_beginning")):
        return None
    goes_on = candidate.type.lasts and candidate.type.mutual
    return _ended(candidate, reading, first) or (published if goes_on else None)


def _ended(candidate: Candidate, reading: Reading, first: date) -> date | None:
    """The day on which what began on the day ``first`` came to its end, if the sentence goes on to tell it ("began on
    Monday and ended without a deal on Wednesday").
    """
    line = reading.lines[candidate.line]
    ends, told = words_of("lasting_ending"), False
    for token in line.tokens[candidate.head :]:
        told = told or token.word in ends
        time = token.mention
        if told and isinstance(time, TimeExpression) and time.first and time.first == time.last and first < time.first:
            return time.first
    return None
