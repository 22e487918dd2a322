"""A question to a person: is this the same event, does one event answer another; with what speaks for and against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboards import words
from dashboards.components.attributes import attributes
from dashboards.components.event_view import event_link
from dashboards.language import N_, Spoken, _, percent
from tracker.models import LinkKind

ASK = Spoken(
    {
        "join": N_("Is it the same event as this one?"),
        "told": N_("Is this one of those that it speaks of?"),
        LinkKind.ANSWERS.value: N_("Does it answer this one?"),
        LinkKind.CARRIES_OUT.value: N_("Does it carry out this one?"),
        LinkKind.FOLLOWS.value: N_("Is it the round after this one?"),
        LinkKind.BREAKS.value: N_("Does it break this one?"),
        LinkKind.CALLED_OFF.value: N_("Does it call off this one?"),
        LinkKind.CAME_OF.value: N_("Is it what came of this one?"),
        f"back:{LinkKind.ANSWERS.value}": N_("Is it answered by this one?"),
        f"back:{LinkKind.CARRIES_OUT.value}": N_("Is it carried out by this one?"),
        f"back:{LinkKind.FOLLOWS.value}": N_("Is this the round after it?"),
        f"back:{LinkKind.BREAKS.value}": N_("Is it broken by this one?"),
        f"back:{LinkKind.CALLED_OFF.value}": N_("Is it called off by this one?"),
        f"back:{LinkKind.CAME_OF.value}": N_("Did this one come of it?"),
    }
)
"""What is asked, by what it would be."""
YES = Spoken({"join": N_("The same event"), "told": N_("One of them"), "link": N_("Yes, it is")})
NO = Spoken({"join": N_("Keep apart"), "told": N_("Not this one"), "link": N_("Not this one")})


def question_view(
    kind: str,
    how: str,
    event: Mapping[str, Any],
    reason: str,
    probability: float | None,
    yes: Mapping[str, str],
    no: Mapping[str, str],
) -> html.Div:
    """The question with its two answers; ``yes`` and ``no`` are the ids of the buttons."""
    sure = [html.Span(_("{share} probable", share=percent(probability)), className="quiet num")] if probability else []
    asked = ASK[how if kind == "link" else kind]
    title = words.event_title(event)
    return html.Div(
        [
            html.P([html.Strong(asked), *sure], className="question-head"),
            html.P(event_link(event), className="question-event"),
            *reasons(reason),
            html.Div(
                [
                    _button(YES[kind], dict(yes), "yes", f"{YES[kind]}: {title}"),
                    _button(NO[kind], dict(no), "no", f"{NO[kind]}: {title}"),
                ],
                className="form-buttons",
            ),
        ],
        className="question",
        role="group",
        **attributes(aria_label=f"{asked} {title}"),
    )


def reasons(said: str) -> list[Component]:
    """What speaks for it, and what against, in a line each."""
    if not said:
        return []
    before, _sep, against = said.partition(" Against: ")
    if before.startswith("Against: "):
        before, against = "", before.removeprefix("Against: ")
    lines = [(_("For"), before.removeprefix("For: ")), (_("Against"), against)]
    return [
        html.P([html.Span(f"{name}: ", className="quiet"), text], className="question-reason")
        for name, text in lines
        if text
    ]


def _button(label: str, name: dict[str, str], do: str, spoken: str) -> dmc.Button:
    return dmc.Button(
        label,
        id=name,
        size="compact-md",
        fz="sm",
        variant="default",
        **attributes(data_do=do, aria_label=spoken),
    )
