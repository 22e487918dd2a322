"""The date a report gets: its expression's interval, or by the model's conventions for undated and open events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.events.candidate import Candidate
from tracker.events.clauses import clause_of, verb_like
from tracker.events.mood import NONE, PAST, PERFECT, PLUPERFECT, PRESENT
from tracker.events.reading import Reading
from tracker.models import Basis, Precision, Status, TimeExpression
from tracker.resources.grammar import words_of

DAY, OPEN = "day", "open"
BEGIN_REACH = 4
STORY = {PAST, NONE, PLUPERFECT}
"""Tenses in which a text tells what happened on the day of its story ("said that it had accepted")."""
COMMEMORATED = 8
"""Words before a deal or a war among which its anniversary is told."""


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
    if candidate.status == Status.CALLED_OFF or (candidate.status == Status.OCCURRED and _is_past(candidate, reading)):
        return Dated(None, published, Precision.OPEN, f"../{published}", "", Basis.PUBLISHED, "past, undated")
    if candidate.day is not None and candidate.status == Status.OCCURRED and candidate.mood.tense in STORY:
        day = candidate.day
        return Dated(day.first, day.last, Precision.DAY, day.edtf, day.text, Basis.INHERITED, "the day of the story")
    return Dated(published, published, Precision.DAY, str(published), "", Basis.PUBLISHED, "news of the day, undated")


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
    if published and first and last and first <= published < last and candidate.status == Status.OCCURRED:
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


def _is_named(candidate: Candidate, reading: Reading) -> bool:
    """Whether a demand is only named ("over their demand for the release of A"), and not made."""
    tokens = reading.lines[candidate.line].tokens
    word, behind = tokens[candidate.head].word, tokens[min(candidate.head + 1, len(tokens) - 1)].word
    return (
        candidate.mood.tense == PRESENT
        and word in words_of("dating_named")
        and behind in words_of("dating_behind_named")
    )


def _only_describes_a_deal(candidate: Candidate, reading: Reading) -> bool:
    """Whether a participle tells whose work the deal before it is, of which the sentence tells something else ("a truce
    brokered by Egypt is broken").
    """
    line = reading.lines[candidate.line]
    word, before = line.tokens[candidate.head].word, line.tokens[max(0, candidate.head - 1)].word
    if word not in words_of("bind_made") or " " in candidate.mood.words or candidate.noun:
        return False
    deals = {*reading.grammar.classes["truce"], *reading.grammar.classes["deal"]}
    behind = [token.word for token in line.tokens[candidate.head + 1 :]]
    return before in deals and behind[:1] == ["by"] and any(verb_like(one, reading.language) for one in behind)


def _is_past(candidate: Candidate, reading: Reading) -> bool:  # noqa: PLR0911 - one way out per form
    """Whether an undated event lies before the news: by its trigger, its tense, or words such as "previous"."""
    line = reading.lines[candidate.line]
    near = {token.word for token in line.tokens[max(0, candidate.first - 4) : candidate.last + 2]}
    recalled = not near.isdisjoint(reading.grammar.reference.background)
    told_before = {token.word for token in line.tokens[max(0, candidate.first - COMMEMORATED) : candidate.first]}
    recalled = recalled or not told_before.isdisjoint(words_of("dating_commemorating"))
    opener = clause_of(reading.clauses[candidate.line], candidate.head).opener
    before = opener in words_of("dating_before") and not candidate.type.from_speech
    if candidate.in_present and candidate.trigger.undated != OPEN:
        return recalled or before
    if candidate.trigger.undated:
        late = candidate.line > len(reading.lines) // 2 and line.tokens[0].word not in words_of("dating_meanwhile")
        past = candidate.mood.tense == PLUPERFECT or (candidate.mood.tense == PAST and late)
        return candidate.trigger.undated == OPEN or past or recalled or _is_named(candidate, reading)
    if before:
        return True
    if _only_describes_a_deal(candidate, reading):
        return True
    if candidate.mood.tense == PLUPERFECT:
        return candidate.speaker is None
    if recalled:
        return True
    if candidate.mood.tense == PERFECT:
        return candidate.line > 1 and line.tokens[0].word not in words_of("dating_meanwhile")
    if candidate.type.from_speech:
        return False
    if candidate.speaker is not None and candidate.type.claims and not candidate.type.fact:
        return True
    late = candidate.line > len(reading.lines) // 2
    return late and (candidate.day is None or candidate.noun or candidate.mood.tense != PAST)
