"""Accessibility as axe sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

ALL: dict[str, Any] = {"resultTypes": ["violations"]}
OF_COLOURS: dict[str, Any] = {**ALL, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""The rules whose answer a theme can change: a page's structure, asked about in one theme, is that of the other."""
GRAVE = ("serious", "critical")


def violations(page: Page, options: dict[str, Any] = ALL, impacts: Sequence[str] = ()) -> list[str]:
    """What axe finds, in a line each; of these ``impacts`` only if any are named."""
    found = Axe().run(page, options=options).response["violations"]
    told = [one for one in found if not impacts or one["impact"] in impacts]
    return [f"{one['id']}: {node['html'][:160]}" for one in told for node in one["nodes"]]


def serious(page: Page) -> list[str]:
    """What axe finds that matters."""
    return violations(page, impacts=GRAVE)


def in_either_theme(page: Page, impacts: Sequence[str] = GRAVE) -> list[str]:
    """What axe finds in the light theme, and what of it is a matter of colours in the dark one."""
    found = []
    for theme, options in (("light", ALL), ("dark", OF_COLOURS)):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", theme)
        page.wait_for_timeout(300)  # colours change in steps
        expect(page.locator(".is-busy")).to_have_count(0)  # dimmed while it is drawn anew
        found += [f"{theme}: {one}" for one in violations(page, options, impacts)]
    return found
