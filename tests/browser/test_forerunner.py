"""The page that stands before Dash does: drawn and moved without it, looking like the page that takes its place."""

import re
from collections.abc import Callable

import pytest
from axe import serious
from playwright.sync_api import Page, Route, expect

LIBRARIES = re.compile("/_dash-component-suites/")
DRAWN = "() => (window.tracker?.timeline?.scene()?.stamp ?? -1) === window.tracker?.timeline?.view.stamp"
WIDE = "() => window.tracker.timeline.scene().to - window.tracker.timeline.scene().from"
PLACES = """() => { const found = {};
    const page = document.getElementById("forerunner") || document.getElementById("react-entry-point");
    for (const one of page.querySelectorAll("h1, p, .tool, .legend li, .shell-link, button, input, canvas, .chip")) {
        const box = one.getBoundingClientRect();
        const said = one.getAttribute("aria-label") || one.textContent || one.placeholder || one.id;
        if (box.width) found[one.tagName + " " + said] = [box.x, box.y, box.width, box.height].map(Math.round);
    } return found; }"""


@pytest.fixture
def held(page: Page) -> Callable[[], None]:
    """Lets no library come until what it gives is called; then Dash's page is awaited."""
    waiting: list[Route] = []
    going: list[bool] = []

    def came(route: Route) -> None:
        if going:
            route.continue_()
        else:
            waiting.append(route)

    page.route(LIBRARIES, came)

    def go() -> None:
        going.append(True)
        for route in waiting:
            route.continue_()
        page.wait_for_function("() => !document.getElementById('forerunner')")

    return go


def opened(page: Page, address: str = "/") -> None:
    """The page as it stands before Dash."""
    Page.goto(page, address, wait_until="commit")
    page.wait_for_function(DRAWN)
    assert page.evaluate("typeof window.DashRenderer") == "undefined"


def test_the_timeline_is_drawn_zoomed_dragged_and_walked_without_dash(page, held):
    opened(page)
    expect(page.locator("#timeline-says")).to_contain_text("events in sight")
    expect(page.locator("#filter-count")).to_contain_text("of")
    expect(page.locator(".lane-head").first).to_be_visible()
    wide = page.evaluate(WIDE)
    page.get_by_role("button", name="Zoom in", exact=True).click()
    page.wait_for_function(f"(wide) => ({WIDE})() < 0.7 * wide", arg=wide)
    page.locator("#timeline-chart").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#timeline-spoken")).not_to_be_empty()
    heads = page.locator(".lane-head")
    page.wait_for_function(DRAWN)
    heads.first.click()
    expect(heads.first).to_have_attribute("aria-expanded", "false")
    seen = page.evaluate("() => [window.tracker.timeline.view.from, window.tracker.timeline.view.to]")
    held()
    assert page.evaluate("() => [window.tracker.timeline.view.from, window.tracker.timeline.view.to]") == seen
    expect(heads.first).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("where", ["/", "/?type=talks&lanes=actor", "/?lang=uk&text=istanbul"])
def test_nothing_moves_when_dash_takes_its_place(page, held, where):
    opened(page, where)
    before = page.evaluate(PLACES)
    assert len(before) > 40
    held()
    page.wait_for_function(DRAWN)
    after = page.evaluate(PLACES)
    assert {name for name in before if "BUTTON" not in name} <= set(after)
    moved = {
        name: (box, after[name])
        for name, box in before.items()
        if name in after and any(abs(a - b) > 1 for a, b in zip(box, after[name], strict=True))
    }
    assert moved == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_it(page, held, theme):
    page.emulate_media(color_scheme=theme)
    opened(page)
    assert serious(page) == []


def test_a_library_that_does_not_come_is_asked_for_again(page):
    refused: list[str] = []

    def refuse(route: Route) -> None:
        if len(refused) < 3:
            refused.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route(re.compile("dash_mantine_components"), refuse)
    page.goto("/")
    expect(page.locator("#filter-count")).to_contain_text("of")
    assert len(refused) == 3


def test_what_was_pressed_and_written_meanwhile_is_carried_over(page, held):
    opened(page)
    page.get_by_role("button", name="Filter", exact=True).click()
    page.get_by_role("button", name="Actor", exact=True).click()
    page.locator("#filter-text").fill("prisoners")
    held()
    expect(page.locator("#filter-type")).to_be_visible()
    expect(page.locator("#timeline-lanes input:checked")).to_have_value("actor")
    expect(page.locator("#filter-text")).to_have_value("prisoners")
    expect(page.locator("#filter-text")).to_be_focused()
    expect(page).to_have_url(re.compile("text=prisoners"))
    expect(page).to_have_url(re.compile("actor"))


def test_a_condition_taken_away_meanwhile_stays_away(page, held):
    opened(page, "/?text=istanbul")
    page.get_by_role("button", name="Take away the condition Words").click()
    held()
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator("#filter-text")).to_have_value("")
    page.wait_for_timeout(1000)
    expect(page.locator(".chip")).to_have_count(1)
    expect(page).not_to_have_url(re.compile("text"))


def test_an_event_chosen_meanwhile_opens(page, held):
    opened(page)
    event = page.evaluate("() => window.tracker.timeline.scene().things.id.find((id) => !id.startsWith('bin:'))")
    page.evaluate("(id) => window.tracker.timeline.open(id)", event)
    held()
    expect(page.locator("#drawer-body")).to_contain_text("Open", ignore_case=True)
    expect(page).to_have_url(re.compile("event="))


def test_a_store_that_cannot_be_laid_out_says_so_instead(page, store, monkeypatch):
    from dashboards.components import shell  # noqa: PLC0415 - only this test breaks it

    def broken(*_given: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr(shell, "layout", broken)
    page.goto("/")
    expect(page.locator(".state-failure")).to_be_visible()
