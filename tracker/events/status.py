"""Whether an event has come about, goes on, is planned or called off: from mood and tense, checked against dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, clause_of, verb_forms
from tracker.events.line import Line
from tracker.events.mood import NEGATED, PAST, PERFECT, PLANNED, PLUPERFECT, PRESENT, PROGRESSIVE, REAL, Mood, as_past
from tracker.events.reading import Reading
from tracker.models import Status
from tracker.resources.grammar import words_of

TOLD_BY_NOW = 2
"""The sentence from which on a text has told its news: what "has" been done there has been so for longer."""


def set_status(candidate: Candidate, reading: Reading) -> None:
    """Sets ``candidate.status`` and the rule that says why."""
    line = reading.lines[candidate.line]
    own = clause_of(reading.clauses[candidate.line], candidate.head)
    status, rule = _from_words(candidate, _told_of(candidate, line, own), reading.language)
    candidate.status = str(status)
    candidate.rules["status"] = rule
    against_dates(candidate, reading.article.published)


def _told_of(candidate: Candidate, line: Line, own: Clause) -> str:
    """The words of the line without a clause behind the event that tells of something else ("... after it had been due
    to expire").
    """
    words = [token.word for token in line.tokens]
    aside = words_of("status_aside")
    last = next((i for i in range(candidate.head + 1, len(words)) if words[i] in aside), len(words))
    last = min(last, own.last) if " ".join(words[own.last : own.last + 1]) == "that" else last
    return f" {' '.join(words[own.first : last])} "


def read_as_past(told: Sequence[Candidate], reading: Reading) -> None:
    """In a text told in the present the acts that do not last become past: "Sudan signs a truce"."""
    news = [one for one in told if not _is_fixed_ahead(one, reading)]
    if not _told_in_present([one for one in news if not _only_describes(one, told, reading)]):
        return
    for one in news:
        if one.trigger.status is None and not (one.type.stands and _is_standing(one.mood, reading.language)):
            one.in_present, one.mood = one.mood.tense == PRESENT and not one.noun, as_past(one.mood)


def _is_fixed_ahead(one: Candidate, reading: Reading) -> bool:
    """Whether the present tells what is fixed for a day still to come ("begins a visit to Mali on Saturday")."""
    published = reading.article.published
    if published is None or one.mood.tense != PRESENT or one.noun:
        return False
    line = reading.lines[one.line]
    own = clause_of(reading.clauses[one.line], one.head)
    days = [time for i, time in line.times(one.head, own.last) if time.first == time.last and time.anchor != "none"]
    if not days or days[0].first is None:
        return False
    timetable = days[0].known == ("weekday",) and line.tokens[one.head].word in words_of("status_timetable")
    return days[0].first > published or timetable


def _only_describes(one: Candidate, told: Sequence[Candidate], reading: Reading) -> bool:
    """Whether a form of the past is a participle of the subject ("two monks abducted in May are freed")."""
    if one.mood.tense != PAST or " " in one.mood.words:
        return False
    words = [token.word for token in reading.lines[one.line].tokens]
    for other in told:
        if other.line == one.line and one.head < other.head and other.mood.tense == PRESENT and not other.noun:
            between = words[one.head + 1 : other.head]
            own = between[-1:] != [] and between[-1] in reading.grammar.verbs.be
            return own and words_of("quantities_parting").isdisjoint(between)
    return False


def _told_in_present(told: Sequence[Candidate]) -> bool:
    """Whether a text tells in the present what has happened, as headlines and chronicles do: its first act, and two
    thirds of all.
    """
    tenses = [one.mood.tense for one in told if not one.noun and one.mood.mood == REAL]
    present = tenses.count(PRESENT)
    return tenses[:1] == [PRESENT] and 3 * present >= 2 * sum(tense in {PRESENT, PAST, PERFECT} for tense in tenses)


def _from_words(candidate: Candidate, encoded: str, language: str) -> tuple[Status, str]:  # noqa: PLR0911 - one way out per form
    mood = candidate.mood
    if any(f" {phrase} " in encoded for phrase in words_of("status_lapsed")) and mood.mood != "negated":
        return Status.CALLED_OFF, "was supposed to be"
    if candidate.noun and candidate.trigger.undated:
        return Status.OCCURRED, f"named: {candidate.trigger.name}"
    if (
        candidate.trigger.status is not None
        and not candidate.time
        and (mood.mood == NEGATED or mood.tense not in {PAST, PERFECT, PLUPERFECT})
    ):
        return candidate.trigger.status, f"trigger: {candidate.trigger.name}"
    if mood.mood == PLANNED:
        return Status.PLANNED, f"future or plan: {mood.words}".strip()
    if candidate.type.stands and not candidate.noun and _stands(candidate, encoded, language):
        return Status.ONGOING, f"{mood.tense}: {mood.words}".strip()
    if mood.tense == PROGRESSIVE:
        return Status.ONGOING, f"progressive: {mood.words}"
    return Status.OCCURRED, f"{mood.tense}: {mood.words}".strip()


def _stands(candidate: Candidate, encoded: str, language: str) -> bool:
    """Whether what is told in the present lasts: "still rejects", "opposes"; "rejects" alone reports one act."""
    mood = candidate.mood
    if mood.tense == PERFECT:
        return candidate.line >= TOLD_BY_NOW and _has_held_out(mood, encoded, language)
    if mood.tense != PRESENT:
        return mood.tense == PROGRESSIVE
    return _is_standing(mood, language) or any(f" {word} " in encoded for word in words_of("status_going_on"))


def _has_held_out(mood: Mood, encoded: str, language: str) -> bool:
    """Whether what has been done lasts: "have refused to talk", "has never agreed"; "have turned it down" reports one
    act.
    """
    held = mood.words.rpartition(" ")[2] in verb_forms(tuple(words_of("status_holding_out")), language)
    return held or any(f" {word} " in encoded for word in words_of("status_all_along"))


def _is_standing(mood: Mood, language: str) -> bool:
    """Whether its verb says what lasts: "opposes", "demands"."""
    return mood.words.rpartition(" ")[2] in verb_forms(tuple(words_of("status_standing")), language)


def against_dates(candidate: Candidate, published: date | None) -> None:
    """A plan whose day lies before publication has come; an act whose day lies after it is still planned."""
    time = candidate.time
    if time is None or published is None:
        return
    if time.first and time.first > published and candidate.status == Status.OCCURRED:
        candidate.status = str(Status.PLANNED)
        candidate.rules["status"] = f"its date lies after publication: {time.text}"
    ahead = time.first is None and time.last is not None and time.last > published
    if ahead and candidate.status == Status.OCCURRED and candidate.mood.tense not in {PAST, PERFECT, PLUPERFECT}:
        candidate.status = str(Status.PLANNED)
        candidate.rules["status"] = f"it may last until after publication: {time.text}"
    if time.last and time.last < published and candidate.status == Status.PLANNED:
        candidate.status = str(Status.OCCURRED)
        candidate.rules["status"] = f"its date lies before publication: {time.text}"
