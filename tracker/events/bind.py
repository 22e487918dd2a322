"""Gives each candidate the date expression that governs it: its clause's first, then its sentence's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tracker.events.attribution import Said
from tracker.events.candidate import Candidate
from tracker.events.clauses import Clause, clause_of, finite, verb_like
from tracker.events.counted import counted
from tracker.events.fitting import (
    aimed_at,
    at_or_after,
    closed,
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
from tracker.events.lending import lent, on_its_part
from tracker.events.line import ACTOR, PLACE, Line
from tracker.events.meant import (
    is_announced,
    is_asked_for,
    is_for_what_begins,
    is_from_then_on,
    is_of_its_content,
    is_of_its_subject,
    is_over,
    is_planned_for,
    is_refused_for,
    is_scheduled,
    is_term,
    is_yet_to_come,
)
from tracker.events.moments import at_once, describes, goes_on, leads_in, opens_with_since, tells_its_course
from tracker.events.mood import PAST, PERFECT, PLUPERFECT, REAL
from tracker.events.mood import PLANNED as FORESEEN
from tracker.events.reading import Reading
from tracker.models import Precision, Role, TimeExpression
from tracker.resources.grammar import grammar, words_of

FAR = 60
OTHER_CLAUSE = 10
BEFORE = 3
VAGUE = 6
RELATIVE_REACH = 20
WEEK = timedelta(days=7)


def bind(candidate: Candidate, reading: Reading, said: Said | None, rivals: Sequence[Candidate]) -> None:
    """Sets the candidate's ``time`` to the nearest expression of its sentence that is free for it."""
    line = reading.lines[candidate.line]
    published = reading.article.published
    parts = reading.clauses[candidate.line]
    own = clause_of(parts, candidate.head)
    if published and (time := measured(candidate, line, own, published) or counted(candidate, line, parts, published)):
        candidate.time, candidate.time_rule = time, "own clause"
        return
    times = {i: t for i, t in line.times() if resolved(t) and free(line, i, t, candidate)}
    times = on_its_part(line, candidate, times, reading.language)
    ranked = sorted(
        (_distance(line, parts, own, candidate, i, said) + VAGUE * (t.vague or _names(line, i, t)), i)
        for i, t in times.items()
    )
    for distance, near in ranked:
        if distance >= FAR:
            break
        taken = _taken(line, parts, candidate, rivals, near, distance, said)
        if taken or not (_when(line, parts, candidate, near) or _says_when(line, near, candidate, published)):
            continue
        i = _first_of_pair(line, near, times)
        time = _on_its_side(line, i, times, candidate, reading)
        inside = own.first <= i < own.last
        if published and is_over(candidate, times[i], published) and not inside:
            continue
        if published and is_yet_to_come(line, i, candidate, time, published, own):
            continue
        _take(line, parts, candidate, i, time)
        candidate.time_rule = candidate.time_rule or ("own clause" if inside else "own sentence")
        return
    _of_no_expression(candidate, line, own, published)


def _of_no_expression(candidate: Candidate, line: Line, own: Clause, published: date | None) -> None:
    """Dates what no expression of its own dates: by another clause, or by how long it has gone on."""
    if found := lent(line, own, candidate):
        candidate.time, candidate.time_rule = on_its_side(found, candidate, published), "another clause"
    elif published and (time := lasting(candidate, line, own, published)):
        candidate.time, candidate.time_rule = time, "own clause"


def _first_of_pair(line: Line, i: int, times: dict[int, TimeExpression]) -> int:
    """The first of two days told together ("attacked on Sunday and Monday"), if the token ``i`` is the second."""
    j = next((j for j in (i - 2, i - 3) if j in times), -1)
    between = [token.word for token in line.tokens[j + 1 : i]]
    if j < 0 or between not in (["and"], ["and", "on"]):
        return i
    one, other = times[j].first, times[i].first
    return j if one and other and timedelta() < other - one <= WEEK else i


def _says_when(line: Line, i: int, candidate: Candidate, published: date | None) -> bool:
    """Whether an expression says when the candidate was or will be, and not for when something else is meant."""
    time = line.tokens[i].mention
    if (
        is_term(line, i, candidate, published)
        or is_refused_for(line, i, candidate)
        or is_for_what_begins(line, i, candidate)
    ):
        return False
    if published is None or not isinstance(time, TimeExpression):
        return True
    if is_of_its_subject(time, candidate, published):
        return False
    return not is_of_its_content(line, i, time, candidate, published)


def _on_its_side(
    line: Line, i: int, times: dict[int, TimeExpression], candidate: Candidate, reading: Reading
) -> TimeExpression:
    """The expression on the side of publication, or of the day told before it, that the candidate's verb tells."""
    published, own = reading.article.published, clause_of(reading.clauses[candidate.line], candidate.head)
    begins = i > candidate.head and is_from_then_on(line, i)
    to_come, lapsed = begins or aimed_at(line, i, candidate) or is_scheduled(line, i), lapsed_plan(line, own)
    time = on_its_side(times[i], candidate, published, to_come=to_come, lapsed=lapsed)
    if not begins or not published:
        return time
    if is_announced(line, candidate):
        told = [t.first for j, t in times.items() if j < i and t.first and t.first == t.last]
        time = at_or_after(time, told[-1] if told else published)
    return nearest_to(published, time)


def _take(line: Line, parts: tuple[Clause, ...], candidate: Candidate, i: int, time: TimeExpression) -> None:
    """Gives the candidate the expression at token ``i``, opened or closed as the words around it say."""
    if time.first is None and time.relation and _when(line, parts, candidate, i):
        time = closed(time)
    candidate.time = narrowed(line, i, joined(line, i, time))
    candidate.since = _since(line, parts, candidate, i)
    if candidate.time.relation == "since" and (_when(line, parts, candidate, i) or _begins(line, candidate, i)):
        candidate.time = on_its_day(candidate.time)
    if " ".join(token.word for token in line.tokens[max(0, i - 2) : i]) in words_of("bind_at_latest"):
        candidate.time = up_to(candidate.time)
    if _precedes(line, parts, candidate, i):
        candidate.time, candidate.time_rule = up_to(candidate.time), "before what the sentence dates"


def _names(line: Line, i: int, time: TimeExpression) -> bool:
    """Whether a holiday only gives its name to the noun behind it ("declared an Easter truce on April 19")."""
    behind = line.tokens[i + 1].word if i + 1 < len(line.tokens) else "."
    return time.rule == "holiday" and behind.isalpha() and behind not in words_of("bind_function")


def _since(line: Line, parts: tuple[Clause, ...], candidate: Candidate, i: int) -> bool:
    """Whether an expression is only the beginning: "since May", "since they took office in March", "from July 6", but
    not "from July 6 to July 9".
    """
    own, theirs = clause_of(parts, candidate.head), clause_of(parts, i)
    before = line.tokens[i - 1].word if i else ""
    if candidate.type.from_speech or _when(line, parts, candidate, i):
        return False
    if candidate.mood.mood == FORESEEN and candidate.type.lasts and before == "from":
        return candidate.time is not None and candidate.time.precision is not Precision.RANGE
    opened = theirs.opener if theirs is not own else ""
    opened = "since" if theirs is not own and opens_with_since(line, theirs) else opened
    return "since" in {before, opened} and candidate.mood.tense != PAST


def _when(line: Line, parts: tuple[Clause, ...], candidate: Candidate, i: int) -> bool:
    """Whether the candidate's clause tells what was then or there: "since May 28, when a soldier was shot", "met on
    May 26 in Kathmandu, where a code was signed".
    """
    own, theirs = clause_of(parts, candidate.head), clause_of(parts, i)
    if own.opener == "when" and 0 < own.first - i <= 2:
        return True
    if own.opener == "which" and [token.word for token in line.tokens[i + 1 : i + 3]] == [",", "which"]:
        dated = any(time.first or time.last for _, time in line.times(own.first, own.last))
        return candidate.mood.tense == PAST and not dated  # "in 2006, which ended a nine-month truce"
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
    described = i < candidate.head and describes(line, clause_of(parts, i))
    then = _when(line, parts, candidate, i)
    if candidate.type.from_speech and not then and (described or (said and _is_content(line, parts, i, said))):
        return FAR
    other = is_planned_for(line, i, candidate) or is_asked_for(line, i, candidate) or _since_when(line, parts, own, i)
    close = _precedes(line, parts, candidate, i) and own.first - i <= 2
    aside = _in_aside(line, i, candidate.head) and not (close or then)
    if other or aside or _of_the_subject(line, i, candidate) or _lies_ahead(line, i, candidate):
        return FAR
    theirs = clause_of(parts, i)
    if close or then or tells_its_course(line, theirs, candidate):
        return min(distance, FAR - 1)
    if own.first <= i < own.last:
        aimed = i < candidate.head and not candidate.noun and line.tokens[candidate.head - 1].word == "to"
        another = aimed or of_verb_before(line, i, candidate)
        return min(distance + OTHER_CLAUSE * another, FAR - 1)
    crossed = sum(1 for part in parts if min(own.first, theirs.first) < part.first <= max(own.first, theirs.first))
    distance += OTHER_CLAUSE * crossed
    if theirs.opener in words_of("bind_temporal") or own.opener in words_of("bind_temporal"):
        distance += OTHER_CLAUSE
    if theirs.opener in words_of("bind_aside") or describes(line, theirs):
        of_people = theirs.opener in words_of("bind_people")
        if own.first < theirs.first and (not candidate.noun or of_people) and theirs.opener != "where":
            return FAR
        distance += 2 * OTHER_CLAUSE
    if said and said.verb >= 0 and theirs.first <= said.verb < theirs.last and not own.first <= said.verb < own.last:
        done = _is_done_by_saying(candidate, said)
        distance = min(distance, FAR - 1) if done else distance + OTHER_CLAUSE
    return distance


def _lies_ahead(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression dates what an act came before ("met ahead of a vote on Friday")."""
    return not words_of("bind_ahead").isdisjoint(token.word for token in line.tokens[candidate.head + 1 : i])


def _since_when(line: Line, parts: tuple[Clause, ...], own: Clause, i: int) -> bool:
    """Whether an expression only says since when something stood that is described ("lifted the ban in force since May
    after a raid").
    """
    if own.opener not in words_of("bind_preceding") or not 1 < i < own.first or line.tokens[i - 1].word != "since":
        return False
    described = clause_of(parts, i - 2)
    return described.first > 0 and (described.opener == "that" or described.opener in words_of("bind_aside"))


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
    """Whether an expression ends a relative clause right before the verb ("men who were seized on May 7 are freed"),
    or one without a pronoun ("men seized by A on May 7 are freed").
    """
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
        if word in words_of("bind_caught") and line.tokens[j - 1].word not in helpers:
            return True
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
    if said.verb < i and clause_of(parts, i) == clause_of(parts, said.verb) and _is_published(between):
        return False
    if i < said.verb and "," in between and any(verb_like(t.word, "en") for t in line.tokens[said.first : i]):
        return True  # "will meet on Friday, an official said"
    between = between[1:] if said.verb < i else between  # "expressed hope on Monday that"
    return clause_of(parts, i) != clause_of(parts, said.verb) or any(verb_like(word, "en") for word in between)


def _is_published(words: Sequence[str]) -> bool:
    """Whether the words end with how something was said ("in a statement issued on")."""
    verbs = [word for word in words if verb_like(word, "en")]
    return len(verbs) == 1 and verbs[0] in words_of("bind_published")


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
    if _when(line, parts, candidate, i) or _precedes(line, parts, candidate, i) or leads_in(line, own, theirs, i):
        return False
    same = at_once(line, theirs) and candidate.mood.mood == REAL and candidate.mood.tense == PAST
    same = same or (opens_with_since(line, theirs) and candidate.mood.tense == PERFECT)
    if same or (goes_on(line, own, candidate) and (theirs.last == own.first or own.last == theirs.first)):
        return False
    acts = candidate.mood.tense == PAST and not candidate.mood.passive
    if own.opener in words_of("bind_relative") and _opens_all(line, i) and acts:
        return False
    for rival in rivals:
        if rival is candidate or rival.head == candidate.head or _same_breath(candidate, rival):
            continue
        if said and rival.head == said.verb:  # "have agreed, officials said on Monday"
            continue
        if theirs.first <= rival.head < theirs.last and _distance(line, parts, theirs, rival, i, said) < distance:
            return True
    return False


def _opens_all(line: Line, i: int) -> bool:
    """Whether an expression opens its sentence and so dates all that it tells ("On May 2, he met A, who warned B")."""
    return i <= 2 and [token.word for token in line.tokens[i + 1 : i + 2]] == [","]


def _yet_to_come(line: Line, candidate: Candidate, rival: Candidate, i: int) -> bool:
    """Whether an expression dates what is planned behind what was done ("signed it and are set to meet on Friday",
    "agreed to hold a round on Friday").
    """
    planned = candidate.mood.mood == REAL and rival.mood.mood == FORESEEN
    between = [token.word for token in line.tokens[candidate.head : rival.head]]
    return planned and candidate.head < rival.head < i and ("and" in between or between[-1] == "to")


def _same_breath(candidate: Candidate, rival: Candidate) -> bool:
    """Whether the rival is what the candidate's own actor says with it ("said on Monday that ..., and asked")."""
    if not rival.type.from_speech or candidate.type.mutual:
        return False
    makes = {code for code, role in candidate.roles.items() if role in {Role.INITIATOR, Role.MEDIATOR}}
    return any(rival.roles.get(code) is Role.INITIATOR for code in makes)
