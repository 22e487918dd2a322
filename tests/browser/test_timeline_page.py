"""The timeline in a real browser: a link with filters, a mark and its evidence, keys, window, export, both themes."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NOW
from tracker.models import Actor, Article, Basis, Evidence, Precision, Report, ReviewState, Role, Status
from tracker.store import Store
from tracker.text import from_text

QUOTE = "Delegations from Ardania and Belmark met in Corvo on Tuesday."


def drawn(page: Page) -> None:
    """Waits for the first drawing."""
    page.wait_for_function("() => window.tracker && window.tracker.timeline && window.tracker.timeline.scene()")


def place_of(page: Page, event_id: str) -> tuple[float, float]:
    """Where an event's mark stands on the screen."""
    found = page.evaluate(
        """(id) => {
            const { scene, x } = window.tracker.timeline, { walk, things, top } = scene();
            const stop = walk.thing.findIndex((thing) => things.id[thing] === id);
            if (stop < 0) return null;
            const box = document.querySelector('#timeline-chart').getBoundingClientRect();
            return [box.left + x(walk.x[stop]), box.top + walk.y[stop] + top];
        }""",
        event_id,
    )
    assert found is not None, f"{event_id} is not drawn"
    return found[0], found[1]


@pytest.fixture
def reported(store: Store) -> str:
    """An event that stands on an article."""
    article: Article = from_text(
        f"CORVO - {QUOTE} Nothing else was said.",
        id="corvo",
        title="Talks in Corvo",
        publisher="The Corvo Courier",
        published=date(2025, 11, 12),
    )
    store.add_article(article, by="parser", at=NOW)
    start = article.text.index(QUOTE)
    report = Report(
        article_id="corvo",
        event_type="talks",
        status=Status.OCCURRED,
        date_start=date(2025, 11, 11),
        date_end=date(2025, 11, 11),
        date_precision=Precision.DAY,
        date_edtf="2025-11-11",
        date_text="Tuesday",
        date_basis=Basis.EXPLICIT,
        actors=(Actor("RUS", Role.PARTICIPANT), Actor("UKR", Role.PARTICIPANT)),
        evidence=(Evidence(start, start + len(QUOTE), QUOTE),),
        title="Delegations meet in Corvo",
        conflict="russia-ukraine",
        rules={"date": "weekday, counted from publication on 2025-11-12"},
    )
    (event_id,) = store.propose("corvo", [report], by="parser", at=NOW, state=ReviewState.ACCEPTED)
    return event_id


def test_a_click_on_a_mark_opens_its_evidence(page: Page, reported: str) -> None:
    page.goto("/?from=2025-11-01&to=2025-11-25&type=talks")
    drawn(page)
    x, y = place_of(page, reported)
    page.mouse.move(x, y)
    page.mouse.click(x, y)
    drawer = page.locator(".event-summary")
    expect(drawer.locator(".event-title")).to_have_text("Delegations meet in Corvo")
    expect(drawer.locator(".event-date")).to_have_text("Tue 11 Nov 2025")
    expect(drawer.locator("mark").first).to_contain_text("Delegations from Ardania and Belmark met in Corvo on")
    expect(drawer.locator(".event-grounds")).to_contain_text("“Tuesday”")
    expect(drawer.locator("figcaption")).to_contain_text("The Corvo Courier")
    expect(page).to_have_url(re.compile(f"event={reported}"))
    drawer.get_by_role("link", name="Open the full page").click()
    page.wait_for_url(f"**/event/{reported}*")


def test_a_link_reopens_view_lanes_and_event(page: Page) -> None:
    page.goto("/?from=2025-07-01&to=2025-08-01&lanes=actor&event=2025-07-23-talks-istanbul-3")
    drawn(page)
    expect(page.locator("#timeline-says")).to_contain_text("Tue 1 Jul to Fri 1 Aug 2025")
    expect(page.locator(".event-title")).to_have_text("Third direct round in Istanbul")
    assert page.locator(".lane-name").all_inner_texts()[:2] == ["Ukraine", "Russia"]


def test_keys_walk_from_event_to_event_and_open_one(page: Page) -> None:
    page.goto("/?from=2025-07-01&to=2025-08-01")
    drawn(page)
    page.locator("#timeline-chart").focus()
    page.keyboard.press("ArrowRight")
    spoken = page.locator("#timeline-spoken")
    expect(spoken).to_contain_text("Fri 4 Jul 2025")
    expect(page.locator("#timeline-ring")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(spoken).to_contain_text("Mon 14 Jul 2025")
    page.keyboard.press("Enter")
    expect(page.locator(".event-date")).to_have_text("Mon 14 Jul 2025")


def test_zoom_buttons_wheel_and_window_change_what_is_in_sight_and_the_address(page: Page) -> None:
    page.goto("/")
    drawn(page)
    says = page.locator("#timeline-says")
    expect(says).to_contain_text("404 events in sight")
    page.get_by_role("button", name="Zoom in").click()
    expect(says).not_to_contain_text("404 events")
    expect(page).to_have_url(re.compile("from="))
    page.get_by_role("button", name="All", exact=True).click()
    expect(says).to_contain_text("404 events in sight")
    expect(page).not_to_have_url(re.compile("from="))
    box = page.locator("#timeline-chart").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 200)
    page.mouse.wheel(0, -400)
    expect(says).not_to_contain_text("404 events")
    page.get_by_role("button", name="All", exact=True).click()
    handle = page.locator("#timeline-start")
    handle.focus()
    for _ in range(3):
        page.keyboard.press("PageUp")
    expect(says).not_to_contain_text("404 events")
    assert page.locator("#timeline-start").get_attribute("aria-valuetext")


def test_dates_in_words_move_the_view(page: Page) -> None:
    page.goto("/")
    drawn(page)
    page.get_by_label("Go to a date, in words").fill("July 2025")
    page.keyboard.press("Enter")
    expect(page.locator("#timeline-says")).to_contain_text("2025.")
    expect(page.locator("#timeline-says")).not_to_contain_text("404")


def test_the_table_has_the_numbers_of_the_chart(page: Page) -> None:
    page.goto("/?from=2025-07-01&to=2025-08-01&twin=table")
    expect(page.locator("#timeline-says")).to_contain_text("16 events in sight")
    expect(page.locator("#timeline-grid .ag-center-cols-container .ag-row")).to_have_count(16)


def test_the_export_holds_exactly_the_rows_that_are_counted(page: Page) -> None:
    page.goto("/?type=prisoner_exchange&start=2025-01-01")
    expect(page.locator(".chip")).to_have_count(3)
    expect(page.locator("#filter-count strong")).not_to_be_empty()
    counted = int(page.locator("#filter-count strong").inner_text())
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as waiting:
        page.locator(".export-links a[href^='/export/csv?']").click()
    content = waiting.value.path().read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    assert 0 < counted == len(rows)
    assert {row["event_type"] for row in rows} == {"prisoner_exchange"}
    assert waiting.value.suggested_filename == "timeline-2026-11-22.csv"


def test_an_empty_answer_says_what_would_fill_it(page: Page) -> None:
    page.goto("/?text=nothingofthekind")
    expect(page.locator("#timeline-empty").get_by_text("No event meets these conditions.")).to_be_visible()
    expect(page.locator("#timeline-empty").get_by_text("has no events yet")).to_be_hidden()
    expect(page.locator("#timeline-chart")).to_be_hidden()
    page.wait_for_timeout(600)  # the field takes what changes within 400 ms and back for no change
    page.get_by_role("button", name="Take away the condition Words").click()
    expect(page.locator("#timeline-chart")).to_be_visible()
    expect(page.locator("#timeline-says")).to_contain_text("404 events in sight")


def test_a_phone_shows_chart_and_event_without_scrolling_sideways(phone: Page) -> None:
    phone.goto("/?from=2025-07-01&to=2025-08-01")
    drawn(phone)
    assert phone.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    x, y = place_of(phone, "2025-07-23-talks-istanbul-3")
    phone.touchscreen.tap(x, y)
    expect(phone.locator(".event-title")).to_have_text("Third direct round in Istanbul")


def in_sight(page: Page) -> tuple[float, float]:
    """The first and last moment in sight, in days since 1970."""
    return tuple(page.evaluate("() => ['from', 'to'].map((end) => window.tracker.timeline.view[end] / 86400000)"))


def test_a_drag_moves_the_view_and_a_folded_lane_stays_folded_in_the_address(page: Page) -> None:
    page.goto("/?from=2025-07-01&to=2025-08-01")
    drawn(page)
    box = page.locator("#timeline-chart").bounding_box()
    assert box
    before = in_sight(page)
    page.mouse.move(box["x"] + 600, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 700, box["y"] + 300, steps=4)
    page.mouse.up()
    after = in_sight(page)
    moved = (before[1] - before[0]) * 100 / box["width"]
    assert before[0] - after[0] == pytest.approx(moved, rel=0.02)
    assert after[1] - after[0] == pytest.approx(before[1] - before[0])
    head = page.locator(".lane-head", has_text="Offers and answers")
    expect(head).to_have_attribute("aria-expanded", "true")
    head.focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-expanded", "false")
    page.wait_for_function("() => location.search.includes('fold=offers')")
    page.reload()
    drawn(page)
    expect(page.locator(".lane-head", has_text="Offers and answers")).to_have_attribute("aria-expanded", "false")


def test_the_walk_goes_on_beyond_what_is_drawn_and_opens_bins(page: Page) -> None:
    page.goto("/?from=2025-07-22&to=2025-07-25&fold=talking")
    drawn(page)
    chart, spoken = page.locator("#timeline-chart"), page.locator("#timeline-spoken")
    chart.focus()
    told = []
    for _step in range(25):
        page.keyboard.press("ArrowRight")
        page.wait_for_function(
            "(before) => document.querySelector('#timeline-spoken').textContent !== before",
            arg=told[-1] if told else "",
        )
        told.append(spoken.inner_text())
    assert any("Aug 2025" in one for one in told)
    assert any(one.endswith("Talking.") and " event" in one for one in told)
    page.goto("/?from=2025-01-01&to=2025-12-31&fold=talking,offers,deals,people,setbacks,context")
    drawn(page)
    wide = in_sight(page)
    chart.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "(days) => (window.tracker.timeline.view.to - window.tracker.timeline.view.from) / 86400000 < days",
        arg=(wide[1] - wide[0]) / 4,
    )


def test_two_fingers_zoom_and_one_moves(phone: Page) -> None:
    phone.goto("/?from=2025-01-01&to=2025-12-31")
    drawn(phone)
    chart = phone.locator("#timeline-chart")
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box
    middle, y = box["x"] + box["width"] / 2, box["y"] + 60
    session = phone.context.new_cdp_session(phone)

    def touch(kind: str, *places: float) -> None:
        points = [{"x": x, "y": y, "id": number} for number, x in enumerate(places)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    before = in_sight(phone)
    touch("touchStart", middle - 30, middle + 30)
    for spread in (40, 60, 80, 100):
        touch("touchMove", middle - spread, middle + spread)
    touch("touchEnd")
    near = in_sight(phone)
    assert near[1] - near[0] == pytest.approx((before[1] - before[0]) * 0.3, rel=0.1)
    touch("touchStart", middle)
    for far in (10, 40, 80):
        touch("touchMove", middle + far)
    touch("touchEnd")
    moved = in_sight(phone)
    assert moved[0] < near[0]
    assert moved[1] - moved[0] == pytest.approx(near[1] - near[0])
    expect(phone.locator("#timeline-says")).not_to_contain_text("166 events")


def screens(asked: list[dict[str, Any]]) -> set[tuple[int, int]]:
    """The sizes for which drawings were asked: a page that is still being laid out may get another one."""
    return {(one["width"], one["height"]) for one in asked}


def test_one_drawing_is_asked_for_when_the_page_arrives_and_one_for_a_condition(page: Page) -> None:
    asked: list[dict[str, Any]] = []
    page.on("request", lambda one: asked.append(one.post_data_json) if one.url.endswith("/timeline/drawing") else None)
    page.goto("/?type=talks&lanes=actor&event=2025-07-23-talks-istanbul-3")
    drawn(page)
    expect(page.locator("#filter-count strong")).to_have_text("17")
    page.wait_for_timeout(1000)  # in which more would be asked for
    arrived = [one for one in asked if one["query"] == {"type": "talks"}]
    assert arrived == asked
    assert len(screens(arrived)) == len(arrived), "asked again although nothing has another size"
    expect(page.locator(".shell-links").get_by_role("link", name="Events", exact=True)).to_have_attribute(
        "href", "/events?type=talks"
    )
    page.get_by_label("Search in titles, quotes, names and places").fill("istanbul")
    expect(page.locator(".chip")).to_have_count(3)
    expect(page.locator("#timeline-says")).to_contain_text("5 events in sight")
    page.wait_for_timeout(1000)
    changed = [one for one in asked if one["query"] == {"type": "talks", "text": "istanbul"}]
    assert changed
    assert len(screens(changed)) == len(changed), "asked again although nothing has another size"


def test_a_drawing_that_fails_is_told_in_words(page: Page) -> None:
    page.goto("/")
    drawn(page)
    page.route("**/timeline/drawing", lambda route: route.continue_(post_data="[]"))
    page.get_by_role("button", name="Zoom in").click()
    expect(page.get_by_text("Reload the page.")).to_be_visible()


def test_a_condition_taken_away_leaves_its_control_empty_each_time(page: Page) -> None:
    page.goto("/")
    words = page.get_by_label("Search in titles, quotes, names and places")
    for _time in range(2):
        expect(page.locator("#timeline-says")).to_contain_text("404 events in sight")
        words.fill("istanbul")
        expect(page.locator(".chip")).to_have_count(2)
        page.get_by_role("button", name="Take away the condition Words").click()
        expect(words).to_have_value("")
        page.wait_for_timeout(600)  # the field takes what changes within 400 ms and back for no change
    words.fill("istanbul")
    expect(page.locator(".chip")).to_have_count(2)
    page.get_by_role("button", name="Filter", exact=True).click()
    page.get_by_label("Period in words").fill("2022")
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(4)
    expect(page.get_by_label("Period in words")).to_have_value("")
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".chip")).to_have_count(1)
    expect(words).to_have_value("")
