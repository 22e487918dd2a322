"""Dates that a sentence leaves to the sentence before: what a speaker goes on to say, what came of a meeting told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tracker.events.attribution import Said
from tracker.events.beforehand import before_occasion
from tracker.events.bind import is_said
from tracker.events.candidate import Candidate
from tracker.events.fitting import resolved
from tracker.events.free import encounters
from tracker.events.line import Line
from tracker.events.mood import FUTURE, PAST, PLUPERFECT, REAL
from tracker.events.reading import Reading
from tracker.events.sequel import on_the_day_set, sequel, since_then
from tracker.models import Precision, Role, TimeExpression
from tracker.resources.event_type import TALKING
from tracker.resources.grammar import words_of

REACH = 4
"""Sentences over which a date is inherited."""
OLD = timedelta(days=6)
"""How long before publication a day lies on which what is quoted now was not said."""
TABLE_REACH = 2
"""Sentences behind an encounter that tell what came of it without saying so."""
TABLE_DAYS = 6
"""An encounter that is told to within a week, no more, dates what came of it."""
QUOTED_REACH = 4
"""Sentences behind a position over which its speaker is quoted."""
JOURNEY_DAYS = 14
"""A journey that takes longer does not date what is to be done on it."""
LEAD = 3
"""Sentences at the beginning, of which one says of which day the article tells."""
RECENT = timedelta(days=1)
"""How long after the day of which it tells an article comes out as news."""
WEEK = timedelta(days=7)
NOUN_REACH = 3
"""Words between the article and the noun of an occasion ("at their second, longer meeting")."""


def inherit(candidates: Sequence[Candidate], reading: Reading, said: Sequence[Said | None]) -> None:
    """What a speaker says without a date is dated by the event just told in which the speaker takes part, if that is no
    old one; what came about "at the meeting" by the meeting just told.
    """
    for number, one in enumerate(candidates):
        since_then(one, reading)
        if one.time is not None:
            continue
        if one.status == "occurred":
            sequel(one, candidates[:number], reading.lines[one.line])
        if one.time is None:
            on_the_day_set(one, candidates, reading)
            before_occasion(one, candidates[:number], reading.lines[one.line], reading.article.published)
        if one.type.fact or one.time is not None:
            continue
        if day := _day_of_the_quotation(one, reading, said):
            one.time, one.time_rule, one.inherited = day, "when its speaker goes on", True
        elif one.type.from_speech:
            _from_speaker(one, candidates[:number], reading.article.published, goes_on=_goes_on(said[one.line]))
            if one.time is None and _is_said_at(reading.lines[one.line], one):
                _from_occasion(one, candidates[:number])
        elif one.status == "occurred" and _names_an_occasion(reading.lines[one.line], one):
            _from_occasion(one, candidates[:number])
        elif at := (
            _at_the_table(one, candidates[:number])
            or _on_the_journey(one, candidates[:number], reading.article.published)
            or _on_the_day_before(one, reading.lines[one.line], candidates[:number], reading.article.published)
        ):
            _take(one, at)


def _goes_on(said: Said | None) -> bool:
    """Whether a sentence is a quotation that goes on, without a verb of saying of its own."""
    return said is not None and said.quoted and said.verb < 0


def _from_speaker(one: Candidate, earlier: Sequence[Candidate], published: date | None, *, goes_on: bool) -> None:
    spoken = [other for other in earlier if other.type.from_speech and _speaks(one) & _speaks(other)]
    for other in reversed(earlier):
        if one.line - other.line > REACH:
            return
        at_once = goes_on and one.line - other.line == 1 and bool(_speaks(one) & _speaks(other))
        if _same_occasion(one, other, published, at_once=at_once):
            last = max((s.time.first for s in spoken if s.time and s.time.first), default=None)
            if other.time and other.time.first and last and last > other.time.first:
                continue
            _take(one, other)
            return


def _day_of_the_quotation(one: Candidate, reading: Reading, said: Sequence[Said | None]) -> TimeExpression | None:
    """The day on which a speaker says what goes on about an undated position ("ruled it out. "We have no need of it. We
    never had," he told reporters on Monday"); ``None`` if no such day is told.
    """
    published = reading.article.published
    position = one.type.group in words_of("occasions_positions") and one.status == "occurred"
    if published is None or not position or one.mood.tense == PLUPERFECT:
        return None
    for number in range(one.line + 1, min(one.line + 1 + QUOTED_REACH, len(reading.lines))):
        here, line = said[number], reading.lines[number]
        opens = line.tokens[0].word in words_of("attribution_quotes")
        if (here is None and opens) or (here is not None and here.quoted and here.verb < 0):
            continue
        if here is None or not here.quoted:
            return None
        if here.speaker is None or here.speaker.code not in _speaks(one):
            return None
        days = [
            time
            for i, time in line.times()
            if time.first == time.last and not is_said(line, reading.clauses[number], i, here)
        ]
        return next((time for time in days if time.first and timedelta() <= published - time.first <= OLD), None)
    return None


def _speaks(one: Candidate) -> set[str]:
    return {code for code, role in one.roles.items() if role is Role.INITIATOR}


def _same_occasion(one: Candidate, earlier: Candidate, published: date | None, *, at_once: bool) -> bool:
    time = earlier.time
    if time is None or time.first is None or time.first != time.last or earlier.status != "occurred":
        return False
    if published is not None and published - time.first > OLD:
        return False
    return at_once or bool(set(one.persons[:1]) & set(earlier.persons))


def _names_an_occasion(line: Line, one: Candidate) -> bool:
    """Whether a sentence says that its event came about at an encounter told before ("at the meeting they agreed")."""
    if line.words.isdisjoint(words_of("occasions_pointing")) or line.words.isdisjoint(encounters()):
        return False
    words, nouns = [token.word for token in line.tokens], encounters()
    for i, word in enumerate(words[:-2]):
        if word not in words_of("occasions_at") or words[i + 1] not in words_of("occasions_pointing"):
            continue
        near = range(i + 2, min(i + 2 + NOUN_REACH, len(words)))
        at = next((k for k in near if words[k] in nouns), -1)
        if at >= 0 and at != one.head and not words_of("occasions_of") & set(words[at + 1 : at + 2]):
            return True
    return False


def _from_occasion(one: Candidate, earlier: Sequence[Candidate]) -> None:
    for other in reversed(earlier):
        if one.line - other.line > 2 * REACH:
            return
        time = other.time
        if other.type.group != TALKING or time is None or time.first is None or other.status != "occurred":
            continue
        if not one.codes or not other.codes or one.codes & other.codes:
            _take(one, other)
        return


def _at_the_table(one: Candidate, told: Sequence[Candidate]) -> Candidate | None:
    """The encounter, told right before with its day, at which those who took part in it offer, refuse or agree: "they
    met on May 3. The two sides agreed to meet again".
    """
    acts = one.type.group in words_of("occasions_acts") and one.mood.mood == REAL and one.mood.tense == PAST
    if not acts or one.noun or one.trigger.undated:
        return None
    dated = next((other for other in reversed(told) if other.time is not None and not other.inherited), None)
    if dated is None or dated.type.group != TALKING or not 0 < one.line - dated.line <= TABLE_REACH:
        return None
    time = dated.time
    short = time and time.first and time.last and (time.last - time.first).days <= TABLE_DAYS
    return dated if short and dated.status == "occurred" and one.codes <= dated.codes else None


def _is_said_at(line: Line, one: Candidate) -> bool:
    return one.status == "occurred" and one.mood.tense == PAST and _names_an_occasion(line, one)


def _on_the_journey(one: Candidate, told: Sequence[Candidate], published: date | None) -> Candidate | None:
    """The encounter or journey still to come, told right before with its days, on which those who go there are to meet
    ("flies to Juba on Monday for four days. He will meet Chad's envoy").
    """
    if published is None or one.status != "planned" or one.type.group != TALKING or one.mood.tense != FUTURE:
        return None
    for other in reversed(told):
        if one.line - other.line > TABLE_REACH:
            return None
        time = other.time
        if other.type.group != TALKING or other.line == one.line or time is None:
            continue
        if 2 * len(one.codes & other.codes) <= len(one.codes):
            return None
        short = time.first and time.last and time.first >= published and (time.last - time.first).days <= JOURNEY_DAYS
        return other if short else None
    return None


def _on_the_day_before(
    one: Candidate, line: Line, told: Sequence[Candidate], published: date | None
) -> Candidate | None:
    """What the sentence right before tells of the day before publication, by one who goes on to act."""
    acts = one.status == "occurred" and one.mood.mood == REAL and one.mood.tense == PAST
    if published is None or not acts or one.noun or one.trigger.undated or line.times():
        return None
    before = [other for other in told if other.line in (one.line - 1, one.line)]
    other = before[-1] if before else None
    if other is None or other.line == one.line or other.time is None or other.status != "occurred":
        return None
    day = other.time.first
    yesterday = day is not None and day == other.time.last and timedelta() < published - day <= RECENT
    return other if yesterday and one.codes & other.codes else None


def _take(one: Candidate, other: Candidate) -> None:
    one.time, one.time_rule, one.inherited = other.time, f"from the {other.type.name} told before", True


def give_the_day(candidates: Sequence[Candidate], reading: Reading) -> None:
    """Gives the acts among the candidates the day of which the article tells: the one day that dates what its first
    sentences tell as done, if it is that before publication ("on Monday" in Tuesday's paper) and those act who were
    there. Positions on what happened then are of the day of publication.
    """
    published = reading.article.published
    if published is None or not candidates:
        return
    if week := _week_of_the_first(reading.lines[0], published):
        _give(candidates, week, {mention.code for _, mention in reading.lines[0].actors()})
        return
    lead = [one for one in candidates if one.line < LEAD and one.time is not None and one.status == "occurred"]
    if any(one.time and one.time.last == published for one in lead):
        return
    lead = [one for one in lead if not one.line and one.time and one.time.first == one.time.last] or lead
    days = {one.time.first: one.time for one in lead if one.time and one.time.first == one.time.last}
    if all(one.line for one in lead) and (day := _day_of_the_first(reading.lines[0])):
        lead, days = [one for one in candidates if one.line == 0], {day.first: day}
    if len(days) != 1:
        return
    ((first, day),) = days.items()
    if first is None or day is None or not timedelta() < published - first <= RECENT:
        return
    _give(candidates, day, {code for one in lead for code in one.roles})


def _give(candidates: Sequence[Candidate], day: TimeExpression, there: set[str]) -> None:
    """Gives the acts of those who were ``there`` the day of the story."""
    for one in candidates:
        act = not one.type.from_speech and (not one.type.fact or _is_of_people(one))
        one.day = day if act and any(one.roles[code] is not Role.TARGET for code in there & one.codes) else None


def _day_of_the_first(line: Line) -> TimeExpression | None:
    """The day that a first sentence tells, though it dates no event of ours ("they traded blame yesterday")."""
    days = [time for _, time in line.times() if time.first and time.first == time.last and time.timex_type == "DATE"]
    return days[0] if len(days) == 1 else None


def _week_of_the_first(line: Line, published: date) -> TimeExpression | None:
    """The week still running of which a first sentence tells ("they met in Doha this week") and nothing else."""
    told = [time for _, time in line.times() if resolved(time)]
    if len(told) != 1 or told[0].first is None or told[0].last is None:
        return None
    running = told[0].first < published <= told[0].last and told[0].last - told[0].first < WEEK
    return told[0] if running and told[0].precision is Precision.WEEK else None


def _is_of_people(one: Candidate) -> bool:
    """Whether captives or aid change hands, told as an act: unlike fighting it is seldom recalled without its date."""
    return one.type.group == "people" and not one.noun and one.mood.tense == PAST
