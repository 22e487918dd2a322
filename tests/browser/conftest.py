"""The real app, on a real store with the bundled timeline, in a real browser that may ask this machine only."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import waitress
import waitress.wasyncore
from install_browser import on_path
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from dashboards.app import create_app
from dashboards.serve import fill
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
]

expect.set_options(timeout=20_000)  # a busy machine draws late; what is wrong is wrong after twenty seconds too


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


@contextmanager
def serving(store: Store) -> Iterator[str]:
    """Serves the app over ``store`` meanwhile; its address, without a slash at its end."""
    server = waitress.create_server(create_app(store, clock=clock).server, host="127.0.0.1", port=0, threads=6)
    thread = threading.Thread(target=_run, args=(server,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    server.task_dispatcher.shutdown()
    thread.join(timeout=5)
    waitress.wasyncore.close_all(server._map, ignore_all=True)  # the browser's connections, which close() leaves open


@pytest.fixture
def address(store: Store) -> Iterator[str]:
    """Where the app over ``store`` answers."""
    with serving(store) as found:
        yield found


def _run(server: object) -> None:
    try:
        server.run()  # type: ignore[attr-defined]
    except OSError:
        return  # the socket was closed under the loop: the test is over


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, with an empty profile."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=on_path(), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def seen() -> Seen:
    """What the test's pages did."""
    return Seen()


@pytest.fixture
def page(browser: Browser, address: str, seen: Seen) -> Iterator[Page]:
    """A page at 1440 by 900. The test fails if it asks another machine, or if a script of it fails."""
    yield from open_page(browser, address, seen, viewport=DESKTOP)


@pytest.fixture
def phone(browser: Browser, address: str, seen: Seen) -> Iterator[Page]:
    """The same at 390 by 844, touched instead of pointed at."""
    yield from open_page(browser, address, seen, viewport=PHONE, has_touch=True)


def open_page(browser: Browser, address: str, seen: Seen, **options: object) -> Iterator[Page]:
    """A page of its own context; ``goto("/events")`` counts from the app's address."""
    context = browser.new_context(base_url=address, accept_downloads=True, **options)  # type: ignore[arg-type]
    context.set_default_timeout(20_000)
    opened = context.new_page()
    opened.on("request", seen.request)
    opened.on("pageerror", lambda error: seen.errors.append(str(error)))
    yield opened
    context.close()
    assert seen.outside == []
    assert seen.errors == []
