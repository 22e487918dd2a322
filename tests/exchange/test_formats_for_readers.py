"""Calendars, stories, maps, tables and chronologies: uncertain dates stay uncertain in each."""

import io
import json
import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pyarrow.parquet as pq
import pytest
from icalendar import Calendar

from tests.timeline.test_frame import row
from tracker.exports import content
from tracker.timeline import COLUMNS, frame_of
from tracker.timeline.speech import Speech

MONTH = {"date_start": date(2022, 2, 1), "date_end": date(2022, 2, 28), "date_precision": "month"}
UNDATED = {"date_start": None, "date_end": None, "date_precision": "open"}
HOSTILE = "<script>alert(\"x\")</script> & 'é'"


def calendar_of(*rows):
    return Calendar.from_ical(content("icalendar", frame_of(rows)).decode())


def test_a_day_is_one_whole_day_in_a_calendar():
    (entry,) = calendar_of(row(title="Talks", location="Geneva", lat=46.2, lon=6.14)).events
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2025, 7, 23), date(2025, 7, 24))
    assert (entry["summary"], entry["status"], entry["transp"]) == ("Talks", "CONFIRMED", "TRANSPARENT")
    assert (entry["location"], entry["geo"].to_ical()) == ("Geneva", "46.2;6.14")


def test_an_uncertain_date_is_all_its_days_and_says_so():
    (entry,) = calendar_of(row(title="An offer", **MONTH)).events
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2022, 2, 1), date(2022, 3, 1))
    assert entry["summary"] == "An offer (some day in February 2022)"


def test_an_open_end_is_said_in_the_summary():
    (entry,) = calendar_of(row(title="A siege", date_end=None, date_precision="open")).events
    assert entry["summary"] == "A siege (from Wed 23 Jul 2025 on)"


def test_planned_and_called_off_are_what_calendars_call_them():
    planned, off = calendar_of(row("a", status="planned"), row("b", status="called_off")).events
    assert (planned["status"], off["status"]) == ("TENTATIVE", "CANCELLED")


def test_undated_events_are_journal_entries_and_counted():
    calendar = calendar_of(row("a"), row("b", **UNDATED))
    assert [one["uid"] for one in calendar.walk("VJOURNAL")] == ["b@negotiation-timeline"]
    assert "1 event without any known date" in calendar["x-wr-caldesc"]


def test_lines_of_a_calendar_are_folded_and_texts_escaped():
    text = content("icalendar", frame_of([row(title="One, two; three " * 20, description="a\r\nBEGIN:VEVENT\x07")]))
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert text.count(b"\r\nBEGIN:VEVENT") == 1
    assert b"\x07" not in text


def test_a_story_spans_uncertain_days_shows_words_and_escapes_texts():
    story = json.loads(content("timelinejs", frame_of([row(title=HOSTILE, **MONTH), row("b", **UNDATED)]), "All <b>"))
    (slide,) = story["events"]
    assert slide["start_date"] == {"year": 2022, "month": 2, "day": 1}
    assert slide["end_date"] == {"year": 2022, "month": 2, "day": 28}
    assert slide["display_date"] == "some day in February 2022"
    assert "<script>" not in json.dumps(story)
    assert "&lt;script&gt;" in slide["text"]["headline"]
    assert "1 event without any known date cannot be drawn and is left out." in story["title"]["text"]["text"]


def test_addresses_that_are_none_of_the_web_are_no_links():
    rows = [row(source_urls="javascript:alert(1) https://example.org/a")]
    text = json.loads(content("timelinejs", frame_of(rows)))["events"][0]["text"]["text"]
    assert re.findall('href="([^"]+)"', text) == ["https://example.org/a"]
    page = content("chronology", frame_of(rows)).decode()
    assert re.findall('<a href="([^#"]+)"', page) == ["https://example.org/a"]


def test_features_have_their_place_or_none():
    collection = json.loads(content("geojson", frame_of([row("a", lat=41.0, lon=28.9), row("b", lat=41.0)])))
    here, nowhere = collection["features"]
    assert here["geometry"] == {"type": "Point", "coordinates": [28.9, 41.0]}
    assert (nowhere["geometry"], collection["unlocated"]) == (None, 1)
    assert here["properties"]["date_words"] == "Wed 23 Jul 2025"


def test_parquet_keeps_columns_types_and_meanings():
    frame = frame_of([row(round=3, lat=1.5), row("b", **UNDATED)])
    file = io.BytesIO(content("parquet", frame, about="Type: Talks"))
    table = pq.read_table(file)
    assert [str(one.type) for one in table.schema][:4] == ["string", "string", "string", "date32[day]"]
    assert table.schema.metadata[b"about"] == b"Type: Talks"
    assert table.schema.field("title").metadata[b"meaning"].decode() == "The event in a few words."
    back = table.to_pandas().astype({column.name: column.dtype for column in COLUMNS})
    pd.testing.assert_frame_equal(back, frame)


def test_a_chronology_stands_by_year_with_numbered_sources():
    one, two = "https://example.org/1", "https://example.org/2"
    page = content(
        "chronology",
        frame_of(
            [
                row("a", title="First", source_urls=one),
                row("b", title=HOSTILE, source_urls=f"{two} {one}", **MONTH),
                row("c", title="Third", publisher="A paper; B", **UNDATED),
                row("d", title="Fourth"),
            ]
        ),
        about="Type: Talks",
    ).decode()
    assert re.findall("<h2>(.+)</h2>", page) == ["2022", "2025", "Without a known date", "Sources"]
    assert re.findall(r'href="#source-(\d)"', page) == ["1", "2", "2", "3", "4"]
    assert page.count("[no source named]") == 1
    assert "<script" not in page
    assert "1 event is not known to the day" in page
    assert "Type: Talks" in page


SPANISH = Speech(
    locale="es",
    translate={"Chronology": "Cronología", "on the word of {actor} alone": "según {actor}"}.get,
    named=lambda _kind, label: label.upper(),
    actor=lambda code, _slug: f"<{code}>",
    country=str.lower,
)


def test_what_is_for_readers_is_written_in_their_language():
    told = replace(SPANISH, translate=lambda text: SPANISH.translate(text) or text)
    frame = frame_of([row("a", title="", claimed_by="RUS", country="TUR", actors="RUS:participant")])
    page = content("chronology", frame, speech=told).decode()
    assert '<html lang="es" dir="ltr">' in page
    assert "<h1>Cronología</h1>" in page
    assert '<span class="mark">según &lt;RUS&gt;</span>' in page
    assert "TALKS · &lt;RUS&gt; · " in page
    assert "mié 23 jul 2025" in page
    (entry,) = Calendar.from_ical(content("icalendar", frame, speech=told).decode()).events
    assert entry["summary"] == "TALKS (según <RUS>)"
    story = json.loads(content("timelinejs", frame, speech=told))
    assert story["events"][0]["display_date"] == "mié 23 jul 2025"


@pytest.mark.parametrize("name", ["csv", "csv_excel", "json", "geojson"])
def test_data_is_the_same_in_every_language(name):
    frame = frame_of([row("a", claimed_by="RUS", **MONTH)])
    assert content(name, frame, speech=SPANISH) == content(name, frame)


def test_a_page_in_a_language_that_runs_to_the_left_says_so():
    assert '<html lang="ar" dir="rtl">' in content("chronology", frame_of([]), speech=Speech("ar")).decode()
