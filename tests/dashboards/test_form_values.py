"""The form and an event's columns: there and back, and one sentence for each wrong field."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards import form_values
from dashboards.data_entry import read_date
from dashboards.form_values import Checked, Form, blank_form, changed_fields, check, form_like, form_of, made_title
from tracker.models import LinkKind, Role
from tracker.resources import event_types

TODAY = date(2026, 11, 22)


def checked(form: Form, **more: Any) -> Checked:
    return check(form, today=TODAY, read=read_date, known=lambda name: name == "there", **more)


def filled(**fields: Any) -> Form:
    return blank_form() | {"event_type": "talks", "date_text": "11 November 2025"} | fields


def test_a_filled_form_gives_columns() -> None:
    form = filled(
        participant=["UKR", "RUS"],
        mediator=["TUR"],
        persons=["A B", "C; D"],
        numbers=[{"what": "prisoners", "value": 1200, "side": "each"}, {"what": None, "value": ""}],
        links=[{"kind": "answers", "event": "there"}, {"kind": "follows", "event": None}],
        source_urls="https://example.org/a\nhttps://example.org/b https://example.org/a",
        location="Istanbul",
        country="TUR",
        round=3,
        claimed_by="RUS",
        conflict="russia-ukraine",
    )
    found = checked(form)
    assert found.errors == {}
    values = found.values
    assert values["date_start"] == values["date_end"] == date(2025, 11, 11)
    assert (values["date_precision"], values["date_text"], values["date_basis"]) == ("day", "11 November 2025", "")
    assert values["actors"] == "UKR:participant;RUS:participant;TUR:mediator"
    assert values["persons"] == "A B;C, D"
    assert values["quantities"] == "prisoners:each:1200"
    assert values["links"] == "answers:there"
    assert values["source_urls"] == "https://example.org/a https://example.org/b"
    assert round(values["lat"]) == 41
    assert values["round"] == 3


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("event_type", "", "Choose what kind"),
        ("event_type", "party", "Choose what kind"),
        ("status", "maybe", "came about"),
        ("date_text", "", "Say when it was"),
        ("date_text", "blue cheese", "blue cheese"),
        ("participant", ["two words"], "is no code"),
        ("claimed_by", "two words", "is no code"),
        ("country", "Atlantis", "is no country"),
        ("numbers", [{"what": "", "value": 3}], "needs both"),
        ("numbers", [{"what": "bodies", "value": 2.5}], "cannot be counted"),
        ("round", 0, "from 1 on"),
        ("source_urls", "javascript:alert(1)", "is no address"),
        ("source_urls", "example.org/page", "is no address"),
        ("links", [{"kind": "answers", "event": "gone"}], "no event “gone”"),
        ("links", [{"kind": "", "event": "there"}], "how it stands"),
    ],
)
def test_a_wrong_field_is_said_at_that_field(field: str, value: Any, said: str) -> None:
    errors = checked(filled(**{field: value})).errors
    assert list(errors) == [field]
    assert said in errors[field]


def test_an_event_of_the_future_has_not_occurred() -> None:
    assert "future" in checked(filled(date_text="3 March 2027")).errors["status"]
    assert checked(filled(date_text="3 March 2027", status="planned")).errors == {}


def test_relative_words_count_from_the_day_given() -> None:
    assert checked(filled(date_text="yesterday")).values["date_start"] == date(2026, 11, 21)
    given_day = filled(date_text="yesterday", counted_from="2025-11-12")
    assert checked(given_day).values["date_start"] == date(2025, 11, 11)
    assert "counted_from" in checked(filled(counted_from="12.13.14")).errors


def event(**fields: Any) -> dict[str, Any]:
    blank = dict.fromkeys(
        (*form_values.TEXTS, "date_text", "date_basis", "source_urls", "actors", "persons", "quantities", "links"), ""
    )
    dated = {"date_start": date(2022, 2, 1), "date_end": date(2022, 2, 28), "date_precision": "month"}
    return blank | dated | {"event_type": "talks", "status": "occurred", "round": None} | fields


CODES = st.sampled_from(["UKR", "RUS", "UNO", "XQZ"])
WORDS = st.text(st.characters(codec="utf-8", exclude_characters=";\r\n", exclude_categories=["C", "Z"]), max_size=12)


@given(
    st.lists(st.tuples(CODES, st.sampled_from(sorted(Role))), max_size=4, unique=True),
    st.lists(st.tuples(st.sampled_from(sorted(LinkKind)), st.just("there")), max_size=2, unique=True),
    st.sampled_from(sorted(event_types())),
    WORDS,
    st.none() | st.integers(1, 99),
)
def test_an_event_through_the_form_is_the_same_event(
    actors: list[tuple[str, str]], links: list[tuple[str, str]], kind: str, title: str, number: int | None
) -> None:
    start = event(
        event_type=kind,
        title=title,
        round=number,
        actors=";".join(f"{code}:{role}" for code, role in actors),
        links=";".join(f"{link}:{target}" for link, target in links),
    )
    form = json.loads(json.dumps(form_of(start)))
    assert changed_fields(form, form_of(start)) == []
    found = checked(form, fields=[name for name in form_values.LABELS if name not in ("date_text", "counted_from")])
    assert found.errors == {}
    assert (found.values["event_type"], found.values["title"], found.values["round"]) == (kind, title, number)
    assert set(found.values["actors"].split(";")) == set(start["actors"].split(";"))
    assert found.values["links"] == start["links"]


def test_what_is_empty_in_any_way_is_no_change() -> None:
    base = blank_form()
    touched = base | {"title": "  ", "country": None, "round": "", "numbers": [{"what": None, "value": ""}]}
    assert changed_fields(touched, base) == []
    assert changed_fields(base | {"title": "x"}, base) == ["title"]


def test_another_like_this_drops_date_title_and_quote() -> None:
    like = form_like(event(title="One", quote="Said so.", actors="UKR:participant", track="Istanbul 2025"))
    assert (like["title"], like["quote"], like["date_text"]) == ("", "", "")
    assert (like["participant"], like["track"]) == (["UKR"], "Istanbul 2025")


def test_a_title_is_made_of_what_is_known() -> None:
    values = {"event_type": "talks", "actors": "UKR:participant;RUS:participant", "conflict": "", "country": "TUR"}
    assert made_title(values | {"location": "Istanbul"}) == "Talks: Ukraine and Russia, Istanbul"
    assert made_title(values | {"location": "", "actors": ""}) == "Talks: Türkiye"
    assert made_title({"event_type": "talks", "actors": "", "conflict": "", "country": "", "location": ""}) == "Talks"
