"""Finds how events follow from earlier ones: ``find_links(frame)``.

For each event the earlier ones that it may answer, carry out, break, call off or come of are fetched from an index;
what speaks for and against each is weighed (``data/link_kinds.toml``); all are held against there being none at all.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from tracker.models import LinkKind
from tracker.resources.link_kind import RESPONSES, KindRule, LinkPair, link_rules
from tracker.timeline.links.cues import cues
from tracker.timeline.links.features import grounds_of
from tracker.timeline.links.index import LinkIndex
from tracker.timeline.links.occurrence import Known, Occurrence
from tracker.timeline.links.pair import Ground, Pair
from tracker.timeline.links.proposal import PROPOSED, LinkProposal, worded
from tracker.timeline.links.rounds import follows
from tracker.timeline.links.series import Series
from tracker.timeline.links.standing import links_of

BEST = 6
"""How many candidates are looked at for grounds that are costly to find."""


@dataclass(frozen=True)
class Weighed:
    """A candidate with the rule that allows it, its grounds, and its log-odds against there being no link."""

    pair: Pair
    rule: LinkPair
    grounds: tuple[Ground, ...]
    score: float

    def with_more(self, more: Iterable[Ground]) -> Weighed:
        """The same with further grounds."""
        grounds = (*self.grounds, *more)
        return replace(self, grounds=grounds, score=score_of(self.rule, grounds))


@dataclass
class Finder:
    """Finds the links of single events of one timeline; the index is built once, asking costs milliseconds.

    ``refused`` are links that a person said are none: those two events are not linked, in whatever way.
    """

    index: LinkIndex
    known: Iterable[Known] = ()
    refused: Iterable[Known] = ()
    _apart: frozenset[tuple[str, str]] = field(init=False)
    _standing: dict[str, dict[LinkKind, set[str]]] = field(init=False)
    _series: Series = field(init=False)

    def __post_init__(self) -> None:
        self._apart = frozenset((link.source, link.target) for link in self.refused)
        self._standing = defaultdict(lambda: defaultdict(set))
        self._series = Series(self.index)
        for link in self.known:
            self._standing[link.source][link.kind].add(link.target)
            self._series.learn(link.source, link.kind, link.target, 1.0)

    def find(self, event_id: str) -> tuple[LinkProposal, ...]:
        """The links of one event that are not known yet, the most probable first."""
        row = self.index.row_of[event_id]
        return self.find_row(row)

    def find_row(self, row: int) -> tuple[LinkProposal, ...]:
        """As ``find``, by row of the timeline."""
        event = self.index.event(row)
        have = self._standing.get(event.event_id, {})
        answered = any(have.get(kind) for kind in RESPONSES)
        found = [] if answered else list(self._responses(event))
        found += [link for link in self._plans(event) if not have.get(link.kind)]
        if not have.get(LinkKind.FOLLOWS):
            found += [link for link in follows(event, self.index) if (link.source, link.target) not in self._apart]
        found.sort(key=lambda link: (-link.probability, link.kind, link.target))
        for link in found:
            self._series.learn(link.source, link.kind, link.target, link.probability)
        return tuple(found)

    def _responses(self, event: Occurrence) -> Iterator[LinkProposal]:
        yield from chosen(self.weigh(event, RESPONSES))

    def _plans(self, event: Occurrence) -> Iterator[LinkProposal]:
        yield from chosen(self.weigh(event, (LinkKind.CAME_OF,)))

    def weigh(self, event: Occurrence, kinds: Iterable[LinkKind]) -> list[Weighed]:
        """All candidates of ``event`` for links of ``kinds``, with their grounds and scores."""
        wanted = set(kinds)
        rules = [rule for rule in rules_from(event.event_type) if rule.kind in wanted and event.status in rule.status]
        if not rules:
            return []
        types = {kind for rule in rules for kind in (rule.target or (event.event_type,))}
        window = max(link_rules().kind[rule.kind].window for rule in rules)
        targets = [self.index.event(row) for row in self.index.candidates(event, types, window)]
        cited = cues().read(event)
        latest: dict[str, int] = {}
        for target in targets:
            latest[target.event_type] = max(latest.get(target.event_type, 0), target.earliest)
        weighed: dict[str, Weighed] = {}
        for rule in rules:
            for target in targets:
                apart = (event.event_id, target.event_id) in self._apart
                if apart or target.event_id in weighed or not _fits(rule, event, target):
                    continue
                kin, kin_id = self._series.kin(event, rule.kind, target.event_id)
                nearest = target.earliest == latest[target.event_type]
                pair = Pair(event, target, rule.kind, self.index, cues(), cited, nearest, kin, kin_id)
                grounds = tuple(grounds_of(pair))
                weighed[target.event_id] = Weighed(pair, rule, grounds, score_of(rule, grounds))
        for one in sorted(weighed.values(), key=lambda one: -one.score)[:BEST]:
            more = grounds_of(one.pair, costly=True)
            if more:
                weighed[one.pair.target.event_id] = one.with_more(more)
        return self._inherited(weighed)

    def _inherited(self, weighed: dict[str, Weighed]) -> list[Weighed]:
        """The candidates, with what was only renewed led back to the first: a renewal stands for the deal it renews."""
        left = dict(weighed)
        for name, one in weighed.items():
            root = self._series.root(name)
            if root == name or root not in self.index.row_of:
                continue
            target = self.index.event(self.index.row_of[root])
            source = one.pair.source
            if root == source.event_id or (source.event_id, root) in self._apart or not _fits(one.rule, source, target):
                continue
            del left[name]
            if root not in left or left[root].score < one.score:
                renewed = Ground("renewed", 1.0, f"it was renewed by {one.pair.target.named_so}")
                left[root] = Weighed(replace(one.pair, target=target), one.rule, (*one.grounds, renewed), one.score)
        return list(left.values())


def find_links(
    frame: pd.DataFrame, known: Iterable[Known] = (), *, refused: Iterable[Known] = (), least: float = PROPOSED
) -> tuple[LinkProposal, ...]:
    """The links of a timeline's events to earlier ones, as far as they are not known, in order of the events.

    ``known`` are links that stand besides those in the frame's own columns ``links`` and ``responds_to``: an event that
    has one is not given another of its family, and stages of one series learn from each other. ``refused`` are links
    that a person said are none. ``least`` leaves out what is less probable. Undated events are no targets. The same
    frame gives the same links in any order of its rows.
    """
    index = LinkIndex(frame)
    finder = Finder(index, (*links_of(frame), *known), refused)
    order = sorted(range(index.size), key=lambda row: (int(index.start[row]), index.event(row).event_id))
    found = [link for row in order for link in finder.find_row(row)]
    surest = {(link.source, link.target): link.probability for link in found}
    return tuple(link for link in found if link.probability >= least and _goes_before(link, surest))


def _goes_before(link: LinkProposal, surest: Mapping[tuple[str, str], float]) -> bool:
    """Whether no surer link goes the other way between the same two events."""
    back = surest.get((link.target, link.source), 0.0)
    return (link.probability, link.source) > (back, link.target)


def rules_from(event_type: str) -> tuple[LinkPair, ...]:
    """The rules for links from events of a type, in the file's order."""
    return tuple(rule for rule in link_rules().pair if event_type in rule.source)


def _fits(rule: LinkPair, event: Occurrence, target: Occurrence) -> bool:
    if target.event_type not in (rule.target or (event.event_type,)) or target.status not in rule.target_status:
        return False
    if event.conflict and target.conflict and event.conflict != target.conflict:
        return False
    if not (event.dated and target.dated):
        return not event.dated
    return rule.after <= event.earliest - target.latest <= link_rules().kind[rule.kind].window or (
        rule.after == 0 and event.earliest < target.latest
    )


def score_of(rule: LinkPair, grounds: Iterable[Ground]) -> float:
    """The log-odds of a link on these grounds against there being none."""
    own, shared = _kind(rule).weights, link_rules().weights
    return rule.base + sum(own.get(one.name, shared.get(one.name, 0.0)) * one.value for one in grounds)


def weight_of(rule: LinkPair, ground: Ground) -> float:
    """What one ground adds to the log-odds."""
    return _kind(rule).weights.get(ground.name, link_rules().weights.get(ground.name, 0.0)) * ground.value


def _kind(rule: LinkPair) -> KindRule:
    return link_rules().kind[rule.kind]


def probabilities(scores: Iterable[float]) -> list[float]:
    """Of candidates that exclude each other and the case of none (score 0): a conditional logit."""
    listed = list(scores)
    top = max([0.0, *listed])
    powers = [math.exp(score - top) for score in listed]
    whole = math.exp(-top) + sum(powers)
    return [power / whole for power in powers]


def chosen(weighed: list[Weighed]) -> Iterator[LinkProposal]:
    """The candidates as proposals, each with its probability and its reason in words."""
    for one, probability in zip(weighed, probabilities(one.score for one in weighed), strict=True):
        if probability < 0.02:
            continue
        ranked = sorted(one.grounds, key=lambda ground: -weight_of(one.rule, ground))
        reason = worded(
            one.pair, [ground.reason for ground in ranked if ground.reason and weight_of(one.rule, ground) > 0]
        )
        yield LinkProposal(
            one.pair.source.event_id, one.pair.kind, one.pair.target.event_id, round(probability, 4), reason
        )


def by_source(links: Iterable[LinkProposal]) -> Mapping[str, list[LinkProposal]]:
    """Links by the event that they start from."""
    grouped: dict[str, list[LinkProposal]] = defaultdict(list)
    for link in links:
        grouped[link.source].append(link)
    return grouped
