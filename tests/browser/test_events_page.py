"""The table of events: what it shows, edits that go through the log, many at once, and taking them back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tracker.store import Store

FIRST = "2022-02-24-invasion"


def cell(page: Page, event_id: str, column: str):
    return page.locator(f'#events-grid .ag-row[row-id="{event_id}"] [col-id="{column}"]')


def test_rows_speak_in_words_and_open_the_event(page: Page) -> None:
    page.goto("/events")
    expect(cell(page, FIRST, "date")).to_have_text("Thu 24 Feb 2022")
    expect(cell(page, FIRST, "who")).to_have_text("Russia and Ukraine")
    cell(page, FIRST, "title").get_by_role("button").click()
    expect(page.locator(".event-title")).to_contain_text("full-scale invasion")


def test_sorting_happens_on_the_server(page: Page) -> None:
    page.goto("/events?type=prisoner_exchange")
    expect(page.locator("#events-grid .ag-row").first).to_be_visible()
    page.locator('#events-grid .ag-header-cell[col-id="date"]').click()
    page.locator('#events-grid .ag-header-cell[col-id="date"]').click()
    first = page.locator('#events-grid .ag-row[row-index="0"] [col-id="date"]')
    expect(first).to_contain_text("2026")


def test_an_edit_in_place_is_logged_and_can_be_undone(page: Page, store: Store) -> None:
    page.goto("/events")
    cell(page, FIRST, "location").dblclick()
    page.keyboard.type("Kyiv")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Undo the edit")).to_be_visible()
    assert store.event(FIRST)["location"] == "Kyiv"
    change = store.history(FIRST)[-1]
    assert (change.field, change.after) == ("location", "Kyiv")
    page.get_by_role("button", name="Undo the edit").click()
    expect(cell(page, FIRST, "location")).to_have_text("")
    assert store.event(FIRST)["location"] == ""


def test_a_wrong_edit_says_why_and_changes_nothing(page: Page, store: Store) -> None:
    page.goto("/events")
    page.get_by_role("button", name="Columns").click()
    page.get_by_label("Round").check()
    page.keyboard.press("Escape")
    cell(page, FIRST, "round").scroll_into_view_if_needed()
    cell(page, FIRST, "round").dblclick()
    page.keyboard.type("third")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Not saved")).to_be_visible()
    assert store.event(FIRST)["round"] is None


def test_chosen_events_are_dismissed_together_and_brought_back(page: Page, store: Store) -> None:
    page.goto("/events?type=sanctions")
    boxes = page.locator("#events-grid .ag-row .ag-checkbox-input")
    expect(boxes.nth(1)).to_be_visible()
    boxes.nth(0).check()
    boxes.nth(1).check()
    expect(page.locator("#events-chosen")).to_have_text("2 chosen")
    page.get_by_role("button", name="Dismiss", exact=True).click()
    expect(page.locator("#filter-count strong")).to_have_text("3")
    assert (store.frame()["review_state"] == "dismissed").sum() == 2
    page.get_by_role("button", name="Undo 2 events dismissed").click()
    expect(page.locator("#filter-count strong")).to_have_text("5")
    assert (store.frame()["review_state"] == "dismissed").sum() == 0


def test_chosen_columns_are_remembered(page: Page) -> None:
    page.goto("/events")
    page.get_by_role("button", name="Columns").click()
    page.get_by_label("Note").check()
    expect(page.locator('#events-grid .ag-header-cell[col-id="note"]')).to_be_attached()
    page.reload()
    expect(page.locator('#events-grid .ag-header-cell[col-id="note"]')).to_be_attached()
