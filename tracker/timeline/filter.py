"""The one filter: the same few conditions for every page, chart, counter, command and export."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import unquote

import numpy as np
import pandas as pd

from tracker.errors import UsageError
from tracker.models import Precision, ReviewState, Role, Status
from tracker.resources import event_types
from tracker.timeline.coded import Bools
from tracker.timeline.outline import UNKNOWN, Outline, number_of

CERTAINTIES = {
    "day": "Day known",
    "period": "Span known (both ends given)",
    "uncertain": "Week, month, season or year only",
    "open": "One end open",
    "claim": "On one side's word alone",
    "fact": "Told as fact",
}
"""Values of ``Filter.certainty`` and what they keep."""

_PRECISION_OF = {
    "day": (Precision.DAY,),
    "period": (Precision.RANGE,),
    "uncertain": (Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.YEAR),
    "open": (Precision.OPEN,),
}
_COMMA = re.compile("[%,]")
_COLUMN_OF = {"type": "event_type", "status": "status", "review": "review_state", "conflict": "conflict"}


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that an event meets all of; within one condition any value is enough; empty means no condition.

    ``start``/``end`` keep events whose possible days overlap the period. ``role`` binds ``actor``: with both given,
    one of the actors has one of the roles. ``certainty`` holds two conditions: how exactly the date is known, and on
    whose word. ``source`` matches part of a source's address or publisher. ``text`` is searched in title, description,
    quote, persons, place, note and track, every word, in any case.
    """

    type: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    status: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    conflict: tuple[str, ...] = ()
    text: str = ""

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> Filter:
        """The filter that an address's query holds (``{"actor": ["UKR,RUS"], "start": ["2025-01-01"]}``).

        Lists may be repeated keys or comma-separated; a comma inside a value is written ``%2C``. Unknown keys are
        left alone, they belong to the page; a value that cannot be is a ``UsageError`` naming the field.
        """
        values: dict[str, Any] = {}
        for one in fields(cls):
            given = [value for value in query.get(one.name, ()) if value]
            if not given:
                continue
            if one.name in ("start", "end"):
                values[one.name] = _day(given[0], one.name)
            elif one.name == "text":
                values[one.name] = given[0]
            else:
                listed = [unquote(part).strip() for value in given for part in value.split(",")]
                values[one.name] = tuple(dict.fromkeys(part for part in listed if part))
        return cls(**values)._checked()

    def to_query(self) -> dict[str, str]:
        """The query's keys and values; only conditions that are set. ``from_query`` reads them back."""
        shown = {}
        for name, value in asdict(self).items():
            listed = value if isinstance(value, tuple | list) else None
            text = str(value or "") if listed is None else ",".join(_COMMA.sub(_quoted, one) for one in listed)
            if text:
                shown[name] = text
        return shown

    def without(self, name: str, value: str | None = None) -> Filter:
        """This filter less one condition, or less one value of it."""
        left: Any = getattr(Filter(), name)
        if value is not None and isinstance(getattr(self, name), tuple):
            left = tuple(one for one in getattr(self, name) if one != value)
        return replace(self, **{name: left})

    def _checked(self) -> Filter:
        known = {
            "type": tuple(event_types()),
            "status": tuple(Status),
            "role": tuple(Role),
            "review": tuple(ReviewState),
            "certainty": tuple(CERTAINTIES),
        }
        for name, choices in known.items():
            for value in getattr(self, name):
                if value not in choices:
                    raise UsageError(f'"{value}" is none of {", ".join(choices)}.', field=name)
        return self

    def apply(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The events of ``frame`` that meet every condition, in their order and with their index."""
        return frame.loc[self.mask(frame)]

    def mask(self, timeline: pd.DataFrame | Outline) -> Bools:
        """True for each event of ``timeline`` that meets every condition."""
        outline = timeline if isinstance(timeline, Outline) else Outline.of(timeline)
        keep = np.ones(len(outline), dtype=bool)
        for name, column in _COLUMN_OF.items():
            if getattr(self, name):
                keep &= outline.coded(column).isin(getattr(self, name))
        if self.actor or self.role:
            pattern = self._actor_pattern()
            keep &= outline.coded("actors").where(lambda cell: pattern.search(cell) is not None)
        if self.place:
            keep &= outline.coded("country").isin(self.place) | outline.coded("location").isin(self.place)
        if self.start:
            keep &= (outline.last == UNKNOWN) | (outline.last >= number_of(self.start))
        if self.end:
            keep &= (outline.first == UNKNOWN) | (outline.first <= number_of(self.end))
        if self.certainty:
            keep &= self._certain(outline)
        if self.source:
            keep &= np.logical_or.reduce([outline.texts("source").having(one) for one in self.source])
        for word in self.text.split():
            keep &= outline.texts("text").having(word)
        return keep

    def _actor_pattern(self) -> re.Pattern[str]:
        codes = "|".join(re.escape(code) for code in self.actor) or r"[^:;]+"
        roles = "|".join(self.role) or r"[a-z]+"
        return re.compile(rf"(?:^|;)(?:{codes}):(?:{roles})(?:;|$)")

    def _certain(self, outline: Outline) -> Bools:
        precisions = [str(p) for name in self.certainty for p in _PRECISION_OF.get(name, ())]
        keep = np.ones(len(outline), dtype=bool)
        if precisions:
            keep &= outline.coded("date_precision").isin(precisions)
        claims = {"claim", "fact"} & set(self.certainty)
        if len(claims) == 1:
            keep &= outline.coded("claimed_by").where(lambda cell: (cell != "") == ("claim" in claims))
        return keep


def _quoted(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def _day(text: str, field: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f'"{text}" is not a day.', field=field, advice="Write it as 2025-11-12.") from None
