"""Sees to a browser for the tests: chromium on PATH, else Debian's package (as root), else playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")


def on_path() -> str | None:
    """The path of an installed chromium, or ``None``; ``CHROMIUM`` names another."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def of_playwright() -> str | None:
    """The path of the chromium that playwright keeps for itself, or ``None``."""
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def _run(*command: str) -> bool:
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0


def install() -> str | None:
    """The path of a chromium, installed now if there was none; ``None`` if none can be had."""
    if found := on_path():
        return found
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Installing chromium with apt-get ...", flush=True)
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        if _run("apt-get", "update", "-qq") and _run("apt-get", "install", "-y", "-qq", "chromium"):
            return on_path()
    if found := of_playwright():
        return found
    print("Installing playwright's chromium ...", flush=True)
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    return of_playwright()


if __name__ == "__main__":
    browser = install()
    if browser:
        print(f"Browser tests use {browser}.")
    else:
        print("No chromium can be had: browser tests will fail. Install one and put it on PATH.", file=sys.stderr)
