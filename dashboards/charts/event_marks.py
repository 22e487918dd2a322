"""Events of an outline as marks to draw, in time order."""

from __future__ import annotations

from dashboards import words
from dashboards.charts.hover import facts
from dashboards.charts.marks import Mark
from dashboards.charts.spans import EVER, Ints, Spans
from dashboards.theme import ANSWERS, group_of
from tracker.timeline.outline import NO_ROUND, Outline, day_of

NUMBERED = ("talks",)
"""Types whose rounds carry their number in the mark."""

_TOLD = ("event_type", "actors", "conflict", "status", "claimed_by", "review_state")


def marks_of(outline: Outline, rows: Ints, spans: Spans, members: Ints) -> list[tuple[Mark, tuple[str, ...]]]:
    """Each event of ``members`` (places in ``rows`` and ``spans``) as its mark, and what is said of it in lines."""
    mine = rows[members]
    told = [outline.coded(name).take(mine) for name in (*_TOLD, "date_precision")]
    cells = zip(*([one.values[code] for code in one.codes.tolist()] for one in told), strict=True)
    days = zip(outline.first[mine].tolist(), outline.last[mine].tolist(), strict=True)
    edges = zip(spans.begin[members].tolist(), spans.end[members].tolist(), spans.known[members].tolist(), strict=True)
    more = zip(outline.ids[mine].tolist(), outline.titles[mine].tolist(), outline.rounds[mine].tolist(), strict=True)
    found = []
    for (*fields, precision), (first, last), (begin, end, known), (name, title, number) in zip(
        cells, days, edges, more, strict=True
    ):
        event_type, _actors, _conflict, status, claimed_by, _review = fields
        heading = title or words.type_label(event_type)
        mark = Mark(
            id=name,
            group=group_of(event_type).name,
            status=status,
            first=None if begin == -EVER else float(begin),
            last=None if end == EVER else float(end),
            known=known,
            claimed=claimed_by != "",
            back=event_type in ANSWERS,
            title=heading,
            number=str(number) if event_type in NUMBERED and number != NO_ROUND else "",
        )
        found.append((mark, (heading, words.date_in_words(day_of(first), day_of(last), precision), *facts(*fields))))
    return found
