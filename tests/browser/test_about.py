"""About: every word of the model explained from the files that the parser reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tracker.resources import accuracy, conflicts, event_types
from tracker.timeline import COLUMNS

FIGURES = """
parser = "0.1.0"
measured = 2026-11-20
sample = "Twelve articles."

[[figure]]
field = "Events"
measure = "F1"
value = 0.75
count = 120
meaning = "Found and not invented."
"""


def test_every_type_field_and_conflict_is_explained(page: Page) -> None:
    page.goto("/about")
    expect(page.locator("h1")).to_have_text("About")
    types = page.locator("#about-types")
    for kind in event_types().values():
        expect(types).to_contain_text(kind.description)
    fields = page.locator("#about-fields")
    for column in COLUMNS:
        expect(fields).to_contain_text(column.meaning)
    expect(page.locator("#about-conflicts summary")).to_have_count(len(conflicts()))
    expect(page.locator("#about-sources")).to_be_visible()
    expect(page.locator("#about-dates")).to_contain_text("Tue 17 Nov 2026")


def test_accuracy_is_shown_as_measured_and_said_to_be_missing_if_not(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accuracy, "FILE", tmp_path / "accuracy.toml")
    page.goto("/about")
    expect(page.locator("#about-accuracy")).to_contain_text("Not measured on this machine.")
    (tmp_path / "accuracy.toml").write_text(FIGURES)
    page.goto("/about")
    expect(page.locator("#about-accuracy")).to_contain_text("Fri 20 Nov 2026")
    expect(page.locator("#about-accuracy")).to_contain_text("75%")


def test_a_phone_shows_about_without_scrolling_sideways(phone: Page) -> None:
    phone.goto("/about")
    expect(phone.locator("#about-types")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
