"""A server that stops and comes back, a store that fails: said in words, nothing lost, and the page goes on."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, expect

from tracker.store import Store

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def serving(store: Path, port: int) -> Iterator[None]:
    """The real command, in a process of its own, that is killed at the end."""
    words = [sys.executable, "-m", "tracker", "serve", "--port", str(port), "--store", str(store)]
    with subprocess.Popen(words, cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert "dashboard is at" in process.stdout.readline()
            yield
        finally:
            process.send_signal(signal.SIGKILL)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_a_restart_of_the_server_loses_nothing_and_the_page_goes_on(
    browser: Browser, filled_store: Path, tmp_path: Path
) -> None:
    path, port = tmp_path / "timeline.sqlite", free_port()
    shutil.copyfile(filled_store, path)
    page = browser.new_context(base_url=f"http://127.0.0.1:{port}").new_page()
    with serving(path, port):
        page.goto("/events")
        expect(page.locator("#filter-count")).to_have_text("404 of 404 events")
        page.locator("#filter-text").fill("Istanbul")
        expect(page.locator("#filter-count strong")).not_to_have_text("404")
        shown = page.locator("#filter-count strong").inner_text()
    page.locator("#filter-text").fill("Geneva")
    expect(page.locator("#shell-connection")).to_contain_text("Nothing is lost")
    expect(page.locator("h1")).to_have_text("Events")
    expect(page.locator("#filter-count strong")).to_have_text(shown)
    page.get_by_role("button", name="Try now").click()  # in vain as yet; the page asks again by itself
    expect(page.locator("#shell-connection")).to_contain_text("Nothing is lost")
    with serving(path, port):
        expect(page.locator("#shell-connection")).to_be_hidden()
        expect(page.get_by_role("button", name="Take away the condition Words: “Geneva”")).to_be_visible()
        expect(page.locator("#filter-count strong")).not_to_have_text(shown)
        assert urlopen(f"http://127.0.0.1:{port}/alive").status == 200
    page.context.close()


def test_a_store_that_cannot_be_read_is_said_in_words_and_heals(page: Page, store: Store) -> None:
    page.goto("/about")
    expect(page.locator("h1")).to_have_text("About")
    path = store.address.removeprefix("sqlite:///")
    with sqlite3.connect(path) as broken:
        broken.execute("ALTER TABLE log RENAME TO log_away")
    page.locator(".shell-links").get_by_role("link", name="Events", exact=True).click()
    expect(page.get_by_text("That did not work").first).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    page.reload()
    expect(page.get_by_text("This cannot be shown.")).to_be_visible()
    with sqlite3.connect(path) as mended:
        mended.execute("ALTER TABLE log_away RENAME TO log")
    mended.close()
    broken.close()
    page.get_by_role("link", name="Try again").click()
    expect(page.locator("#filter-count")).to_have_text("404 of 404 events")


def test_what_another_tab_wrote_comes_in_by_itself(alone: Page, store: Store) -> None:
    page = alone
    page.clock.install()
    page.goto("/events?type=sanctions")
    expect(page.locator("#filter-count strong")).to_have_text("5")
    one = store.frame().loc[store.frame()["event_type"].eq("sanctions"), "event_id"].iloc[0]
    store.review([one], "dismissed", by="Ana", at=store.batches(1)[0].at)
    page.clock.run_for(16_000)
    expect(page.locator("#filter-count strong")).to_have_text("4")
