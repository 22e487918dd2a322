"""What the form holds, and the way between it and an event's columns.

A form is a plain dictionary that survives JSON, since the browser keeps it as a draft: text, lists or numbers by
the names of ``LABELS``, and rows for numbers and links. ``check`` turns it into columns, or into one sentence for each
wrong field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from dashboards import error_words, words
from dashboards.components.event_view import safe_address
from dashboards.language import N_, Spoken, _
from tracker.errors import DateError
from tracker.models import Actor, LinkKind, Quantity, Role, Status, TimeExpression
from tracker.resources import conflicts, event_types, world
from tracker.timeline import (
    read_actors,
    read_links,
    read_names,
    read_quantities,
    write_actors,
    write_links,
    write_names,
    write_quantities,
)

Form = dict[str, Any]
Read = Callable[[str, date], TimeExpression]
"""Reads the words of a date, counted from a day; raises ``DateError``."""

ROLES = tuple(role.value for role in (Role.INITIATOR, Role.TARGET, Role.PARTICIPANT, Role.MEDIATOR))
TEXTS = ("title", "description", "location", "country", "track", "publisher", "quote", "note", "claimed_by", "conflict")
"""Fields of the form that are columns of the same name."""

LABELS = Spoken(
    {
        "event_type": N_("Type"),
        "status": N_("Status"),
        "title": N_("Title"),
        "description": N_("Description"),
        "date_text": N_("Date"),
        "counted_from": N_("Counted from"),
        "participant": N_("Participants"),
        "initiator": N_("Initiators"),
        "target": N_("Targets"),
        "mediator": N_("Mediators"),
        "persons": N_("Persons"),
        "claimed_by": N_("Claimed by"),
        "location": N_("Place"),
        "country": N_("Country"),
        "numbers": N_("Numbers"),
        "round": N_("Round"),
        "track": N_("Track"),
        "source_urls": N_("Source addresses"),
        "publisher": N_("Publisher"),
        "quote": N_("Quote"),
        "note": N_("Note"),
        "links": N_("Links"),
        "conflict": N_("Conflict"),
    }
)
"""The fields' labels, in the order in which the form shows them."""

CODE = re.compile(r"[A-Z][A-Z0-9_]{1,19}")
"""An actor's code: of a state, an organisation, a profile, or the user's own."""
KEPT_ALIKE = ("event_type", "status", *ROLES, "persons", "location", "country", "track", "claimed_by", "conflict")
"""Fields that "add another like this" takes over; what tells one event from the next stays empty."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The columns' values, or a sentence for each field that is wrong (``values`` then are of no use)."""

    values: dict[str, Any]
    errors: dict[str, str] = field(default_factory=dict)


def blank_form(slug: str = "") -> Form:
    """A form without an event, for the conflict called ``slug``."""
    lists: dict[str, list[Any]] = {name: [] for name in (*ROLES, "persons", "numbers", "links")}
    texts = {name: "" for name in LABELS if name not in lists}
    return {**texts, **lists, "round": None, "counted_from": None, "status": Status.OCCURRED.value, "conflict": slug}


def form_of(event: Mapping[str, Any], counted_from: date | None = None) -> Form:
    """The form of an event. Its date stands as the words that fixed it, or as a reader would say it."""
    number = event["round"]
    form = blank_form(str(event["conflict"]))
    form |= {name: str(event[name]) for name in (*TEXTS, "event_type", "status")}
    for actor in read_actors(event["actors"]):
        form[actor.role.value].append(actor.code)
    form["persons"] = list(read_names(event["persons"]))
    form["numbers"] = [
        {"what": one.what, "value": one.value, "side": one.side} for one in read_quantities(event["quantities"])
    ]
    form["links"] = [{"kind": kind.value, "event": target} for kind, target in read_links(event["links"])]
    form["round"] = None if pd.isna(number) else int(number)
    form["source_urls"] = "\n".join(str(event["source_urls"]).split())
    form["date_text"] = str(event["date_text"]) or words.event_date(event)
    form["counted_from"] = counted_from.isoformat() if counted_from else None
    return form


def form_like(event: Mapping[str, Any]) -> Form:
    """A new form with what an event of the same series shares with ``event``."""
    like = form_of(event)
    return blank_form() | {name: like[name] for name in KEPT_ALIKE}


def changed_fields(form: Form, base: Form) -> list[str]:
    """The fields in which two forms differ; empty text, nothing and an empty list are the same."""
    return [name for name in LABELS if _plain(form.get(name)) != _plain(base.get(name))]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        plain = [_plain(one) for one in value]
        return [one for one in plain if one] or None
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items() if _plain(one) is not None}
    if isinstance(value, str):
        return value.strip() or None
    return value


def check(
    form: Form, *, today: date, read: Read, known: Callable[[str], bool], fields: Iterable[str] = LABELS
) -> Checked:
    """The columns that ``fields`` of ``form`` set. ``known`` says whether an event's id is in the store."""
    errors: dict[str, str] = {}
    values: dict[str, Any] = {}
    fields = set(fields)
    for name in LABELS:
        if name not in fields:
            continue
        try:
            values |= _READERS.get(name, _text)(form, name, _Help(today, read, known))
        except _WrongError as error:
            errors[error.field or name] = str(error)
    if {"status", "date_text"} & fields and "date_start" in values:
        _not_yet(values | {"status": form.get("status")}, today, errors)
    return Checked(values, errors)


def made_title(values: Mapping[str, Any]) -> str:
    """A title for an event that got none, of what is known: "Talks: Ukraine and Russia, Istanbul"."""
    who = words.actors_in_words(read_actors(values["actors"]), values["conflict"])
    where = values["location"] or (words.country_name(values["country"]) if values["country"] else "")
    rest = ", ".join(part for part in (who, where) if part)
    return f"{words.type_label(values['event_type'])}: {rest}" if rest else words.type_label(values["event_type"])


class _WrongError(Exception):
    """A field's value cannot be; the message is what the reader sees beside the field."""

    def __init__(self, sentence: str, name: str = "") -> None:
        self.field = name
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class _Help:
    today: date
    read: Read
    known: Callable[[str], bool]


Reader = Callable[[Form, str, _Help], dict[str, Any]]


def _text(form: Form, name: str, _help: _Help) -> dict[str, Any]:
    return {name: str(form.get(name) or "").strip()}


def _type(form: Form, name: str, _help: _Help) -> dict[str, Any]:
    value = form.get(name) or ""
    if value not in event_types():
        raise _WrongError(_("Choose what kind of event it is."))
    return {name: value}


def _status(form: Form, name: str, _help: _Help) -> dict[str, Any]:
    value = form.get(name) or ""
    if value not in tuple(Status):
        raise _WrongError(_("Choose whether it came about."))
    return {name: value}


def reference_day(form: Form, today: date) -> date:
    """The day from which relative words of the form count: the one given, else today. Raises ``DateError``."""
    given = form.get("counted_from")
    if not given:
        return today
    try:
        return date.fromisoformat(str(given)[:10])
    except ValueError:
        raise DateError(
            _('"{given}" is no day.', given=given), field="counted_from", advice=_("Write it as 2025-11-12.")
        ) from None


def _date(form: Form, _name: str, tools: _Help) -> dict[str, Any]:
    text = str(form.get("date_text") or "").strip()
    if not text:
        raise _WrongError(_("Say when it was, in your own words: “11 November 2025”, “late May”."), "date_text")
    try:
        found = tools.read(text, reference_day(form, tools.today))
    except DateError as error:
        name = "counted_from" if error.field == "counted_from" else "date_text"
        raise _WrongError(error_words.sentence_and_advice(error), name) from error
    if (found.first is None and found.last is None) or found.precision is None:
        raise _WrongError(_("“{text}” says no day. Write a day, month or year with it.", text=text), "date_text")
    return {
        "date_start": found.first,
        "date_end": found.last,
        "date_precision": found.precision.value,
        "date_edtf": found.edtf,
        "date_text": text,
        "date_basis": "",
    }


def _not_yet(values: Mapping[str, Any], today: date, errors: dict[str, str]) -> None:
    first = values["date_start"]
    if first and first > today and values["status"] in (Status.OCCURRED, Status.ONGOING):
        errors["status"] = _("Its first possible day lies in the future. Choose “Planned”, or mend the date.")


def _actors(form: Form, _name: str, _help: _Help) -> dict[str, Any]:
    found = []
    for role in ROLES:
        for code in form.get(role) or []:
            if not CODE.fullmatch(code):
                raise _WrongError(
                    _("“{code}” is no code. Write two to twenty capital letters or digits, such as UKR.", code=code),
                    role,
                )
            found.append(Actor(code, Role(role)))
    return {"actors": write_actors(found)}


def _claimed_by(form: Form, name: str, _help: _Help) -> dict[str, Any]:
    code = str(form.get(name) or "").strip()
    if code and not CODE.fullmatch(code):
        raise _WrongError(
            _("“{code}” is no code. Write two to twenty capital letters or digits, such as UKR.", code=code)
        )
    return {name: code}


def _persons(form: Form, name: str, _help: _Help) -> dict[str, Any]:
    return {name: write_names(form.get(name) or [])}


def _place(form: Form, name: str, _help: _Help) -> dict[str, Any]:
    place, country = (str(form.get(key) or "").strip() for key in ("location", "country"))
    if country and country not in world.states():
        raise _WrongError(_("“{country}” is no country. Choose one of the list.", country=country), "country")
    lat, lon = coordinates(place, country, str(form.get("conflict") or ""))
    return {name: place if name == "location" else country, "lat": lat, "lon": lon}


def coordinates(place: str, country: str, slug: str = "") -> tuple[float | None, float | None]:
    """Where a named place lies, in degrees: a place of the conflict, else the largest city of that name and country."""
    if not place:
        return None, None
    wanted = place.casefold()
    own = conflicts()[slug].place if slug in conflicts() else ()
    for known in own:
        if wanted in {name.casefold() for name in (known.name, *known.aliases)} and country in ("", known.country):
            return known.lat, known.lon
    for city in world.cities():
        if city.name.casefold() == wanted and city.country == country:
            return city.lat, city.lon
    return None, None


def _numbers(form: Form, name: str, _help: _Help) -> dict[str, Any]:
    found = []
    for row in form.get(name) or []:
        what, value, side = (row.get(key) for key in ("what", "value", "side"))
        if value in (None, "") and not what:
            continue
        if not what or value in (None, ""):
            raise _WrongError(
                _("A number needs both: how many, and of what. Fill in the other half or remove the row.")
            )
        if int(value) != float(value) or int(value) < 0:
            raise _WrongError(_("“{value}” cannot be counted. Write a whole number.", value=value))
        found.append(Quantity(str(what), int(value), str(side or "total")))
    return {"quantities": write_quantities(found)}


def _round(form: Form, name: str, _help: _Help) -> dict[str, Any]:
    value = form.get(name)
    if value in (None, ""):
        return {name: None}
    if int(value) != float(value) or not 1 <= int(value) <= 1000:
        raise _WrongError(_("A round is a whole number from 1 on."))
    return {name: int(value)}


def _sources(form: Form, name: str, _help: _Help) -> dict[str, Any]:
    addresses = str(form.get(name) or "").split()
    for address in addresses:
        if not safe_address(address):
            raise _WrongError(
                _("“{address}” is no address of a page. Write it whole, with https:// before it.", address=address)
            )
    return {name: " ".join(dict.fromkeys(addresses))}


def _links(form: Form, name: str, tools: _Help) -> dict[str, Any]:
    found = []
    for row in form.get(name) or []:
        kind, target = row.get("kind"), row.get("event")
        if not target:
            continue
        if not kind:
            raise _WrongError(_("Say how it stands to the other event: answers, carries out, follows …"))
        if not tools.known(target):
            raise _WrongError(
                _("There is no event “{target}” any more. Choose another or remove the row.", target=target)
            )
        found.append((LinkKind(kind), target))
    return {"links": write_links(found)}


_READERS: Mapping[str, Reader] = {
    "event_type": _type,
    "status": _status,
    "date_text": _date,
    "counted_from": _date,
    **dict.fromkeys(ROLES, _actors),
    "persons": _persons,
    "claimed_by": _claimed_by,
    "location": _place,
    "country": _place,
    "numbers": _numbers,
    "round": _round,
    "source_urls": _sources,
    "links": _links,
}
