"""Which undated acts lie before the news: recalled, told in passing, or part of a story whose days are told."""

from __future__ import annotations

import re
from datetime import timedelta

from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, clause_of, finite, verb_like
from tracker.events.line import ACTOR, Line
from tracker.events.moments import describes
from tracker.events.mood import PAST, PERFECT, PLUPERFECT, PRESENT
from tracker.events.reading import Reading
from tracker.models import TimeExpression
from tracker.resources.grammar import words_of

OPEN = "open"
STAMP = re.compile(r"\d{1,2}[.:]\d\d(?!\d)")
"""The time of day at which an entry of a running report was written."""
COMMEMORATED = 8
"""Words before a deal or a war among which its anniversary is told."""
STORY_REACH = 2
"""Sentences before an act among which the last day told says of what time the text is telling."""
RECENT = timedelta(days=1)
"""How long before publication a day lies that is still news."""
WEEK = timedelta(days=7)
BY_REACH = 4
"""Words behind a participle among which stands whose work it was ("a paper handed to the rebels by the envoy")."""
SPEAKER_REACH = 4
"""Words before a relative clause among which its speaker's verb stands ("said the envoy, who thanked both")."""


def _is_entry(line: Line) -> bool:
    """Whether a sentence opens an entry of a running report, told as it happens ("13.30 – Lorries are in")."""
    stamp, behind = line.tokens[0], line.tokens[1:2]
    dashed = any(token.text in words_of("background_dashes") for token in behind)
    return bool(STAMP.match(stamp.text)) and (dashed or any(token.text[:1].isupper() for token in behind))


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
    if " " in candidate.mood.words or candidate.noun:
        return False
    classes = reading.grammar.classes
    behind = [token.word for token in line.tokens[candidate.head + 1 :]]
    if candidate.type.group == "offers" and candidate.mood.tense == PAST:
        nouns = {*classes["truce"], *classes["deal"], *classes["offer"], *classes["paper"]}
        return before in nouns and "by" in behind[:BY_REACH] and not {",", "and"} & set(behind[: behind.index("by")])
    if word not in words_of("bind_made"):
        return False
    deals = {*classes["truce"], *classes["deal"]}
    return before in deals and behind[:1] == ["by"] and any(verb_like(one, reading.language) for one in behind)


def lies_before(candidate: Candidate, reading: Reading) -> bool:  # noqa: PLR0911 - one way out per form
    """Whether an undated event lies before the news: by its trigger, its tense, or words such as "previous"."""
    line = reading.lines[candidate.line]
    near = {token.word for token in line.tokens[max(0, candidate.first - 4) : candidate.last + 2]}
    recalled = not near.isdisjoint(reading.grammar.reference.background)
    told_before = {token.word for token in line.tokens[max(0, candidate.first - COMMEMORATED) : candidate.first]}
    recalled = recalled or not told_before.isdisjoint(words_of("dating_commemorating"))
    opener = clause_of(reading.clauses[candidate.line], candidate.head).opener
    opener = opener or (line.tokens[0].word if line.tokens[0].word in words_of("clauses_since") else "")
    before = opener in words_of("dating_before") and not candidate.type.from_speech
    if candidate.in_present and candidate.trigger.undated != OPEN:
        return recalled or before
    if _is_entry(line) and candidate.mood.tense == PERFECT and not (candidate.noun or recalled or before):
        return False
    lately = None if candidate.noun else _tells_of_late(candidate, reading)
    late = candidate.line > len(reading.lines) // 2
    if candidate.trigger.undated:
        late = (late and line.tokens[0].word not in words_of("dating_meanwhile")) or lately is False
        past = candidate.mood.tense == PLUPERFECT or (candidate.mood.tense == PAST and late)
        past = past or _told_in_passing(candidate, reading)
        return candidate.trigger.undated == OPEN or past or recalled or _is_named(candidate, reading)
    if before or _only_describes_a_deal(candidate, reading) or _told_in_passing(candidate, reading):
        return True
    if candidate.mood.tense == PLUPERFECT:
        return candidate.speaker is None
    if recalled:
        return True
    if candidate.mood.tense == PERFECT:
        return candidate.line > 1 and line.tokens[0].word not in words_of("dating_meanwhile")
    if candidate.type.from_speech or _is_told_with_words(candidate, reading):
        return False
    if candidate.line and candidate.speaker is not None and candidate.type.claims and not candidate.type.fact:
        return True
    if lately is False and candidate.mood.tense == PAST:
        return True
    return late and not lately and (candidate.day is None or candidate.noun or candidate.mood.tense != PAST)


def _is_told_with_words(candidate: Candidate, reading: Reading) -> bool:
    """Whether an offer or a refusal is told with what was said of it, as a statement is: beside words quoted, or by one
    who said something and went on ("said he was ready and called on both to stop").
    """
    if candidate.type.group != "offers" or candidate.noun or candidate.mood.tense != PAST:
        return False
    words = [token.word for token in reading.lines[candidate.line].tokens]
    if not words_of("attribution_quotes").isdisjoint(words[candidate.head + 1 :]):
        return True
    says = finite(reading.language) - {*reading.grammar.verbs.be, *reading.grammar.verbs.have}
    return words[candidate.head - 1] == "and" and not says.isdisjoint(words[: candidate.head - 1])


def _tells_of_late(candidate: Candidate, reading: Reading) -> bool | None:
    """Whether the days last told before the candidate's sentence are of the news; ``None`` if none are told."""
    published = reading.article.published
    if published is None:
        return None
    for line in reversed(reading.lines[max(0, candidate.line - STORY_REACH) : candidate.line]):
        told = [time for _, time in line.times() if _is_told(time)]
        if any(one.first and one.last and one.first <= published <= one.last <= one.first + WEEK for one in told):
            return True
        days = [one.last for one in told if one.last and one.last <= published]
        if days:
            return published - max(days) <= RECENT
    return None


def _is_told(time: TimeExpression) -> bool:
    return time.timex_type in {"DATE", "TIME"} and not time.relation and time.first is not None


def _told_in_passing(candidate: Candidate, reading: Reading) -> bool:
    """Whether a relative clause only says of whom or what the sentence tells ("Togo, which shelled the port, denied
    it"); but "handed it to Togo, which refused it" and "said the envoy, who thanked both" tell the news.
    """
    line = reading.lines[candidate.line]
    own = clause_of(reading.clauses[candidate.line], candidate.head)
    if candidate.noun or candidate.mood.tense != PAST or not own.first:
        return False
    if own.opener not in words_of("bind_relative") and not describes(line, own):
        return False
    inner = [token.word for token in line.tokens[own.first + 1 : candidate.head]]
    if {",", ACTOR} & set(inner) or any(verb_like(word, reading.language) for word in inner):
        return False
    return not (_is_of_the_speaker(line, own, reading.language) or _is_answer_of_whom_it_reached(line, own, candidate))


def _is_of_the_speaker(line: Line, own: Clause, language: str) -> bool:
    before = [token.word for token in line.tokens[max(0, own.first - SPEAKER_REACH) : own.first]]
    return any(word in finite(language) for word in before)


def _is_answer_of_whom_it_reached(line: Line, own: Clause, candidate: Candidate) -> bool:
    before = [token.word for token in line.tokens[max(0, own.first - SPEAKER_REACH) : own.first]]
    return candidate.type.group == "offers" and ACTOR in before and not words_of("dating_reaching").isdisjoint(before)
