"""The command ``open`` at the real command line."""

import csv
import io
import json

import pytest

from .conftest import ROOT


@pytest.fixture
def filled(store, call):
    done = call("import", ROOT / "data/timelines/russia-ukraine.csv", "--conflict", "russia-ukraine", "--store", store)
    assert done.code == 0
    return store


def test_open_tells_what_was_open_on_a_day(filled, call):
    done = call("open", "--as-of", "2025-05-23", "--store", filled)
    assert done.code == 0
    assert "Agreements (" in done.out
    assert "390 so far" in " ".join(done.out.split())
    assert "open entries as of 2025-05-23" in done.err


def test_json_and_csv_tell_the_same_entries(filled, call):
    asked = ("open", "--as-of", "23 May 2025", "--store", filled, "--confirmed", "--format")
    told = json.loads(call(*asked, "json").out)
    rows = list(csv.DictReader(io.StringIO(call(*asked, "csv").out)))
    assert told["as_of"] == "2025-05-23"
    listed = [(name, row["event_id"], row["why"]) for name, part in told["sections"].items() for row in part]
    assert listed == [(row["section"], row["event_id"], row["why"]) for row in rows]
    deal = next(row for row in rows if row["agreed"])
    assert (deal["first_day"], deal["agreed"], deal["seen"]) == ("2025-05-16", "1000", "390")


def test_a_section_and_a_filter_choose_entries(filled, call):
    asked = ("open", "--as-of", "2025-12-31", "--store", filled, "--section", "balance", "--format", "json")
    rows = json.loads(call(*asked, "--start", "2025-10-01").out)["sections"]
    assert list(rows) == ["balance"]
    assert rows["balance"]
    assert all(row["first_day"] >= "2025-10-01" for row in rows["balance"])
    assert rows["balance"][-1]["sum_of_people"] > 5_000


def test_nothing_open_is_said(store, call):
    assert call("open", "--store", store, "--as-of", "2021-01-01").out == "Nothing is open.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--section", "gossip"), "proposals"),
        (("--format", "xml"), "table, json, csv"),
        (("--as-of", "someday"), "--as-of"),
    ],
)
def test_what_cannot_be_is_told(store, call, arguments, words):
    done = call("open", "--store", store, *arguments)
    assert done.code == 64
    assert words in done.err
    assert done.out == ""
