"""What every export holds to, by being there."""

import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.store.makers import report
from tests.timeline import strategies as some
from tests.timeline.test_frame import row
from tracker.errors import RowError, UsageError
from tracker.exports import content, export_format, format_of, formats
from tracker.models import Actor, Evidence, Quantity, Role
from tracker.timeline import empty_frame, frame_of

HOSTILE = 'a "b", c;\r\nd\t=1+1 </script> \u2028 é'
FRAMES = {
    "empty": empty_frame(),
    "one row": frame_of([row(title="Talks", lat=-1.5, round=3)]),
    "an undated row": frame_of([row("undated", date_start=None, date_end=None, date_precision="open")]),
    "open ends": frame_of(
        [row("since", date_end=None, date_precision="open"), row("until", date_start=None, date_precision="open")]
    ),
    "hostile text": frame_of([row(title=HOSTILE, quote="=" + HOSTILE, persons="A;B", actors="RUS:target")]),
}
REPORTS = [
    report(quantities=(Quantity("rounds", 3),), round=3, persons=("A",)),
    report(date_start=None, date_end=None, title=HOSTILE, evidence=()),
]

FIELDS = [
    *("article_id", "event_type", "status", "date_start", "date_end", "date_precision", "date_text", "date_basis"),
    *("actors", "persons", "location", "country", "quantities", "round", "claimed_by", "salience", "evidence"),
]
"""The fields of the event model, in their order."""


def written(module, reports):
    stream = io.StringIO(newline="")
    module.write(reports, stream)
    return stream.getvalue()


@pytest.mark.parametrize("takes", ["events", "reports"])
def test_formats_are_named_for_their_files(takes):
    assert formats(takes)
    for name, module in formats(takes).items():
        assert module.__name__ == f"tracker.exports.{name}"
        assert module.LABEL
        assert module.SUFFIX.startswith(".")
        assert "/" in module.MIME
        assert module.__doc__
        if takes == "events":
            assert module.FOR
            assert format_of(f"timeline{module.SUFFIX}") == name


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize("name", formats())
def test_every_format_writes_every_timeline(name, frame):
    file = content(name, frame, about="Type: Talks")
    assert file
    assert file == content(name, frame, about="Type: Talks")
    for one in frame["event_id"]:
        told_left_out = b"1 event without any known date" in file and b"left out" in file
        assert one.encode() in file or (one == "undated" and told_left_out)


@pytest.mark.parametrize("name", formats())
def test_no_format_takes_what_is_no_timeline(name):
    with pytest.raises(RowError):
        content(name, empty_frame().drop(columns="note"))


@settings(max_examples=20, deadline=None)  # each is written in every format
@given(st.lists(some.events(), max_size=3))
def test_no_text_of_an_event_breaks_a_format(listed):
    frame = frame_of(row(str(place), **values) for place, values in enumerate(listed))
    for name in formats():
        assert content(name, frame)
    calendar = Calendar.from_ical(content("icalendar", frame).decode())
    assert len([one for one in calendar.subcomponents if one.name in ("VEVENT", "VJOURNAL")]) == len(frame)
    assert json.loads(content("geojson", frame))["type"] == "FeatureCollection"
    dated = frame["date_start"].notna() | frame["date_end"].notna()
    assert len(json.loads(content("timelinejs", frame))["events"]) == dated.sum()


@pytest.mark.parametrize("name", formats("reports"))
def test_every_format_writes_reports(name):
    assert written(export_format(name, "reports"), []).strip() in ("", "[]")
    text = written(export_format(name, "reports"), REPORTS)
    found = json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.split("\n") if line]
    assert [one["title"] for one in found] == ["", HOSTILE]


def test_json_has_lists_where_cells_hold_several_values():
    (event,) = json.loads(content("json", FRAMES["hostile text"]))
    assert event["title"] == HOSTILE
    assert event["actors"] == [{"code": "RUS", "role": "target"}]
    assert (event["persons"], event["links"], event["lat"]) == (["A", "B"], [], None)
    assert (event["date_start"], event["created_at"]) == ("2025-07-23", None)


def test_json_lines_of_reports_have_the_event_models_fields():
    told = report(
        day=date(2025, 7, 23),
        actors=(Actor("RUS", Role.PARTICIPANT),),
        quantities=(Quantity("prisoners", 5, "each"),),
        evidence=(Evidence(3, 9, "He met."),),
    )
    (line,) = written(export_format("reports_jsonl", "reports"), [told]).splitlines()
    found = json.loads(line)
    assert list(found)[:17] == FIELDS
    assert (found["date_start"], found["status"], found["round"]) == ("2025-07-23", "occurred", None)
    assert found["actors"] == [{"code": "RUS", "role": "participant"}]
    assert found["quantities"] == [{"what": "prisoners", "value": 5, "side": "each"}]
    assert found["evidence"] == [{"start": 3, "end": 9, "text": "He met."}]
    assert {"date_edtf", "track", "probability", "rules"} <= set(found)


def test_a_format_that_is_not_there():
    with pytest.raises(UsageError, match="csv, csv_excel, geojson"):
        export_format("xlsx")
