"""Accessibility as axe sees it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect


def serious(page: Page) -> list[str]:
    """What axe finds that matters, in a line each."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def in_either_theme(page: Page) -> list[str]:
    """The same in the light theme and in the dark one."""
    found = []
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", theme)
        page.wait_for_timeout(300)  # colours change in steps
        found += [f"{theme}: {one}" for one in serious(page)]
    return found
