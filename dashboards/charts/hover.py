"""What hovering says of an event, and what a screen reader is told: title, date, type, who, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from textwrap import wrap
from typing import Any

from dashboards import words
from tracker.models import ReviewState, Status
from tracker.timeline import read_actors

LINE = 52
"""Characters of a line."""


def spoken(event: Mapping[str, Any]) -> str:
    """One sentence without markup."""
    return ". ".join([words.event_title(event), words.event_date(event), *_facts(event)])


def hover_text(event: Mapping[str, Any]) -> str:
    """Lines in plotly's markup; all of an event's own text is escaped."""
    title = "<br>".join(escape(line, quote=False) for line in wrap(words.event_title(event), LINE))
    lines = [f"<b>{title}</b>", words.event_date(event), *_facts(event)]
    return "<br>".join([lines[0], *(escape(line, quote=False) for line in lines[1:])])


def _facts(event: Mapping[str, Any]) -> list[str]:
    slug = str(event["conflict"])
    who = words.actors_in_words(read_actors(str(event["actors"])), slug)
    found = [" · ".join(part for part in (words.type_label(str(event["event_type"])), who) if part)]
    if event["status"] != Status.OCCURRED:
        found.append(words.STATUS[str(event["status"])])
    if event["claimed_by"]:
        found.append(f"On the word of {words.actor_name(str(event['claimed_by']), slug)} alone")
    if event["review_state"] != ReviewState.ACCEPTED:
        found.append(words.REVIEW[str(event["review_state"])])
    return found
