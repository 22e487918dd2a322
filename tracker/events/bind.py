"""Gives each candidate the date expression that governs it: its clause's first, then its sentence's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.events.attribution import Said
from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, clause_of, finite, is_past, verb_like
from tracker.events.fitting import (
    aimed_at,
    joined,
    lapsed_plan,
    narrowed,
    nearest_to,
    on_its_day,
    on_its_side,
    resolved,
    up_to,
)
from tracker.events.free import free, of_verb_before
from tracker.events.lasting import lasting, measured
from tracker.events.line import ACTOR, PLACE, TIME, Line
from tracker.events.mood import FUTURE, PAST, PERFECT, PLUPERFECT, REAL
from tracker.events.mood import PLANNED as FORESEEN
from tracker.events.reading import Reading
from tracker.models import Role, TimeExpression
from tracker.resources.grammar import grammar, words_of

FAR = 60
OTHER_CLAUSE = 10
BEFORE = 3
VAGUE = 6
RELATIVE_REACH = 20
PLAN_REACH = 5


def bind(candidate: Candidate, reading: Reading, said: Said | None, rivals: Sequence[Candidate]) -> None:
    """Sets the candidate's ``time`` to the nearest expression of its sentence that is free for it."""
    line = reading.lines[candidate.line]
    published = reading.article.published
    own = clause_of(reading.clauses[candidate.line], candidate.head)
    if published and (time := measured(candidate, line, own, published)):
        candidate.time, candidate.time_rule = time, "own clause"
        return
    times = [(i, t) for i, t in line.times() if resolved(t) and free(line, i, t, candidate)]
    parts = reading.clauses[candidate.line]
    ranked = sorted((_distance(line, parts, own, candidate, i, said) + VAGUE * t.vague, i) for i, t in times)
    for distance, i in ranked:
        if distance >= FAR:
            break
        if _taken(line, parts, candidate, rivals, i, distance, said) or _is_term(line, i, candidate, published):
            continue
        if published and _is_of_its_content(line, i, dict(times)[i], candidate, published):
            continue
        aimed, lapsed = aimed_at(line, i, candidate), lapsed_plan(line, own)
        begins = i > candidate.head and _from_then_on(line, i)
        to_come = aimed or begins or _is_scheduled(line, i)
        time = on_its_side(dict(times)[i], candidate, published, to_come=to_come, lapsed=lapsed)
        time = nearest_to(published, time) if begins and published else time
        if published and _is_over(candidate, dict(times)[i], published) and not own.first <= i < own.last:
            continue
        if published and not aimed and _is_yet_to_come(line, i, candidate, time, published, own):
            continue
        candidate.time = narrowed(line, i, joined(line, i, time))
        candidate.since = _since(line, parts, candidate, i)
        candidate.time_rule = "own clause" if own.first <= i < own.last else "own sentence"
        if candidate.time.relation == "since" and (_when(line, parts, candidate, i) or _begins(line, candidate, i)):
            candidate.time = on_its_day(candidate.time)
        if " ".join(token.word for token in line.tokens[max(0, i - 2) : i]) in words_of("bind_at_latest"):
            candidate.time = up_to(candidate.time)
        if _precedes(line, parts, candidate, i):
            candidate.time, candidate.time_rule = up_to(candidate.time), "before what the sentence dates"
        return
    if published and (time := lasting(candidate, line, own, published)):
        candidate.time, candidate.time_rule = time, "own clause"


def _is_term(line: Line, i: int, candidate: Candidate, published: date | None) -> bool:
    """Whether an expression only sets a term for what has been done ("extended until May")."""
    time = line.tokens[i].mention
    if published is None or candidate.mood.mood != REAL or not isinstance(time, TimeExpression):
        return False
    first = i - 2 if line.tokens[i - 1].word == "and" and line.tokens[i - 2].word == TIME else i
    later = time.last is None or time.last > published
    return later and line.tokens[first - 1].word in words_of("bind_term")


def _since(line: Line, parts: tuple[Clause, ...], candidate: Candidate, i: int) -> bool:
    """Whether an expression is only the beginning: "since May", "since they took office in March", "from July 6"."""
    own, theirs = clause_of(parts, candidate.head), clause_of(parts, i)
    before = line.tokens[i - 1].word if i else ""
    if candidate.type.from_speech or _when(line, parts, candidate, i):
        return False
    if candidate.mood.mood == FORESEEN and candidate.type.lasts and before == "from":
        return True
    opened = theirs.opener if theirs is not own else ""
    return "since" in {before, opened} and candidate.mood.tense != PAST


def _when(line: Line, parts: tuple[Clause, ...], candidate: Candidate, i: int) -> bool:
    """Whether the candidate's clause tells what was then or there: "since May 28, when a soldier was shot", "met on
    May 26 in Kathmandu, where a code was signed".
    """
    own, theirs = clause_of(parts, candidate.head), clause_of(parts, i)
    if own.opener == "when" and 0 < own.first - i <= 2:
        return True
    then = own.opener in words_of("bind_then") and theirs.last == own.first
    return then and not any(own.first <= j < own.last for j, _ in line.times())


def _begins(line: Line, candidate: Candidate, i: int) -> bool:
    """Whether an expression is the day on which what does not last takes effect ("a truce starting on 1 June")."""
    near = {token.word for token in line.tokens[max(0, i - 2) : i]}
    return candidate.noun and not candidate.type.lasts and bool(near & words_of("bind_beginning"))


def _precedes(line: Line, parts: tuple[Clause, ...], candidate: Candidate, i: int) -> bool:
    """Whether the candidate only came before what an expression dates ("gave up in March after they refused")."""
    own = clause_of(parts, candidate.head)
    parted = "," in {token.word for token in line.tokens[own.first : candidate.head]}
    return own.opener in words_of("bind_preceding") and i < own.first and not parted


def _distance(
    line: Line, parts: tuple[Clause, ...], own: Clause, candidate: Candidate, i: int, said: Said | None
) -> int:
    gap = max(candidate.first - i, i - candidate.last + 1, 0)
    distance = gap + (BEFORE if i < candidate.first else 0)
    described = i < candidate.head and _describes(line, clause_of(parts, i))
    if candidate.type.from_speech and (described or (said and _is_content(line, parts, i, said))):
        return FAR
    other = _planned_for(line, i, candidate) or _asked_for(line, i, candidate) or _since_when(line, parts, own, i)
    aside = _in_aside(line, i, candidate.head) and not _when(line, parts, candidate, i)
    if other or aside or _of_the_subject(line, i, candidate) or _lies_ahead(line, i, candidate):
        return FAR
    close = _precedes(line, parts, candidate, i) and own.first - i <= 2
    if close or _when(line, parts, candidate, i):
        return min(distance, FAR - 1)
    if own.first <= i < own.last:
        aimed = i < candidate.head and not candidate.noun and line.tokens[candidate.head - 1].word == "to"
        another = aimed or of_verb_before(line, i, candidate)
        return min(distance + OTHER_CLAUSE * another, FAR - 1)
    theirs = clause_of(parts, i)
    crossed = sum(1 for part in parts if min(own.first, theirs.first) < part.first <= max(own.first, theirs.first))
    distance += OTHER_CLAUSE * crossed
    if theirs.opener in words_of("bind_temporal") or own.opener in words_of("bind_temporal"):
        distance += OTHER_CLAUSE
    if theirs.opener in words_of("bind_aside") or _describes(line, theirs):
        of_people = theirs.opener in words_of("bind_people")
        if own.first < theirs.first and (not candidate.noun or of_people) and theirs.opener != "where":
            return FAR
        distance += 2 * OTHER_CLAUSE
    if said and said.verb >= 0 and theirs.first <= said.verb < theirs.last and not own.first <= said.verb < own.last:
        done = _is_done_by_saying(candidate, said)
        distance = min(distance, FAR - 1) if done else distance + OTHER_CLAUSE
    return distance


def _is_of_its_content(line: Line, i: int, time: TimeExpression, candidate: Candidate, published: date) -> bool:
    """Whether an expression only dates what was agreed ("reached a deal on a vote in 2031", "agreed to a truce
    starting on Friday").
    """
    told = candidate.mood.mood == REAL and candidate.mood.tense in {PAST, PERFECT, PLUPERFECT}
    if candidate.type.of_content and told and _sets_its_span(line, i, candidate):
        return True
    if not (candidate.type.of_content and told) or time.first is None or time.first < published:
        return False
    if time.last is None or time.last > published == time.first:
        return time.relation == "" and candidate.mood.tense == PAST
    if time.first == published:
        return False
    near = {token.word for token in line.tokens[max(candidate.head + 1, i - 2) : i]}
    return "year" in time.known or bool(near & words_of("bind_beginning"))


def _is_yet_to_come(
    line: Line, i: int, candidate: Candidate, time: TimeExpression, published: date, own: Clause
) -> bool:
    """Whether an expression to come dates only what is to follow what is told ("refused the offer and asked him to go
    next month", "ended without a deal, but they may meet again next week").
    """
    between = [token.word for token in line.tokens[candidate.head + 1 : i]]
    if candidate.mood.mood != REAL or time.first is None or time.first <= published:
        return False
    asked = "and" in between and "to" in between[between.index("and") :] and not candidate.noun
    told = [token.word for token in line.tokens[candidate.head : own.last]]
    ended = any((word.endswith("ed") and len(word) > 4) or is_past(word) for word in told)
    return asked or _is_scheduled(line, i) or (ended and not own.first <= i < own.last)


def _is_over(candidate: Candidate, time: TimeExpression, published: date) -> bool:
    """Whether an expression lies before the news, and the event is still to come ("told yesterday, will resume")."""
    to_come = candidate.mood.mood == FORESEEN and candidate.mood.tense == FUTURE
    return to_come and time.last is not None and time.last < published


def _is_scheduled(line: Line, i: int) -> bool:
    """Whether an expression says for when something is only scheduled ("elections scheduled for October 30")."""
    places = [j for j in range(max(1, i - 2), i) if line.tokens[j].word in words_of("bind_scheduled")]
    return bool(places) and line.tokens[places[0] - 1].word not in {*grammar().verbs.be, *grammar().verbs.adverbs}


def _planned_for(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression says for when something was planned that came to nothing, or was told otherwise ("was
    scheduled for 2 May, but was put off", "called off the talks that were set to begin on Friday").
    """
    if candidate.noun or candidate.mood.mood != REAL:
        return False
    for j in range(max(0, i - PLAN_REACH), i - 1):
        set_for = line.tokens[j].word in words_of("bind_planned_for") and line.tokens[j + 1].word in {"for", "to"}
        if set_for and not j <= candidate.head < i:
            return True
    return False


def _asked_for(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression says for when something is proposed ("suggested they meet on 8 May", "that it be held")."""
    if candidate.noun or candidate.type.mutual or candidate.mood.mood != REAL:
        return False
    words = [token.word for token in line.tokens[candidate.head : i]]
    bare = (n for n in range(2, len(words)) if words[n] in words_of("bind_subjunctive"))
    return any(words[n - 1] not in {"to", *grammar().verbs.future, *grammar().verbs.conditional} for n in bare)


def _since_when(line: Line, parts: tuple[Clause, ...], own: Clause, i: int) -> bool:
    """Whether an expression only says since when something stood that is described ("lifted the ban in force since May
    after a raid").
    """
    if own.opener not in words_of("bind_preceding") or not 1 < i < own.first or line.tokens[i - 1].word != "since":
        return False
    described = clause_of(parts, i - 2)
    return described.first > 0 and (described.opener == "that" or described.opener in words_of("bind_aside"))


def _from_then_on(line: Line, i: int) -> bool:
    """Whether an expression is the day on which begins what is told ("declared a truce starting on 1 July")."""
    before = [token.word for token in line.tokens[max(0, i - 2) : i]]
    if before[-1:] and before[-1] in words_of("bind_before_beginning") - words_of("bind_beginning"):
        before.pop()
    opens = {*before[-1:], line.tokens[i].text.lower().split()[0]}
    return not opens.isdisjoint(words_of("bind_beginning"))


def _sets_its_span(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression says when what was agreed begins, or what it covers ("a pause to cover Ramadan")."""
    before = [token.word for token in line.tokens[max(candidate.head, i - 3) : i]]
    if before[-1:] and before[-1] in words_of("bind_before_beginning"):
        before.pop()
    covers = before[-2:-1] == ["to"] and before[-1] in words_of("bind_covering")
    opens = {*before[-1:], line.tokens[i].text.lower().split()[0]}
    return i > candidate.head and (covers or not opens.isdisjoint(words_of("bind_beginning") - {"from"}))


def _lies_ahead(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression dates what an act came before ("met ahead of a vote on Friday")."""
    return not words_of("bind_ahead").isdisjoint(token.word for token in line.tokens[candidate.head + 1 : i])


def _describes(line: Line, clause: Clause) -> bool:
    """Whether a clause with "that" only describes the noun before it ("the armistice that halted the war in 1953")."""
    if clause.opener != "that" or not clause.first:
        return False
    before, behind = line.tokens[clause.first - 1].word, line.tokens[clause.first + 1 : clause.first + 2]
    told = any(verb_like(token.word, "en") and token.word not in grammar().verbs.future for token in behind)
    return told and (before[:1].isalpha() or before == PLACE) and not verb_like(before, "en")


def _in_aside(line: Line, i: int, head: int) -> bool:
    """Whether an expression stands in a relative clause that closes before the head ("Clinton, who received both on
    Oct. 9, said").
    """
    if "," not in [token.word for token in line.tokens[i + 1 : head]] or _points_back(line, i):
        return False
    for j in range(i - 1, -1, -1):
        word = line.tokens[j].word
        if word in words_of("bind_aside"):
            return True
        in_address = PLACE in {token.word for token in line.tokens[max(0, j - 1) : j + 2]}
        if (word == "," and not in_address) or word in words_of("clauses_stops"):
            return False
    return False


def _of_the_subject(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression ends a relative clause right before the verb ("men who were seized on May 7 are freed")."""
    verbs = grammar().verbs
    helpers = {*verbs.be, *verbs.have, *verbs.adverbs}
    between = [token.word for token in line.tokens[i + 1 : candidate.head]]
    if between[:1] == ["by"] and ACTOR in between:  # "seized in 2017 by rebels of the north, was freed"
        between = between[len(between) - between[::-1].index(ACTOR) :]
    if candidate.noun or not set(between) <= helpers:
        return False
    if candidate.head - i < 2:
        return False
    for j in range(i - 1, max(0, i - RELATIVE_REACH), -1):
        word = line.tokens[j].word
        in_address = PLACE in {token.word for token in line.tokens[max(0, j - 1) : j + 2]}
        if (word == "," and not in_address) or word in words_of("clauses_stops"):
            return False
        if word == "that" or word in words_of("bind_aside"):
            said = line.tokens[j - 1].word in finite("en")
            return not said and any(verb_like(token.word, "en") for token in line.tokens[j + 1 : j + 4])
    return False


def _points_back(line: Line, i: int) -> bool:
    """Whether an expression is the day of what was told before ("that day", "the same evening")."""
    told = line.tokens[i].text.lower()
    return any(told.startswith(f"{words} ") for words in words_of("bind_same_day"))


def is_said(line: Line, parts: tuple[Clause, ...], i: int, said: Said) -> bool:
    """Whether an expression is part of what is said, and not of the saying ("said on Monday that")."""
    aside = clause_of(parts, said.verb).opener in words_of("bind_people") and i < said.verb
    if aside or not said.first <= i < said.last:
        return False
    between = [token.word for token in line.tokens[min(i, said.verb) + 1 : max(i, said.verb)]]
    if i < said.verb and "," in between and any(verb_like(t.word, "en") for t in line.tokens[said.first : i]):
        return True  # "will meet on Friday, an official said"
    return clause_of(parts, i) != clause_of(parts, said.verb) or any(verb_like(word, "en") for word in between)


def _is_done_by_saying(candidate: Candidate, said: Said) -> bool:
    """Whether an offer, refusal or the like is the speaker's own, and so made when it is said ("said in May that his
    country was ready to host the talks").
    """
    spoken = not (candidate.type.fact or candidate.type.mutual) and candidate.mood.mood in candidate.trigger.moods
    makes = {Role.INITIATOR, Role.MEDIATOR}
    present = candidate.mood.tense not in {PERFECT, PLUPERFECT}
    return bool(spoken and present and said.speaker and candidate.roles.get(said.speaker.code) in makes)


def _is_content(line: Line, parts: tuple[Clause, ...], i: int, said: Said) -> bool:
    """Whether an expression belongs to what a speaker says; all of a quotation does that goes on."""
    return said.quoted if said.verb < 0 else is_said(line, parts, i, said)


def _taken(
    line: Line,
    parts: tuple[Clause, ...],
    candidate: Candidate,
    rivals: Sequence[Candidate],
    i: int,
    distance: int,
    said: Said | None,
) -> bool:
    """Whether the expression stands in another clause with an event of its own that is nearer."""
    own = clause_of(parts, candidate.head)
    if own.first <= i < own.last:
        return any(_yet_to_come(line, candidate, rival, i) for rival in rivals)
    theirs = clause_of(parts, i)
    if _when(line, parts, candidate, i) or _precedes(line, parts, candidate, i):
        return False
    if own.opener in words_of("bind_relative") and _opens_all(line, i) and candidate.mood.tense == PAST:
        return False
    for rival in rivals:
        if rival is candidate or rival.head == candidate.head or _same_breath(candidate, rival):
            continue
        if said and rival.type.from_speech and rival.head == said.verb:  # "have agreed, officials said on Monday"
            continue
        if theirs.first <= rival.head < theirs.last and _distance(line, parts, theirs, rival, i, said) < distance:
            return True
    return False


def _opens_all(line: Line, i: int) -> bool:
    """Whether an expression opens its sentence and so dates all that it tells ("On May 2, he met A, who warned B")."""
    return i <= 2 and [token.word for token in line.tokens[i + 1 : i + 2]] == [","]


def _yet_to_come(line: Line, candidate: Candidate, rival: Candidate, i: int) -> bool:
    """Whether an expression dates what is planned behind what was done ("signed it and are set to meet on Friday")."""
    planned = candidate.mood.mood == REAL and rival.mood.mood == FORESEEN
    between = [token.word for token in line.tokens[candidate.head : rival.head]]
    return planned and candidate.head < rival.head < i and "and" in between


def _same_breath(candidate: Candidate, rival: Candidate) -> bool:
    """Whether the rival is what the candidate's own actor says with it ("said on Monday that ..., and asked")."""
    if not rival.type.from_speech or candidate.type.mutual:
        return False
    makes = {code for code, role in candidate.roles.items() if role in {Role.INITIATOR, Role.MEDIATOR}}
    return any(rival.roles.get(code) is Role.INITIATOR for code in makes)
