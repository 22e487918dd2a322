"""Disagreements: versions side by side with who says so; choose, keep both, split, and taking each back."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import in_either_theme
from tests.browser.conftest import NOW
from tests.joining.reports import read_reports
from tracker.models import ReviewState
from tracker.store import Store


@pytest.fixture
def contested(store: Store) -> str:
    """An accepted event of three reports, one of which dates it a day later; its id."""
    for _event, article, report in [one for one in read_reports("untouched") if one[0] == "third round in Bogota"]:
        store.add_article(article, by="inbox", at=NOW)
        store.take_in(article.id, [report], by="parser", at=NOW, state=ReviewState.ACCEPTED)
    (event_id,) = {one.event_id for one in store.disagreements()}
    assert store.event(event_id)["date_start"] == date(2031, 2, 10)
    return event_id


def version(page: Page, words: str) -> Locator:
    return page.locator(".version").filter(has=page.locator(".version-words", has_text=words))


def test_a_value_is_chosen_kept_beside_another_and_taken_back(page: Page, store: Store, contested: str) -> None:
    page.goto("/disagreements")
    expect(page.locator("#disagreements-says")).to_have_text("1 disagreement is open, on 1 event")
    expect(page.locator(".contest-kind h3")).to_have_text("When it was")
    expect(version(page, "Mon 10 Feb 2031")).to_contain_text("The timeline says this")
    later = version(page, "Tue 11 Feb 2031")
    expect(later.locator(".teller-source")).to_have_text("Jungle Post")
    expect(later.locator("blockquote")).to_contain_text("opened in Bogota on Tuesday")
    later.get_by_role("button", name="Choose").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#disagreements-says")).to_contain_text("0 disagreements are open")
    assert store.event(contested)["date_start"] == date(2031, 2, 11)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("#disagreements-says")).to_contain_text("1 disagreement is open")
    assert store.event(contested)["date_start"] == date(2031, 2, 10)
    page.get_by_role("button", name="Keep both").click()
    page.locator(".contest-settled summary").click()
    expect(page.locator(".contest-settled .contest-both")).to_contain_text("Both kept")
    assert "Sources differ: Mon 10 Feb 2031" in store.event(contested)["note"]
    page.locator(".contest-settled").get_by_role("button", name="Undo").click()
    expect(page.locator("#disagreements-says")).to_contain_text("1 disagreement is open")
    assert store.event(contested)["note"] == ""


def test_a_version_is_split_off_as_an_event_of_its_own(page: Page, store: Store, contested: str) -> None:
    before = store.state()
    page.goto("/disagreements?type=talks")
    version(page, "Tue 11 Feb 2031").get_by_role("button", name="Split off").click()
    expect(page.locator(".state-title")).to_have_text("No two sources contradict each other yet.")
    days = {str(day) for day in store.frame()["date_start"].dt.date}
    assert {"2031-02-10", "2031-02-11"} <= days
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(version(page, "Tue 11 Feb 2031")).to_be_visible()
    assert store.state() == before


def test_the_filter_holds_and_what_would_fill_an_empty_page_is_said(page: Page, contested: str) -> None:
    page.goto("/disagreements?type=agreement")
    expect(page.locator(".state-title")).to_have_text("No event in this view is disputed; 1 outside of it is.")
    page.goto("/disagreements")
    page.get_by_text("How many 0").click()
    expect(page.locator(".state-title")).to_have_text("Nothing of this kind is disputed.")


def test_the_page_fits_a_phone_and_is_accessible(phone: Page, contested: str) -> None:
    phone.goto("/disagreements")
    expect(version(phone, "Mon 10 Feb 2031")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert in_either_theme(phone) == []
