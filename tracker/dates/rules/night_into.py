"""A night by the day it leads to: "overnight into Friday", "overnight from Thursday to Friday", "overnight"."""

from __future__ import annotations

from dataclasses import replace

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_date
from tracker.dates.resolve import days_from
from tracker.dates.rules import day as day_form
from tracker.dates.rules import weekday as weekday_form
from tracker.models import Precision

_NIGHT = "(?:{overnight}|{the}?{night}{of}?)"
_DATE = "(?:%day%{of}?%month%|%month%%day%)(?:{comma}?%year%)?"
_TO = "(?:{to}|{hyphen}|{into}|{slash})"
PATTERNS = (
    _NIGHT + "{into}(?P<target>%weekday%)",
    "{the}{night}{to}(?P<target>%weekday%)",
    _NIGHT + "{into}(?P<target>{the}?" + _DATE + ")",
    _NIGHT + "(?:{of}|{on}|{from})?(?:{n31}|{nth})" + _TO + "(?P<target>%day%{of}?%month%(?:{comma}?%year%)?)",
    _NIGHT + "(?:{of}|{on}|{from})?%month%(?:{n31}|{nth})" + _TO + "(?P<target>%day%(?:{comma}?%year%)?)",
    "(?P<bare>{overnight})",
    _NIGHT + "{from}?{weekday:start}(?:{to}|{into}|{hyphen})(?P<target>%weekday%)",
)
EXAMPLES = (
    ("Shelling went on overnight into Friday.", "overnight into Friday", "2025-11-06TNI"),
    ("They took the town in the night to Friday.", "the night to Friday", "2025-11-06TNI"),
    ("Drones came overnight from Monday to Tuesday.", "overnight from Monday to Tuesday", "2025-11-10TNI"),
    ("On the night of 3-4 May it fell.", "the night of 3-4 May", "2025-05-03TNI"),
    ("Overnight from Nov. 10 to 11 drones came.", "Overnight from Nov. 10 to 11", "2025-11-10TNI"),
    ("Drones struck the port overnight.", "overnight", "2025-11-11TNI"),
    ("Rain will go on overnight.", "overnight", "2025-11-12TNI"),
    ("The swap took place overnight into 4 May.", "overnight into 4 May", "2025-05-03TNI"),
)
NEAR_MISSES = (
    "They drove all night into the hills.",
    "It was no overnight success.",
    "The overnight lending rate rose.",
)


def read(found: Found) -> Meaning | None:
    """The night before the day written; its days are that day and the one before."""
    if found.has("bare"):
        return None if "not_night" in found.after() else latest_night
    start = found.value("start", "weekday")
    end = found.value("weekday", "weekday")
    if start is not None and (int(start) + 1) % 7 != end:
        return None
    meaning = day_form.read(found) if found.has("month") else weekday_form.read(found)
    return (lambda context: _night_before(meaning(context))) if meaning else None


def latest_night(context: Context) -> Reading | None:
    """The night that ended on publication, or the one then to come; in narration that of the day told."""
    told = context.last_told("day") if context.domain == "narrative" else None
    base, anchor = (told.start, "narration") if told and told.unit == "day" else context.publication()
    step = 1 if told or context.tense > 0 else 0
    morning = days_from(base, step) if base else None
    if morning is None:
        return Reading("TIME", "XXXX-XX-XXTNI", anchor="missing")
    reading = of_date(morning.year, morning.month, morning.day)
    night = _night_before(reading)
    return replace(night, anchor=anchor, anchor_date=base) if night else None


def _night_before(morning: Reading | None) -> Reading | None:
    """The night that ends on the day of ``morning``."""
    before = days_from(morning.first, -1) if morning and morning.first else None
    if morning is None or before is None:
        return replace(morning, timex_type="TIME", value="XXXX-XX-XXTNI") if morning else None
    evening = of_date(before.year, before.month, before.day)
    if evening is None:
        return None
    night = weekday_form.with_part(evening, "NI")
    return replace(
        night,
        last=morning.first,
        precision=Precision.RANGE,
        known=(*morning.known, "part of day"),
        implied=morning.implied,
        anchor=morning.anchor,
        anchor_date=morning.anchor_date,
        told=morning.told,
    )
