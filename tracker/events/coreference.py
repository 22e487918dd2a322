"""One real event is one report: joins candidates that tell the same event, and finds further sentences about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.events.candidate import Candidate
from tracker.events.clauses import clause_of
from tracker.events.mood import PLUPERFECT, PRESENT, PROGRESSIVE
from tracker.events.reading import Reading
from tracker.events.where import by_dateline
from tracker.models import Precision, Role, Status, TimeExpression
from tracker.resources.grammar import words_of

NEAR = 3
BEFORE = "before"
"""The rule of a date that a measure of time gives what came first ("two days after they signed")."""
ENCOUNTER_REACH = 8
SINCE = "since"
NEWS_DAYS = 7
MOST_ROLES = 3
"""How many take part in what is not mutual, before further sentences add nobody."""


def join(candidates: Sequence[Candidate], reading: Reading) -> list[Candidate]:
    """The candidates with those of one event joined into the first that tells it, in the order of the text."""
    kept: list[Candidate] = []
    for one in candidates:
        if any(_goes_to_it(one, other) for other in candidates):
            continue
        same = next((other for other in reversed(kept) if _provides(other, one) or _same(other, one, reading)), None)
        if same is None:
            kept.append(one)
        elif same.heard and not (one.heard or one.type.from_speech):
            kept[kept.index(same)] = _told_again(one, same)
        elif _provides(same, one):
            same.more += [line for line in _lines(one) if line not in _lines(same)]
        else:
            _absorb(same, one)
    return kept


def _told_again(told: Candidate, heard: Candidate) -> Candidate:
    """What a pattern tells, with the earlier sentence that only sounded like it as further evidence."""
    told.more += [line for line in _lines(heard) if line not in _lines(told)]
    for code, role in heard.roles.items():
        told.roles.setdefault(code, role)
    return told


def _provides(deal: Candidate, terms: Candidate) -> bool:
    """Whether the second only tells what a deal told before provides for ("under the accord both will pull back")."""
    return terms.trigger.terms and deal.type.name == terms.type.name and _compatible(deal.time, terms.time)


def _goes_to_it(one: Candidate, talks: Candidate) -> bool:
    """Whether a journey only leads to the talks that its sentence tells ("is to land in Rome to negotiate with A")."""
    if not one.trigger.goes_to or one.line != talks.line or one.type.like != talks.type.name:
        return False
    return one.codes <= talks.codes and one.status == talks.status and _compatible(one.time, talks.time)


def _lines(candidate: Candidate) -> list[int]:
    return [candidate.line, *candidate.more]


def _same(first: Candidate, second: Candidate, reading: Reading) -> bool:
    if first.type.name != second.type.name:
        return _same_encounter(first, second, reading)
    if first.type.from_speech:
        return _same_position(first, second, reading.article.published)
    if first.line != second.line and (_is_another(first, second, reading) or _recalls(first, reading)):
        return False
    if first.line == second.line:
        apart = (
            _came_before(first, second)
            or _recalls_another(first, second, reading)
            or _only_since(first, second, reading)
            or _only_since(second, first, reading)
        )
        return not apart and _overlap(first, second) and _compatible(first.time, second.time)
    if not _of_one_time(first, second, reading):
        return False
    led_back = second.led_back and second.line - first.line <= NEAR and not first.type.repeats
    return led_back or (_overlap(first, second) and _near_or_definite(first, second, reading))


def _only_since(first: Candidate, second: Candidate, reading: Reading) -> bool:
    """Whether the second only says since when there was nothing like the first: "shelled the town for the first time
    since the fighting ended in 1994".
    """
    parts = reading.clauses[second.line]
    own = clause_of(parts, second.head)
    return own.opener == SINCE and not own.first <= first.head < own.last and second.time is not None


def _recalls_another(first: Candidate, second: Candidate, reading: Reading) -> bool:
    """Whether the second is one of its own day that only came before ("frees two men after the release of six on
    Friday").
    """
    before = [token.word for token in reading.lines[second.line].tokens[max(0, second.head - NEAR) : second.head]]
    led = not words_of("bind_preceding").isdisjoint(before)
    return led and second.noun and not first.noun and second.time is not None


def _came_before(first: Candidate, second: Candidate) -> bool:
    """Whether one is told to lie so long before the other ("frees ten men, a week after releasing twenty")."""
    measured = [one.time is not None and one.time.rule == BEFORE for one in (first, second)]
    return any(measured) and not all(measured)


def _recalls(first: Candidate, reading: Reading) -> bool:
    """Whether an act of war is only recalled with its date in a clause of its own ("since the war ended in 1994")."""
    opener = clause_of(reading.clauses[first.line], first.head).opener
    return first.type.repeats and first.time is not None and opener == SINCE


def _is_another(first: Candidate, second: Candidate, reading: Reading) -> bool:
    """Whether the second is another of the kind: of one that a text tells many of, or a journey elsewhere."""
    if first.trigger.goes_to and second.trigger.goes_to and first.country and second.country:
        return first.country != second.country
    return first.type.repeats and _another(first, second, reading)


def _of_one_time(first: Candidate, second: Candidate, reading: Reading) -> bool:
    """Whether dates and status allow two to be one: what goes on now, or is told as news, is not what the text recalls
    with its own day.
    """
    published = reading.article.published
    news = first.time is None and not (second.noun and _points_back(second, reading))
    if published and _recalled(first, second, published) and (_goes_on(first) or news):
        return False
    return _compatible(first.time, second.time) and _agree_on_status(first, second)


def _same_encounter(first: Candidate, second: Candidate, reading: Reading) -> bool:
    """Whether "the meeting", "their talks" only lead back to an encounter told before as one of its sister type."""
    sisters = second.type.like == first.type.name or first.type.like == second.type.name
    if not sisters or not second.noun:
        return False
    if not _takers(second) <= first.codes or second.line - first.line > ENCOUNTER_REACH:
        return False
    if not _compatible(first.time, second.time) or not _agree_on_status(first, second):
        return False
    line = reading.lines[second.line]
    before = [token.word for token in line.tokens[max(0, second.head - 3) : second.head]]
    return bool(set(before) & words_of("coreference_pointing")) and not set(before) & words_of("coreference_new")


def _takers(candidate: Candidate) -> set[str]:
    """Who takes part, without those who only mediate: "the discussions, sponsored by the UN"."""
    return {code for code, role in candidate.roles.items() if role is not Role.MEDIATOR}


def _agree_on_status(first: Candidate, second: Candidate) -> bool:
    planned = {candidate.status in {"planned", "called_off"} for candidate in (first, second)}
    return len(planned) == 1


def _overlap(first: Candidate, second: Candidate) -> bool:
    """Whether the same take part: one's actors among the other's, or at least half of both shared."""
    one, other = first.codes, second.codes
    if not one or not other:
        return True
    shared = len(one & other)
    if first.type.mutual:
        return min(len(one), len(other)) == shared == 1 or 2 * shared > len(one | other)
    mine = {code for code, role in first.roles.items() if role == first.type.frame.subject}
    theirs = {code for code, role in second.roles.items() if role == second.type.frame.subject}
    return bool(mine & theirs) if mine and theirs else shared > 0


def _same_position(first: Candidate, second: Candidate, published: date | None) -> bool:
    """A speaker's words of one day are one statement; what they said long ago is another."""
    if not _compatible(first.time, second.time) or (published and _recalled(first, second, published)):
        return False
    mine = {code for code, role in first.roles.items() if role == first.type.frame.subject}
    theirs = {code for code, role in second.roles.items() if role == second.type.frame.subject}
    if not mine & theirs:
        return False
    if first.persons[:1] and second.persons[:1]:
        return first.persons[0] == second.persons[0]
    return min(abs(second.line - line) for line in _lines(first)) <= 2 * NEAR


def _goes_on(candidate: Candidate) -> bool:
    """Whether it is told as going on now: what the text recalls with a day of its own is another."""
    return candidate.status == Status.ONGOING and candidate.mood.tense in {PROGRESSIVE, PRESENT}


def _recalled(first: Candidate, second: Candidate, published: date) -> bool:
    """Whether only one of two positions is dated, and that to a day long before the news."""
    if (first.time is None) == (second.time is None):
        return False
    time = first.time or second.time
    return time is not None and time.last is not None and (published - time.last).days > NEWS_DAYS


def _compatible(first: TimeExpression | None, second: TimeExpression | None) -> bool:
    """Whether two dates can be one: either is missing, or their intervals overlap without one being far wider."""
    if first is None or second is None:
        return True
    for one, other in ((first, second), (second, first)):
        if one.text.lower().startswith("earlier ") and other.first == other.last == other.anchor_date:
            return False  # "earlier this month" is not today
    mine = (first.first or date.min, first.last or date.max)
    theirs = (second.first or date.min, second.last or date.max)
    return mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _another(first: Candidate, second: Candidate, reading: Reading) -> bool:
    """Whether of a kind that a text tells many of, the second is another: elsewhere, or with a date of its own."""
    if _points_back(second, reading):
        return False
    if first.location and second.location and first.location != second.location and not by_dateline(first):
        return True
    return second.time is not None or second.line - first.line > NEAR


def _points_back(second: Candidate, reading: Reading) -> bool:
    """Whether the words lead back to what was told: "the attack", "it", or no actor of their own at all."""
    line = reading.lines[second.line]
    before = {token.word for token in line.tokens[max(0, second.first - 2) : second.head]}
    return bool(before & words_of("coreference_pointing")) or not line.actors()


def _near_or_definite(first: Candidate, second: Candidate, reading: Reading) -> bool:
    """Undated mentions far apart are the same unless the later words tell a new one ("another round")."""
    if first.time is not None and second.time is not None:
        return True
    if min(abs(second.line - line) for line in _lines(first)) <= NEAR:
        return True
    published = reading.article.published
    if published and not first.noun and second.noun and _recalled(first, second, published):
        return _points_back(second, reading) and second.time is None
    line = reading.lines[second.line]
    before = [token.word for token in line.tokens[max(0, second.first - 2) : second.head]]
    return not set(before) & words_of("coreference_new")


def _absorb(first: Candidate, second: Candidate) -> None:
    if second.line not in _lines(first):
        first.more.append(second.line)
    _lend(first, second)
    for code, role in second.roles.items():
        if role is Role.MEDIATOR or len(first.roles) < 2 or (not first.type.mutual and len(first.roles) < MOST_ROLES):
            first.roles.setdefault(code, role)
    for person in second.persons:
        if person not in first.persons:
            first.persons.append(person)
    for quantity in second.quantities:
        if quantity not in first.quantities:
            first.quantities.append(quantity)
    first.round = first.round or second.round
    if not first.location or (second.location and by_dateline(first)):
        first.location, first.country, first.coordinates = second.location, second.country, second.coordinates
        if "location" in second.rules:
            first.rules["location"] = second.rules["location"]
    first.score = max(first.score, second.score) + 0.05


def _lend(first: Candidate, second: Candidate) -> None:
    """Gives the first the second's date, if that fixes it more exactly."""
    if not _lends(first, second):
        return
    if first.time is None:
        _take_date(first, second)
        first.status = second.status
    elif _narrower(second.time, first.time) and not first.since:
        _take_date(first, second)


def _lends(first: Candidate, second: Candidate) -> bool:
    """Whether the second's date can date the first: what is said has the day of its saying, nothing has a vague one."""
    time = second.time
    if time is None or (time.vague and first.time is None) or (first.trigger.undated and second.trigger.undated):
        return False
    if second.since and not first.type.lasts:
        return False
    if first.type.from_speech and second.mood.tense == PLUPERFECT:
        return False
    return not first.type.from_speech or (time.precision in {Precision.DAY, Precision.WEEK} and not second.since)


def _take_date(first: Candidate, second: Candidate) -> None:
    first.time, first.since, first.inherited = second.time, second.since, True
    first.time_rule = "another sentence of the event"


def _narrower(second: TimeExpression | None, first: TimeExpression | None) -> bool:
    """Whether the second date fixes the event more exactly than the first."""
    if second is None or first is None or not (second.first and second.last):
        return False
    if first.timex_type == "DURATION" and first.first and first.last:
        return False  # "in the past 72 hours" tells the whole span, a day of another sentence but one of its days
    if not (first.first and first.last):
        return True
    return (second.last - second.first).days < (first.last - first.first).days
