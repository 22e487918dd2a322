"""The timeline's figure: what is unsure looks unsure, nothing is hidden by anything, and no number is lost."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboards.charts import density, level_of_detail, timeline
from dashboards.charts.lanes import CHOICES, lanes_of
from dashboards.charts.packing import pack, shortened, text_width
from dashboards.charts.spans import DAY, Spans, Viewport, milliseconds
from tests.dashboards.frames import TODAY, event, many
from tests.dashboards.frames import timeline as frame_from
from tracker.timeline import empty_frame

YEAR = Viewport(milliseconds(date(2025, 1, 1)), milliseconds(date(2026, 1, 1)), 1200, 560)
MONTH = Viewport(milliseconds(date(2025, 6, 25)), milliseconds(date(2025, 8, 5)), 1200, 560)


def draw(frame: pd.DataFrame, viewport: Viewport = YEAR, **more) -> go.Figure:
    return timeline.figure(frame, viewport, today=TODAY, **more)


def trace(figure: go.Figure, name: str):
    return next((one for one in figure.data if one.name == name), None)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("choice", list(CHOICES))
@pytest.mark.parametrize(
    "frame",
    [
        empty_frame(),
        frame_from(event("one", "2025-07-23")),
        frame_from(event("undated", None, precision="open")),
        frame_from(event("<b>hostile</b> <script>", "2025-07-23", actors="", track="<i>x</i>")),
    ],
    ids=["empty", "single", "undated", "hostile"],
)
def test_any_frame_becomes_a_figure_that_plotly_accepts(frame: pd.DataFrame, choice: str, theme: str) -> None:
    for figure in (draw(frame, choice=choice, theme=theme), density.figure(frame, YEAR, theme=theme)):
        go.Figure(figure.to_dict())
        assert "<script>" not in figure.to_json()
    assert draw(frame, choice=choice).layout.meta["total"] == len(frame)


def test_a_day_is_a_solid_mark_on_its_day() -> None:
    marks = trace(draw(frame_from(event("one", "2025-07-23"))), "marks")
    assert list(marks.customdata) == ["one"]
    assert marks.x[0] == milliseconds(date(2025, 7, 23)) + DAY / 2
    assert marks.marker.symbol[0] == "circle"
    assert marks.marker.color[0] == "#0072B2"


def test_a_month_is_a_soft_bar_over_all_its_days_and_no_point_in_its_middle() -> None:
    figure = draw(frame_from(event("one", "2025-07-01", "2025-07-31", "month")))
    bars, marks = trace(figure, "bars"), trace(figure, "marks")
    first, last = milliseconds(date(2025, 7, 1)), milliseconds(date(2025, 8, 1))
    assert min(bars.base) == first
    assert max(base + length for base, length in zip(bars.base, bars.x, strict=True)) == last
    assert len(set(bars.base)) > 3, "its end is not soft"
    assert all(size < 8 for size in marks.marker.size)
    assert len(set(marks.x)) > 1, "one small mark would seem to be the day"


def test_an_open_end_fades_out_from_the_known_one() -> None:
    bars = trace(draw(frame_from(event("one", "2025-07-01", None, "open"))), "bars")
    start = milliseconds(date(2025, 7, 1))
    assert set(bars.base) == {start}
    assert len(set(bars.x)) > 3


def test_an_open_start_fades_out_before_the_known_end() -> None:
    bars = trace(draw(frame_from(event("one", None, "2025-07-01", "open"))), "bars")
    ends = {base + length for base, length in zip(bars.base, bars.x, strict=True)}
    assert {round(end) for end in ends} == {round(milliseconds(date(2025, 7, 2)))}


def test_planned_is_outlined_called_off_is_struck_and_a_claim_is_hatched() -> None:
    def look(**more):
        figure = draw(frame_from(event("one", "2025-07-23", **more)))
        return trace(figure, "marks").marker.color[0], trace(figure, "strokes")

    solid, none = look()
    planned, nothing = look(status="planned")
    called_off, strike = look(status="called_off")
    claimed, hatch = look(claimed_by="RUS")
    assert (solid, planned, called_off, claimed) == ("#0072B2", "#ffffff", "#ffffff", "#ffffff")
    assert none is None
    assert nothing is None
    assert len(strike.x) == 1
    assert len(hatch.x) == 3


def test_each_group_has_its_own_colour_and_shape() -> None:
    types = ("talks", "proposal", "agreement", "prisoner_exchange", "violation")
    frame = frame_from(*(event(name, "2025-07-23", event_type=name) for name in types))
    marks = trace(draw(frame), "marks")
    assert len(set(marks.marker.symbol)) == len(set(marks.marker.color)) == len(types)


def test_events_of_one_day_stand_above_each_other() -> None:
    frame = frame_from(*(event(f"e{number}", "2025-07-23") for number in range(9)))
    marks = trace(draw(frame), "marks")
    heights = sorted(marks.y)
    assert len(heights) == 9
    assert min(np.diff(heights)) >= level_of_detail.LOWEST_ROW


def test_a_round_carries_its_number() -> None:
    texts = trace(draw(frame_from(event("one", "2025-07-23", round=3)), MONTH), "labels")
    assert "3" in texts.text


def test_labels_of_a_row_do_not_run_into_the_next_mark() -> None:
    frame = frame_from(
        *(event(f"The event number {number} with a long title", f"2025-07-{number:02}") for number in range(1, 29))
    )
    figure = draw(frame, MONTH)
    labels, marks = trace(figure, "labels"), trace(figure, "marks")
    for x, y, text in zip(labels.x, labels.y, labels.text, strict=True):
        end = x + text_width(text) / MONTH.scale
        ahead = [mark for mark, height in zip(marks.x, marks.y, strict=True) if height == y and mark > x]
        assert all(end <= mark for mark in ahead)


def test_selecting_an_event_draws_thin_lines_to_what_it_answers() -> None:
    frame = frame_from(
        event("offer", "2025-03-01", event_type="proposal"),
        event("answer", "2025-06-01", event_type="rejection", links="answers:offer"),
    )
    assert trace(draw(frame), "lines") is None
    line = trace(draw(frame, selected="answer"), "lines")
    ends = {line.x[0], line.x[-2]}
    assert ends == {milliseconds(date(2025, 3, 1)) + DAY / 2, milliseconds(date(2025, 6, 1)) + DAY / 2}


def test_the_keyboards_walk_is_in_time_order_and_names_every_event() -> None:
    frame = frame_from(
        event("b", "2025-07-23"), event("a", "2025-02-01", event_type="violation"), event("c", "2025-09-01")
    )
    walk = draw(frame).layout.meta["walk"]
    assert [stop["id"] for stop in walk] == ["a", "b", "c"]
    assert "Sat 1 Feb 2025" in walk[0]["says"]


def test_today_is_a_line() -> None:
    shapes = draw(frame_from(event("one", "2025-07-23"))).layout.shapes
    assert any(shape.x0 == milliseconds(TODAY) + DAY / 2 for shape in shapes)


def test_lane_heights_do_not_change_with_where_one_looks() -> None:
    frame, whole = many(300), (milliseconds(date(2006, 1, 1)), milliseconds(date(2026, 1, 1)))
    heights = {draw(frame, view, whole=whole).layout.height for view in (YEAR, MONTH)}
    assert len(heights) == 1


def test_an_event_of_several_actors_stands_in_each_lane() -> None:
    lanes = lanes_of(frame_from(event("one", "2025-07-23"), event("two", "2025-07-24", actors="")), "actor")
    assert lanes.labels == ("Russia", "Ukraine", "No actor named")
    assert lanes.names_of(2) == ["Russia, Ukraine", "No actor named"]


@pytest.mark.parametrize("choice", ["group", "actor"])
@pytest.mark.parametrize(
    "view", [YEAR, Viewport(milliseconds(date(2005, 1, 1)), milliseconds(date(2027, 1, 1)), 1200, 560)]
)
def test_bins_of_a_hundred_thousand_events_lose_none(choice: str, view: Viewport) -> None:
    frame = many(100_000)
    prepared = timeline.prepare(frame, choice)
    window = view.widened()
    edges = level_of_detail.bin_edges(view, *window)
    bins = level_of_detail.bins(prepared.spans, prepared.claimed, prepared.lanes, edges)
    seen = np.zeros(len(frame), dtype=bool)
    seen[prepared.spans.overlapping(edges[0], edges[-1])] = True
    for lane, one in enumerate(bins):
        members = prepared.lanes.rows[prepared.lanes.lanes == lane]
        assert one.total() == int(seen[members].sum())


def test_a_hundred_thousand_events_are_drawn_as_counted_columns_few_enough_to_send() -> None:
    whole = (milliseconds(date(2005, 6, 1)), milliseconds(date(2026, 6, 1)))
    figure = draw(many(100_000), Viewport(*whole, 1200, 560), whole=whole)
    assert trace(figure, "marks") is None
    assert len(figure.to_json()) < 1_000_000
    assert sum(len(one.x) for one in figure.data) < 10_000


@pytest.mark.parametrize("days", [3, 40, 400, 4_000, 40_000])
def test_bins_are_wide_enough_to_click(days: int) -> None:
    start = milliseconds(date(1950, 3, 7))
    view = Viewport(start, start + days * DAY, 1200, 560)
    edges = level_of_detail.bin_edges(view, view.start, view.end)
    assert edges[0] <= view.start
    assert edges[-1] >= view.end
    assert np.diff(edges).min() * view.scale >= level_of_detail.NARROWEST_BIN


def test_packing_never_lets_two_touch() -> None:
    starts = [0.0, 1.0, 2.0, 50.0, 51.0]
    ends = [10.0, 11.0, 60.0, 55.0, 61.0]
    assert pack(starts, ends) == [0, 1, 2, 0, 1]


def test_a_label_is_cut_at_a_word_or_left_out() -> None:
    assert shortened("Short", 200) == "Short"
    assert shortened("Zelensky turns down Belarus as a place", 150).endswith("…")
    assert shortened("Zelensky turns down Belarus as a place", 20) == ""


def test_spans_know_open_ends() -> None:
    spans = Spans.of(frame_from(event("a", "2025-01-01", None, "open"), event("b", None, "2024-01-01", "open")))
    assert len(spans.overlapping(milliseconds(date(2030, 1, 1)), milliseconds(date(2031, 1, 1)))) == 1
    assert len(spans.overlapping(milliseconds(date(2000, 1, 1)), milliseconds(date(2001, 1, 1)))) == 1
