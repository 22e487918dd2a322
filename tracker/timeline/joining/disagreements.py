"""Where an event's reports contradict each other: field by field the values, who says so, in which words.

A wider date that contains the narrower one, a country and a place in it, a report that is silent on something: these
are no contradictions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from tracker.models import Basis, Report, Role, Status
from tracker.timeline.cells import read_actors, read_quantities
from tracker.timeline.date_in_words import date_in_words
from tracker.timeline.joining.behind import Behind
from tracker.timeline.joining.choose import FIELDS_OF
from tracker.timeline.joining.grounds.places import grounds as place_grounds
from tracker.timeline.joining.numbers import contradict, numbers_in
from tracker.timeline.joining.telling import telling_of_report
from tracker.timeline.joining.wording import actors_in_words, numbers_in_words, place_in_words
from tracker.timeline.rows import row_of


class DisagreementKind(StrEnum):
    """What sources disagree on."""

    DATES = "dates"
    NUMBERS = "numbers"
    PLACES = "places"
    WHO = "who"
    WHETHER = "whether"


LABELS = {
    DisagreementKind.DATES: "When it was",
    DisagreementKind.NUMBERS: "How many",
    DisagreementKind.PLACES: "Where it was",
    DisagreementKind.WHO: "Who took part",
    DisagreementKind.WHETHER: "Whether it happened",
}


@dataclass(frozen=True, slots=True)
class Version:
    """One value that is told: in words for a reader, as columns for the timeline, and by whom it is told."""

    words: str
    values: Mapping[str, Any]
    reports: tuple[Behind, ...]
    chosen: bool = False

    @property
    def origins(self) -> int:
        """How many independent origins tell it."""
        return len({one.origin for one in self.reports})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The versions of one thing, those of most origins first.

    ``settled_by`` is the batch of the log by which a person chose, or kept both; 0 if nobody did.
    """

    event_id: str
    kind: DisagreementKind
    versions: tuple[Version, ...]
    settled_by: int = 0

    @property
    def settled(self) -> bool:
        """Whether a person chose, or kept both."""
        return self.settled_by > 0


def disagreements(
    event: Mapping[str, Any], behind: Iterable[Behind], settled: Mapping[str, int] = MappingProxyType({})
) -> tuple[Disagreement, ...]:
    """What the reports ``behind`` an event disagree on; ``event`` (columns of the timeline) says which was chosen.

    ``settled`` gives, by kind, the batch of the log by which a person settled it.
    """
    reports = sorted(behind, key=lambda one: one.report_id)
    found = []
    for kind, differ, words in _KINDS:
        told = [one for one in reports if words(one.report)]
        versions = _versions(told, differ, words, kind, event)
        if len(versions) > 1:
            found.append(Disagreement(event["event_id"], kind, versions, settled.get(kind.value, 0)))
    return tuple(found)


def _versions(
    reports: Sequence[Behind],
    differ: Callable[[Report, Report], bool],
    words: Callable[[Report], str],
    kind: DisagreementKind,
    event: Mapping[str, Any],
) -> tuple[Version, ...]:
    """The values that exclude each other; what fits several of them is left out, since it takes no side."""
    against = {
        one.report_id: frozenset(other.report_id for other in reports if differ(one.report, other.report))
        for one in reports
    }
    if not any(against.values()):
        return ()
    sides: dict[str, list[Behind]] = {}
    for one in reports:
        if against[one.report_id]:
            sides.setdefault(words(one.report), []).append(one)
    columns = FIELDS_OF[kind.value]
    found = []
    for text, tellers in sides.items():
        row = row_of(tellers[0].report, tellers[0].article)
        values = {name: row[name] for name in columns}
        found.append(Version(text, values, tuple(tellers), _is_chosen(kind, values, event)))
    return tuple(sorted(found, key=lambda one: (-one.origins, one.words)))


def _is_chosen(kind: DisagreementKind, values: Mapping[str, Any], event: Mapping[str, Any]) -> bool:
    """Whether the event says what a version says; numbers, where both count the same."""
    if kind == DisagreementKind.NUMBERS:
        mine, theirs = (numbers_in(read_quantities(one["quantities"])) for one in (values, event))
        shared = mine.keys() & theirs.keys()
        return bool(shared) and all(mine[key] == theirs[key] for key in shared)
    if kind == DisagreementKind.WHO:
        return set(read_actors(values["actors"])) == set(read_actors(event["actors"]))
    return all(str(values[name] or "") == str(event.get(name) or "") for name in FIELDS_OF[kind.value][:2])


def _dates_differ(one: Report, other: Report) -> bool:
    """Two dates told, not two days of publication, that no day can satisfy."""
    if Basis.PUBLISHED in (one.date_basis, other.date_basis):
        return False
    late = max(filter(None, (one.date_start, other.date_start)), default=None)
    early = min(filter(None, (one.date_end, other.date_end)), default=None)
    return late is not None and early is not None and late > early


def _numbers_differ(one: Report, other: Report) -> bool:
    return contradict(one.quantities, other.quantities)


def _places_differ(one: Report, other: Report) -> bool:
    first, second = (telling_of_report(report, "") for report in (one, other))
    return any(ground.name in ("other_place", "other_country") for ground in place_grounds(first, second))


def _who_differs(one: Report, other: Report) -> bool:
    """Somebody acts in one and another in the other; more or fewer names are no contradiction."""
    return any(_apart(one, other, roles) for roles in ((Role.INITIATOR,), (Role.PARTICIPANT,), (Role.MEDIATOR,)))


def _apart(one: Report, other: Report, roles: tuple[Role, ...]) -> bool:
    mine, theirs = ({actor.code for actor in side.actors if actor.role in roles} for side in (one, other))
    return bool(mine and theirs and mine - theirs and theirs - mine)


def _whether_differs(one: Report, other: Report) -> bool:
    statuses = {one.status, other.status}
    return Status.CALLED_OFF in statuses and len(statuses) > 1


def _date_words(report: Report) -> str:
    if not (report.date_start or report.date_end):
        return ""
    return date_in_words(report.date_start, report.date_end, report.date_precision)


def _number_words(report: Report) -> str:
    return numbers_in_words(report.quantities, report.conflict)


def _place_words(report: Report) -> str:
    return place_in_words(report.location, report.country)


def _who_words(report: Report) -> str:
    return actors_in_words(report.actors, report.conflict)


def _status_words(report: Report) -> str:
    return {Status.CALLED_OFF: "it was called off", Status.PLANNED: "it is planned"}.get(report.status, "it took place")


_KINDS: tuple[tuple[DisagreementKind, Callable[[Report, Report], bool], Callable[[Report], str]], ...] = (
    (DisagreementKind.DATES, _dates_differ, _date_words),
    (DisagreementKind.NUMBERS, _numbers_differ, _number_words),
    (DisagreementKind.PLACES, _places_differ, _place_words),
    (DisagreementKind.WHO, _who_differs, _who_words),
    (DisagreementKind.WHETHER, _whether_differs, _status_words),
)
