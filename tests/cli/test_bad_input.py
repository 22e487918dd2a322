"""Bad input at the real command: one sentence, the place, the exit code, and what was there is there."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.store import Store

from .conftest import NEWS, ROOT, SEED

HEADER = (
    "event_id,event_type,status,date_start,date_end,date_precision\ngood,talks,occurred,2025-01-01,2025-01-01,day\n"
)


def refused(result, code, *words):
    """One sentence on stderr that holds ``words``, nothing on stdout, this exit code."""
    assert result.code == code, result.err
    assert result.out == ""
    told = [line for line in result.err.splitlines() if line.startswith("tracker: ")]
    assert len(told) == 1, result.err
    for word in words:
        assert word in told[0]


def test_a_missing_article(call, tmp_path):
    refused(call("parse", tmp_path / "none.txt"), 65, "none.txt", "no such file")


def test_a_binary_article(call, tmp_path):
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(500))
    refused(call("parse", path), 65, "picture.txt", "not text")


def test_an_article_in_an_encoding_that_nobody_can_tell(call, tmp_path):
    path = tmp_path / "odd.txt"
    path.write_bytes(b"First line.\n" + bytes(range(128, 160)) * 3 + b"\x01")
    refused(call("parse", path), 65, "odd.txt")


def test_fifty_megabytes(call, tmp_path, store):
    path = tmp_path / "large.txt"
    path.write_bytes(b"They met in Geneva on Monday. " * 1_700_000)
    refused(call("ingest", path), 65, "large.txt", "51 MB", "20 MB")
    with Store(str(store)) as opened:
        assert opened.articles() == ()


def test_a_broken_json_line_keeps_the_whole_file_out(call, tmp_path, store):
    path = tmp_path / "articles.jsonl"
    path.write_text('{"id": "a", "text": "They met."}\n{"id": "b", "text": \n')
    refused(call("ingest", path), 65, "articles.jsonl, line 2", "not JSON")
    with Store(str(store)) as opened:
        assert opened.articles() == ()


def test_a_bad_file_among_good_ones_is_told_and_left_out(call, tmp_path, news, store):
    bad = tmp_path / "bad.xyz"
    bad.write_text("x")
    result = call("ingest", bad, news, "--published", "2025-03-06")
    assert result.code == 65
    assert "bad.xyz" in result.err
    assert "1 article added" in result.err
    with Store(str(store)) as opened:
        assert len(opened.articles()) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", ["empty"]),
        ("a,b\n1,2\n", ["line 1"]),
        (HEADER + 'x,talks,occurred,2025-01-01,2025-01-01,day\ny,talks,"occurred\n', ["line 4"]),
        (HEADER + "x,talks,occurred,2025-01-01,2025-01-01,day,more\n", ["line 3"]),
        (HEADER + "x,talks,occurred,2025-02-30,2025-02-30,day\n", ["line 3", "date_start", "2025-02-30"]),
        (HEADER + "x,party,occurred,2025-01-01,2025-01-01,day\n", ["line 3", "event_type", "party"]),
        (HEADER + "x,talks,maybe,2025-01-01,2025-01-01,day\n", ["line 3", "status", "maybe"]),
        (HEADER + "x,talks,occurred,2025-01-02,2025-01-01,range\n", ["line 3", "date_end"]),
    ],
    ids=["empty", "columns", "quotes", "cells", "day", "type", "status", "order"],
)
def test_a_broken_table_leaves_the_store_as_it_was(call, tmp_path, store, content, words):
    call("add", "--type", "talks", "--date", "May 2025")
    path = tmp_path / "bad.csv"
    path.write_text(content)
    refused(call("import", path), 65, "bad.csv", *words)
    with Store(str(store)) as opened:
        assert len(opened.frame()) == 1


def test_a_table_that_is_not_there_or_not_utf8(call, tmp_path):
    refused(call("import", tmp_path / "none.csv"), 66, "none.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes((HEADER + "caf\xe9,talks,occurred,,,open\n").encode("latin-1"))
    refused(call("import", path), 65, "latin.csv", "line 3", "UTF-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["add", "--type", "party"], 64, ["party", "talks"]),
        (["add", "--type", "talks", "--date", "2025-02-30"], 65, ["2025-02-30"]),
        (["add", "--type", "talks", "--date", "31 June 2025"], 65, ["31 June 2025"]),
        (["add", "--type", "talks", "--date", "gibberish"], 65, ["gibberish"]),
        (["add", "--type", "talks", "--conflict", "atlantis"], 66, ["atlantis", "russia-ukraine"]),
        (["add", "--type", "talks", "--actor", "UKR"], 65, ["actors", "UKR"]),
        (["add", "--type", "talks", "--actor", "UKR:boss"], 65, ["actors", "boss"]),
        (["add", "--type", "talks", "--number", "many"], 65, ["quantities", "many"]),
        (["add", "--type", "talks", "--country", "turkey"], 65, ["country", "turkey"]),
        (["add", "--type", "talks", "--status", "maybe"], 65, ["status", "maybe"]),
        (["list", "--type", "party"], 64, ["party"]),
        (["list", "--conflict", "atlantis"], 66, ["atlantis"]),
        (["list", "--start", "2025-02-30"], 64, ["--start", "2025-02-30"]),
        (["list", "--status", "maybe"], 64, ["status", "maybe"]),
        (["export", "--format", "wordstar"], 64, ["wordstar", "csv"]),
        (["parse", str(SEED), "--format", "wordstar"], 64, ["wordstar", "jsonl"]),
        (["parse", str(SEED), "--conflict", "atlantis"], 66, ["atlantis"]),
        (["parse", str(SEED), "--published", "2025-13-01"], 64, ["--published", "2025-13-01"]),
        (["parse", str(SEED), "--published", "May 2025"], 64, ["--published", "not one day"]),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else None,
)
def test_words_that_are_not_known_are_named(call, store, arguments, code, words):
    refused(call(*arguments), code, *words)
    if store.exists():
        with Store(str(store)) as opened:
            assert opened.frame().empty


@pytest.mark.parametrize("arguments", [["list", "--nonsense"], ["parse"], ["add"], ["import"], ["nonsense"]])
def test_a_wrong_call_is_told_with_the_way_to_help(call, arguments):
    result = call(*arguments)
    assert result.code == 64
    assert "-h" in result.err


def test_a_store_that_is_none(call, tmp_path, monkeypatch):
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes. " * 100)
    before = path.read_bytes()
    monkeypatch.setenv("TRACKER_STORE", str(path))
    refused(call("list"), 74, "notes.txt")
    assert path.read_bytes() == before


def test_a_corrupt_store(call, store):
    call("add", "--type", "talks")
    data = bytearray(store.read_bytes())
    data[100:] = os.urandom(len(data) - 100)
    store.write_bytes(data)
    refused(call("list"), 74, "store.sqlite")


def test_a_locked_store(call, store):
    call("add", "--type", "talks")
    other = sqlite3.connect(store)
    other.execute("BEGIN EXCLUSIVE")
    try:
        refused(call("add", "--type", "talks"), 74, "store.sqlite")
    finally:
        other.rollback()
        other.close()


@pytest.mark.parametrize("address", ["/nonexistent/folder/store.sqlite", "nosuchdb://x/y", "sqlite:///", "://"])
def test_an_address_that_leads_nowhere(call, monkeypatch, address):
    monkeypatch.setenv("TRACKER_STORE", address)
    result = call("list")
    assert result.code in (64, 74)
    assert len(result.err.splitlines()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_may_only_be_read(call, store):
    call("add", "--type", "talks")
    store.chmod(0o400)
    store.parent.chmod(0o500)
    refused(call("add", "--type", "talks"), 74, "store.sqlite")


def test_a_file_that_cannot_be_written_keeps_what_stood_there(call, tmp_path, news):
    refused(call("export", "-o", tmp_path / "none" / "a.csv"), 73, "a.csv")
    refused(call("export", "-o", tmp_path), 73, str(tmp_path))
    if Path("/dev/full").exists():
        refused(call("export", "-o", "/dev/full"), 73, "/dev/full", "No space left")


def test_a_failing_command_leaves_the_old_output(call, tmp_path):
    out = tmp_path / "a.jsonl"
    out.write_text("old")
    call("parse", tmp_path / "none.txt", "-o", out)
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_a_full_disk_behind_stdout(shell):
    result = shell(f"tracker parse '{SEED}' --published 2025-11-12 --format jsonl > /dev/full")
    assert result.code == 74
    assert "No space left" in result.err
    assert len(result.err.splitlines()) == 1


def test_a_disk_that_fills_up_under_a_file(shell, tmp_path, call):
    out = tmp_path / "out.csv"
    out.write_text("old")
    for number in range(3):
        call("add", "--type", "talks", "--title", f"{number}" * 100_000)
    result = shell(f"trap '' XFSZ; ulimit -f 200; tracker export -o '{out}'")
    assert result.code == 73, result.err
    assert "File too large" in result.err
    assert out.read_text() == "old"


def test_a_reader_that_goes_away(shell, call):
    for number in range(5):
        call("add", "--type", "talks", "--title", f"{number}" * 30_000)
    result = shell("tracker export | head -n 1")
    assert result.code == 141
    assert result.out.startswith("event_id,")
    assert result.err == ""


def test_an_interrupted_command_says_so(tmp_path):
    fifo = tmp_path / "slow.txt"
    os.mkfifo(fifo)
    command = [sys.executable, "-m", "tracker", "parse", str(fifo)]
    running = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    with fifo.open("wb"):  # opens once the command reads
        running.send_signal(signal.SIGINT)
        told = running.communicate(timeout=60)[1]
    assert running.returncode == 130
    assert told == "tracker: Stopped. What was finished is kept.\n"


def test_the_command_works_in_a_bare_environment(shell, tmp_path):
    path = tmp_path / "türkiye.txt"
    path.write_text(NEWS.replace("Geneva", "Türkiye"))
    result = shell(f"LC_ALL=C PYTHONUTF8=0 tracker parse '{path}' --published 2025-03-06 --format jsonl")
    assert result.code == 0, result.err
    assert "Türkiye" in result.out
