"""The frame around the pages: the way to each, the theme, the filter in the address."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from dashboards.pages import page_modules

PAGES = [one.PAGE for one in page_modules() if one.PAGE.navigation]


def test_every_page_of_the_navigation_has_one_heading_and_a_title(page: Page) -> None:
    page.goto("/")
    for of in reversed(PAGES):  # the first is where one stands
        page.locator(".shell-links").get_by_role("link", name=of.title, exact=True).click()
        expect(page).to_have_title(f"{of.title} – Negotiation timeline")
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator(".shell-links [aria-current=page]")).to_have_text(of.title)


def test_an_unknown_address_says_so(page: Page) -> None:
    page.goto("/nothing-here")
    expect(page.locator("h1")).to_have_text("No such page")
    page.get_by_role("link", name="Go to the timeline").click()
    expect(page.locator("h1")).to_have_text("Timeline")


def test_the_theme_is_remembered(page: Page) -> None:
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "light")
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    expect(page.locator("h1")).to_have_text("Timeline")


def test_a_link_with_conditions_reopens_them_as_chips_and_back_undoes_a_step(page: Page) -> None:
    page.goto("/?type=talks&actor=TUR")
    count = page.locator("#filter-count")
    expect(page.locator(".chip")).to_have_text(["Type: Talks", "Actor: Türkiye", "Review: Accepted"])
    expect(count).to_have_text("5 of 404 events")
    page.get_by_role("button", name="Take away the condition Actor: Türkiye").click()
    expect(page.locator(".chip")).to_have_count(2)
    expect(count).to_have_text("17 of 404 events")
    expect(page).not_to_have_url(re.compile("actor="))
    expect(page).to_have_url(re.compile("type=talks"))
    page.go_back()
    expect(page.locator(".chip")).to_have_count(3)
    expect(count).to_have_text("5 of 404 events")


def test_a_condition_that_cannot_be_is_said_in_words(page: Page) -> None:
    page.goto("/?status=perhaps")
    expect(page.locator("#filter-error")).to_contain_text('"perhaps" is none of occurred')
    expect(page.locator("#filter-count")).to_contain_text("of 404 events")


def test_the_navigation_carries_the_filter(page: Page) -> None:
    page.goto("/?type=talks")
    expect(page.locator(".chip")).to_have_count(2)
    page.locator(".shell-links").get_by_role("link", name="Timeline", exact=True).click()
    expect(page.locator(".chip").first).to_have_text("Type: Talks")


def test_the_page_has_a_language_and_a_way_past_its_navigation(page: Page) -> None:
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("Timeline")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#shell-main")).to_be_focused()


def test_the_language_is_chosen_in_the_header_and_kept(page: Page) -> None:
    page.goto("/events?type=talks")
    page.get_by_role("combobox", name="Language").select_option("Українська")
    expect(page.locator("html")).to_have_attribute("lang", "uk")
    expect(page.locator("h1")).to_have_text("Події")
    expect(page).to_have_url(re.compile("type=talks"))
    page.locator(".shell-links").get_by_role("link", name="Хронологія", exact=True).click()
    expect(page.locator("h1")).to_have_text("Хронологія")
    page.reload()
    expect(page.locator("h1")).to_have_text("Хронологія")
    page.goto("/?lang=tr")
    expect(page.locator("h1")).to_have_text("Zaman çizelgesi")
    page.goto("/about")
    expect(page).to_have_title("Hakkında – Müzakere kronolojisi")
