"""Filters that have a name: saved, opened by the next reader, renamed, deleted, undone."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tracker.store import Store


def test_a_filter_is_saved_under_a_name_opened_on_another_page_and_deleted(page: Page, store: Store) -> None:
    page.goto("/events?type=talks")
    expect(page.locator("#filter-count strong")).to_have_text("17")
    page.get_by_role("button", name="Views").click()
    page.get_by_label("Save this filter as").fill("Rounds of talks")
    page.keyboard.press("Enter")
    expect(page.locator("#views-open")).to_have_text("Rounds of talks")
    assert [(one.name, one.query) for one in store.views()] == [("Rounds of talks", {"type": "talks"})]

    page.goto("/")
    page.locator("#views-open").click()
    page.get_by_role("link", name="Rounds of talks").click()
    expect(page.locator("#filter-count strong")).to_have_text("17")
    expect(page).to_have_url(re.compile("type=talks"))
    expect(page.locator("h1")).to_have_text("Timeline")

    page.get_by_role("button", name="Rename Rounds of talks").click()
    page.get_by_label("New name of Rounds of talks").fill("Rounds")
    page.keyboard.press("Enter")
    expect(page.locator("#views-open")).to_have_text("Rounds")
    page.get_by_role("button", name="Delete Rounds").click()
    expect(page.locator("#views-open")).to_have_text("Views")
    assert store.views() == ()
    page.locator(".notice-undo").last.click()
    expect(page.locator("#views-open")).to_have_text("Rounds")
