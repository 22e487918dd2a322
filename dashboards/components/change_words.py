"""One line of the log in words: which field, from what, to what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from dash import dcc, html
from dash.development.base_component import Component

from dashboards import language, words
from dashboards.language import N_, _
from tracker.models import ReviewState
from tracker.timeline import read_actors, read_quantities

if TYPE_CHECKING:
    from tracker.models import Change

_HIDDEN = ("outside_reports", "outside_origins", "created_at", "changed_at", "position")
_WHOLE = {
    ("event", True): N_("The event was entered"),
    ("event", False): N_("The event was taken out"),
    ("report", True): N_("A report came in"),
    ("report", False): N_("A report was taken out"),
    ("article", True): N_("The article was read in"),
    ("article", False): N_("The article was taken out"),
}
"""What a record's coming (true) or going says."""
_OPENED = "The event was opened on it."
"""The store's reason of the report that came with its event, which the event's coming tells already."""


def moment(at: datetime) -> str:
    """A moment of the log: "Sun 22 Nov 2026, 19:10 UTC"."""
    return language.moment(at)


def change_in_words(change: Change, title: Callable[[str], str] = str, source: Callable[[str], str] = str) -> list[Any]:
    """What the change did; empty for what concerns no reader. ``title`` names another event, ``source`` a report."""
    if change.field in _HIDDEN:
        return []
    if change.entity == "link":
        return _link(change, title)
    if change.entity == "event_report":
        return _report(change, source)
    if change.field == "*":
        whole = _WHOLE.get((change.entity, change.after is not None))
        return [_(whole)] if whole else [""]
    label = words.column_label(change.field)
    return [f"{label}: ", _value(change.field, change.before), " → ", _value(change.field, change.after)]


def _link(change: Change, title: Callable[[str], str]) -> list[Any]:
    parts = change.entity_id.split(" ")
    state = _state(change)
    if len(parts) != 3 or not state:
        return []
    how = words.LINK.get(parts[1], parts[1])
    said = {
        ReviewState.ACCEPTED.value: _("Linked: it {answers}", answers=how),
        ReviewState.PROPOSED.value: _("Asked: whether it {answers}", answers=how),
        ReviewState.DISMISSED.value: _("Said by hand not to be so: it {answers}", answers=how),
    }.get(state, _("Unlinked: it {answers}", answers=how))
    way = dcc.Link(title(parts[2]), href=f"/event/{quote(parts[2])}")
    return [said, " ", way]


def _report(change: Change, source: Callable[[str], str]) -> list[Any]:
    """A report that joined the event, was asked about, kept apart or taken from it; with the reasons for it."""
    state = _state(change)
    if not state:
        return []
    whose = source(change.entity_id.split(" ", 1)[1])
    said = {
        ReviewState.ACCEPTED.value: _("The report of {source} stands behind it", source=whose),
        ReviewState.PROPOSED.value: _("Asked: whether the report of {source} tells of it", source=whose),
        ReviewState.DISMISSED.value: _("The report of {source} is kept apart", source=whose),
    }.get(state, _("The report of {source} was taken from it", source=whose))
    reason = str(change.after["reason"]) if change.field == "*" and change.after else ""
    return [f"{said}. ", html.Span(reason, className="quiet")] if reason not in ("", _OPENED) else [said]


def _state(change: Change) -> str:
    """The state that the change left a report or link in; ``gone`` if it left none; empty if it set something else."""
    if change.field == "state":
        return str(change.after)
    if change.field != "*":
        return ""
    return str(change.after["state"]) if change.after is not None else "gone"


def _value(field: str, value: Any) -> Component:
    if value in (None, ""):
        return html.Span(_("nothing"), className="quiet")
    return html.Span(f"“{value_in_words(field, value)}”", className="change-value")


def value_in_words(field: str, value: Any) -> str:
    """A value of the log as a reader would say it, "nothing" for an empty one."""
    if value in (None, ""):
        return _("nothing")
    return _SAY[field](str(value)) if field in _SAY else str(value)


def _day(text: str) -> str:
    return language.day(date.fromisoformat(text[:10]))


def _actors(text: str) -> str:
    return "; ".join(f"{words.actor_name(one.code)} ({words.role_name(one.role)})" for one in read_actors(text))


def _quantities(text: str) -> str:
    return "; ".join(words.quantity_in_words(one) for one in read_quantities(text))


def _one_of(choices: Mapping[str, str]) -> Callable[[str], str]:
    return lambda text: choices.get(text, text)


_SAY: dict[str, Callable[[str], str]] = {
    "event_type": words.type_label,
    "publisher": lambda text: text.replace(";", ", "),
    "persons": lambda text: text.replace(";", ", "),
    "status": _one_of(words.STATUS),
    "date_start": _day,
    "date_end": _day,
    "date_precision": _one_of(words.PRECISION),
    "date_basis": _one_of(words.BASIS),
    "review_state": _one_of(words.REVIEW),
    "actors": _actors,
    "quantities": _quantities,
    "country": words.country_name,
    "claimed_by": words.actor_name,
    "conflict": words.conflict_name,
}
