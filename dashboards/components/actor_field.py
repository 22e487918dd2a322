"""Actors by role: search as you type over the conflict's actors, states and organisations; a code of one's own too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboards import words
from dashboards.components.form_ids import field_id
from dashboards.language import N_, _
from tracker.models import Role
from tracker.resources import conflicts, event_types, world

Option = dict[str, Any]
OWN_GROUP = N_("A code of your own")
"""The group of options that are in no list; ``assets/add.js`` adds what is typed to it."""
_LABELS = {
    Role.PARTICIPANT: N_("Participants"),
    Role.INITIATOR: N_("Initiators"),
    Role.TARGET: N_("Targets"),
    Role.MEDIATOR: N_("Mediators"),
}


def actor_options(slug: str, chosen: Iterable[str] = ()) -> list[Option]:
    """Groups of options: the conflict's actors, then organisations and states; ``chosen`` codes of none come last."""
    own = [_option(one.code, slug) for one in conflicts()[slug].actor] if slug in conflicts() else []
    seen = {one["value"] for one in own}
    bodies = [_option(code, slug) for code in world.organisations() if code not in seen]
    seen |= {one["value"] for one in bodies}
    states = [_option(code, slug) for code in world.states() if code not in seen]
    seen |= {one["value"] for one in states}
    free = [_option(code, slug) for code in dict.fromkeys(chosen) if code not in seen]
    groups = [
        (_("In this conflict"), own),
        (_("Organisations"), sorted(bodies, key=_by_label)),
        (_("States"), sorted(states, key=_by_label)),
        (_(OWN_GROUP), free),
    ]
    return [{"group": name, "items": items} for name, items in groups if items]


def _option(code: str, slug: str) -> Option:
    name = words.actor_name(code, slug)
    return {"value": code, "label": name if name == code else f"{name} ({code})"}


def _by_label(one: Option) -> str:
    return str(one["label"]).casefold()


def actor_fields(chosen: dict[str, list[str]], slug: str, event_type: str) -> html.Div:
    """A field for each role; those that the type does not know are folded away while they are empty."""
    options = actor_options(slug, (code for codes in chosen.values() for code in codes))
    return html.Div(
        [
            html.Div(
                dmc.MultiSelect(
                    id=field_id(role.value),
                    label=_(_LABELS[role]),
                    description=words.ROLE_MEANING[role],
                    data=options,
                    value=chosen[role.value],
                    searchable=True,
                    selectFirstOptionOnChange=True,
                    openOnFocus=False,
                    clearable=True,
                    hidePickedOptions=True,
                    limit=60,
                    nothingFoundMessage=_("No such actor. A code of capital letters, such as ABC, is taken as it is."),
                    filter={"function": "everyWord"},
                    clearButtonProps={"aria-label": _("Clear: {field}", field=_(_LABELS[role]))},
                ),
                id={"type": "add-role", "index": role.value},
                hidden=role_hidden(role.value, event_type, bool(chosen[role.value])),
            )
            for role in _LABELS
        ],
        className="form-roles",
    )


def role_hidden(role: str, event_type: str, filled: bool) -> bool:
    """True for the field of a role that nobody has in events of the type."""
    kind = event_types().get(event_type)
    return bool(kind) and not filled and Role(role) not in kind.roles  # type: ignore[union-attr]


def claimant_field(code: str, slug: str) -> dmc.Select:
    """On whose word alone it stands."""
    return dmc.Select(
        id=field_id("claimed_by"),
        label=_("On whose word alone"),
        description=_("Empty if it is told as fact, or both sides confirm it"),
        data=actor_options(slug, [code] if code else []),
        value=code or None,
        searchable=True,
        selectFirstOptionOnChange=True,
        openOnFocus=False,
        clearSearchOnFocus=True,
        clearable=True,
        limit=60,
        nothingFoundMessage=_("No such actor."),
        filter={"function": "everyWord"},
        clearButtonProps={"aria-label": _("Clear the claimant")},
    )
