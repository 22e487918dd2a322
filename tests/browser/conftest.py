"""The real app, on a real store with the bundled timeline, in a real browser that may ask this machine only."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from install_browser import on_path
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from dashboards.app import create_app
from dashboards.serve import fill
from tests.browser.stage import COOKIE, Stage
from tracker.store import Store

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
"""The moment at which every browser test happens."""

DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",  # a test's page finds the scripts compiled that the page before it ran
]

PATIENCE = 60_000
"""Milliseconds: a busy machine draws late; what is wrong is wrong after them too."""
expect.set_options(timeout=PATIENCE)


def clock() -> datetime:
    """The app's clock in these tests."""
    return NOW


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def filled_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store file with the bundled timeline, made once and copied for each test."""
    path = tmp_path_factory.mktemp("filled") / "timeline.sqlite"
    with Store(f"sqlite:///{path}") as store:
        assert fill(store, clock) > 400
    return path


@pytest.fixture
def store(filled_store: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of the test's own, with the bundled timeline."""
    path = tmp_path / "timeline.sqlite"
    shutil.copyfile(filled_store, path)
    with Store(f"sqlite:///{path}") as opened:
        yield opened


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    """The address at which one test's app after the other answers."""
    opened = Stage()
    yield opened
    opened.close()


def serving(stage: Stage, store: Store) -> AbstractContextManager[str]:
    """Serves the app over ``store`` meanwhile; its address, without a slash at its end."""
    return stage.showing(create_app(store, clock=clock).server)


@pytest.fixture
def address(stage: Stage, store: Store) -> Iterator[str]:
    """Where the app over ``store`` answers."""
    with serving(stage, store) as found:
        yield found


@dataclass
class Seen:
    """What a page did that a test must know: requests that left the machine, errors in its scripts."""

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def request(self, request: Request) -> None:
        """Keeps a request to another host."""
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
            self.outside.append(request.url)

    def nothing_wrong(self) -> None:
        """Fails if another machine was asked, or if a script failed."""
        assert self.outside == []
        assert self.errors == []


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, with an empty profile."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=on_path(), args=ARGUMENTS)
        yield opened
        opened.close()


@dataclass(frozen=True)
class Profile:
    """A context that tests share for the scripts that it keeps: pages and all that they remember are each test's own.

    ``keeper`` is a blank page of the app's address: while it is open, so is the process that has compiled the scripts.
    """

    context: BrowserContext
    keeper: Page
    stage: Stage

    def opened(self, seen: Seen) -> Iterator[Page]:
        """A page for one test; ``goto("/events")`` counts from the app's address."""
        self.keeper.evaluate("localStorage.clear()")
        self.context.clear_cookies()
        self.context.clear_permissions()
        self.context.add_cookies([{"name": COOKIE, "value": str(self.stage.number), "url": self.stage.address}])
        page = self.context.new_page()
        watch(page, seen)
        stands(page)
        yield page
        opened = [one for one in self.context.pages if one is not self.keeper]
        clocks = [one.evaluate("'__pwClock' in globalThis") for one in opened]
        for one in opened:
            one.goto("about:blank")  # it says good-bye now, not in the next test
            one.close()
        assert not any(clocks), "page.clock stays in the context: ask for the page `alone`"
        seen.nothing_wrong()


def profile(browser: Browser, stage: Stage, **options: Any) -> Iterator[Profile]:
    """A context for all tests of a process."""
    context = browser.new_context(base_url=stage.address, accept_downloads=True, **options)
    context.set_default_timeout(PATIENCE)
    keeper = context.new_page()
    keeper.goto("/")
    yield Profile(context, keeper, stage)
    context.close()


@pytest.fixture(scope="session")
def desktop(browser: Browser, stage: Stage) -> Iterator[Profile]:
    """1440 by 900."""
    yield from profile(browser, stage, viewport=DESKTOP)


@pytest.fixture(scope="session")
def touched(browser: Browser, stage: Stage) -> Iterator[Profile]:
    """390 by 844, touched instead of pointed at."""
    yield from profile(browser, stage, viewport=PHONE, has_touch=True)


@pytest.fixture
def seen() -> Seen:
    """What the test's pages did."""
    return Seen()


@pytest.fixture
def page(desktop: Profile, address: str, seen: Seen) -> Iterator[Page]:
    """A page at 1440 by 900. The test fails if it asks another machine, or if a script of it fails."""
    yield from desktop.opened(seen)


@pytest.fixture
def phone(touched: Profile, address: str, seen: Seen) -> Iterator[Page]:
    """The same at 390 by 844, touched instead of pointed at."""
    yield from touched.opened(seen)


@pytest.fixture
def alone(browser: Browser, address: str, seen: Seen) -> Iterator[Page]:
    """A page in a context of its own, for what is set on a context: its clock."""
    yield from open_page(browser, address, seen, viewport=DESKTOP)


def open_page(browser: Browser, address: str, seen: Seen, **options: Any) -> Iterator[Page]:
    """A page of its own context, which finds nothing kept: ``page`` opens twice as fast."""
    context = browser.new_context(base_url=address, accept_downloads=True, **options)
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    watch(opened, seen)
    stands(opened)
    yield opened
    context.close()
    seen.nothing_wrong()


def watch(page: Page, seen: Seen) -> None:
    """Keeps what ``page`` does in ``seen``."""
    page.on("request", seen.request)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))


def stands(page: Page) -> None:
    """Lets ``goto`` and ``reload`` wait until Dash's page stands: what stands before it has tests of its own."""

    def awaited(go: Callable[..., Any]) -> Callable[..., Any]:
        def gone(*args: Any, **more: Any) -> Any:
            answer = go(*args, **more)
            page.wait_for_function("() => !document.getElementById('forerunner')")
            return answer

        return gone

    page.__dict__.update(goto=awaited(page.goto), reload=awaited(page.reload))
