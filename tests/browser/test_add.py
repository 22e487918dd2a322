"""The form: live reading, errors beside the fields, drafts, likely duplicates, saving, undo, edits that meet."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import in_either_theme
from tests.browser.conftest import NOW
from tracker.models import ReviewState
from tracker.store import Store

TALKS = "2025-05-16-talks-istanbul-1"


@pytest.fixture
def form(page: Page) -> Locator:
    page.goto("/add")
    return opened(page)


def opened(page: Page) -> Locator:
    found = page.locator("#add-form")
    expect(found.get_by_role("textbox", name="Title")).to_be_visible()
    return found


def choose(page: Page, field: Locator, typed: str) -> None:
    """Search in a list field and take the first that fits."""
    field.click()
    page.keyboard.type(typed, delay=30)
    expect(page.locator("[role=option][data-combobox-selected]:visible")).to_have_count(1)
    page.keyboard.press("Enter")


def fill_talks(page: Page, form: Locator, day: str = "3 November 2026") -> None:
    choose(page, form.get_by_role("textbox", name="Type"), "Talks")
    form.get_by_role("textbox", name="Date").fill(day)
    choose(page, form.get_by_role("textbox", name="Participants"), "UKR")
    page.keyboard.press("Escape")


def test_the_date_is_read_aloud_while_it_is_typed(page: Page, form: Locator) -> None:
    reading = page.locator("#add-reading")
    assert reading.get_attribute("aria-live") == "polite"
    words = form.get_by_role("textbox", name="Date")
    words.fill("23 July 2025")
    expect(reading).to_contain_text("Understood as Wed 23 Jul 2025")
    expect(reading).to_contain_text("Known to the day")
    words.fill("last Tuesday")
    expect(reading).to_contain_text("Tue 17 Nov 2026")
    expect(reading).to_contain_text("counted from today, Sun 22 Nov 2026")
    form.get_by_role("textbox", name="count from").fill("12 Nov 2025")
    page.keyboard.press("Enter")
    expect(reading).to_contain_text("Tue 11 Nov 2025")
    words.fill("blue cheese")
    expect(reading).to_contain_text("blue cheese")
    expect(reading).not_to_contain_text("Understood")


def test_a_date_with_two_readings_offers_the_other(page: Page, form: Locator) -> None:
    form.get_by_role("textbox", name="Date").fill("01/02/2025")
    reading = page.locator("#add-reading")
    expect(reading).to_contain_text("It can also mean")
    reading.get_by_role("button").click()
    expect(reading).not_to_contain_text("It can also mean")
    expect(reading).to_contain_text("Feb 2025" if "1 Feb" in reading.inner_text() else "Jan 2025")


def test_wrong_fields_say_so_and_nothing_is_written(page: Page, form: Locator, store: Store) -> None:
    before = store.revision()
    form.get_by_role("textbox", name="Source addresses").fill("javascript:alert(1)")
    page.get_by_role("button", name="Save the event").click()
    expect(page.locator("#add-wrong")).to_contain_text("3 fields need mending: Type, Date, Source addresses")
    kind = form.get_by_role("textbox", name="Type")
    expect(kind).to_have_attribute("aria-invalid", "true")
    expect(kind).to_be_focused()
    for label, text in {"Date": "Say when it was", "Source addresses": "is no address of a page"}.items():
        field = form.get_by_role("textbox", name=label)
        told = field.get_attribute("aria-describedby") or ""
        said = [page.locator(f"[id='{one}']").inner_text() for one in told.split() if one.endswith("-error")]
        assert text in " ".join(said)
    assert store.revision() == before


def test_an_event_that_occurred_cannot_lie_in_the_future(page: Page, form: Locator) -> None:
    fill_talks(page, form, "3 March 2027")
    page.get_by_role("button", name="Save the event").click()
    expect(form.get_by_text("lies in the future")).to_be_visible()


def test_an_event_by_hand_is_saved_found_and_taken_back(page: Page, form: Locator, store: Store) -> None:
    fill_talks(page, form)
    form.get_by_role("textbox", name="Title").fill("Working talks <script>alert(1)</script>")
    choose(page, form.get_by_role("textbox", name="Mediators"), "Qatar")
    page.keyboard.press("Escape")
    form.get_by_role("button", name="Add a number").click()
    form.get_by_role("textbox", name="How many").fill("1200")
    choose(page, form.get_by_role("textbox", name="Of what"), "prisoners")
    choose(page, form.get_by_role("textbox", name="For whom"), "UKR")
    form.get_by_role("textbox", name="Publisher").fill("Example Daily")
    page.get_by_role("button", name="Save the event").click()
    result = page.locator("#add-result")
    expect(result).to_contain_text("Saved: Working talks <script>alert(1)</script> · Tue 3 Nov 2026")
    frame = store.frame()
    row = frame.loc[frame["title"].str.startswith("Working talks")].iloc[0]
    assert row["actors"] == "UKR:participant;QAT:mediator"
    assert row["quantities"] == "prisoners:UKR:1200"
    assert (row["publisher"], row["review_state"]) == ("Example Daily", ReviewState.ACCEPTED.value)
    assert row["date_start"].date() == row["date_end"].date() == date(2026, 11, 3)
    expect(form.get_by_role("textbox", name="Title")).to_have_value("")
    result.get_by_role("button", name="Undo").click()
    expect(result).to_contain_text("Taken back")
    expect(form.get_by_role("textbox", name="Title")).to_have_value("Working talks <script>alert(1)</script>")
    assert row["event_id"] not in set(store.frame()["event_id"])


def test_add_another_like_this_keeps_the_series_and_drops_what_tells_events_apart(page: Page) -> None:
    page.goto(f"/add?like={TALKS}")
    form = opened(page)
    expect(form.get_by_role("textbox", name="Type")).to_have_value("Talks")
    expect(form.get_by_role("textbox", name="Title")).to_have_value("")
    expect(form.get_by_role("textbox", name="Date")).to_have_value("")
    expect(form.locator(".form-roles")).to_contain_text("Ukraine (UKR)")


def test_a_draft_survives_a_reload_until_it_is_thrown_away(page: Page, form: Locator) -> None:
    fill_talks(page, form)
    form.get_by_role("textbox", name="Note").fill("half a thought")
    page.wait_for_function("(localStorage.getItem('add-drafts') || '').includes('half a thought')")
    page.reload()
    again = opened(page)
    expect(again.get_by_role("textbox", name="Note")).to_have_value("half a thought")
    expect(again.get_by_role("textbox", name="Type")).to_have_value("Talks")
    expect(page.locator("#add-restored")).to_contain_text("is back")
    page.get_by_role("button", name="Start afresh").click()
    expect(again.get_by_role("textbox", name="Note")).to_have_value("")
    page.reload()
    expect(opened(page).get_by_role("textbox", name="Note")).to_have_value("")


def test_a_likely_duplicate_is_shown_before_saving_with_why(page: Page, form: Locator) -> None:
    fill_talks(page, form, "16 May 2025")
    likely = page.locator("#add-likely")
    expect(likely).to_contain_text("Is it here already?")
    expect(likely).to_contain_text("the same type, the same days and Ukraine in both")
    expect(page.get_by_role("button", name="Save as a new event")).to_be_visible()
    likely.get_by_role("link", name="Edit this one instead").first.click()
    expect(page.locator("h1")).to_contain_text("Edit:")


def test_a_code_of_ones_own_is_taken(page: Page, form: Locator) -> None:
    choose(page, form.get_by_role("textbox", name="Participants"), "XQZW")
    expect(form.locator(".form-roles")).to_contain_text("XQZW")


def test_a_link_is_found_by_words_of_the_title(page: Page, form: Locator, store: Store) -> None:
    fill_talks(page, form)
    form.get_by_role("button", name="Add a link").click()
    title = str(store.event(TALKS)["title"])
    field = form.get_by_role("textbox", name="the event", exact=True)
    field.click()
    page.keyboard.type(title, delay=10)
    page.get_by_role("option", name=title).click()
    page.get_by_role("button", name="Save the event").click()
    expect(page.locator("#add-result")).to_contain_text("Saved")
    assert f"answers:{TALKS}" in set(store.frame()["links"])


def test_editing_writes_only_what_changed(page: Page, store: Store) -> None:
    before = store.event(TALKS)
    page.goto(f"/add?edit={TALKS}")
    form = opened(page)
    expect(page.locator("#add-reading")).to_contain_text("Stands as Fri 16 May 2025")
    form.get_by_role("textbox", name="Note").fill("Seen twice")
    page.get_by_role("button", name="Save the changes").click()
    expect(page.locator("#add-result")).to_contain_text("Saved")
    after = store.event(TALKS)
    assert after["note"] == "Seen twice"
    assert {name for name in before if before[name] != after[name]} <= {"note", "changed_at"}


def test_two_editors_are_told_of_each_other_and_choose(page: Page, store: Store) -> None:
    page.goto(f"/add?edit={TALKS}")
    form = opened(page)
    form.get_by_role("textbox", name="Note").fill("Mine")
    store.change(TALKS, {"note": "Theirs", "track": "Their track"}, by="somebody", at=NOW)
    page.get_by_role("button", name="Save the changes").click()
    answer = page.locator("#add-result")
    expect(answer).to_contain_text("This event was changed while you were editing it")
    expect(answer).to_contain_text("somebody")
    expect(answer).to_contain_text("“Theirs”")
    assert store.event(TALKS)["note"] == "Theirs"
    answer.get_by_role("button", name="Keep theirs and add my changes").click()
    expect(answer).to_contain_text("Saved")
    event = store.event(TALKS)
    assert (event["note"], event["track"]) == ("Mine", "Their track")


def test_theirs_can_be_taken_instead(page: Page, store: Store) -> None:
    page.goto(f"/add?edit={TALKS}")
    form = opened(page)
    form.get_by_role("textbox", name="Note").fill("Mine")
    store.change(TALKS, {"note": "Theirs"}, by="somebody", at=NOW)
    page.get_by_role("button", name="Save the changes").click()
    page.get_by_role("button", name="Take theirs, drop mine").click()
    expect(form.get_by_role("textbox", name="Note")).to_have_value("Theirs")
    assert store.event(TALKS)["note"] == "Theirs"


def test_editing_what_is_not_there_says_so(page: Page) -> None:
    page.goto("/add?edit=nothing-of-that-name")
    expect(page.locator("#add-form")).to_contain_text("There is no event")
    page.get_by_role("link", name="Add a new event").click()
    opened(page)


def test_the_form_is_accessible(page: Page) -> None:
    page.goto("/add")
    form = opened(page)
    form.get_by_role("button", name="Add a number").click()
    expect(form.get_by_role("textbox", name="How many")).to_be_visible()
    page.get_by_role("button", name="Save the event").click()
    expect(page.locator("#add-wrong")).to_contain_text("Not saved")
    assert in_either_theme(page) == []


def test_a_phone_shows_the_form_without_scrolling_sideways(phone: Page) -> None:
    phone.goto("/add")
    opened(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
