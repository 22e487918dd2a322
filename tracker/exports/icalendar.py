"""iCalendar (RFC 5545): the timeline beside one's own appointments, in any calendar program.

Every event lasts whole days and blocks no time. An uncertain date is the span of all days that it may be, and its
summary says so in words; one with a single known end stands on that day, and its summary says which end it is. An
event without any day is a journal entry without a date, which the standard allows: most calendars do not show it, so
the calendar's description says how many there are. ``X-EDTF`` keeps the date as the timeline has it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TextIO

import pandas as pd

from tracker.exports._told import Told, is_web, told
from tracker.models import Status
from tracker.timeline.speech import ENGLISH, Speech
from tracker.version import VERSION

if TYPE_CHECKING:
    from icalendar import Calendar

LABEL = "iCalendar"
SUFFIX = ".ics"
MIME = "text/calendar"
TAKES = "events"
FOR = "calendars: whole days, uncertain dates as spans"
BINARY = False

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""The stamp of an event that never was in a store: iCalendar demands one, and the clock is not ours to read."""
_STATUS = {Status.PLANNED: "TENTATIVE", Status.CALLED_OFF: "CANCELLED"}


def write(frame: pd.DataFrame, stream: TextIO, *, about: str = "", speech: Speech = ENGLISH) -> None:
    """The rows of ``frame`` in their order."""
    calendar = _calendar(list(told(frame, speech)), about, speech)
    stream.write(calendar.to_ical().decode("utf-8"))


def _calendar(events: list[Told], about: str, speech: Speech) -> Calendar:
    from icalendar import Calendar  # noqa: PLC0415 - a tenth of a second that the other formats need not wait for

    calendar = Calendar()
    calendar.add("prodid", f"-//Negotiation timeline tracker//{VERSION}//{speech.locale.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", speech.phrase("Negotiation timeline"))
    undated = sum(not one.dated for one in events)
    spans = speech.phrases(
        "{count} event; uncertain dates are spans of all days that they may be.",
        "{count} events; uncertain dates are spans of all days that they may be.",
        len(events),
    )
    said = [about, spans]
    if undated:
        said.append(
            speech.phrases(
                "{count} event without any known date: in this file as a journal entry without a day.",
                "{count} events without any known date: in this file as journal entries without a day.",
                undated,
            )
        )
    calendar.add("x-wr-caldesc", " ".join(one for one in said if one))
    for one in events:
        calendar.add_component(_entry(one, speech))
    return calendar


def _entry(one: Told, speech: Speech) -> Any:
    from icalendar import Event, Journal  # noqa: PLC0415 - see above

    entry = Event() if one.dated else Journal()
    entry.add("uid", f"{one.event_id}@negotiation-timeline")
    entry.add("dtstamp", one.row["changed_at"] or one.row["created_at"] or NEVER)
    entry.add("summary", _plain(_summary(one)))
    entry.add("description", _plain(_description(one, speech)))
    entry.add("categories", [one.kind, one.group_name])
    if one.row["date_edtf"]:
        entry.add("x-edtf", _plain(one.row["date_edtf"]))
    web = next((address for address in one.sources if is_web(address)), "")
    if web:
        entry.add("url", web)
    if one.dated:
        _place_and_days(entry, one)
    return entry


def _place_and_days(entry: Any, one: Told) -> None:
    first, last = one.first or one.last, one.last or one.first
    assert first is not None
    assert last is not None
    entry.add("dtstart", first)
    if last < date.max:
        entry.add("dtend", last + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
    entry.add("status", _STATUS.get(one.row["status"], "CONFIRMED"))
    if one.place:
        entry.add("location", _plain(one.place))
    if one.row["lat"] is not None and one.row["lon"] is not None:
        entry.add("geo", (one.row["lat"], one.row["lon"]))


def _summary(one: Told) -> str:
    """The title, with what a calendar's grid of days would hide: how well the date is known, what is not sure."""
    remarks = list(one.remarks) if one.exact and not one.open else [one.when, *one.remarks]
    return f"{one.title} ({'; '.join(remarks)})" if remarks else one.title


def _description(one: Told, speech: Speech) -> str:
    who = speech.phrase("Who: {names}", names=one.who) if one.who else ""
    quote = speech.phrase("“{words}”", words=one.quote) if one.quote else ""
    lines = [one.when, one.description, who, one.numbers, quote, *one.sources]
    return "\n".join(line for line in lines if line)


def _plain(text: str) -> str:
    """Without the control characters that the standard forbids in texts; the line break stays."""
    return "".join(sign if sign >= " " or sign == "\n" else " " for sign in text.replace("\r\n", "\n"))
