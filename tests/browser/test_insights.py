"""Insights: drawn for every filter, the same numbers in the table, the events behind a number, and pictures to keep."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboards.charts.insights import charts
from tests.browser.axe import in_either_theme

DRAWN = f"document.querySelectorAll('#insights-grid .js-plotly-plot .main-svg').length >= {len(charts())}"


def section(page: Page, name: str) -> Locator:
    return page.locator(f'section[data-chart="{name}"]')


def opened(page: Page, search: str = "") -> None:
    page.goto(f"/insights{search}")
    page.wait_for_function(DRAWN)
    expect(section(page, "months").locator("h2")).to_contain_text("Most events were")


def test_every_chart_says_its_answer_and_its_table_holds_the_numbers_of_its_file(page: Page) -> None:
    opened(page)
    expect(section(page, "months").locator("h2")).to_have_text("Most events were in March 2022: 29 of 404")
    expect(section(page, "places").locator(".insight-notes")).to_contain_text("Crimea")
    expect(section(page, "places").locator(".geo")).not_to_have_count(0)
    page.locator("#insights-view").get_by_text("Tables").click()
    for name in charts():
        expect(section(page, name).locator("table")).to_be_visible()
        expect(section(page, name).locator(".insight-picture")).to_be_hidden()
        with page.expect_download() as caught:
            section(page, name).get_by_role("link", name="CSV").click()
        written = list(csv.reader(io.StringIO(Path(caught.value.path()).read_text("utf-8"))))
        shown = section(page, name).locator("tbody tr")
        assert shown.count() == len(written) - 1
        numbers = [cell.replace(",", "") for cell in shown.first.locator("td.num").all_inner_texts() if cell != "–"]
        assert {cell for cell in numbers if cell.isdecimal() and cell != "0"} <= set(written[1])


def test_the_filter_holds_for_every_chart(page: Page) -> None:
    opened(page, "?type=talks&start=2025-01-01")
    shown = int(page.locator("#filter-count strong").inner_text())
    expect(section(page, "months").locator("h2")).to_contain_text(f" of {shown}")
    expect(section(page, "people").locator(".state-title")).to_have_text(
        "No exchange here tells how many people came back."
    )
    expect(section(page, "people").locator(".insight-saving")).to_be_hidden()


def test_a_number_opens_the_events_behind_it(page: Page) -> None:
    opened(page)
    section(page, "months").get_by_text("Table", exact=True).click()
    section(page, "months").get_by_role("button", name="9: Apr 2022, Of these on one side’s word").click()
    behind = page.get_by_role("dialog")
    expect(behind).to_contain_text("9 events: Apr 2022, Of these on one side’s word")
    expect(behind.locator(".insight-events li")).to_have_count(9)
    behind.locator(".insight-events button").first.click()
    expect(page.locator(".event-title")).to_be_visible()
    page.get_by_role("button", name="Close the event").click()
    behind.get_by_role("link", name="Show these in the table").click()
    page.wait_for_url("**/events?*")
    expect(page.locator("#filter-count strong")).to_have_text("9")


def test_a_click_on_a_bar_opens_the_events_behind_it(page: Page) -> None:
    opened(page)
    bar = section(page, "sources").locator(".barlayer .point path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] - 6, box["y"] + box["height"] / 2)
    expect(page.get_by_role("dialog")).to_contain_text("60 events: 1 source, Events")


@pytest.mark.parametrize("name", ["months", "places"])
def test_a_picture_is_made_on_this_machine(page: Page, name: str) -> None:
    opened(page)
    for kind in ("png", "svg"):
        with page.expect_download() as caught:
            section(page, name).get_by_role("button", name=kind.upper()).click()
        content = Path(caught.value.path()).read_bytes()
        assert len(content) > 20_000
        assert content.startswith(b"\x89PNG" if kind == "png" else b"<svg")
    headline = section(page, name).locator("h2").inner_text()
    assert headline[:12].encode() in content


def test_it_is_for_everyone_and_fits_a_phone(phone: Page) -> None:
    phone.set_viewport_size({"width": 360, "height": 780})
    opened(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert in_either_theme(phone) == []
    phone.locator("#insights-view").get_by_text("Tables").click()
    expect(section(phone, "pairs").locator("table")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert in_either_theme(phone) == []


def test_a_timeline_without_a_fitting_event_says_what_would_fill_each_chart(page: Page) -> None:
    page.goto("/insights?text=nothinglikethis")
    for name, module in charts().items():
        expect(section(page, name).locator(".state")).to_contain_text(module.FILL)


def test_it_is_drawn_in_another_language(page: Page) -> None:
    page.goto("/insights?lang=uk")
    page.wait_for_function(DRAWN)
    expect(section(page, "months").locator("h2")).to_contain_text("березень 2022")
