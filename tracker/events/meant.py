"""Expressions that do not say when a thing was done: terms, what was agreed or refused for a day, what is to follow."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, is_past
from tracker.events.fitting import SOON, aimed_at
from tracker.events.free import encounters
from tracker.events.line import TIME, Line
from tracker.events.mood import FUTURE, NEGATED, PAST, PERFECT, PLUPERFECT, PRESENT, REAL
from tracker.events.mood import PLANNED as FORESEEN
from tracker.models import TimeExpression
from tracker.resources.grammar import grammar, words_of

PLAN_REACH = 5
AGREED_REACH = 8


def is_term(line: Line, i: int, candidate: Candidate, published: date | None) -> bool:
    """Whether an expression only sets a term for what has been done ("extended until May")."""
    time = line.tokens[i].mention
    if published is None or candidate.mood.mood != REAL or not isinstance(time, TimeExpression):
        return False
    content = (
        _is_deadline(line, i, candidate) or _is_put_off_to(line, i, candidate) or _is_invited_to(line, i, candidate)
    )
    if i > candidate.head and content:
        return True
    first = i - 2 if line.tokens[i - 1].word == "and" and line.tokens[i - 2].word == TIME else i
    later = time.last is None or time.last > published
    return later and line.tokens[first - 1].word in words_of("bind_term")


def is_of_its_subject(time: TimeExpression, candidate: Candidate, published: date) -> bool:
    """Whether a day without its year is that of what is offered or refused, soon to come, and not a year old: "invited
    both sides to a round on June 4" in May.
    """
    told = candidate.mood.mood == REAL and candidate.mood.tense in {PAST, PERFECT, PLUPERFECT}
    if not told or candidate.type.group not in words_of("meant_of_content") or time.first is None:
        return False
    if "month" not in time.known or "day" not in time.known or "year" in time.known or time.first > published:
        return False
    later: date = time.first + relativedelta(years=1)
    return timedelta() < later - published <= SOON


def _is_deadline(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression ends what somebody is told to do ("urged them to withdraw by the end of June")."""
    if candidate.type.group != "offers" or candidate.noun:
        return False
    time = line.tokens[i].mention
    to_do = "to" in [token.word for token in line.tokens[candidate.head + 1 : i]]
    return to_do and isinstance(time, TimeExpression) and time.relation in {"by", "until", "before"}


def _is_put_off_to(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression is the day to which something is put off ("postponed the talks to June 3")."""
    return candidate.type.group == "setbacks" and line.tokens[i - 1].word == "to"


def _is_invited_to(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression is the day of what somebody is invited to ("invited both sides to a round on Sunday")."""
    invites = line.tokens[candidate.head].word in words_of("bind_inviting")
    return invites and not encounters().isdisjoint(token.word for token in line.tokens[candidate.head : i])


def is_of_its_content(line: Line, i: int, time: TimeExpression, candidate: Candidate, published: date) -> bool:
    """Whether an expression only dates what was agreed ("reached a deal on a vote in 2031", "agreed to a truce
    starting on Friday").
    """
    told = candidate.mood.mood == REAL and candidate.mood.tense in {PAST, PERFECT, PLUPERFECT}
    if candidate.type.of_content and (
        _in_what_is_agreed(line, i, candidate) or (told and _sets_its_span(line, i, candidate))
    ):
        return True
    if candidate.type.of_content and _lies_ahead_of_offer(line, i, time, candidate, published):
        return True
    if not (candidate.type.of_content and told) or time.first is None or time.first < published:
        return False
    if time.last is None or time.last > published == time.first:
        return time.relation == "" and candidate.mood.tense == PAST
    if time.first == published:
        return False
    near = {token.word for token in line.tokens[max(candidate.head + 1, i - 2) : i]}
    return aimed_at(line, i, candidate) or "year" in time.known or bool(near & words_of("bind_beginning"))


def _lies_ahead_of_offer(line: Line, i: int, time: TimeExpression, candidate: Candidate, published: date) -> bool:
    """Whether an expression says for when something is offered, accepted or refused ("proposes talks on May 2")."""
    told = candidate.mood.mood == REAL and candidate.mood.tense in {PAST, PERFECT, PLUPERFECT, PRESENT}
    ahead = time.first is not None and time.first > published and "month" in time.known
    return told and ahead and i > candidate.head and not candidate.type.mutual


def _in_what_is_agreed(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression stands in the clause that tells what was agreed ("agreed that both would leave in May")."""
    words = [token.word for token in line.tokens[candidate.head : max(candidate.head, i - 1)]]  # not "that May"
    return "that" in words[1:AGREED_REACH] and line.tokens[candidate.head].word.startswith("agree")


def is_refused_for(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression says for when somebody says no ("we will not meet them on Saturday")."""
    told = candidate.mood.tense in {PAST, PERFECT, PLUPERFECT}
    denied = candidate.mood.mood == NEGATED and not told and not candidate.noun
    between = {token.word for token in line.tokens[candidate.head + 1 : i]}
    return denied and i > candidate.head and between.isdisjoint({",", *words_of("clauses_stops")})


def is_announced(line: Line, candidate: Candidate) -> bool:
    """Whether a truce or the like is declared, which holds from the day told on ("declared a truce from Friday on")."""
    told = candidate.mood.mood == REAL and candidate.mood.tense in {PAST, PERFECT, PLUPERFECT} and not candidate.noun
    acts = candidate.type.group in words_of("occasions_acts")
    return told and acts and line.tokens[candidate.head].word in words_of("bind_declaring")


def is_yet_to_come(
    line: Line, i: int, candidate: Candidate, time: TimeExpression, published: date, own: Clause
) -> bool:
    """Whether an expression to come dates only what is to follow what is told ("refused the offer and asked him to go
    next month", "ended without a deal, but they may meet again next week").
    """
    between = [token.word for token in line.tokens[candidate.head + 1 : i]]
    if candidate.mood.mood != REAL or time.first is None or time.first <= published:
        return False
    if _is_one_sided(candidate):  # "hoped to announce a deal on Friday"
        return True
    if aimed_at(line, i, candidate):
        return False
    asked = "and" in between and "to" in between[between.index("and") :] and not candidate.noun
    told = [token.word for token in line.tokens[candidate.head : own.last]]
    ended = any((word.endswith("ed") and len(word) > 4) or is_past(word) for word in told)
    return asked or is_scheduled(line, i) or (ended and not own.first <= i < own.last)


def is_for_what_begins(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression says when something else is to begin ("came for talks expected to start on Friday")."""
    if candidate.noun or i <= candidate.head + 3:
        return False
    words = [token.word for token in line.tokens[max(0, i - 5) : i]]
    if "to" not in words[1:]:
        return False
    at = words.index("to", 1)
    return words[at - 1] in words_of("bind_expected") and not words_of("bind_opening").isdisjoint(
        words[at + 1 : at + 2]
    )


def _is_one_sided(candidate: Candidate) -> bool:
    """Whether somebody has said, offered or refused something: that lies before the news, whatever day it is about."""
    kind = candidate.type
    told = candidate.mood.tense in {PAST, PERFECT, PLUPERFECT} and not candidate.noun
    return told and not (kind.mutual or kind.fact or kind.lasts)


def is_over(candidate: Candidate, time: TimeExpression, published: date) -> bool:
    """Whether an expression lies before the news, and the event is still to come ("told yesterday, will resume")."""
    to_come = candidate.mood.mood == FORESEEN and candidate.mood.tense == FUTURE
    return to_come and time.last is not None and time.last < published


def is_scheduled(line: Line, i: int) -> bool:
    """Whether an expression says for when something is only scheduled ("elections scheduled for October 30")."""
    places = [j for j in range(max(1, i - 2), i) if line.tokens[j].word in words_of("bind_scheduled")]
    return bool(places) and line.tokens[places[0] - 1].word not in {*grammar().verbs.be, *grammar().verbs.adverbs}


def _sets_its_span(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression says when what was agreed begins, or what it covers ("a pause to cover Ramadan")."""
    before = [token.word for token in line.tokens[max(candidate.head, i - 3) : i]]
    if before[-1:] and before[-1] in words_of("bind_before_beginning"):
        before.pop()
    covers = before[-2:-1] == ["to"] and before[-1] in words_of("bind_covering")
    opens = {*before[-1:], line.tokens[i].text.lower().split()[0]}
    return i > candidate.head and (covers or not opens.isdisjoint(words_of("bind_beginning") - {"from"}))


def is_planned_for(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression says for when something was planned that came to nothing, or was told otherwise ("was
    scheduled for 2 May, but was put off", "called off the talks that were set to begin on Friday").
    """
    told = not candidate.noun and candidate.mood.mood == REAL
    for j in range(max(0, i - PLAN_REACH), i - 1):
        set_for = line.tokens[j].word in words_of("bind_planned_for") and line.tokens[j + 1].word in {"for", "to"}
        lapsed = set_for and j and line.tokens[j - 1].word in words_of("bind_at_first")
        if lapsed or (told and set_for and not j <= candidate.head < i):
            return True
    return False


def is_asked_for(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression says for when something is proposed ("suggested they meet on 8 May", "that it be held")."""
    if candidate.noun or candidate.type.mutual or candidate.mood.mood != REAL:
        return False
    words = [token.word for token in line.tokens[candidate.head : i]]
    bare = (n for n in range(2, len(words)) if words[n] in words_of("bind_subjunctive"))
    return any(words[n - 1] not in {"to", *grammar().verbs.future, *grammar().verbs.conditional} for n in bare)


def is_from_then_on(line: Line, i: int) -> bool:
    """Whether an expression is the day on which begins what is told ("declared a truce starting on 1 July")."""
    before = [token.word for token in line.tokens[max(0, i - 2) : i]]
    if before[-1:] and before[-1] in words_of("bind_before_beginning") - words_of("bind_beginning"):
        before.pop()
    opens = {*before[-1:], line.tokens[i].text.lower().split()[0]}
    return not opens.isdisjoint(words_of("bind_beginning"))
