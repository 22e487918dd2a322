"""The date in plain words, and what it was understood as: said before anything is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboards import language, words
from dashboards.components.attributes import attributes
from dashboards.components.form_ids import field_id
from dashboards.language import N_, Spoken, _
from tracker.models import TimeExpression

ANCHOR = Spoken(
    {
        "publication": N_("counted from {day}"),
        "narration": N_("counted from the date told before, {day}"),
        "event": N_("counted from the event named, {day}"),
    }
)


def date_field(typed: str, counted_from: str | None) -> html.Div:
    """The field for the words, the day from which they count, and the place of the live reading."""
    return html.Div(
        [
            dmc.TextInput(
                id=field_id("date_text"),
                label=_("Date"),
                description=_("In your own words, in any language: 11 November 2025, late May, 23-25 травня"),
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
        label=_("Words such as “last Tuesday” count from"),
        description=_("The day the source was published; today if left empty"),
        value=value,
        valueFormat="D MMM YYYY",
        clearable=True,
        w=340,
        popoverProps={"withinPortal": True},
        ariaLabels=dict(CALENDAR_LABELS),
        clearButtonProps={"aria-label": _("Clear the day")},
    )


CALENDAR_LABELS = Spoken(
    {
        "monthLevelControl": N_("Choose the month"),
        "yearLevelControl": N_("Choose the year"),
        "nextMonth": N_("Next month"),
        "previousMonth": N_("Previous month"),
        "nextYear": N_("Next year"),
        "previousYear": N_("Previous year"),
        "nextDecade": N_("Next decade"),
        "previousDecade": N_("Previous decade"),
    }
)


def reading(found: TimeExpression, today: date, other: Callable[[str], str]) -> list[Component]:
    """What the words were understood as: days, precision, and from what they were counted.

    ``other`` says an alternative reading (EDTF) in words; each is offered as a button.
    """
    if found.first is None and found.last is None:
        text = _("These words alone say no day.")
        if found.anchor == "missing":
            text = _("These words count from a day: say which one below.")
        return [html.P(text, className="reading-wrong")]
    when = words.date_in_words(found.first, found.last, found.precision or "")
    shown: list[Component] = [
        html.P([_("Understood as"), " ", html.Strong(when)], className="reading-date"),
        html.P(_grounds(found, today), className="quiet"),
    ]
    if found.alternatives:
        shown.append(_alternatives(found.alternatives, other))
    return shown


def _grounds(found: TimeExpression, today: date) -> str:
    parts = [_("Known {exactly}", exactly=words.PRECISION[found.precision]) if found.precision else _("Not exact")]
    if found.anchor in ANCHOR and found.anchor_date:
        day = language.day(found.anchor_date)
        parts.append(ANCHOR[found.anchor].format(day=_("today, {day}", day=day) if found.anchor_date == today else day))
    elif found.implied:
        parts.append(_("not written, so taken from the day counted from: {parts}", parts=", ".join(found.implied)))
    if found.vague:
        parts.append(_("no narrower than the words"))
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
    return html.Div([html.Span(_("It can also mean")), *buttons], className="reading-others")
