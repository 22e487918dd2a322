import io
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.makers import HAND, NOW, TALKS, article, report
from tests.timeline import strategies as some
from tests.timeline.test_frame import row
from tracker.bundled import TIMELINES, load_bundled
from tracker.errors import InputError, NotFoundError, RowError, UsageError
from tracker.exports import content
from tracker.imports import csv as from_csv
from tracker.imports import read
from tracker.models import LinkKind, ReviewState
from tracker.resources import DATA
from tracker.store import Store
from tracker.timeline import COLUMNS, frame_of
from tracker.timeline.dictionary import write_dictionary
from tracker.timeline.formula import guarded, unguarded

HEADER = "event_id,event_type,status,date_start,date_end,date_precision,title"
GOOD = "a,talks,occurred,2025-07-23,2025-07-23,day,Talks"


def written(frame):
    return content("csv", frame)


def parse(*lines, **options):
    return from_csv.parse("\r\n".join(lines).encode(), name="events.csv", **options)


@settings(max_examples=40, deadline=None)
@given(st.lists(some.events(), max_size=4))
def test_a_timeline_comes_back_from_csv(listed):
    frame = frame_of(row(str(place), **values) for place, values in enumerate(listed))
    back = from_csv.parse(written(frame), name="x.csv")
    given_edtf = back.assign(date_edtf=frame["date_edtf"])
    pd.testing.assert_frame_equal(given_edtf, frame)


@settings(deadline=None)
@given(some.texts)
def test_no_text_begins_like_a_formula_and_all_come_back(text):
    (cell,) = guarded(pd.Series([text], dtype="str"))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(cell) == text


def test_the_guard_is_one_apostrophe_before_texts_that_need_it():
    texts = ["=1", "'=1", "''=1", "'quoted'", "a=1", "-", ""]
    assert guarded(pd.Series(texts, dtype="str")).tolist() == ["'=1", "''=1", "'''=1", "'quoted'", "a=1", "'-", ""]


def test_numbers_below_zero_stay_numbers():
    lines = written(frame_of([row(lat=-33.9, lon=-0.5)])).decode().splitlines()
    assert ",-33.9,-0.5," in lines[1]


def test_rfc_4180_to_the_byte():
    text = written(frame_of([row(title='He said "no", twice', note="two\nlines")]))
    assert text.startswith(b"event_id,event_type,status,date_start,date_end,date_precision,date_edtf,title,")
    assert text.count(b"\r\n") == 2
    assert b'a,talks,occurred,2025-07-23,2025-07-23,day,,"He said ""no"", twice",' in text
    assert b'"two\nlines"' in text
    assert content("csv_excel", frame_of([])).startswith(b"\xef\xbb\xbfevent_id,")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(listed=st.lists(some.events(), min_size=1, max_size=3), data=st.data())
def test_an_export_into_an_empty_store_gives_the_same_bytes(tmp_path_factory, listed, data):
    folder = tmp_path_factory.mktemp("stores")
    with Store(str(folder / "one.db")) as one, Store(str(folder / "two.db")) as two:
        ids = [one.add_event(values, by="form", at=NOW) for values in listed]
        one.add_article(article(publisher="P"), **HAND)
        ids += one.propose("a", [report()], by="parser", at=NOW)
        one.link(ids[-1], data.draw(st.sampled_from(LinkKind)), ids[0], **HAND)
        one.change(ids[0], {"responds_to": ids[-1]}, by="Ana", at=datetime(2026, 11, 23, 1, 2, 3, 4, UTC))
        one.review(ids[-1:], data.draw(st.sampled_from(ReviewState)), **HAND)
        content = written(one.frame())
        counts = two.import_frame(from_csv.parse(content, name="x.csv"), by="import", at=datetime.now(UTC))
        assert (counts.added, counts.changed, counts.loose) == (len(ids), 0, ())
        assert written(two.frame()) == content
        again = two.import_frame(from_csv.parse(content, name="x.csv"), by="import", at=datetime.now(UTC))
        assert (again.unchanged, again.batch) == (len(ids), 0)
        back = one.import_frame(from_csv.parse(content, name="x.csv"), by="import", at=datetime.now(UTC))
        assert (back.unchanged, back.batch) == (len(ids), 0)


def test_part_of_a_timeline_keeps_its_links_to_the_rest(store, tmp_path):
    load_bundled(store, at=NOW)
    frame = store.frame()
    part = frame.loc[frame["responds_to"] != ""].head(5)
    content = written(part)
    with Store(str(tmp_path / "part.db")) as other:
        counts = other.import_frame(from_csv.parse(content, name="x.csv"), by="import", at=NOW)
        assert counts.added == 5
        assert set(counts.loose) == set(";".join(part["responds_to"]).split(";")) - set(part["event_id"])
        assert written(other.frame()) == content


@pytest.mark.parametrize("path", sorted(TIMELINES.glob("*.csv")), ids=lambda path: path.stem)
def test_bundled_timelines_can_be_imported(path):
    frame = from_csv.read(path, conflict=path.stem)
    assert set(frame["conflict"]) == {path.stem}
    assert set(frame["review_state"]) == {"accepted"}
    table = pd.read_csv(path, dtype=str, keep_default_na=False).set_index("event_id")
    mine = pd.read_csv(io.BytesIO(written(frame)), dtype=str, keep_default_na=False).set_index("event_id")
    for name in (
        "title",
        "description",
        "date_start",
        "date_edtf",
        "actors",
        "quantities",
        "responds_to",
        "source_urls",
    ):
        assert mine.loc[table.index, name].equals(table[name]), name


def test_bundled_timelines_come_once(store):
    assert load_bundled(store, at=NOW) == len(store.frame()) > 400
    frame = store.frame()
    assert (frame["links"] != "").sum() == (frame["responds_to"] != "").sum() == 87
    assert load_bundled(store, at=NOW) == 0
    assert [(one.by, one.reason) for one in store.batches()] == [("import", "The bundled timeline russia-ukraine.csv")]


def test_a_store_in_use_gets_no_bundled_events(store):
    store.add_event(TALKS, **HAND)
    assert load_bundled(store, at=NOW) == 0


def test_an_import_sets_what_differs_and_leaves_the_rest(store):
    store.import_frame(parse(HEADER, GOOD, GOOD.replace("a,", "b,", 1)), by="import", at=NOW)
    store.change("a", {"note": "mine"}, **HAND)
    counts = store.import_frame(
        parse(HEADER + ",note", GOOD.replace("Talks", "More talks") + ",mine", GOOD.replace("a,", "c,", 1) + ","),
        by="import",
        at=datetime(2026, 12, 1, tzinfo=UTC),
        why="a newer file",
    )
    assert (counts.added, counts.changed, counts.unchanged) == (1, 1, 0)
    assert store.event("a")["title"] == "More talks"
    assert [one.field for one in store.history("a")] == ["*", "note", "title"]
    store.undo(counts.batch, **HAND)
    assert (len(store.frame()), store.event("a")["title"]) == (2, "Talks")


def test_columns_may_be_missing_and_stand_in_any_order():
    frame = parse("date_precision,status,event_type,event_id", "open,ongoing,statement,a", "", "open,planned,talks,b")
    assert frame["event_id"].tolist() == ["a", "b"]
    assert frame["report_count"].tolist() == [0, 0]


def test_dates_get_their_edtf():
    assert parse(HEADER, "a,talks,occurred,2025-07-01,2025-07-31,month,x")["date_edtf"].tolist() == ["2025-07"]


@pytest.mark.parametrize(
    ("lines", "line", "field", "words"),
    [
        ([HEADER + ",colour"], 1, "colour", "no column"),
        ([HEADER + ",title"], 1, "title", "stands twice"),
        (["event_id,event_type,status"], 1, "date_precision", "missing"),
        (["event_id;event_type;status"], 1, "event_id;event_type;status", "no column"),
        ([HEADER, GOOD, "b,party,occurred,2025-07-23,2025-07-23,day,x"], 3, "event_type", "no event type"),
        ([HEADER, "a,talks,maybe,2025-07-23,2025-07-23,day,x"], 2, "status", "none of"),
        ([HEADER, "a,talks,occurred,2025-07-23,2025-07-23,hour,x"], 2, "date_precision", "none of"),
        ([HEADER, "a,talks,occurred,2025-02-30,2025-02-30,day,x"], 2, "date_start", "no day"),
        ([HEADER, "a,talks,occurred,2025-07-23,2025-07-22,range,x"], 2, "date_end", "after the last"),
        ([HEADER, ",talks,occurred,2025-07-23,2025-07-23,day,x"], 2, "event_id", "empty"),
        ([HEADER, GOOD.replace("Talks", '"two\r\nlines"'), "", GOOD], 5, "event_id", "already on line 2"),
        ([HEADER, GOOD + ",more"], 2, None, "8 cells"),
        ([HEADER, GOOD, 'b,talks,"occurred'], 3, None, "not CSV"),
        ([HEADER + ",conflict", GOOD + ",atlantis"], 2, "conflict", "no conflict"),
        ([HEADER + ",responds_to", GOOD + ",two words"], 2, "responds_to", "cannot name"),
        ([], None, None, "empty"),
    ],
)
def test_what_cannot_be_read_is_named_with_file_line_and_field(lines, line, field, words):
    with pytest.raises(RowError) as caught:
        parse(*lines)
    assert (caught.value.file, caught.value.line, caught.value.field) == ("events.csv", line, field)
    assert words in caught.value.sentence


def test_a_conflict_that_nobody_knows():
    with pytest.raises(RowError, match="atlantis"):
        parse(HEADER, GOOD, conflict="atlantis")


@pytest.mark.parametrize(
    "content", [b"event_id\xff", "event_id,título".encode("utf-16"), HEADER.encode() + b"\r\n\xe9"]
)
def test_a_file_in_another_encoding(tmp_path, content):
    path = tmp_path / "events.csv"
    path.write_bytes(content)
    with pytest.raises(RowError, match="UTF-8") as caught:
        read(path)
    assert caught.value.line == content.count(b"\n") + 1 or caught.value.line == 1


def test_files_that_are_none(tmp_path):
    with pytest.raises(NotFoundError):
        read(tmp_path / "none.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(InputError):
        read(tmp_path / "folder.csv")
    with pytest.raises(UsageError, match=r"These can: \.csv"):
        read(tmp_path / "events.xlsx")


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: (HEADER + "\r\n" + text).encode("utf-8", "replace"))
)
def test_no_bytes_end_in_anything_but_words(content):
    with suppress(RowError):
        assert list(from_csv.parse(content, name="x.csv")) == [column.name for column in COLUMNS]


def test_an_import_that_fails_writes_nothing(store):
    frame = parse(HEADER, GOOD, GOOD.replace("a,", "b,", 1))
    frame.loc[1, "country"] = "nowhere"
    with pytest.raises(RowError) as caught:
        store.import_frame(frame, by="import", at=NOW)
    assert (caught.value.line, caught.value.field) == (2, "country")
    assert store.revision() == 0


def test_the_data_dictionary_tells_every_column():
    stream = io.StringIO(newline="")
    write_dictionary(stream)
    assert Path(DATA / "columns.csv").read_bytes() == stream.getvalue().encode()
    assert stream.getvalue().count("\r\n") == len(COLUMNS) + 1


def test_the_profile_tells_the_track_where_a_file_has_no_such_column() -> None:
    head = "event_id,event_type,status,date_start,date_end,date_precision,location,conflict"
    line = "a,talks,occurred,2025-05-16,2025-05-16,day,Istanbul,russia-ukraine"
    told = from_csv.parse(f"{head}\n{line}\n".encode(), name="a.csv")
    assert told["track"].tolist() == ["Istanbul 2025"]
    silent = from_csv.parse(f"{head},track\n{line},\n".encode(), name="a.csv")
    assert silent["track"].tolist() == [""]
    assert (from_csv.read(TIMELINES / "russia-ukraine.csv", conflict="russia-ukraine")["track"] != "").sum() > 40
