"""The contract that every chart of the page Insights meets by being there: any timeline is drawn, and numbers agree."""

from __future__ import annotations

import csv
import io
import json
from functools import cache

import pandas as pd
import pytest

from dashboards.charts.insights import charts, drawn, studied
from dashboards.charts.study import Given, Look, Study, read_point
from dashboards.components.insight_table import insight_table
from dashboards.data_insights import csv_of
from tests.dashboards.frames import TODAY, event, many, timeline
from tracker import imports
from tracker.resources import DATA
from tracker.timeline import empty_frame

HOSTILE = "=1+1 <b>x</b><script>alert(1)</script>\u202e%{y}\n\"';:,"
ODD = "prisoners:<i>:5;prisoners:when:3;bodies:=1:2"
LINES = "=SUM(A1) <script>alert(1)</script>"


def hostile() -> pd.DataFrame:
    return timeline(
        event(
            "h1",
            "2025-07-23",
            title=HOSTILE,
            location=LINES,
            lat=41.0,
            lon=29.0,
            track=LINES,
            round=1,
            actors="<script>:participant;=1+1:participant;@x:mediator",
            conflict="",
        ),
        event("h2", "2025-08-23", title=HOSTILE, track=LINES, round=2, lat=999.0, lon=29.0, conflict="none-such"),
        event(
            "h3",
            "2025-07-25",
            event_type="prisoner_exchange",
            quantities="prisoners:<i>:5;prisoners:when:3;bodies:=1:2",
        ),
        event("h4", "2025-07-20", event_type="agreement", title=HOSTILE, quantities="prisoners:<script>:9"),
        event("h5", "2025-07-20", event_type="proposal", actors="=A:initiator;<b>:target"),
        event("h6", "0001-01-01", "9999-12-31", "range"),
        event("h7", "2025-01-01", actors="not readable", quantities="nor:this"),
    )


FRAMES = {
    "empty": empty_frame,
    "one": lambda: timeline(
        event("one", "2025-07-23", location="Istanbul", country="TUR", lat=41.0, lon=29.0, round=1)
    ),
    "undated": lambda: timeline(
        *(event(f"u{kind}", None, precision="open", event_type=kind) for kind in ("talks", "proposal", "agreement")),
        event("ux", None, precision="open", event_type="prisoner_exchange", quantities="prisoners:each:5"),
        event("ur", None, precision="open", round=3),
    ),
    "hostile": hostile,
    "many": lambda: many(10_000),
    "bundled": lambda: imports.read(DATA / "timelines/russia-ukraine.csv", conflict="russia-ukraine"),
}
NAMES = sorted(charts())


@pytest.fixture(params=FRAMES)
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@cache
def given_of(kind: str) -> Given:
    return Given(FRAMES[kind](), TODAY)


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@cache
def study_of(name: str, kind: str) -> Study:
    return studied(name, given_of(kind).whole, given_of(kind))


def test_a_chart_has_a_title_and_says_what_would_fill_it(name: str) -> None:
    module = charts()[name]
    assert module.TITLE
    assert module.FILL.endswith(".")
    assert len({one.ORDER for one in charts().values()}) == len(NAMES)


@pytest.mark.parametrize("look", [Look("light", 1180), Look("dark", 328)], ids=["wide", "phone"])
def test_any_timeline_becomes_a_figure_that_plotly_accepts(name: str, kind: str, look: Look) -> None:
    figure = drawn(name, given_of(kind).whole, given_of(kind), look)
    text = figure.to_json()
    assert "<script" not in text
    assert figure.layout.width == look.width
    assert len(text) < 200_000, "a browser would wait for it"


def test_what_is_said_is_said_in_words(name: str, kind: str) -> None:
    study = study_of(name, kind)
    assert study.headline
    assert "{" not in study.headline.replace(HOSTILE, "")
    assert all(note for note in study.notes)
    assert [one.name for one in study.columns if one.name not in study.table] == []
    assert all(one.label for one in study.columns)


@pytest.mark.parametrize("width", [1180, 560, 328])
def test_every_number_that_is_drawn_is_the_tables(name: str, kind: str, width: int) -> None:
    study = study_of(name, kind)
    sketch = charts()[name].figure(study, Look("light", width)).plain()
    checked = 0
    for trace in sketch["data"]:
        if not trace.get("meta"):
            continue
        shown = trace[trace["meta"]]
        assert len(shown) == len(trace["customdata"])
        for told, value in zip(trace["customdata"], shown, strict=True):
            row, column = read_point(told)
            assert int(str(value).replace(",", "")) == int(study.table[column].iloc[row])
            checked += 1
    drawn_rows = study.table.iloc[: study.more.get("count", len(study.table))]
    assert checked or not drawn_rows[[one.name for one in study.numbers]].any(axis=None)


def cells_of(component: object) -> list[str]:
    """The texts of a table's cells in the order of reading."""
    found: list[str] = []
    if isinstance(component, str | int | float):
        return [str(component)]
    children = getattr(component, "children", None)
    for child in children if isinstance(children, list | tuple) else [children]:
        if child is not None:
            found += cells_of(child)
    return found


def test_the_table_and_the_file_hold_the_same_numbers(name: str, kind: str) -> None:
    study = study_of(name, kind)
    head, *rows = csv.reader(io.StringIO(csv_of(study).decode("utf-8")))
    assert [one.removeprefix("'") for one in head] == [column.label for column in study.columns]
    assert len(rows) == len(study.table)
    shown = iter(cells_of(insight_table(name, study, "caption"))[1 + sum(not c.file_only for c in study.columns) :])
    for place, row in enumerate(rows):
        for written, column in zip(row, study.columns, strict=True):
            told = study.table[column.name].iloc[place]
            cell = None if column.file_only else next(shown)
            if column.kind == "count" and not pd.isna(told):
                assert written == str(int(told))
                assert cell is None or cell.replace(",", "") == str(int(told))
            elif column.kind == "text" and isinstance(told, str):
                assert cell == told
                assert written.removeprefix("'") == told


def test_no_cell_of_a_file_is_a_formula(name: str) -> None:
    for row in csv.reader(io.StringIO(csv_of(study_of(name, "hostile")).decode("utf-8"))):
        for cell in row:
            assert not cell.startswith(("=", "+", "@")), cell


COUNT_EVENTS = ("months", "mediators", "pairs", "places", "sources")


@pytest.mark.parametrize("chart", COUNT_EVENTS)
def test_as_many_events_stand_behind_a_number_as_it_says(chart: str) -> None:
    study = study_of(chart, "bundled")
    others = {"pairs": len(study.table) - 1, "mediators": len(study.table) - 1}.get(chart)
    for column in study.numbers:
        for row, value in enumerate(study.table[column.name]):
            if row != others:
                assert len(set(study.events(row, column.name))) == int(value), (column.name, row)


def test_conditions_are_ones_that_an_address_can_hold(name: str) -> None:
    study = study_of(name, "bundled")
    for row in range(min(5, len(study.table))):
        for column in study.numbers:
            assert all(isinstance(value, str) for value in study.conditions(row, column.name).values())
            json.dumps(study.conditions(row, column.name))
