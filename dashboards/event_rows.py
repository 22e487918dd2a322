"""Events as rows of a table for readers: names, labels and dates in words beside the values that they sort by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboards import words
from dashboards.language import N_, Spoken
from dashboards.theme import glyph_of, group_of
from tracker.models import Precision
from tracker.timeline import read_actors

CERTAINTY = Spoken(
    {
        Precision.DAY: N_("Day"),
        Precision.WEEK: N_("Week"),
        Precision.MONTH: N_("Month"),
        Precision.SEASON: N_("Season"),
        Precision.YEAR: N_("Year"),
        Precision.RANGE: N_("Span"),
        Precision.OPEN: N_("One end open"),
    }
)


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of ``frame`` in their order, as a table shows them."""
    return [row_of(event) for event in frame.to_dict("records")]


def row_of(event: Mapping[Any, Any]) -> dict[str, Any]:
    """One event as a table shows it."""
    slug = str(event["conflict"])
    group = group_of(event["event_type"])
    return {
        "event_id": event["event_id"],
        "date": words.event_date(event),
        "type": words.type_label(event["event_type"]),
        "glyph": glyph_of(event["event_type"]),
        "group": group.name,
        "title": words.event_title(event),
        "who": words.actors_in_words(read_actors(event["actors"]), slug),
        "location": event["location"],
        "country": words.country_name(event["country"]) if event["country"] else "",
        "status": words.STATUS[event["status"]],
        "certainty": CERTAINTY[event["date_precision"]],
        "claimed": words.actor_name(event["claimed_by"], slug) if event["claimed_by"] else "",
        "round": None if pd.isna(event["round"]) else int(event["round"]),
        "track": event["track"],
        "sources": len(event["source_urls"].split()),
        "reports": int(event["report_count"]),
        "review": words.REVIEW[event["review_state"]],
        "conflict": words.conflict_name(slug),
        "note": event["note"],
    }
