"""The form for one event, filled with what it is given: for adding and for editing alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboards import words
from dashboards.components.actor_field import actor_fields, claimant_field
from dashboards.components.date_field import date_field
from dashboards.components.form_ids import field_id
from dashboards.components.row_field import link_rows, number_rows, row_field
from dashboards.form_values import ROLES, Form
from dashboards.language import N_, _
from tracker.resources import conflicts, event_groups, event_types, world


def event_form(form: Form, events: Sequence[Mapping[str, Any]], tracks: Sequence[str]) -> list[Component]:
    """The sections of the form. ``events`` are offered for links, ``tracks`` are the ones in use."""
    slug = form["conflict"]
    return [
        _section(
            _("What happened"),
            [_conflict(slug), _kind(form), _text("title", form, _("Title"), _(_TITLE)), _description(form)],
        ),
        _section(_("When"), [date_field(form["date_text"], form["counted_from"])]),
        _section(
            _("Who"),
            [
                actor_fields({role: form[role] for role in ROLES}, slug, form["event_type"]),
                _persons(form),
                claimant_field(form["claimed_by"], slug),
            ],
        ),
        _section(_("Where"), [html.Div([_place(form), _country(form)], className="form-pair")]),
        _section(
            _("How many"),
            [
                row_field(
                    "numbers", _("Numbers, for each side"), number_rows(form["numbers"], slug), _("Add a number")
                ),
                html.Div([_round(form), _track(form, tracks)], className="form-pair"),
            ],
        ),
        _section(_("Source"), [_sources(form), _text("publisher", form, _("Publisher")), _quote(form)]),
        _section(
            _("Connections"),
            [
                row_field("links", _("Links to earlier events"), link_rows(form["links"], events), _("Add a link")),
                _note(form),
            ],
        ),
    ]


_TITLE = N_("The event in a few words; made from type, actors and place if left empty")


def _section(title: str, fields: Sequence[Component]) -> html.Section:
    return html.Section([html.H2(title), html.Div(fields, className="form-fields")], className="form-section")


def type_options() -> list[dict[str, Any]]:
    """The types in their groups, each group with its shape."""
    return [
        {
            "group": f"{group.glyph} {words.group_label(group.name)}",
            "items": [
                {"value": one.name, "label": words.type_label(one.name)}
                for one in event_types().values()
                if one.group == group.name
            ],
        }
        for group in event_groups().values()
    ]


def type_meaning(event_type: str) -> str:
    """What the type means; what the field is for while none is chosen."""
    return words.type_meaning(event_type) or _("What kind of event it is; its meaning is shown here.")


def _conflict(slug: str) -> dmc.Select:
    options = [{"value": one.slug, "label": words.conflict_name(one.slug)} for one in conflicts().values()]
    return dmc.Select(
        id=field_id("conflict"),
        label=_("Conflict"),
        description=_("Its actors, places and tracks are offered first"),
        data=options,
        value=slug or None,
        clearable=True,
        searchable=True,
        selectFirstOptionOnChange=True,
        openOnFocus=False,
        clearSearchOnFocus=True,
        placeholder=_("None of these"),
        clearButtonProps={"aria-label": _("No conflict")},
    )


def _kind(form: Form) -> html.Div:
    statuses = [{"value": key, "label": text} for key, text in words.STATUS.items()]
    return html.Div(
        [
            html.Div(
                [
                    dmc.Select(
                        id=field_id("event_type"),
                        label=_("Type"),
                        data=type_options(),
                        value=form["event_type"] or None,
                        searchable=True,
                        selectFirstOptionOnChange=True,
                        openOnFocus=False,
                        clearSearchOnFocus=True,
                        withAsterisk=True,
                        placeholder=_("Choose"),
                        maxDropdownHeight=420,
                        renderOption={"function": "eventType", "options": {"meanings": _meanings()}},
                        inputProps={"aria-required": "true"},
                    ),
                    html.P(type_meaning(form["event_type"]), id="add-type-meaning", className="quiet form-meaning"),
                ]
            ),
            dmc.Select(
                id=field_id("status"),
                label=_("Status"),
                data=statuses,
                value=form["status"] or None,
                allowDeselect=False,
                withAsterisk=True,
            ),
        ],
        className="form-pair",
    )


def _meanings() -> dict[str, str]:
    return {name: words.type_meaning(name) for name in event_types()}


def _text(name: str, form: Form, label: str, description: str = "") -> dmc.TextInput:
    return dmc.TextInput(
        id=field_id(name), label=label, description=description or None, value=form[name], autoComplete="off"
    )


def _area(name: str, form: Form, label: str, description: str = "") -> dmc.Textarea:
    return dmc.Textarea(
        id=field_id(name),
        label=label,
        description=description or None,
        value=form[name],
        autosize=True,
        minRows=2,
        maxRows=12,
    )


def _description(form: Form) -> dmc.Textarea:
    return _area("description", form, _("Description"), _("In a sentence or two"))


def _quote(form: Form) -> dmc.Textarea:
    return _area("quote", form, _("Quote"), _("The sentence of the source that says so, word for word"))


def _note(form: Form) -> dmc.Textarea:
    return _area("note", form, _("Note"), _("What another reader should know"))


def _sources(form: Form) -> dmc.Textarea:
    return dmc.Textarea(
        id=field_id("source_urls"),
        label=_("Source addresses"),
        description=_("One on each line, with https:// before it"),
        value=form["source_urls"],
        autosize=True,
        minRows=1,
        maxRows=8,
        spellCheck=False,
    )


def _persons(form: Form) -> dmc.TagsInput:
    slug = form["conflict"]
    known = [one.name for one in conflicts()[slug].person] if slug in conflicts() else []
    return dmc.TagsInput(
        id=field_id("persons"),
        label=_("Persons"),
        description=_("People who acted, as the source writes them; Enter after each"),
        data=sorted(dict.fromkeys(known)),
        value=form["persons"],
        splitChars=[";"],
        limit=30,
        clearable=True,
        clearButtonProps={"aria-label": _("Clear the persons")},
    )


def _place(form: Form) -> dmc.Autocomplete:
    slug = form["conflict"]
    known = [one.name for one in conflicts()[slug].place] if slug in conflicts() else []
    return dmc.Autocomplete(
        id=field_id("location"),
        label=_("Place"),
        description=_("As the source names it"),
        data=sorted(dict.fromkeys(known)),
        value=form["location"],
        limit=30,
    )


def _country(form: Form) -> dmc.Select:
    states = sorted(((words.country_name(code), code) for code in world.states()), key=lambda one: one[0].casefold())
    return dmc.Select(
        id=field_id("country"),
        label=_("Country"),
        description=_("In which the place lies"),
        data=[{"value": code, "label": name} for name, code in states],
        value=form["country"] or None,
        searchable=True,
        selectFirstOptionOnChange=True,
        openOnFocus=False,
        clearSearchOnFocus=True,
        clearable=True,
        limit=60,
        nothingFoundMessage=_("No such country."),
        clearButtonProps={"aria-label": _("Clear the country")},
    )


def _round(form: Form) -> dmc.NumberInput:
    return dmc.NumberInput(
        id=field_id("round"),
        label=_("Round"),
        description=_("Its number in its series"),
        value=form["round"] if form["round"] is not None else "",
        min=1,
        allowDecimal=False,
        clampBehavior="none",
        hideControls=True,
    )


def _track(form: Form, tracks: Sequence[str]) -> dmc.Autocomplete:
    slug = form["conflict"]
    own = [one.name for one in conflicts()[slug].track] if slug in conflicts() else []
    return dmc.Autocomplete(
        id=field_id("track"),
        label=_("Track"),
        description=_("The series it belongs to"),
        data=list(dict.fromkeys((*own, *tracks))),
        value=form["track"],
        limit=30,
    )
