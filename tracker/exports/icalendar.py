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

from tracker.exports._told import Told, counted, is_web, told
from tracker.models import Status
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


def write(frame: pd.DataFrame, stream: TextIO, *, about: str = "") -> None:
    """The rows of ``frame`` in their order."""
    calendar = _calendar(list(told(frame)), about)
    stream.write(calendar.to_ical().decode("utf-8"))


def _calendar(events: list[Told], about: str) -> Calendar:
    from icalendar import Calendar  # noqa: PLC0415 - a tenth of a second that the other formats need not wait for

    calendar = Calendar()
    calendar.add("prodid", f"-//Negotiation timeline tracker//{VERSION}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Negotiation timeline")
    undated = sum(not one.dated for one in events)
    said = [about, f"{counted(len(events))}; uncertain dates are spans of all days that they may be."]
    if undated:
        said.append(f"{counted(undated)} without any known date: in this file as journal entries without a day.")
    calendar.add("x-wr-caldesc", " ".join(one for one in said if one))
    for one in events:
        calendar.add_component(_entry(one))
    return calendar


def _entry(one: Told) -> Any:
    from icalendar import Event, Journal  # noqa: PLC0415 - see above

    entry = Event() if one.dated else Journal()
    entry.add("uid", f"{one.event_id}@negotiation-timeline")
    entry.add("dtstamp", one.row["changed_at"] or one.row["created_at"] or NEVER)
    entry.add("summary", _plain(_summary(one)))
    entry.add("description", _plain(_description(one)))
    entry.add("categories", [one.kind, one.group.label])
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


def _description(one: Told) -> str:
    lines = [one.when, one.description, f"Who: {one.who}" if one.who else "", one.numbers]
    lines += [f"“{one.quote}”" if one.quote else "", *one.sources]
    return "\n".join(line for line in lines if line)


def _plain(text: str) -> str:
    """Without the control characters that the standard forbids in texts; the line break stays."""
    return "".join(sign if sign >= " " or sign == "\n" else " " for sign in text.replace("\r\n", "\n"))
