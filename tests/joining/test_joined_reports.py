"""Reports written for it are joined as a reader would join them, whichever comes first."""

import random

import pytest

from tests.joining.bcubed import bcubed
from tests.joining.reports import read_reports
from tracker.timeline.joining import decide, telling_of_report

LEAST = {"tuned": 0.95, "untouched": 0.90}


def tellings(*names):
    found = {}
    for name in names:
        for number, (event, _article, report) in enumerate(read_reports(name)):
            found[f"{report.article_id}#{number:03}"] = (event, report)
    given = {key: event for key, (event, _report) in found.items()}
    return given, [telling_of_report(report, key) for key, (_event, report) in found.items()]


def labels(decided):
    return {name: group.key for group in decided.groups for name in group.members}


@pytest.mark.parametrize("name", LEAST)
def test_reports_of_one_event_are_joined(name):
    given, told = tellings(name)
    precision, recall, f1 = bcubed(labels(decide(told, [])), given)
    print(f"{name}: {len(told)} reports, {len(set(given.values()))} events: {precision:.3f} {recall:.3f} F1 {f1:.3f}")
    assert f1 >= LEAST[name]


def test_at_least_sixty_reports_of_twenty_events():
    given, told = tellings(*LEAST)
    assert len(told) >= 60
    assert len(set(given.values())) >= 20
    assert bcubed(labels(decide(told, [])), given)[2] >= 0.90


def test_the_order_of_arrival_changes_nothing():
    _given, told = tellings(*LEAST)
    first = decide(told, [])
    for seed in range(10):
        random.Random(seed).shuffle(told)
        assert decide(told, []) == first


def test_bcubed_of_known_groups():
    given = dict(zip("abcd", "1122", strict=True))
    assert bcubed(given, given) == (1.0, 1.0, 1.0)
    assert bcubed(dict.fromkeys(given, "1"), given) == pytest.approx((0.5, 1.0, 2 / 3))
    assert bcubed({item: item for item in given}, given) == pytest.approx((1.0, 0.5, 2 / 3))
