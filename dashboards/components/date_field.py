"""The date in plain words, and what it was understood as: said before anything is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import dash_mantine_components as dmc
from babel.dates import format_date
from dash import html
from dash.development.base_component import Component

from dashboards import words
from dashboards.components.attributes import attributes
from dashboards.components.form_ids import field_id
from tracker.models import TimeExpression
from tracker.timeline.date_in_words import date_in_words

ANCHOR = {
    "publication": "counted from {day}",
    "narration": "counted from the date told before, {day}",
    "event": "counted from the event named, {day}",
}


def date_field(typed: str, counted_from: str | None) -> html.Div:
    """The field for the words, the day from which they count, and the place of the live reading."""
    return html.Div(
        [
            dmc.TextInput(
                id=field_id("date_text"),
                label="Date",
                description="In your own words, in any language: 11 November 2025, late May, 23-25 травня",
                value=typed,
                withAsterisk=True,
                autoComplete="off",
                inputProps={"aria-required": "true"},
            ),
            html.Div(id="add-reading", className="reading", role="status", **attributes(aria_live="polite")),
            counted_from_field(field_id("counted_from"), counted_from),
        ],
        className="form-date",
    )


def counted_from_field(identity: Any, value: str | None) -> dmc.DateInput:
    """The day from which words such as "last Tuesday" count."""
    return dmc.DateInput(
        id=identity,
        label="Words such as “last Tuesday” count from",
        description="The day the source was published; today if left empty",
        value=value,
        valueFormat="D MMM YYYY",
        clearable=True,
        w=340,
        popoverProps={"withinPortal": True},
        ariaLabels=CALENDAR_LABELS,
        clearButtonProps={"aria-label": "Clear the day"},
    )


CALENDAR_LABELS = {
    "monthLevelControl": "Choose the month",
    "yearLevelControl": "Choose the year",
    "nextMonth": "Next month",
    "previousMonth": "Previous month",
    "nextYear": "Next year",
    "previousYear": "Previous year",
    "nextDecade": "Next decade",
    "previousDecade": "Previous decade",
}


def reading(found: TimeExpression, today: date, other: Callable[[str], str]) -> list[Component]:
    """What the words were understood as: days, precision, and from what they were counted.

    ``other`` says an alternative reading (EDTF) in words; each is offered as a button.
    """
    if found.first is None and found.last is None:
        text = "These words alone say no day."
        if found.anchor == "missing":
            text = "These words count from a day: say which one below."
        return [html.P(text, className="reading-wrong")]
    when = date_in_words(found.first, found.last, found.precision or "")
    shown: list[Component] = [
        html.P(["Understood as ", html.Strong(when)], className="reading-date"),
        html.P(_grounds(found, today), className="quiet"),
    ]
    if found.alternatives:
        shown.append(_alternatives(found.alternatives, other))
    return shown


def _grounds(found: TimeExpression, today: date) -> str:
    parts = [f"Known {words.PRECISION[found.precision]}" if found.precision else "Not exact"]
    if found.anchor in ANCHOR and found.anchor_date:
        day = format_date(found.anchor_date, "EEE d MMM y", locale="en")
        parts.append(ANCHOR[found.anchor].format(day=f"today, {day}" if found.anchor_date == today else day))
    elif found.implied:
        parts.append(f"not written, so taken from the day counted from: {', '.join(found.implied)}")
    if found.vague:
        parts.append("no narrower than the words")
    return "; ".join(parts) + "."


def _alternatives(readings: Sequence[str], other: Callable[[str], str]) -> html.Div:
    buttons = [
        dmc.Button(
            other(edtf),
            id={"type": "add-alternative", "index": edtf},
            variant="default",
            size="compact-sm",
        )
        for edtf in readings
    ]
    return html.Div([html.Span("It can also mean"), *buttons], className="reading-others")
