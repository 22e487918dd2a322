"""What the form shows: its fields filled, the live reading of its date, events that look like the one in it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from dash import html
from dash.development.base_component import Component

from dashboards import data_entry, data_review, error_words, form_saving, form_values
from dashboards.components import date_field, form_answers
from dashboards.components.event_form import event_form
from dashboards.components.event_view import safe_address
from dashboards.data import Data
from dashboards.filters import split_search
from dashboards.form_values import LABELS, ROLES, Form
from tracker.errors import DateError


def drawn(data: Data, form: Form) -> Component:
    """The form with its choices."""
    chosen = [row["event"] for row in form["links"] if row.get("event")]
    tracks = sorted(set(data.frame()["track"]) - {""})
    sections = event_form(form, data_entry.find_events(data, "", chosen=chosen), tracks)
    return html.Div(sections, key=uuid4().hex)  # a new key: the browser keeps nothing of the fields drawn before


def form_base(data: Data, search: str) -> dict[str, Any]:
    """What the form starts from: an event and the revision it was read at, or an empty form.

    Keys: ``search``, ``key`` (of the draft), ``event_id``, ``revision``, ``form``, ``title``, ``review_state`` and
    ``back`` (where to go after saving). Raises ``NotFoundError``.
    """
    query = split_search(search)
    base = {"search": search, "key": "new", "event_id": "", "revision": 0, "title": "", "review_state": "", "back": ""}
    if query.get("edit"):
        revision = data.revision()
        event = data.event(query["edit"])
        form = form_values.form_of(event, data_entry.published_behind(data, query["edit"]))
        return base | {
            "key": f"edit:{query['edit']}",
            "event_id": query["edit"],
            "revision": revision,
            "form": form,
            "title": str(event["title"]) or str(event["event_id"]),
            "review_state": str(event["review_state"]),
            "back": query.get("back", "") if query.get("back", "").startswith("/inbox") else "",
        }
    if query.get("from"):
        head = data_review.reviewed(data, query["from"])
        return base | {"key": f"from:{query['from']}", "form": _form_from(head, _usual_conflict(data))}
    if query.get("like"):
        return base | {"key": f"like:{query['like']}", "form": form_values.form_like(data.event(query["like"]))}
    return base | {"form": form_values.blank_form(_usual_conflict(data))}


def _form_from(found: data_review.Reviewed, slug: str) -> Form:
    """A new form with what is known of the source: where it is told, by whom and when."""
    told = {str(one.event["conflict"]) for one in found.proposals} - {""}
    article = found.article
    return form_values.blank_form(min(told, default=slug)) | {
        "publisher": article.publisher,
        "source_urls": article.url if safe_address(article.url) else "",
        "counted_from": article.published.isoformat() if article.published else None,
    }


def _usual_conflict(data: Data) -> str:
    """The conflict that most events of the store belong to; empty if none does."""
    return next(iter(data.counts("conflict")), "")


def _date_untouched(form: Form, base: dict[str, Any]) -> bool:
    """True while an edited event's date stands as it was: then it is not read anew."""
    return bool(base["event_id"]) and not (
        {"date_text", "counted_from"} & set(form_values.changed_fields(form, base["form"]))
    )


def reading(data: Data, form: Form, base: dict[str, Any]) -> Any:
    """What the date of the form is understood as; nothing while it is empty."""
    if _date_untouched(form, base):
        return form_answers.stored_date(data.event(base["event_id"]))
    typed = str(form.get("date_text") or "").strip()
    if not typed:
        return None
    try:
        found = data_entry.read_date(typed, form_values.reference_day(form, data.today()))
    except DateError as error:
        return html.P(error_words.sentence_and_advice(error), className="reading-wrong")
    return date_field.reading(found, data.today(), data_entry.alternative_in_words)


def likely(data: Data, form: Form, base: dict[str, Any]) -> tuple[Any, int]:
    """The events that look most like the one in the form, and how many do."""
    fields = [name for name in LABELS if name in ("event_type", "date_text", "counted_from", *ROLES)]
    if _date_untouched(form, base):
        return (), 0
    found = form_saving.checked(data, form, fields)
    if found.errors or not found.values["actors"]:
        return (), 0
    return data_entry.likely_duplicates(data, found.values, besides=base["event_id"], slug=form.get("conflict") or "")
