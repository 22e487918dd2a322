"""The timeline's figure: what is unsure looks unsure, nothing is hidden by anything, and no number is lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import orjson
import pandas as pd
import pytest

from dashboards.charts import bin_bars, density, level_of_detail, timeline
from dashboards.charts.lane_layout import FOLDED, FOOT, HEAD
from dashboards.charts.lanes import CHOICES
from dashboards.charts.packing import pack, shortened, text_width
from dashboards.charts.spans import DAY, Viewport, number_of
from tests.dashboards.frames import TODAY, event, many
from tests.dashboards.frames import timeline as frame_from
from tracker.timeline import empty_frame

YEAR = Viewport(number_of(date(2025, 1, 1)), number_of(date(2026, 1, 1)), 1200, 560)
MONTH = Viewport(number_of(date(2025, 6, 25)), number_of(date(2025, 8, 5)), 1200, 560)


def draw(frame: pd.DataFrame, viewport: Viewport = YEAR, choice: str = "group", **more: Any) -> dict[str, Any]:
    return timeline.draw(timeline.of_frame(frame, choice), viewport, today=TODAY, **more)


def column(drawn: dict[str, Any], kind: str, name: str) -> list[Any]:
    """A column of the strokes of a kind, as the browser reads it; places in time are days since 1970 again."""
    cells = drawn[kind].get(name, [])
    if isinstance(cells, dict):
        return [cells["of"][place] for place in cells["at"]]
    if name == "thing":
        return [drawn["things"]["id"][place] for place in cells]
    return [cell if name != "x" or cell is None else cell + drawn["origin"] for cell in cells]


def said(drawn: dict[str, Any], thing: int) -> list[str]:
    """The lines that are said of a thing."""
    words, lines = drawn["things"]["words"], drawn["things"]["says"][thing]
    return [words[line] if isinstance(line, int) else ", ".join(words[part] for part in line) for line in lines]


def walk(drawn: dict[str, Any]) -> list[str]:
    return [drawn["things"]["id"][place] for place in drawn["walk"]["thing"]]


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
def test_any_frame_becomes_a_drawing_that_can_be_sent(frame: pd.DataFrame, choice: str, theme: Any) -> None:
    prepared = timeline.of_frame(frame, choice)
    drawn = timeline.draw(prepared, YEAR, theme=theme, today=TODAY)
    orjson.dumps(drawn)
    orjson.dumps(density.strip(prepared.counting, prepared.lanes, YEAR, theme=theme))
    assert drawn["total"] == len(frame)


def test_a_day_is_a_solid_mark_on_its_day() -> None:
    drawn = draw(frame_from(event("one", "2025-07-23")))
    assert column(drawn, "points", "thing") == ["one"]
    assert column(drawn, "points", "x") == [number_of(date(2025, 7, 23)) + DAY / 2]
    assert column(drawn, "points", "symbol") == ["circle"]
    assert column(drawn, "points", "fill") == ["#0072B2"]


def test_a_month_is_a_soft_bar_over_all_its_days_and_no_point_in_its_middle() -> None:
    drawn = draw(frame_from(event("one", "2025-07-01", "2025-07-31", "month")))
    starts, lengths = column(drawn, "bars", "x"), drawn["bars"]["length"]
    assert min(starts) == number_of(date(2025, 7, 1))
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    assert max(ends) == pytest.approx(number_of(date(2025, 8, 1)))
    assert len(set(starts)) > 3, "its end is not soft"
    assert all(size < 8 for size in column(drawn, "points", "size"))
    assert len(set(column(drawn, "points", "x"))) > 1, "one small mark would seem to be the day"


def test_an_open_end_fades_out_from_the_known_one() -> None:
    drawn = draw(frame_from(event("one", "2025-07-01", None, "open")))
    assert set(column(drawn, "bars", "x")) == {number_of(date(2025, 7, 1))}
    assert len(set(drawn["bars"]["length"])) > 3


def test_an_open_start_fades_out_before_the_known_end() -> None:
    drawn = draw(frame_from(event("one", None, "2025-07-01", "open")))
    pairs = zip(column(drawn, "bars", "x"), drawn["bars"]["length"], strict=True)
    assert {round(base + length) for base, length in pairs} == {number_of(date(2025, 7, 2))}


def test_planned_is_outlined_called_off_is_struck_and_a_claim_is_hatched() -> None:
    def look(**more: str) -> tuple[str, int]:
        drawn = draw(frame_from(event("one", "2025-07-23", **more)))
        return column(drawn, "points", "fill")[0], drawn["strokes"]["count"]

    assert look() == ("#0072B2", 0)
    assert look(status="planned") == ("#ffffff", 0)
    assert look(status="called_off") == ("#ffffff", 1)
    assert look(claimed_by="RUS") == ("#ffffff", 3)


def test_each_group_has_its_own_colour_and_shape_and_answers_point_back() -> None:
    types = ("talks", "proposal", "agreement", "prisoner_exchange", "violation")
    drawn = draw(frame_from(*(event(name, "2025-07-23", event_type=name) for name in types)))
    assert len(set(column(drawn, "points", "symbol"))) == len(set(column(drawn, "points", "fill"))) == len(types)
    answer = draw(frame_from(event("one", "2025-07-23", event_type="rejection")))
    assert column(answer, "points", "symbol") == ["triangle-left"]


def test_events_of_one_day_stand_above_each_other() -> None:
    drawn = draw(frame_from(*(event(f"e{number}", "2025-07-23") for number in range(9))))
    heights = sorted(column(drawn, "points", "y"))
    assert len(heights) == 9
    assert min(np.diff(heights)) >= level_of_detail.LOWEST_ROW


def test_a_day_is_seen_beside_a_long_bar_of_the_same_time() -> None:
    drawn = draw(frame_from(event("long", "2025-03-01", "2025-10-31", "range"), event("day", "2025-07-23")))
    day = column(drawn, "points", "thing").index("day")
    assert column(drawn, "points", "y")[day] not in column(drawn, "bars", "y")


def test_a_round_carries_its_number() -> None:
    assert "3" in column(draw(frame_from(event("one", "2025-07-23", round=3)), MONTH), "texts", "text")


def test_labels_of_a_row_do_not_run_into_the_next_mark() -> None:
    frame = frame_from(
        *(event(f"The event number {number} with a long title", f"2025-07-{number:02}") for number in range(1, 29))
    )
    drawn = draw(frame, MONTH)
    marks = list(zip(column(drawn, "points", "x"), column(drawn, "points", "y"), strict=True))
    labels = zip(*(column(drawn, "texts", name) for name in ("x", "y", "text")), strict=True)
    for x, y, text in labels:
        end = x + text_width(text) / MONTH.scale
        assert all(end <= mark for mark, height in marks if height == y and mark > x)
    assert drawn["texts"]["count"] > 5


def test_selecting_an_event_draws_thin_lines_to_what_it_answers() -> None:
    frame = frame_from(
        event("offer", "2025-03-01", event_type="proposal"),
        event("answer", "2025-06-01", event_type="rejection", links="answers:offer"),
    )
    assert draw(frame)["lines"] == []
    (line,) = draw(frame, chosen=timeline.Chosen("answer", ("offer",)))["lines"]
    ends = [round(line["x"][place] + draw(frame)["origin"], 1) for place in (0, -2)]
    assert ends == [number_of(date(2025, 6, 1)) + 0.5, number_of(date(2025, 3, 1)) + 0.5]


def test_a_selected_event_and_its_links_are_seen_in_a_binned_lane_too() -> None:
    frame = many(20_000)
    whole = Viewport(number_of(date(2005, 6, 1)), number_of(date(2026, 6, 1)), 1200, 560)
    one, other = frame["event_id"].iloc[700], frame["event_id"].iloc[9_000]
    drawn = draw(frame, whole, chosen=timeline.Chosen(one, (other, "elsewhere")))
    assert {one, other} <= set(column(drawn, "points", "thing"))
    assert "circle-open" in column(drawn, "points", "symbol")
    assert len(drawn["lines"]) == 1
    assert draw(frame, whole)["points"]["count"] == 0


def test_the_keyboards_walk_is_in_time_order_and_names_every_event() -> None:
    frame = frame_from(
        event("b", "2025-07-23"), event("a", "2025-02-01", event_type="violation"), event("c", "2025-09-01")
    )
    drawn = draw(frame)
    assert walk(drawn) == ["a", "b", "c"]
    assert "Sat 1 Feb 2025" in said(drawn, drawn["walk"]["thing"][0])


def test_a_bins_lane_and_days_are_said_in_one_line() -> None:
    frame = frame_from(*(event(f"e{number}", "2025-02-01") for number in range(200)))
    drawn = draw(frame)
    lines = [said(drawn, thing) for thing in range(len(drawn["things"]["id"]))]
    assert lines == [["Talking, Mon 27 Jan to Sun 2 Feb 2025", "200 events"]]


def test_the_walk_knows_where_it_goes_on_beyond_what_is_drawn() -> None:
    frame = frame_from(event("a", "2015-02-01"), event("b", "2025-07-23"), event("c", "2035-09-01"))
    drawn = draw(frame, MONTH)
    assert walk(drawn) == ["b"]
    assert (drawn["before"], drawn["after"]) == (number_of(date(2015, 2, 1)), number_of(date(2035, 9, 1)))


def test_today_is_a_line() -> None:
    assert draw(frame_from(event("one", "2025-07-23")))["today"] == number_of(TODAY) + DAY / 2


def test_a_folded_lane_shows_a_strip_of_bins_and_leaves_its_room_to_the_others() -> None:
    frame = frame_from(event("a", "2025-07-23"), event("b", "2025-07-24", event_type="agreement"))
    plain, drawn = draw(frame), draw(frame, folded=("talking",))
    talking, deals = drawn["lanes"]
    assert talking["folded"]
    assert talking["height"] == HEAD + FOOT + FOLDED
    assert deals["height"] > plain["lanes"][1]["height"]
    assert [name.split(":")[0] for name in walk(drawn)] == ["bin", "b"]


def test_lane_heights_do_not_change_with_where_one_looks() -> None:
    frame, whole = many(300), (number_of(date(2006, 1, 1)), number_of(date(2026, 1, 1)))
    heights = {draw(frame, view, whole=whole)["height"] for view in (YEAR, MONTH)}
    assert len(heights) == 1


def test_an_event_of_several_actors_stands_in_each_lane() -> None:
    lanes = timeline.of_frame(
        frame_from(event("one", "2025-07-23"), event("two", "2025-07-24", actors="")), "actor"
    ).lanes
    assert lanes.labels == ("Russia", "Ukraine", "No actor named")
    assert lanes.names_of(np.arange(2)) == ["Russia, Ukraine", "No actor named"]


@pytest.mark.parametrize("choice", ["group", "actor"])
@pytest.mark.parametrize("view", [YEAR, Viewport(number_of(date(2005, 1, 1)), number_of(date(2027, 1, 1)), 1200, 560)])
def test_bins_of_a_hundred_thousand_events_lose_none(choice: str, view: Viewport) -> None:
    prepared = timeline.of_frame(many(100_000), choice)
    edges = level_of_detail.bin_edges(view, *view.widened())
    bins = level_of_detail.bins(prepared.counting, edges)
    seen = np.zeros(100_000, dtype=bool)
    seen[prepared.spans.overlapping(edges[0], edges[-1])] = True
    for lane, one in enumerate(bins):
        members = prepared.lanes.rows[prepared.lanes.lanes == lane]
        assert one.total() == int(seen[members].sum())


def test_events_are_counted_without_looking_at_each_as_by_looking() -> None:
    spans = timeline.of_frame(many(5_000)).spans
    for start in range(number_of(date(2005, 1, 1)), number_of(date(2027, 1, 1)), 97):
        for days in (1, 40, 900):
            looked = (spans.begin < start + days) & (spans.end > start)
            assert spans.count(start, start + days) == int(looked.sum())
            assert spans.overlapping(start, start + days).tolist() == np.flatnonzero(looked).tolist()


def test_a_hundred_thousand_events_are_drawn_as_counted_columns_few_enough_to_send() -> None:
    whole = (number_of(date(2005, 6, 1)), number_of(date(2026, 6, 1)))
    drawn = draw(many(100_000), Viewport(*whole, 1200, 560), whole=whole)
    assert drawn["points"]["count"] == 0
    assert len(orjson.dumps(drawn)) < 200_000


def test_shares_are_neither_none_nor_all_unless_they_are() -> None:
    assert [bin_bars.share(*pair) for pair in ((0, 9), (1, 900), (1, 4), (899, 900), (9, 9))] == [
        *("0%", "1%", "25%", "99%", "100%")
    ]


@pytest.mark.parametrize("days", [3, 40, 400, 4_000, 40_000])
def test_bins_are_wide_enough_to_click(days: int) -> None:
    start = number_of(date(1950, 3, 7))
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
    assert shortened("Zelensky turns down Belarus as a place", 80) == ""  # one word says too little


def test_spans_know_open_ends() -> None:
    frame = frame_from(event("a", "2025-01-01", None, "open"), event("b", None, "2024-01-01", "open"))
    spans = timeline.of_frame(frame).spans
    assert len(spans.overlapping(number_of(date(2030, 1, 1)), number_of(date(2031, 1, 1)))) == 1
    assert len(spans.overlapping(number_of(date(2000, 1, 1)), number_of(date(2001, 1, 1)))) == 1
    assert spans.extent() == (number_of(date(2024, 1, 1)), number_of(date(2025, 1, 2)))
