"""A language that runs to the left: the layout follows it on every page, while time still runs to the right."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboards import language
from dashboards.pages import page_modules
from tests.browser.conftest import DESKTOP, PHONE
from tracker.store import Store

OFFERED = language.offered()
PATHS = [one.PAGE.path for one in page_modules() if "<" not in one.PAGE.path]


@pytest.fixture(autouse=True)
def arabic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Arabic is offered: its names, numbers and direction are CLDR's, the words stay English."""
    monkeypatch.setattr(language, "offered", lambda: (*OFFERED, "ar"))


def middle(found: Locator) -> float:
    """Where it stands from left to right; a row that is just drawn anew is waited for."""
    for _ in range(100):
        box = found.bounding_box()
        if box and box["width"]:
            return box["x"] + box["width"] / 2
        found.page.wait_for_timeout(100)
    raise AssertionError(f"{found} is not drawn")


@pytest.mark.parametrize("path", [*PATHS, "/event/{event}"])
def test_no_page_is_wider_than_the_window(page: Page, store: Store, path: str) -> None:
    page.goto(path.format(event=store.frame()["event_id"].iloc[0]) + "?lang=ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("h1").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        assert middle(page.get_by_role("link", name="Negotiation timeline")) > size["width"] / 2, "the head is right"
        assert page.locator("h1").first.evaluate("one => getComputedStyle(one).textAlign") in ("right", "start")


def test_time_runs_to_the_right_and_the_drawer_opens_at_the_lines_ends(page: Page) -> None:
    page.goto("/?lang=ar")
    expect(page.locator("#timeline-start")).to_be_visible()
    assert middle(page.locator("#timeline-start")) < middle(page.locator("#timeline-end"))
    assert middle(page.get_by_role("button", name="Earlier")) < middle(page.get_by_role("button", name="Later"))
    page.goto("/events")
    title = page.locator('.ag-row[row-index="0"] [col-id="title"]')
    expect(title).not_to_be_empty()
    choice = page.locator('.ag-row[row-index="0"] .ag-checkbox-input')
    expect(choice).to_be_visible()
    assert middle(choice) > middle(title), "what is chosen stands at the start"
    title.locator("a, button").first.click()
    drawer = page.locator("#drawer-frame .mantine-Drawer-content, .drawer .mantine-Drawer-content").first
    expect(drawer).to_be_visible()
    assert middle(drawer) < DESKTOP["width"] / 2
