"""The reports written for joining, as texts through the parser: what it reads of one event is joined."""

import pytest

from tests.joining.bcubed import bcubed
from tests.joining.reports import read_reports
from tracker import parse
from tracker.timeline.joining import decide, telling_of_report

READ, WHOLE = 45, 0.67
"""Floors: texts in which the parser finds an event; B-cubed F1 of all, each unread one by itself.

That of the read ones alone is printed and has no floor: it falls when the parser reads a harder text.
"""


@pytest.fixture(scope="module")
def told():
    """By report: the event that its author meant, and what the parser read in it (the first of its type)."""
    found = {}
    for name in ("tuned", "untouched"):
        for number, (event, article, report) in enumerate(read_reports(name)):
            read = parse(article, conflict=report.conflict)
            same = [one for one in read if one.event_type == report.event_type] or list(read)
            found[f"{article.id}#{number:03}"] = event, same[0] if same else None
    return found


def test_what_the_parser_reads_in_short_texts_is_joined(told):
    read = {key: (event, report) for key, (event, report) in told.items() if report}
    decided = decide([telling_of_report(report, key) for key, (_event, report) in read.items()], [])
    labels = {name: group.key for group in decided.groups for name in group.members}
    meant = {key: event for key, (event, _report) in read.items() if key in labels}
    precision, recall, f1 = bcubed(labels, meant)
    whole = {key: event for key, (event, report) in told.items() if key in labels or not report}
    alone = labels | {key: key for key in whole if key not in labels}
    print(f"{len(read)} of {len(told)} read: {precision:.3f} {recall:.3f} F1 {f1:.3f}; all {bcubed(alone, whole)}")
    assert len(read) >= READ
    assert precision >= 0.98
    assert bcubed(alone, whole)[2] >= WHOLE
