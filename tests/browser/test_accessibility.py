"""For everyone: what axe finds on every page in either theme, reflow, and the ways through the app by keys alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboards.pages import page_modules
from tests.browser.axe import in_either_theme
from tests.browser.conftest import DESKTOP, NOW, Profile, Seen, serving
from tests.browser.stage import Stage
from tracker import parse
from tracker.store import Store
from tracker.text import from_text

SEED = Path(__file__).resolve().parents[2] / "seeds/seed-2025-11-12-istanbul.txt"
FIRST = "2022-02-24-invasion"
PAGES = {one.PAGE.name: one.PAGE.path for one in page_modules() if one.PAGE.navigation} | {
    "event": f"/event/{FIRST}",
    "edit": f"/add?edit={FIRST}",
    "review": "/inbox/seed",
    "drawer": f"/?event={FIRST}",
    "window": "/?from=2025-07-01&to=2025-08-01&event=2025-07-23-talks-istanbul-3",
    "empty": "/?text=nothing-has-these-words",
    "lost": "/nothing-here",
}


@pytest.fixture(scope="module")
def store(filled_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all tests here: the bundled timeline, and an article whose events wait for review."""
    path = tmp_path_factory.mktemp("everyone") / "timeline.sqlite"
    shutil.copyfile(filled_store, path)
    with Store(f"sqlite:///{path}") as opened:
        article = from_text(SEED.read_text(encoding="utf-8"), id="seed", title="Talks", published=date(2025, 11, 12))
        opened.add_article(article, by="inbox", at=NOW)
        opened.propose("seed", parse(article), by="parser", at=NOW)
        yield opened


@pytest.fixture(scope="module")
def tab(desktop: Profile, stage: Stage, store: Store) -> Iterator[Page]:
    """One page of one app for all tests here."""
    with serving(stage, store):
        for page in desktop.opened(Seen()):
            page.emulate_media(reduced_motion="reduce")
            yield page


def opened(tab: Page, path: str) -> Page:
    tab.set_viewport_size(DESKTOP)
    tab.emulate_media(color_scheme="light")
    tab.goto(path)
    expect(tab.locator("h1")).to_have_count(1)
    tab.wait_for_load_state("networkidle")
    if path.startswith("/events"):  # the grid's script comes late, and it writes its heads after its cells
        expect(tab.locator(".ag-header-cell-text").first).not_to_be_empty()
    return tab


def to(page: Page, wanted: Locator, *, most: int = 80) -> None:
    """Press Tab until ``wanted`` has the focus: only what keys reach is found."""
    expect(wanted).to_be_visible()
    for _press in range(most):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reaches {wanted}")


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_either_theme_and_nothing_is_cut_off(tab: Page, name: str) -> None:
    page = opened(tab, PAGES[name])
    assert in_either_theme(page, impacts=()) == []
    for width in (720, 360):  # 1440 at 200 %, and the narrowest phone
        page.set_viewport_size({"width": width, "height": 640})
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_moves_for_those_who_asked_for_stillness(tab: Page) -> None:
    page = opened(tab, "/")
    slow = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
            const style = getComputedStyle(one);
            return Math.max(parseFloat(style.transitionDuration), parseFloat(style.animationDuration)) > 0.01;
        }).map((one) => one.className.toString())"""
    )
    assert slow == []


def test_the_skip_link_leads_past_the_navigation(tab: Page) -> None:
    page = opened(tab, "/open")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#shell-main")).to_be_focused()


def test_keys_set_and_take_away_a_condition(tab: Page) -> None:
    page = opened(tab, "/events")
    to(page, page.get_by_role("button", name="Filter", exact=True))
    page.keyboard.press("Enter")
    to(page, page.get_by_role("textbox", name="Type"))
    page.keyboard.type("Sanctions")
    expect(page.locator("[role=option]:visible")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=option][data-combobox-selected]:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    chip = page.get_by_role("button", name="Take away the condition Type: Sanctions")
    expect(chip).to_be_visible()
    expect(page).to_have_url(re.compile("type=sanctions"))
    page.keyboard.press("Escape")
    opened(page, "/events?type=sanctions")
    to(page, chip)
    page.keyboard.press("Enter")
    expect(chip).to_have_count(0)


def test_keys_open_an_event_of_the_chart_and_close_it(tab: Page) -> None:
    page = opened(tab, "/?from=2025-07-01&to=2025-08-01")
    to(page, page.locator("#timeline-chart"))
    page.keyboard.press("ArrowRight")
    expect(page.locator("#timeline-spoken")).to_contain_text("4 Jul 2025")
    page.keyboard.press("Enter")
    expect(page.locator(".event-date")).to_have_text("Fri 4 Jul 2025")
    to(page, page.get_by_role("link", name="Open the full page"), most=200)
    page.keyboard.press("Escape")
    expect(page.locator(".event-date")).to_be_hidden()


def test_keys_add_an_event(tab: Page, store: Store) -> None:
    page = opened(tab, "/add")
    before = len(store.frame())
    form = page.locator("#add-form")
    to(page, form.get_by_role("textbox", name="Type"))
    page.keyboard.type("Talks", delay=30)
    page.keyboard.press("Enter")
    to(page, form.get_by_role("textbox", name="Date"))
    page.keyboard.type("3 November 2026")
    to(page, form.get_by_role("textbox", name="Participants"))
    page.keyboard.type("UKR", delay=30)
    expect(page.locator("[role=option][data-combobox-selected]:visible")).to_have_count(1)
    page.keyboard.press("Enter")
    to(page, page.get_by_role("button", name="Save the event"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved:")).to_be_visible()
    assert len(store.frame()) == before + 1


def test_keys_review_an_article(tab: Page, store: Store) -> None:
    page = opened(tab, "/inbox/seed")
    card = page.locator("#review-list [data-proposal]").first
    to(page, card)
    page.keyboard.press("a")
    expect(card).to_have_attribute("data-state", "accepted")
    assert store.event(str(card.get_attribute("data-proposal")))["review_state"] == "accepted"


def test_keys_close_an_open_question(tab: Page, store: Store) -> None:
    page = opened(tab, "/open?as_of=2025-05-24")
    closers = page.get_by_role("button", name="Close by hand")
    expect(closers.first).to_be_visible()
    before = closers.count()
    to(page, closers.first, most=120)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    to(page, dialog.get_by_label("Why it is closed"))
    page.keyboard.type("Answered by letter")
    to(page, dialog.get_by_role("button", name="Close it"))
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(closers).to_have_count(before - 1)


def test_keys_edit_a_cell_of_the_table(tab: Page, store: Store) -> None:
    page = opened(tab, "/events")
    row = page.locator(f'#events-grid .ag-row[row-id="{FIRST}"]')
    to(page, page.locator("#events-grid [role=columnheader]").first, most=120)
    page.keyboard.press("ArrowDown")
    place = row.locator('[col-id="location"]')
    for _press in range(12):
        if place.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.type("Kyiv")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved, and written in the event's history.")).to_be_visible()
    expect(place).to_have_text("Kyiv")
    assert store.event(FIRST)["location"] == "Kyiv"
