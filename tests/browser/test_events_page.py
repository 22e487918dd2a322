"""The table of events: what it shows, edits that go through the log, many at once, and taking them back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NOW
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
    expect(page.get_by_role("button", name="Undo: the edit")).to_be_visible()
    assert store.event(FIRST)["location"] == "Kyiv"
    change = store.history(FIRST)[-1]
    assert (change.field, change.after) == ("location", "Kyiv")
    page.get_by_role("button", name="Undo: the edit").click()
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


def test_chosen_events_are_previewed_dismissed_together_and_brought_back(page: Page, store: Store) -> None:
    page.goto("/events?type=sanctions")
    boxes = page.locator("#events-grid .ag-row .ag-checkbox-input")
    expect(boxes.nth(1)).to_be_visible()
    boxes.nth(0).check()
    boxes.nth(1).check()
    expect(page.locator("#events-chosen")).to_have_text("2 chosen")
    page.get_by_role("button", name="Dismiss", exact=True).click()
    expect(page.locator("#bulk-preview")).to_contain_text("2 events change.")
    expect(page.locator("#bulk-preview")).to_contain_text("2 Accepted → Dismissed")
    assert (store.frame()["review_state"] == "dismissed").sum() == 0
    page.get_by_label("Reason, kept in the history").fill("Not about talks")
    page.get_by_role("button", name="Change 2 events").click()
    expect(page.locator("#filter-count strong")).to_have_text("3")
    gone = store.frame().loc[lambda frame: frame["review_state"] == "dismissed", "event_id"]
    assert [store.history(one)[-1].reason for one in gone] == ["Not about talks"] * 2
    page.get_by_role("button", name="Undo: 2 events dismissed").click()
    expect(page.locator("#filter-count strong")).to_have_text("5")
    assert (store.frame()["review_state"] == "dismissed").sum() == 0


def test_all_of_a_filter_are_edited_at_once_by_keyboard_and_undone(page: Page, store: Store) -> None:
    page.goto("/events?type=sanctions")
    expect(page.locator("#events-grid .ag-row").first).to_be_visible()
    page.get_by_role("button", name="Choose all").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#events-chosen")).to_have_text("All 5 chosen")
    page.get_by_role("button", name="Edit…").focus()
    page.keyboard.press("Enter")
    page.locator("#bulk-field").click()
    page.get_by_role("option", name="Track").click()
    page.locator("#bulk-text").fill("Pressure")
    expect(page.locator("#bulk-preview")).to_contain_text("5 nothing → Pressure")
    page.get_by_role("button", name="Change 5 events").press("Enter")
    expect(page.get_by_role("button", name="Undo: 5 events changed")).to_be_visible()
    sanctions = store.frame().loc[lambda frame: frame["event_type"] == "sanctions"]
    assert set(sanctions["track"]) == {"Pressure"}
    assert len({store.history(one)[-1].batch for one in sanctions["event_id"]}) == 1
    page.get_by_role("button", name="Undo: 5 events changed").press("Enter")
    expect(page.get_by_text("Taken back: 5 events changed.")).to_be_visible()
    assert set(store.frame().loc[lambda frame: frame["event_type"] == "sanctions", "track"]) == {""}


def test_nothing_is_written_at_once_if_one_event_changed_after_the_preview(page: Page, store: Store) -> None:
    page.goto("/events?type=sanctions")
    expect(page.locator("#events-grid .ag-row").first).to_be_visible()
    page.get_by_role("button", name="Choose all").click()
    page.get_by_role("button", name="Dismiss", exact=True).click()
    expect(page.locator("#bulk-preview")).to_contain_text("5 events change.")
    one = store.frame().loc[lambda frame: frame["event_type"] == "sanctions", "event_id"].iloc[0]
    store.change(one, {"note": "Seen by Ana"}, by="Ana", at=NOW)
    page.get_by_role("button", name="Change 5 events").click()
    expect(page.locator("#bulk-error")).to_contain_text("changed in between by Ana")
    assert (store.frame()["review_state"] == "dismissed").sum() == 0
    page.get_by_role("button", name="Change 5 events").click()
    expect(page.locator("#filter-count strong")).to_have_text("0")


@pytest.mark.parametrize(("button", "stands"), [("Keep theirs", "Odesa"), ("Write mine over it", "Kyiv")])
def test_two_who_edit_one_cell_are_asked_whose_stands(page: Page, store: Store, button: str, stands: str) -> None:
    page.goto("/events")
    expect(cell(page, FIRST, "location")).to_be_visible()
    store.change(FIRST, {"location": "Odesa"}, by="Ana", at=NOW, why="From the ministry")
    page.get_by_label("Reason for edits in the table").fill("From the agency")
    cell(page, FIRST, "location").dblclick()
    page.keyboard.type("Kyiv")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Somebody changed this event meanwhile")
    expect(dialog).to_contain_text("Ana")
    expect(dialog).to_contain_text("It stands now asOdesa")
    expect(dialog).to_contain_text("You wantedKyiv")
    assert store.event(FIRST)["location"] == "Odesa"
    dialog.get_by_role("button", name=button).click()
    expect(cell(page, FIRST, "location")).to_have_text(stands)
    last = store.history(FIRST)[-1]
    assert (last.after, last.reason) == (stands, {"Kyiv": "From the agency", "Odesa": "From the ministry"}[stands])


def test_the_table_is_walked_by_keys_and_tab_leaves_it(page: Page) -> None:
    page.goto("/events?type=sanctions")
    first = page.locator("#events-grid .ag-center-cols-container .ag-row[row-index='0']")
    expect(first).to_be_visible()
    first.locator('[col-id="date"]').click()
    page.keyboard.press("Space")
    expect(page.locator("#events-chosen")).to_have_text("1 chosen")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".event-title")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".event-title")).to_be_hidden()
    first.locator('[col-id="date"]').click()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('.ag-row') !== null")


def test_chosen_columns_are_remembered(page: Page) -> None:
    page.goto("/events")
    page.get_by_role("button", name="Columns").click()
    page.get_by_label("Note").check()
    expect(page.locator('#events-grid .ag-header-cell[col-id="note"]')).to_be_attached()
    page.reload()
    expect(page.locator('#events-grid .ag-header-cell[col-id="note"]')).to_be_attached()
