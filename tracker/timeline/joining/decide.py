"""Decides which reports tell of one event: ``decide(reports, events)``. The order in which they came plays no part.

Reports with a day of their own are grouped first, the likest pair before all others, by the mean of all pairs between
two groups. Each group is then held against the events that stand already, and against there being none. What is told
with a wide date ("in July") is led to the one group or event that it can mean, if only one can be. Reports told in the
plural open nothing: they point at what they speak of. Reports of an answer not given say which proposal still waits.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from tracker.resources.joining_rules import joining_rules
from tracker.timeline.joining.candidates import Candidates, glance_of
from tracker.timeline.joining.compare import Comparison, compare, in_words, probability_of, shares
from tracker.timeline.joining.groups import fit_of, grouped
from tracker.timeline.joining.plural import Plural, fits
from tracker.timeline.joining.silence import Silence, silence_of
from tracker.timeline.joining.telling import Telling

Refused = Collection[tuple[str, str]]
"""(report, event) pairs of which a person said that they are not one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How probable it is that a group belongs to ``target``: an event's id, or the first report of another group."""

    target: str
    probability: float
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]

    @property
    def words(self) -> str:
        """The reasons in a sentence or two."""
        return in_words(self.reasons_for, self.reasons_against)


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one event. ``joined`` is the event of the timeline that they belong to, ``None`` for a new one.

    ``asked`` are events, or groups, to which they may belong: a person is asked.
    """

    members: tuple[str, ...]
    joined: Verdict | None = None
    asked: tuple[Verdict, ...] = ()

    @property
    def key(self) -> str:
        """Its first report, which names it."""
        return self.members[0]


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided: every report is in one group or is a plural; ``silences`` are reports of groups besides."""

    groups: tuple[Group, ...]
    plurals: tuple[Plural, ...]
    silences: tuple[Silence, ...]


def decide(reports: Iterable[Telling], events: Iterable[Telling], refused: Refused = ()) -> Decided:
    """Group ``reports`` and hold them against ``events``; the same sets give the same groups in whatever order."""
    return _Table(sorted(reports, key=_key), sorted(events, key=_key), refused).decided()


def _key(telling: Telling) -> str:
    return telling.key


class _Table:
    """One sitting: everything that is compared, each pair once."""

    def __init__(self, reports: list[Telling], events: list[Telling], refused: Refused) -> None:
        self.reports = {one.key: one for one in reports}
        self.events = {one.key: one for one in events}
        self.refused = frozenset(refused)
        self.near_events = Candidates(glance_of(one) for one in events if one.fixed)
        self._compared: dict[tuple[str, str], Comparison] = {}
        self.groups: list[list[str]] = []
        self.joined: dict[str, Verdict] = {}
        self.asked: dict[str, list[Verdict]] = defaultdict(list)
        self.taken: set[tuple[str, str]] = set()
        """(event, article) where a report of the article has joined the event: no other of that article may."""

    def decided(self) -> Decided:
        plain = [one for one in self.reports.values() if not one.told]
        self._group([one for one in plain if one.precise])
        self._place([one for one in plain if not one.precise])
        self._ask_between_groups()
        self._ask_no_more_than_may_be()
        silences = tuple(self._silences())
        plurals = tuple(self._plural(one) for one in self.reports.values() if one.told)
        groups = (
            Group(tuple(members), self.joined.get(members[0]), tuple(self.asked.get(members[0], ())))
            for members in self.groups
        )
        return Decided(tuple(sorted(groups, key=lambda group: group.key)), plurals, silences)

    def compared(self, one: str, other: str) -> Comparison:
        """The comparison of a report with a report or event, made once."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._compared:
            self._compared[pair] = compare(self._telling(one), self._telling(other))
        return self._compared[pair]

    def _telling(self, key: str) -> Telling:
        return self.reports[key] if key in self.reports else self.events[key]

    def _group(self, reports: list[Telling]) -> None:
        """New groups of ``reports``, each joined to the event that it fits best, if it fits well."""
        new = grouped([one.key for one in reports], self._edges(reports), lambda a, b: self.compared(a, b).score)
        self.groups += new
        self._join(new)

    def _edges(self, reports: list[Telling]) -> Iterator[tuple[str, str]]:
        """Pairs that may be one, from the index."""
        index = Candidates(map(glance_of, reports))
        for one in reports:
            for other in index.near(glance_of(one)):
                if self.compared(one.key, other).probability >= joining_rules().ask:
                    yield one.key, other

    def _join(self, groups: list[list[str]]) -> None:
        """Each group to the event it fits, the surest first; an event takes one report of an article at most."""
        waiting = {members[0]: members for members in groups}
        while waiting:
            best: tuple[float, str, list[Verdict]] | None = None
            for key, members in waiting.items():
                verdicts = self._verdicts(members)
                surest = verdicts[0].probability if verdicts else 0.0
                if best is None or (-surest, key) < (-best[0], best[1]):
                    best = (surest, key, verdicts)
            if best is None or best[0] < joining_rules().ask:
                break
            probability, key, verdicts = best
            members = waiting.pop(key)
            if probability >= joining_rules().join:
                self.joined[key] = verdicts[0]
                self._take(verdicts[0].target, members)
            else:
                self.asked[key] += [one for one in verdicts if one.probability >= joining_rules().ask]

    def _verdicts(self, members: list[str]) -> list[Verdict]:
        """The events that a group may belong to, the most probable first."""
        near = {key for name in members for key in self.near_events.near(glance_of(self.reports[name]))}
        open_to = [
            key
            for key in sorted(near)
            if self._free(key, members) and not any((name, key) in self.refused for name in members)
        ]
        return self._weighed([(key, [(name, key) for name in members]) for key in open_to])

    def _take(self, target: str, members: Iterable[str]) -> None:
        self.taken |= {(target, article) for article in self._articles(members)}

    def _free(self, target: str, members: Iterable[str]) -> bool:
        """Whether no other report of their articles has joined the event."""
        return not any((target, article) in self.taken for article in self._articles(members))

    def _weighed(self, targets: list[tuple[str, list[tuple[str, str]]]]) -> list[Verdict]:
        """Targets, each with the pairs to compare, as verdicts that exclude each other."""
        scores = [fit_of([self.compared(*pair).score for pair in pairs]) for _target, pairs in targets]
        found = []
        for (target, pairs), score, probability in zip(targets, scores, shares(scores), strict=True):
            if score == -math.inf:
                continue
            best = max((self.compared(*pair) for pair in pairs), key=lambda one: one.score)
            against = best.reasons_against
            if probability_of(score) - probability > 0.1:
                against = ("another event fits as well", *against)
            found.append(Verdict(target, round(probability, 4), best.reasons_for, against))
        return sorted(found, key=lambda one: (-one.probability, one.target))

    def _articles(self, members: Iterable[str]) -> frozenset[str]:
        return frozenset(article for name in members for article in self.reports[name].articles)

    def _place(self, reports: list[Telling]) -> None:
        """Reports with a wide date: to the group or event that each can mean; the rest are grouped among themselves."""
        groups = {members[0]: members for members in self.groups}
        index = Candidates(glance_of(self.reports[name]) for members in self.groups for name in members)
        group_of = {name: members[0] for members in self.groups for name in members}
        placed: dict[str, list[str]] = defaultdict(list)
        left: list[Telling] = []
        meant = {one.key: self._meant(one, groups, group_of, index) for one in reports}
        for key in sorted(meant, key=lambda key: (-meant[key][0].probability if meant[key] else 0.0, key)):
            report, verdicts = self.reports[key], [one for one in meant[key] if self._free(one.target, [key])]
            if not verdicts or verdicts[0].probability < joining_rules().join:
                left.append(report)
                self.asked[report.key] += [one for one in verdicts if one.probability >= joining_rules().ask]
            elif verdicts[0].target in groups:
                placed[verdicts[0].target].append(report.key)
            else:
                self.joined[report.key] = verdicts[0]
                self._take(verdicts[0].target, [report.key])
                self.groups.append([report.key])
        for key, names in sorted(placed.items()):
            groups[key].extend(self._one_an_article(groups[key], names, left))
        asked = {key: self.asked.pop(key) for key in [one.key for one in left] if key in self.asked}
        new = grouped([one.key for one in left], self._edges(left), lambda a, b: self.compared(a, b).score)
        self.groups += new
        for members in new:
            self.asked[members[0]] += [one for name in members for one in asked.get(name, ())][:2]

    def _meant(
        self, report: Telling, groups: dict[str, list[str]], group_of: dict[str, str], index: Candidates
    ) -> list[Verdict]:
        """The groups and events that a report with a wide date may mean; a group that joined an event stands for it."""
        glance = glance_of(report)
        targets: dict[str, list[tuple[str, str]]] = {}
        for name in index.near(glance):
            members = groups[group_of[name]]
            joined = self.joined.get(members[0])
            if joined is None:
                targets[members[0]] = [(report.key, other) for other in members]
        for key in self.near_events.near(glance):
            if (report.key, key) not in self.refused:
                targets[key] = [(report.key, key)]
        targets = {target: pairs for target, pairs in targets.items() if self._free(target, [report.key])}
        return self._weighed(sorted(targets.items()))

    def _one_an_article(self, members: list[str], names: list[str], left: list[Telling]) -> list[str]:
        """Of the reports that go to one group, one an article; the others are left."""
        taken, kept = set(self._articles(members)), []
        for name in sorted(names):
            if self.reports[name].articles & taken:
                left.append(self.reports[name])
                continue
            taken |= self.reports[name].articles
            kept.append(name)
        return kept

    def _ask_between_groups(self) -> None:
        """Groups that are likely, but not surely, one: the later-named asks to join the other."""
        groups = sorted(members for members in self.groups if members[0] not in self.joined)
        group_of = {name: members for members in groups for name in members}
        index = Candidates(glance_of(self.reports[name]) for members in groups for name in members)
        for members in groups:
            near = {group_of[key][0] for name in members for key in index.near(glance_of(self.reports[name]))}
            others = [group_of[key] for key in sorted(near) if key < members[0]]
            pairs = [(other[0], [(a, b) for a in members for b in other]) for other in others]
            known = {one.target for one in self.asked.get(members[0], ())}
            for verdict in self._weighed(pairs)[:1]:
                if verdict.probability >= joining_rules().ask and verdict.target not in known:
                    self.asked[members[0]].append(verdict)

    def _ask_no_more_than_may_be(self) -> None:
        """Nobody is asked about an event that another report of the same article has joined."""
        members = {group[0]: group for group in self.groups}
        for key, verdicts in self.asked.items():
            self.asked[key] = [one for one in verdicts if self._free(one.target, members.get(key, ()))]

    def _silences(self) -> Iterator[Silence]:
        spoken = [one for one in self.reports.values() if not one.told and not one.silent]
        place = {name: (self.joined[m[0]].target if m[0] in self.joined else m[0]) for m in self.groups for name in m}
        for report in (one for one in self.reports.values() if one.silent):
            found = silence_of(report, spoken, self.events.values(), place)
            if found:
                yield found

    def _plural(self, report: Telling) -> Plural:
        """The events and groups that a plural report speaks of."""
        loose = [self.reports[members[0]] for members in self.groups if members[0] not in self.joined]
        fixed = [event for event in self.events.values() if (report.key, event.key) not in self.refused]
        return fits(report, [*fixed, *loose])
