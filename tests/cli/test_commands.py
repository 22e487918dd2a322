import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import fields

import pytest

from tracker.__main__ import app
from tracker.cli.app import names
from tracker.exports import formats
from tracker.resources import conflicts, event_types
from tracker.store import Store
from tracker.timeline import COLUMNS, Filter

from .conftest import ROOT, SEED

GOLD_FIELDS = [
    "article_id",
    "event_type",
    "status",
    "date_start",
    "date_end",
    "date_precision",
    "date_text",
    "date_basis",
    "actors",
    "persons",
    "location",
    "country",
    "quantities",
    "round",
    "claimed_by",
    "salience",
    "evidence",
]

COMMANDS = sorted({*names(), *(one.name for one in app.registered_commands)})


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_what_it_does_with_an_example(call, name):
    result = call(name, "--help")
    assert result.code == 0
    assert f"python -m tracker {name}" in " ".join(result.out.split())
    options = [line for line in result.out.splitlines() if line.startswith("  --")]
    assert all(len(line.split(None, 2)) > 1 for line in options)


@pytest.mark.parametrize("arguments", [["--help"], []])
def test_the_app_lists_every_command_with_a_sentence(call, arguments):
    result = call(*arguments)
    text = result.out + result.err
    for name in COMMANDS:
        line = next(line for line in text.splitlines() if line.startswith(f"  {name} "))
        assert len(line.split()) > 3


def test_a_mistyped_command_is_met_with_the_right_one(call):
    result = call("pars")
    assert result.code == 64
    assert "'parse'" in result.err


def test_the_version_is_told(call):
    assert call("--version").out.startswith("tracker ")


def test_types_and_conflicts_are_listed(call):
    types, profiles = call("types").out, call("conflicts").out
    assert all(name in types for name in event_types())
    assert all(slug in profiles for slug in conflicts())


def test_parse_writes_json_lines_with_the_fields_of_the_event_model(call):
    result = call("parse", SEED, "--published", "2025-11-12", "--format", "jsonl")
    assert result.code == 0
    events = [json.loads(line) for line in result.out.splitlines()]
    assert len(events) >= 5
    text = SEED.read_text()
    for event in events:
        assert list(event)[: len(GOLD_FIELDS)] == GOLD_FIELDS
        assert event["article_id"] == "seed-2025-11-12-istanbul"
        for span in event["evidence"]:
            assert text[span["start"] : span["end"]] == span["text"]
    assert "Reklam" not in result.out
    assert "Comments you share" not in result.out


def test_parse_gives_the_same_events_in_every_format(call, news):
    lines = call("parse", news, "--published", "2025-03-06", "--format", "jsonl").out.splitlines()
    listed = json.loads(call("parse", news, "--published", "2025-03-06", "--format", "json").out)
    assert [json.loads(line) for line in lines] == listed
    rows = rows_of(call("parse", news, "--published", "2025-03-06", "--format", "csv").out)
    assert len(rows) == len(listed) > 0
    assert list(rows[0]) == [column.name for column in COLUMNS]
    table = call("parse", news, "--published", "2025-03-06").out
    assert "Mon 3 Mar 2025" in table
    assert max(len(line.rstrip()) for line in table.splitlines()) <= 80


def test_parse_touches_no_store(call, news, store):
    call("parse", news, "--published", "2025-03-06")
    assert not store.exists()


def test_parse_without_a_day_of_publication_leaves_relative_dates_open_and_says_so(call, news):
    result = call("parse", news, "--format", "jsonl")
    assert "--published" in result.err
    assert result.code == 0
    assert all(json.loads(line)["date_start"] is None for line in result.out.splitlines())


def test_parse_says_where_a_day_of_publication_came_from(call, news):
    news.write_text("Published: 6 March 2025\n\n" + news.read_text())
    result = call("parse", news, "--format", "jsonl")
    assert "Published: 6 March 2025" in result.err
    assert "2025-03-03" in result.out


def test_parse_writes_a_file_whole(call, news, tmp_path):
    out = tmp_path / "events.jsonl"
    out.write_text("old")
    assert call("parse", news, "--published", "2025-03-06", "--format", "jsonl", "-o", out).out == ""
    assert json.loads(out.read_text().splitlines()[0])["article_id"] == "geneva"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.jsonl", "geneva.txt"]


def test_ingest_proposes_events_and_knows_an_article_again(call, news, store):
    first = call("ingest", news, "--published", "2025-03-06")
    assert first.code == 0
    assert "1 article added, 0 known" in first.err
    again = call("ingest", news, "--published", "2025-03-06")
    assert "0 articles added, 1 known already, 0 events" in again.err
    with Store(str(store)) as opened:
        frame = opened.frame()
        assert len(opened.articles()) == 1
    assert set(frame["review_state"]) == {"proposed"}
    assert len(rows_of(call("export", "--review", "proposed").out)) == len(frame) > 0


def test_ingest_can_accept(call, news, store):
    call("ingest", news, "--published", "2025-03-06", "--accept")
    with Store(str(store)) as opened:
        assert set(opened.frame()["review_state"]) == {"accepted"}


def test_add_reads_the_date_and_tells_it_back(call):
    result = call(
        *("add", "--type", "prisoner_exchange", "--date", "23 May 2025", "--reference", "2025-06-01"),
        *("--actor", "UKR:participant", "--actor", "RUS:participant", "--number", "prisoners:UKR:146"),
        *("--place", "Istanbul", "--country", "TUR", "--source", "https://e.example/1", "--quote", "They came home."),
        *(
            "--title",
            "Exchange",
            "--note",
            "seen",
            "--conflict",
            "russia-ukraine",
            "--claimed-by",
            "UKR",
            "--round",
            "3",
        ),
    )
    assert result.code == 0, result.err
    assert "Fri 23 May 2025" in result.err
    (row,) = rows_of(call("export").out)
    assert row["event_id"] == result.out.strip()
    assert (row["date_start"], row["date_end"], row["date_precision"]) == ("2025-05-23", "2025-05-23", "day")
    assert (row["actors"], row["quantities"]) == ("UKR:participant;RUS:participant", "prisoners:UKR:146")
    assert (row["date_text"], row["round"], row["claimed_by"]) == ("23 May 2025", "3", "UKR")


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("23-25 May 2025", "2025-05-23", "2025-05-25", "range"),
        ("May 2025", "2025-05-01", "2025-05-31", "month"),
        ("last week", "2025-05-19", "2025-05-25", "week"),
        ("2025-05", "2025-05-01", "2025-05-31", "month"),
        ("yesterday", "2025-05-27", "2025-05-27", "day"),
    ],
)
def test_add_takes_dates_as_people_write_them(call, words, first, last, precision):
    assert call("add", "--type", "talks", "--date", words, "--reference", "2025-05-28").code == 0
    (row,) = rows_of(call("export").out)
    assert (row["date_start"], row["date_end"], row["date_precision"]) == (first, last, precision)


def test_every_condition_of_the_filter_is_an_option_of_list_and_export(call):
    for name in ("list", "export"):
        told = call(name, "--help").out
        assert all(f"--{field.name}" in told for field in fields(Filter))


def test_list_and_export_show_exactly_what_the_filter_keeps(call):
    for day, kind in (("1 May 2025", "talks"), ("2 May 2025", "agreement"), ("3 May 2025", "talks")):
        call("add", "--type", kind, "--date", day, "--actor", "UKR:participant", "--title", f"Of {day}")
    shown = call("list", "--type", "talks", "--start", "2025-05-02", "--actor", "UKR")
    assert "Of 3 May 2025" in shown.out
    assert "Of 1 May 2025" not in shown.out
    assert "1 of 3 events" in shown.err
    exported = rows_of(call("export", "--type", "talks", "--type", "agreement", "--end", "2025-05-02").out)
    assert [row["title"] for row in exported] == ["Of 1 May 2025", "Of 2 May 2025"]
    assert "No events" in call("list", "--type", "ceasefire").out


def test_an_export_comes_back_as_the_same_bytes(call, tmp_path, monkeypatch):
    call("add", "--type", "talks", "--date", "May 2025", "--title", '=SUM(A1), "x"', "--note", "two\nlines")
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    assert call("export", "-o", first).code == 0
    monkeypatch.setenv("TRACKER_STORE", str(tmp_path / "other.sqlite"))
    result = call("import", first)
    assert (result.code, result.err) == (0, "1 added, 0 changed, 0 unchanged\n")
    assert call("export", "-o", second).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert "0 added, 0 changed, 1 unchanged" in call("import", first).err


def test_import_names_the_conflict_of_rows_that_name_none(call, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("event_id,event_type,status,date_precision\nx,talks,occurred,open\n")
    call("import", path, "--conflict", "russia-ukraine")
    assert rows_of(call("export").out)[0]["conflict"] == "russia-ukraine"


def test_json_is_an_export_by_the_file_s_name(call, tmp_path):
    call("add", "--type", "talks", "--date", "May 2025")
    out = tmp_path / "a.json"
    assert call("export", "-o", out).code == 0
    assert json.loads(out.read_text())[0]["event_type"] == "talks"


@pytest.mark.parametrize("name", formats())
def test_every_format_is_written_by_name_and_by_the_file_s_suffix(call, tmp_path, name):
    call("add", "--type", "talks", "--date", "May 2025")
    by_name, by_suffix = tmp_path / "named", tmp_path / f"a{formats()[name].SUFFIX}"
    assert call("export", "--format", name, "-o", by_name).code == 0
    assert call("export", "-o", by_suffix).code == 0
    assert by_name.read_bytes() == by_suffix.read_bytes() != b""


def test_the_store_s_option_goes_before_the_environment(call, tmp_path, store):
    other = tmp_path / "other.sqlite"
    call("add", "--type", "talks", "--store", f"sqlite:///{other}")
    assert other.exists()
    assert not store.exists()


def test_without_a_word_the_store_is_in_the_user_s_data_folder(call, tmp_path, monkeypatch):
    monkeypatch.delenv("TRACKER_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert call("list").code == 0
    assert list((tmp_path / "data").rglob("*.sqlite"))


def test_a_conflict_s_profile_is_shown_whole(call):
    told = call("conflicts", "russia-ukraine").out
    assert "Rustem Umerov" in told
    assert call("conflicts", "atlantis").code == 66


@pytest.mark.parametrize(
    ("typed", "expected"),
    [(b"2025-13-06\n6 March 2025\n", "2025-03-03"), (b"\x04", None)],
)
def test_on_a_terminal_the_day_of_publication_is_asked_for(news, typed, expected):
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "tracker", "parse", str(news), "--format", "jsonl"]
    running = subprocess.Popen(command, cwd=ROOT, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, text=True)
    os.close(theirs)
    os.write(ours, typed)
    out = running.communicate(timeout=60)[0]
    asked = os.read(ours, 4000).decode()
    os.close(ours)
    assert 'When was "Sides meet in Geneva" published?' in asked
    assert running.returncode == 0
    days = {json.loads(line)["date_start"] for line in out.splitlines()}
    assert (expected in days) if expected else days == {None}


def test_an_export_for_readers_is_in_the_language_asked_for(call, shell, news):
    call("ingest", news, "--published", "2025-03-06", "--accept")
    asked = "tracker export --format chronology --language"
    told = {code: shell(f"{asked} {code}").out for code in ("en", "uk", "tr")}
    assert ["<h1>Chronology</h1>" in told["en"], "<h1>Хронологія</h1>" in told["uk"]] == [True, True]
    assert "<h1>Kronoloji</h1>" in told["tr"]
    assert "Вірменія" in told["uk"]
    assert "Ermenistan" in told["tr"]
    unknown = shell(f"{asked} xx")
    assert (unknown.code, "Known: en, tr, uk." in unknown.err) == (64, True)
