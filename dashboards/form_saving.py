"""What the form's buttons do: write a new event or the changes of one, and say what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dash.development.base_component import Component

from dashboards import data_entry, error_words, form_values
from dashboards.components import form_answers
from dashboards.data import Data
from dashboards.form_values import LABELS, Checked, Form
from dashboards.language import _, ngettext
from tracker.errors import ConflictingEditError, RowError
from tracker.models import ReviewState

_FIELD_OF = {
    "actors": "participant",
    "quantities": "numbers",
    "lat": "location",
    "lon": "location",
    "date_start": "date_text",
    "date_end": "date_text",
    "date_precision": "date_text",
    "date_edtf": "date_text",
}
"""Where the form shows what the store says of a column that is no field of its own."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a button: what to say, wrong fields, what was written (to be undone), whether to draw it anew."""

    answer: Component | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, Any] | None = None


def checked(data: Data, form: Form, fields: Iterable[str] = LABELS) -> Checked:
    """The columns that ``fields`` of the form set, or what is wrong with them."""
    return form_values.check(
        form,
        today=data.today(),
        read=data_entry.read_date,
        known=lambda event_id: data_entry.known(data, event_id),
        fields=fields,
    )


def add(data: Data, form: Form, base: Mapping[str, Any]) -> Outcome:
    """A new event, unless a field is wrong."""
    found = checked(data, form)
    if found.errors:
        return Outcome(errors=found.errors)
    values = dict(found.values)
    values["title"] = values["title"] or form_values.made_title(values)
    try:
        saved = data_entry.add(data, values)
    except RowError as error:
        return _refused(error)
    answer = form_answers.saved(data.event(saved.event_id), saved.batch, new=True)
    return Outcome(answer, written=_written(saved.batch, form, base))


def edit(data: Data, form: Form, base: Mapping[str, Any], *, accept: bool, expected: int) -> Outcome:
    """The changed fields of an event, unless one is wrong or somebody wrote into it after ``expected``."""
    changed = form_values.changed_fields(form, base["form"])
    found = checked(data, form, changed)
    if found.errors:
        return Outcome(errors=found.errors)
    values = dict(found.values)
    if "title" in values and not values["title"]:
        whole = checked(data, form).values
        values["title"] = form_values.made_title(whole) if "actors" in whole else base["title"]
    if accept:
        values["review_state"] = ReviewState.ACCEPTED.value
    event_id = str(base["event_id"])
    try:
        batch = data.change(event_id, values, expected=expected) if values else 0
    except ConflictingEditError:
        revision = data.revision()
        return Outcome(
            form_answers.overtaken(
                event_id,
                str(base["title"]),
                data_entry.changes_since(data, event_id, expected),
                revision,
                accept=accept,
            )
        )
    except RowError as error:
        return _refused(error)
    answer = form_answers.saved(data.event(event_id), batch, new=False, back=str(base["back"]))
    return Outcome(answer, written=_written(batch, form, base))


def _written(batch: int, form: Form, base: Mapping[str, Any]) -> dict[str, Any]:
    return {"batch": batch, "form": form, "base": dict(base)}


def _refused(error: RowError) -> Outcome:
    name = error.field or ""
    return Outcome(errors={_FIELD_OF.get(name, name): error_words.sentence_and_advice(error)})


def wrong_in_words(errors: Mapping[str, str]) -> str:
    """How many fields are wrong and which, for the line beside the buttons."""
    if not errors:
        return ""
    names = ", ".join(LABELS.get(name, name) for name in LABELS if name in errors) or _("the event")
    if len(errors) == 1:
        first = next(iter(errors.values()))
        return _("Not saved: {names}. {first}", names=names, first=first)
    return ngettext(
        "Not saved: {count} field needs mending: {names}. Nothing you typed is lost.",
        "Not saved: {count} fields need mending: {names}. Nothing you typed is lost.",
        len(errors),
        names=names,
    )
