"""A crowded lane as counted bins: columns whose height is the number of events, opened by a click."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import ceil

from dashboards import language, words
from dashboards.charts import ink
from dashboards.charts.lane_layout import STRIP, Lane
from dashboards.charts.level_of_detail import Bins
from dashboards.charts.sheet import Lines, Sheet
from dashboards.charts.spans import Floats, Viewport, day_at
from dashboards.language import _, ngettext, number, percent

TEXT_ROOM = 14.0
"""Pixels kept free above the highest column for its number."""

NUMBER_WIDTH = 7.5
MOST = 0.8


@dataclass(frozen=True, slots=True)
class Column:
    """One bin to draw, in days; ``id`` tells the page which stretch to open."""

    x: float
    length: float
    certain: int
    uncertain: int
    covering: int
    id: str
    says: Lines
    events: int
    """How many it counts, certain and uncertain."""


def whens(edges: Floats) -> list[str]:
    """Each bin's days in words."""
    days = [day_at(edge) for edge in edges.tolist()]
    before, code = [day_at(edge - 1) for edge in edges.tolist()], language.current()
    return [_days_in_words(code, start, end) for start, end in zip(days[:-1], before[1:], strict=True)]


@lru_cache(maxsize=50_000)
def _days_in_words(_code: str, start: date, end: date) -> str:
    return words.date_in_words(start, end, "range")


def columns(bins: Bins, when: list[str], lane: str, place: int) -> list[Column]:
    """The bins of the lane ``lane`` at ``place`` that hold or are covered by something."""
    edges, code, found = bins.edges.tolist(), language.current(), []
    rows = zip(bins.certain.tolist(), bins.uncertain.tolist(), bins.covering.tolist(), strict=True)
    for at, (sure, unsure, covering) in enumerate(rows):
        if not (sure or unsure or covering):
            continue
        count, start, end = sure + unsure, edges[at], edges[at + 1]
        said: Lines = ((lane, when[at]), *counts_in_words(code, sure, unsure, covering))
        name = f"bin:{start:.0f}:{end:.0f}:{place}"
        found.append(Column(start, end - start, sure, unsure, covering, name, said, count))
    return found


@lru_cache(maxsize=100_000)
def counts_in_words(_code: str, sure: int, unsure: int, covering: int) -> tuple[str, ...]:
    """What a bin counts, with the share of what is not sure, in the reader's language ``_code``."""
    count = sure + unsure
    said = [ngettext("{count} event", "{count} events", count)]
    if unsure:
        part, many = share(unsure, count), number(unsure)
        said.append(_("{part} of them not sure ({many}): day not known, or one side’s word", part=part, many=many))
    if covering:
        said.append(
            ngettext(
                "{count} more lies somewhere in a longer time around it",
                "{count} more lie somewhere in a longer time around it",
                covering,
            )
        )
    return tuple(said)


def share(part: int, whole: int) -> str:
    """A part in per cent; never none or all unless it is."""
    return percent(part / whole if part in (0, whole) else min(0.99, max(0.01, part / whole)))


def draw(sheet: Sheet, placed: list[tuple[Lane, str, list[Column]]], viewport: Viewport) -> None:
    """The columns of all binned lanes (lane, group, columns), their heights on one scale so that lanes compare."""
    unit = min((_unit(lane, found) for lane, _group, found in placed if not lane.folded), default=1.0)
    page = ink.INK[sheet.theme]["page"]
    for lane, group, found in placed:
        for one in found:
            sheet.thing(one.id, one.says)
        fill = ink.fill(group, sheet.theme) if group else ink.INK[sheet.theme]["quiet"]
        if lane.folded:
            _shade(sheet, lane, found, fill)
            continue
        pale = ink.mixed(fill, page, 0.55)
        base = lane.base - STRIP - 1
        sure = [one for one in found if one.certain]
        _stand(sheet, sure, [base] * len(sure), [max(one.certain * unit, 1.5) for one in sure], fill, hatch=0)
        vague = [one for one in found if one.uncertain]
        feet = [base - one.certain * unit for one in vague]
        _stand(sheet, vague, feet, [max(one.uncertain * unit, 1.5) for one in vague], pale, hatch=1)
        under = [one for one in found if one.covering]
        _stand(sheet, under, [lane.base] * len(under), [STRIP] * len(under), pale, hatch=1)
        _numbers(sheet, found, base - 7, unit, viewport)


def _unit(lane: Lane, found: list[Column]) -> float:
    """Pixels for one event, so that the lane's highest column still has room for its number."""
    highest = max((one.events for one in found), default=0)
    return max(1.0, lane.room - TEXT_ROOM - STRIP) / max(1, highest)


def _stand(sheet: Sheet, found: list[Column], feet: list[float], tall: list[float], fill: str, *, hatch: int) -> None:
    """Parts of columns, each ``tall`` above its foot."""
    sheet.bins.extend(
        x=[one.x for one in found],
        length=[one.length for one in found],
        y=[foot - height for foot, height in zip(feet, tall, strict=True)],
        tall=tall,
        fill=[fill] * len(found),
        hatch=[hatch] * len(found),
        id=[one.id for one in found],
    )


def _shade(sheet: Sheet, lane: Lane, found: list[Column], fill: str) -> None:
    """A folded lane's bins: patches the darker, the more events they count."""
    page = ink.INK[sheet.theme]["page"]
    highest = max((one.events for one in found), default=0)
    for one in found:
        step = ceil(8 * one.events / highest) / 8 if one.events else 0.0
        colour = ink.mixed(page, fill, 0.08 + 0.92 * step)
        _stand(sheet, [one], [lane.base], [lane.room], colour, hatch=0)


def _numbers(sheet: Sheet, found: list[Column], y: float, unit: float, viewport: Viewport) -> None:
    """The counts above the columns, unless most are wider than their column: a few alone would mislead."""
    counts = [number(one.events) if one.events else "" for one in found]
    fitting = [
        bool(count) and one.length * viewport.scale >= NUMBER_WIDTH * len(count) + 2
        for one, count in zip(found, counts, strict=True)
    ]
    if sum(fitting) < MOST * sum(map(bool, counts)):
        return
    colour = ink.INK[sheet.theme]["quiet"]
    for one, count, fits in zip(found, counts, fitting, strict=True):
        if fits:
            sheet.text(one.x + one.length / 2, y - one.events * unit, count, colour, "middle center")
