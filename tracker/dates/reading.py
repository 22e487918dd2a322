"""What a form makes of its words: a ``Meaning`` awaits a ``Context`` (what to count from) and gives a ``Reading``.

Also the readings that many forms share: a day, a month, a year, any calendar unit, and their TIMEX3 values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from tracker.dates.calendar import SEASON_MONTHS, make, month_span, season_span, span_of, third_of, year_span
from tracker.models import Precision

Domain = Literal["news", "narrative"]

PRECISION_OF = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "fortnight": Precision.WEEK,
    "weekend": Precision.WEEK,
    "month": Precision.MONTH,
    "season": Precision.SEASON,
    "quarter": Precision.SEASON,
    "half": Precision.SEASON,
    "year": Precision.YEAR,
    "decade": Precision.RANGE,
    "century": Precision.RANGE,
}


COARSE = ("year", "decade", "century")
"""Units that do not say a month."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date already told, as exactly as it was; years before Christ are negative. ``absolute``: it was told with
    its year.
    """

    year: int
    month: int | None = None
    day: int | None = None
    unit: str = "day"
    absolute: bool = False

    @property
    def start(self) -> date | None:
        """Its first day; nothing before Christ."""
        return make(self.year, self.month or 1, self.day or 1) if self.year > 0 else None


def told_of(first: date, unit: str, absolute: bool = False) -> Told:
    """What was told when the calendar unit beginning on ``first`` was."""
    if unit in COARSE:
        return Told(first.year, unit=unit, absolute=absolute)
    if unit in ("month", "season", "quarter", "half"):
        return Told(first.year, first.month, unit=unit, absolute=absolute)
    return Told(first.year, first.month, first.day, unit, absolute)


@dataclass(frozen=True, slots=True)
class Reading:
    """Resolved words. ``told`` is what narration counts from next, ``words`` how many of the form's words
    it takes (0: all); other fields as in ``TimeExpression``.
    """

    timex_type: str
    value: str
    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    approximate: bool = False
    vague: bool = False
    known: tuple[str, ...] = ()
    implied: tuple[str, ...] = ()
    anchor: str = "none"
    anchor_date: date | None = None
    alternatives: tuple[str, ...] = ()
    told: Told | None = None
    words: int = 0


@dataclass(slots=True)
class Context:
    """What an expression can count from, where it stands.

    ``reference`` is the publication date; ``told`` is where the narration stands, ``mentioned`` the last date named
    at all,
    be it in passing; ``tense`` is -1, 0 or 1 as the verb of its clause says past, nothing or future; ``leading`` is
    true at the head of a sentence, ``together`` while the paragraph of the date last told goes on;
    ``event_day`` tells on which day the text put an event, by its noun.
    """

    reference: date | None
    domain: Domain = "news"
    told: Told | None = None
    mentioned: Told | None = None
    tense: int = 0
    leading: bool = False
    together: bool = True
    month_first: bool | None = None
    event_day: Callable[[str], date | None] = field(default=lambda _: None)

    def anchor(self) -> tuple[date | None, str]:
        """The day to count from and its name: in narration the last told, else the publication."""
        if self.domain == "narrative" and self.told is not None:
            return self.told.start, "narration"
        return self.publication()

    def publication(self) -> tuple[date | None, str]:
        """The publication day, or ``missing``."""
        return (self.reference, "publication") if self.reference else (None, "missing")

    def last_told(self, unit: str = "year") -> Told | None:
        """The last date named, if it is as exact as ``unit``; else where the narration stands."""
        last = self.mentioned
        exact = unit in COARSE or (last is not None and last.unit not in COARSE)
        if last is None or not exact or (unit == "day" and last.unit != "day"):
            return self.told
        return last

    def narration(self, unit: str = "year") -> tuple[date | None, str]:
        """The last date told, or else the publication: for "later", "that month"."""
        last = self.last_told(unit)
        return (last.start, "narration") if last else self.publication()


Meaning = Callable[[Context], Reading | None]


def value_of(day: date, unit: str) -> str:
    """TIMEX3's value of the unit in which ``day`` lies."""
    if unit in ("week", "fortnight", "weekend"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    return {
        "month": f"{day.year:04d}-{day.month:02d}",
        "quarter": f"{day.year:04d}-Q{(day.month - 1) // 3 + 1}",
        "half": f"{day.year:04d}-H{(day.month - 1) // 6 + 1}",
        "year": f"{day.year:04d}",
        "decade": f"{day.year // 10:03d}",
        "century": f"{day.year // 100:02d}",
    }.get(unit, day.isoformat())


def of_unit(day: date, unit: str, **more: object) -> Reading:
    """The calendar unit in which ``day`` lies, as a DATE."""
    first, last = span_of(day, unit)
    base = Reading(
        "DATE", value_of(day, unit), first, last, PRECISION_OF.get(unit, Precision.DAY), told=told_of(first, unit)
    )
    return replace(base, **more)  # type: ignore[arg-type]


def of_date(year: int, month: int | None = None, day: int | None = None, **more: object) -> Reading | None:
    """A year, month or day as a DATE; nothing if no calendar has it. Years before Christ have a value but no days."""
    if year < 0:
        value = f"BC{-year:04d}" + "".join(f"-{piece:02d}" for piece in (month, day) if piece is not None)
        unit = "year" if month is None else "month" if day is None else "day"
        return replace(Reading("DATE", value, told=Told(year, month, day, unit)), **more)  # type: ignore[arg-type]
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return of_unit(date(year, 1, 1), "year", **more)
    if day is None:
        return of_unit(date(year, month, 1), "month", **more)
    one = make(year, month, day)
    return of_unit(one, "day", **more) if one else None


def of_season(year: int, season: str, **more: object) -> Reading:
    """A season of a year."""
    if year < 0:
        told = Told(year, SEASON_MONTHS[season][0], unit="season")
        return replace(Reading("DATE", f"BC{-year:04d}-{season}", told=told), **more)  # type: ignore[arg-type]
    first, last = season_span(year, season)
    base = Reading("DATE", f"{year:04d}-{season}", first, last, Precision.SEASON, told=told_of(first, "season"))
    return replace(base, **more)  # type: ignore[arg-type]


def narrowed(reading: Reading, part: str | None) -> Reading:
    """The early, mid or late third of a reading (event model); the value stays that of the whole."""
    if part is None or reading.first is None or reading.last is None:
        return reading
    first, last = third_of((reading.first, reading.last), part)
    precision = Precision.SEASON if reading.precision is Precision.YEAR else reading.precision
    return replace(reading, first=first, last=last, precision=precision)


def absolute(reading: Reading | None) -> Reading | None:
    """Marks a date as told with its year, so that narration may count from it."""
    if reading is None or reading.told is None:
        return reading
    return replace(reading, told=replace(reading.told, absolute=True))


def unresolved(timex_type: str, value: str, **more: object) -> Reading:
    """Words that nothing here can fix to days."""
    return replace(Reading(timex_type, value, anchor="missing"), **more)  # type: ignore[arg-type]


__all__ = [
    "Context",
    "Domain",
    "Meaning",
    "Reading",
    "Told",
    "absolute",
    "month_span",
    "narrowed",
    "of_date",
    "of_season",
    "of_unit",
    "told_of",
    "unresolved",
    "value_of",
    "year_span",
]
