"""From text to events: pasted or dropped, dated, read, reviewed beside the marked article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.axe import in_either_theme
from tests.browser.conftest import NOW
from tracker import parse
from tracker.models import ReviewState
from tracker.store import Store
from tracker.text import from_text

SEED = Path(__file__).resolve().parents[2] / "seeds/seed-2025-11-12-istanbul.txt"
HOSTILE = (
    'Envoys meet <script>document.title = "caught"</script>\n\n'
    "Russia and Ukraine held talks in Istanbul on Tuesday, <b>officials</b> said. "
    '<img src="https://example.org/x.png" onerror="alert(1)">'
)


def paste(page: Page, text: str, published: str = "") -> None:
    page.goto("/inbox")
    page.get_by_role("textbox", name="Text of the article").fill(text)
    page.get_by_role("textbox", name="Published on").fill(published)
    page.get_by_role("button", name="Read the text").click()


def read_in(store: Store, text: str, name: str = "article") -> tuple[str, ...]:
    """The text read and proposed without the page; returns the events' ids."""
    article = from_text(text, id=name, title="An article", published=date(2025, 11, 12))
    store.add_article(article, by="inbox", at=NOW)
    return store.propose(name, parse(article), by="parser", at=NOW)


def counts(page: Page, waiting: int, accepted: int, dismissed: int) -> None:
    expect(page.locator("#review-counts")).to_contain_text(
        f"{waiting} waiting · {accepted} accepted · {dismissed} dismissed"
    )


def test_the_seed_article_is_pasted_read_and_its_proposals_accepted(page: Page, store: Store) -> None:
    known = store.frame()
    paste(page, SEED.read_text(encoding="utf-8"), "12 November 2025")
    page.wait_for_url("**/inbox/*")
    cards = page.locator("#review-list [data-state=proposed]")
    expect(cards.first).to_be_visible()
    found = cards.count()
    assert found >= 5
    counts(page, found, 0, 0)
    frame = store.frame()
    assert len(frame) == len(known) + found
    assert (frame["review_state"] == ReviewState.PROPOSED.value).sum() == found
    together = page.locator("#review-list [data-state=joined]").filter(has_text="It tells of 3 events at once")
    for day in ("Fri 16 May 2025", "Mon 2 Jun 2025", "Wed 23 Jul 2025"):
        expect(together).to_contain_text(day)
    visit = page.locator("#review-list [data-state=joined]").filter(has_text="Umerov travels to Istanbul")
    expect(visit).to_contain_text("For: the same date: Tue 11 Nov 2025; Rustem Umerov in both")

    expect(page.locator("#review-text mark.mark-evidence").first).to_be_visible()
    expect(page.locator("#review-text mark.mark-date", has_text="Wednesday")).to_be_visible()
    cards.nth(1).hover()
    name = cards.nth(1).get_attribute("data-proposal")
    expect(page.locator("#review-text mark.is-lit").first).to_have_attribute("data-events", _holding(name))

    page.keyboard.press("j")
    page.keyboard.press("k")
    first = page.locator("#review-list .is-current").get_attribute("data-proposal")
    page.keyboard.press("a")
    counts(page, found - 1, 1, 0)
    assert store.event(str(first))["review_state"] == ReviewState.ACCEPTED.value
    page.keyboard.press("d")
    counts(page, found - 2, 1, 1)
    page.keyboard.press("u")
    counts(page, found - 1, 1, 0)
    page.get_by_role("button", name="Accept all that wait").click()
    counts(page, 0, found, 0)
    assert (store.frame()["review_state"] == ReviewState.ACCEPTED.value).sum() == len(known) + found


def taken_in(store: Store, text: str, name: str) -> None:
    """The text read and its events joined to the known ones, as the Inbox does it."""
    store.add_article(from_text(text, id=name, published=date(2025, 11, 12)), by="inbox", at=NOW)
    store.take_in(name, parse(store.article(name)), by="parser", at=NOW)


def test_a_join_is_refused_by_a_key_and_taken_back(page: Page, store: Store) -> None:
    taken_in(store, SEED.read_text(encoding="utf-8"), "seed")
    before = store.state()
    page.goto("/inbox/seed")
    visit = page.locator("#review-list [data-state=joined]").filter(has_text="Umerov travels to Istanbul")
    visit.focus()
    page.keyboard.press("n")
    expect(visit).to_have_count(0)
    expect(page.locator("#review-counts")).to_contain_text("2 joined known events")
    page.keyboard.press("u")
    expect(visit).to_be_visible()
    assert store.state() == before


def test_a_link_is_refused_and_taken_by_keys(page: Page, store: Store) -> None:
    text = "Ukraine rejected Russia's proposal for three online working groups on Tuesday."
    taken_in(store, text, "answer")
    page.goto("/inbox/answer")
    asking = page.locator("#review-list [data-proposal]").filter(has=page.locator(".question")).first
    source = str(asking.get_attribute("data-proposal"))
    asked = page.locator(f"[data-proposal='{source}'] .question")
    title = asked.locator("a").inner_text()
    asking.focus()
    page.keyboard.press("n")
    expect(asked.locator("a", has_text=title)).to_have_count(0)
    (refused,) = [one for one in store.refused_links() if one.source == source]
    assert store.event(refused.target)["title"] == title
    page.keyboard.press("u")
    expect(asked.locator("a", has_text=title)).to_have_count(1)
    page.keyboard.press("y")
    expect(asked).to_have_count(0)
    assert refused.target in store.event(source)["links"]


def test_a_proposal_is_merged_with_a_known_event(page: Page, store: Store) -> None:
    text = "A Ukrainian delegation visited Istanbul on Tuesday for consultations with Türkiye."
    article = from_text(text, id="merged", published=date(2025, 11, 12))
    store.add_article(article, by="inbox", at=NOW)
    (name,) = store.propose("merged", parse(article), by="parser", at=NOW)
    page.goto("/inbox/merged")
    expect(page.locator("#review-list .is-current")).to_be_visible()
    page.keyboard.press("m")
    field = page.get_by_role("textbox", name="The known event")
    expect(field).to_be_focused()
    field.press_sequentially("Umerov travels")
    page.get_by_role("option", name="Umerov travels to Istanbul").click()
    page.get_by_role("button", name="Merge", exact=True).click()
    expect(page.locator("#review-list [data-state=joined]")).to_contain_text("Umerov travels to Istanbul")
    assert name not in set(store.frame()["event_id"])
    assert len(store.reports("2025-11-11-meeting-umerov-istanbul")) == 1
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("u")
    expect(page.locator("#review-list [data-state=proposed]")).to_have_count(1)
    assert store.event(name)["review_state"] == ReviewState.PROPOSED.value


def _holding(name: str | None):
    import re  # noqa: PLC0415

    return re.compile(rf"(?:^| ){re.escape(str(name))}(?: |$)")


def test_the_day_of_publication_is_asked_for_and_nothing_is_lost_on_the_way(page: Page, store: Store) -> None:
    text = "The delegations met in Istanbul on Tuesday, Russia and Ukraine said after the talks."
    paste(page, text)
    ask = page.locator("#inbox-ask")
    expect(ask).to_contain_text("When was it published?")
    day = ask.get_by_role("textbox", name="Published on")
    expect(day).to_be_focused()
    day.fill("soon perhaps")
    ask.get_by_role("button", name="Read it", exact=True).click()
    expect(day).to_have_attribute("aria-invalid", "true")
    assert store.articles() == ()
    page.reload()
    expect(day).to_be_focused()
    expect(ask).to_contain_text("The delegations met in Istanbul")
    ask.get_by_role("button", name="Do not read now").click()
    expect(page.get_by_role("textbox", name="Text of the article")).to_have_value(text)
    page.get_by_role("button", name="Read the text").click()
    ask.get_by_role("button", name="The day is unknown").click()
    page.wait_for_url("**/inbox/*")
    expect(page.locator(".form-notice")).to_contain_text("“Tuesday”")
    expect(page.locator(".form-notice")).to_contain_text("stay without a date")
    assert store.articles()[0].published is None


def test_an_empty_text_and_a_wrong_day_are_said_beside_their_fields(page: Page, store: Store) -> None:
    paste(page, "   ")
    expect(page.get_by_text("There is no text.")).to_be_visible()
    paste(page, "Talks were held.", "32 November 2025")
    field = page.get_by_role("textbox", name="Published on").first
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("textbox", name="Text of the article")).to_have_value("Talks were held.")
    assert store.articles() == ()


def test_the_same_text_again_is_recognised(page: Page, store: Store) -> None:
    text = SEED.read_text(encoding="utf-8")
    read_in(store, text, "known")
    before = store.revision()
    paste(page, text, "12 November 2025")
    progress = page.locator("#inbox-progress")
    expect(progress).to_contain_text("this text is known already")
    assert store.revision() == before
    progress.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("An article")


def test_files_are_dropped_read_one_by_one_and_bad_ones_named(page: Page, store: Store, tmp_path: Path) -> None:
    lines = tmp_path / "two.jsonl"
    lines.write_text(
        '{"id": "one", "title": "One", "published": "2025-11-12", "text": "Russia and Ukraine held talks."}\n'
        '{"id": "two", "title": "Two", "published": "2025-11-12", "text": "It rained in Paris."}\n'
    )
    binary = tmp_path / "broken.txt"
    binary.write_bytes(bytes(range(256)) * 8)
    page.goto("/inbox")
    page.locator("#inbox-files input[type=file]").set_input_files([lines, binary])
    expect(page.locator("#inbox-errors")).to_contain_text("broken.txt")
    expect(page.locator("#inbox-progress")).to_contain_text("2 articles are read.")
    expect(page.locator("#inbox-articles")).to_contain_text("no events found")
    expect(page.locator("#inbox-articles")).to_contain_text("wait")
    assert {one.id for one in store.articles()} == {"one", "two"}


def test_a_proposal_is_mended_in_the_form_and_accepted(page: Page, store: Store) -> None:
    name = read_in(store, SEED.read_text(encoding="utf-8"))[0]
    page.goto("/inbox/article")
    page.locator(f"#review-list [data-proposal='{name}']").focus()
    page.keyboard.press("e")
    form = page.locator("#add-form")
    form.get_by_role("textbox", name="Title").fill("Mended title")
    page.get_by_role("button", name="Save and accept").click()
    page.wait_for_url("**/inbox/article")
    expect(page.locator("#review-list")).to_contain_text("Mended title")
    event = store.event(name)
    assert (event["title"], event["review_state"]) == ("Mended title", ReviewState.ACCEPTED.value)


def test_accepted_proposals_stand_in_the_timeline_and_waiting_ones_do_not(page: Page, store: Store) -> None:
    ids = read_in(store, SEED.read_text(encoding="utf-8"))
    shown = int((store.frame()["review_state"] == ReviewState.ACCEPTED.value).sum())
    page.goto("/inbox/article")
    page.get_by_role("button", name="Accept all that wait").click()
    counts(page, 0, len(ids), 0)
    page.locator(".shell-links").get_by_role("link", name="Timeline", exact=True).click()
    expect(page.locator("#filter-count")).to_contain_text(f"{shown + len(ids)} of")


def test_hostile_text_is_shown_as_text(page: Page, store: Store) -> None:
    read_in(store, HOSTILE, "hostile")
    page.goto("/inbox/hostile")
    text = page.locator("#review-text")
    expect(text).to_contain_text('<script>document.title = "caught"</script>')
    expect(text).to_contain_text("<b>officials</b>")
    assert text.locator("script, img, b").count() == 0
    assert "caught" not in page.title()


def test_an_article_without_events_and_one_that_is_not_there(page: Page, store: Store) -> None:
    read_in(store, "It rained in Paris all day.", "rain")
    page.goto("/inbox/rain")
    expect(page.locator("#review-list")).to_contain_text("Nothing is proposed.")
    page.get_by_role("link", name="Add one that is missing").click()
    expect(page.locator("#add-form").get_by_role("textbox", name="count from")).to_have_value("12 Nov 2025")
    page.goto("/inbox/nothing-here")
    expect(page.locator("h1")).to_have_text("Not found")


def test_inbox_and_review_are_accessible(page: Page, store: Store) -> None:
    read_in(store, SEED.read_text(encoding="utf-8"))
    page.goto("/inbox")
    expect(page.locator("#inbox-articles")).to_contain_text("wait")
    expect(page.get_by_label("Choose files of articles")).to_be_attached()
    assert in_either_theme(page) == []
    page.goto("/inbox/article")
    expect(page.locator("#review-list .is-current")).to_be_visible()
    page.keyboard.press("a")
    expect(page.locator("#review-counts")).to_contain_text("1 accepted")
    assert in_either_theme(page) == []


def test_a_phone_shows_the_review_without_scrolling_sideways(phone: Page, store: Store) -> None:
    read_in(store, SEED.read_text(encoding="utf-8"))
    phone.goto("/inbox/article")
    expect(phone.locator(".proposal-quote").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_quick_decisions_are_all_written_and_all_taken_back(page: Page, store: Store) -> None:
    """Keys pressed faster than the server answers: each was once written, but only the last could be undone."""
    taken_in(store, SEED.read_text(encoding="utf-8"), "seed")
    before = store.state()
    page.goto("/inbox/seed")
    page.locator("#review-list [data-state=proposed]").first.focus()
    for _time in range(3):
        page.keyboard.press("a")
    expect(page.locator("#review-counts")).to_contain_text("3 accepted")
    for _time in range(3):
        page.keyboard.press("u")
    expect(page.locator("#review-counts")).to_contain_text("0 accepted")
    assert store.state() == before


def test_after_a_decision_that_was_not_answered_the_next_one_is_written(page: Page, store: Store) -> None:
    taken_in(store, SEED.read_text(encoding="utf-8"), "seed")
    page.goto("/inbox/seed")
    page.locator("#review-list [data-state=proposed]").first.focus()
    page.route("**/_dash-update-component", lambda route: route.abort())
    page.keyboard.press("a")
    expect(page.locator(".mantine-Notification-root")).to_be_visible()
    page.unroute("**/_dash-update-component")
    page.keyboard.press("a")
    expect(page.locator("#review-counts")).to_contain_text("1 accepted", timeout=20_000)
