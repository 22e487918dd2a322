"""Open questions: known entries as of a day, the day in the address, the way to the event, closing by hand, undo."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import in_either_theme, serious
from tracker.store import Store

OFFER = "2025-05-19-proposal-memorandum"
MEMORANDUM = "Russia offers a memorandum on a future peace treaty"


def event(page: Page, title: str) -> Locator:
    return page.locator(".open-event").filter(has_text=title)


def test_what_is_open_as_of_a_day_says_why_and_what_would_close_it(page: Page) -> None:
    page.goto("/open?as_of=2025-05-24")
    offer = event(page, MEMORANDUM)
    expect(offer.locator(".open-days")).to_have_text("5days waiting")
    expect(offer).to_contain_text("no answer from Ukraine is known after 5 days")
    expect(offer).to_contain_text("Would close it: A report that Ukraine accepted, refused or answered it")
    deal = event(page, "Agreement to exchange 1,000 prisoners each")
    expect(deal.locator(".open-seen").first).to_have_text("697 of 1,000 prisoners seen, Russia")
    shown = page.locator(".open-entry").count()
    expect(page.locator("#open-says")).to_have_text(f"{shown} entries are open as of Sat 24 May 2025")
    assert serious(page) == []


def test_another_day_has_other_entries_and_stands_in_the_address(page: Page) -> None:
    page.goto("/open?as_of=2025-05-24")
    expect(event(page, MEMORANDUM)).to_be_visible()
    page.get_by_role("button", name="Today", exact=True).click()
    expect(page.locator("#open-says")).to_contain_text("as of Sun 22 Nov 2026")
    expect(event(page, MEMORANDUM)).to_have_count(0)
    expect(page).not_to_have_url(re.compile("as_of"))
    page.go_back()
    expect(event(page, MEMORANDUM)).to_be_visible()
    expect(page).to_have_url(re.compile("as_of=2025-05-24"))


def test_the_filter_holds_here_and_a_title_opens_the_event(page: Page) -> None:
    page.goto("/open?as_of=2025-05-24&type=agreement")
    expect(page.locator("#open-says")).to_contain_text("4 entries are open")
    expect(page.locator("#open-section-proposals")).to_contain_text("tells of none by this day")
    page.get_by_role("button", name="Agreement to exchange 1,000 prisoners each").first.click()
    expect(page.locator(".event-title")).to_have_text("Agreement to exchange 1,000 prisoners each")


def test_nothing_at_all_is_said_in_words(page: Page) -> None:
    page.goto("/open?as_of=1990-01-01")
    expect(page.locator(".state-title")).to_have_text("Nothing was asked, agreed or planned by Mon 1 Jan 1990.")


def test_closing_by_hand_asks_for_a_reason_and_can_be_undone(page: Page, store: Store) -> None:
    page.goto("/open?as_of=2025-05-24")
    event(page, MEMORANDUM).get_by_role("button", name="Close by hand").click()
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_role("dialog")).to_contain_text("Say in a few words why it is closed.")
    why = page.get_by_label("Why it is closed")
    why.fill("Answered by letter")
    why.press("Enter")
    expect(event(page, MEMORANDUM)).to_have_count(0)
    expect(page.locator("#open-section-proposals summary")).to_contain_text("1 closed by hand")
    assert store.event(OFFER)["note"].endswith("as of Sat 24 May 2025: Answered by letter")
    assert store.history(OFFER)[-1].reason.endswith("Answered by letter")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(event(page, MEMORANDUM)).to_be_visible()
    assert "Closed by hand" not in store.event(OFFER)["note"]


def test_the_page_and_its_dialog_fit_a_phone(phone: Page) -> None:
    phone.goto("/open?as_of=2025-05-24")
    event(phone, MEMORANDUM).get_by_role("button", name="Close by hand").click()
    expect(phone.get_by_label("Why it is closed")).to_be_focused()
    assert in_either_theme(phone) == []
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("dialog")).to_have_count(0)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert in_either_theme(phone) == []
