"""One event: its facts, its quote in the article, links both ways, history and undo."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Page, expect

from tests.browser.axe import in_either_theme
from tests.browser.conftest import NOW
from tests.browser.test_inbox import HOSTILE, SEED, read_in
from tracker import parse
from tracker.models import LinkKind, ReviewState
from tracker.store import Store
from tracker.text import from_text

VISIT = "2025-11-11-meeting-umerov-istanbul"
TALKS, OFFER = "2025-05-16-talks-istanbul-1", "2025-05-11-proposal-putin-istanbul"


def test_an_event_shows_its_facts_and_sources(page: Page, store: Store) -> None:
    event = store.event(TALKS)
    page.goto(f"/event/{TALKS}")
    expect(page.locator("h1")).to_have_text(str(event["title"]))
    expect(page.locator(".event-when")).to_have_text("Fri 16 May 2025")
    expect(page.locator(".event-type")).to_contain_text("Talks")
    facts = page.locator(".event-facts")
    expect(facts).to_contain_text("Ukraine · participant")
    expect(facts).to_contain_text("Istanbul, Türkiye")
    links = facts.locator(".event-sources a")
    assert links.count() == len(str(event["source_urls"]).split())
    for link in links.all():
        assert link.get_attribute("rel") == "noopener noreferrer"
        assert str(link.get_attribute("href")).startswith("http")


def test_the_quote_is_highlighted_in_the_stored_article(page: Page, store: Store) -> None:
    name = read_in(store, SEED.read_text(encoding="utf-8"))[0]
    quote = store.reports(name)[0].report.evidence[0].text
    page.goto(f"/event/{name}")
    report = page.locator(".report")
    expect(report.locator("mark.mark-evidence").first).to_be_visible()
    marked = "".join(report.locator("mark.mark-evidence").all_inner_texts())
    assert quote.split(". ")[0] in marked
    expect(page.locator(".event-state").first).to_have_text("Waiting for review")
    expect(report).not_to_contain_text("Reklam")
    button = report.get_by_role("button", name="Show the whole article")
    button.click()
    expect(report).to_contain_text("Reklam")
    report.get_by_role("button", name="Show the quote only").click()
    expect(report).not_to_contain_text("Reklam")


def test_links_are_shown_from_both_ends(page: Page, store: Store) -> None:
    store.link(TALKS, LinkKind.CAME_OF, OFFER, by="test", at=NOW)
    page.goto(f"/event/{TALKS}")
    expect(page.locator(".links")).to_contain_text("This event came of")
    page.locator(".links").get_by_role("link", name=str(store.event(OFFER)["title"])).first.click()
    expect(page.locator("h1")).to_have_text(str(store.event(OFFER)["title"]))
    expect(page.locator(".links")).to_contain_text("This event led to")


def test_every_change_is_told_and_any_one_is_taken_back(page: Page, store: Store) -> None:
    store.change(TALKS, {"status": "ongoing"}, by="somebody", at=NOW, why="The note says so")
    store.change(TALKS, {"note": "Looked at <i>twice</i>"}, by="somebody else", at=NOW)
    page.goto(f"/event/{TALKS}")
    history = page.locator(".history > li")
    expect(history).to_have_count(3)
    expect(history.nth(1)).to_contain_text("Changed by somebody")
    expect(history.nth(1)).to_contain_text("Status: “Occurred” → “Ongoing”")
    expect(history.nth(1)).to_contain_text("Why: The note says so")
    expect(history.nth(0)).to_contain_text("Note: nothing → “Looked at <i>twice</i>”")
    assert history.nth(2).get_by_role("button", name="Undo").count() == 0  # came with the whole timeline
    history.nth(1).get_by_role("button", name="Undo").click()
    expect(history).to_have_count(4)
    expect(page.locator(".event-state")).to_have_count(0)
    event = store.event(TALKS)
    assert (event["status"], event["note"]) == ("occurred", "Looked at <i>twice</i>")


def test_one_event_of_many_reviewed_at_once_is_taken_back_alone(page: Page, store: Store) -> None:
    ids = read_in(store, SEED.read_text(encoding="utf-8"))
    store.review(ids, ReviewState.ACCEPTED, by="editor", at=NOW)
    page.goto(f"/event/{ids[0]}")
    page.locator(".history > li").first.get_by_role("button", name="Undo").click()
    expect(page.locator(".event-state").first).to_have_text("Waiting for review")
    assert store.event(ids[0])["review_state"] == ReviewState.PROPOSED.value
    assert store.event(ids[1])["review_state"] == ReviewState.ACCEPTED.value


def test_a_join_is_told_in_words_and_taken_back_alone(page: Page, store: Store) -> None:
    article = from_text(SEED.read_text(encoding="utf-8"), id="seed", published=date(2025, 11, 12), publisher="Daily")
    store.add_article(article, by="inbox", at=NOW)
    store.take_in("seed", parse(article), by="parser", at=NOW)
    page.goto(f"/event/{VISIT}")
    joined = page.locator(".history > li").first
    expect(joined).to_contain_text("The report of Daily stands behind it. For: the same date: Tue 11 Nov 2025")
    expect(page.locator(".report-joined")).to_contain_text("Against: they are told in other words")
    joined.get_by_role("button", name="Undo").click()
    expect(page.locator(".report")).to_have_count(0)
    expect(page.locator(".history > li").first).to_contain_text("The report of Daily is kept apart")
    assert store.reports(VISIT) == ()


def test_a_link_is_said_not_to_be_and_the_event_stands_as_known_on_a_day(page: Page, store: Store) -> None:
    page.goto(f"/event/{TALKS}")
    refused = page.locator(".event-links").get_by_role("button", name=f"Not this one: {store.event(OFFER)['title']}")
    refused.click()
    expect(refused).to_have_count(0)
    expect(page.locator(".history > li").first).to_contain_text("Said by hand not to be so: it answers")
    page.locator(".notice-undo").click()
    expect(refused).to_be_visible()
    page.goto(f"/event/{TALKS}?known=2026-11-21")
    expect(page.locator("h1")).to_have_text("Not known")
    page.goto(f"/event/{TALKS}?known=2026-11-22")
    expect(page.locator(".form-notice")).to_contain_text("known at the end of Sun 22 Nov 2026")
    expect(page.locator("h1")).to_have_text(str(store.event(TALKS)["title"]))


def test_a_proposal_is_accepted_and_dismissed_on_its_page(page: Page, store: Store) -> None:
    name = read_in(store, SEED.read_text(encoding="utf-8"))[0]
    page.goto(f"/event/{name}")
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)
    assert store.event(name)["review_state"] == ReviewState.ACCEPTED.value
    page.get_by_role("button", name="Dismiss").click()
    expect(page.locator(".state-dismissed")).to_have_text("Dismissed")
    assert store.event(name)["review_state"] == ReviewState.DISMISSED.value


def test_only_web_addresses_become_links_and_markup_stays_text(page: Page, store: Store) -> None:
    name = store.add_event(
        {
            "event_type": "statement",
            "date_start": "2025-11-11",
            "date_end": "2025-11-11",
            "date_precision": "day",
            "title": "<img src=x onerror=alert(1)>",
            "quote": HOSTILE,
            "source_urls": "javascript:alert(1) https://example.org/page",
        },
        by="test",
        at=NOW,
    )
    page.goto(f"/event/{name}")
    expect(page.locator("h1")).to_have_text("<img src=x onerror=alert(1)>")
    assert page.locator(".event-sources a").count() == 1
    expect(page.locator(".event-sources")).to_contain_text("javascript:alert(1)")
    expect(page.locator(".article-quote")).to_contain_text("<script>")
    assert page.locator("#event-body script, #event-body img").count() == 0


def test_an_unknown_event_is_a_sentence_and_a_way_back(page: Page) -> None:
    page.goto("/event/nothing-of-that-name")
    expect(page.locator("h1")).to_have_text("No such event")
    expect(page.locator(".state")).to_contain_text('There is no event "nothing-of-that-name".')
    page.get_by_role("link", name="Go to the timeline").click()
    expect(page.locator("h1")).to_have_text("Timeline")


def test_printing_leaves_buttons_out_and_keeps_the_quote(page: Page, store: Store) -> None:
    name = read_in(store, SEED.read_text(encoding="utf-8"))[0]
    page.goto(f"/event/{name}")
    expect(page.locator("mark.mark-evidence").first).to_be_visible()
    page.emulate_media(media="print")
    assert page.locator(".event-head .form-buttons").is_hidden()
    assert page.locator(".shell-header").is_hidden()
    assert page.locator("mark.mark-evidence").first.is_visible()


def test_the_event_page_is_accessible(page: Page, store: Store) -> None:
    name = read_in(store, SEED.read_text(encoding="utf-8"))[0]
    page.goto(f"/event/{name}")
    page.get_by_text("How this was read").click()
    assert in_either_theme(page) == []


def test_a_phone_shows_an_event_without_scrolling_sideways(phone: Page, store: Store) -> None:
    name = read_in(store, SEED.read_text(encoding="utf-8"))[0]
    phone.goto(f"/event/{name}")
    expect(phone.locator("mark.mark-evidence").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
