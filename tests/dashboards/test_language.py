"""The reader's language: the catalogues are whole and fresh, and what is said is chosen by request."""

from __future__ import annotations

import re
import string
from datetime import date
from pathlib import Path

import flask
import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from dashboards import catalogue, error_words, language
from dashboards.error_sentences import error_sentences
from dashboards.language import _, named, ngettext, speaking
from tracker.errors import RowError
from tracker.resources import event_groups, event_types

STYLES = sorted(
    path for path in (catalogue.ROOT / "dashboards/assets").glob("*.css") if path.name != "right_to_left.css"
)
"""All but what is meant for such a language only, where right is right."""
BEGUN = [code for code in language.offered() if code != language.SOURCE]


def catalogue_of(code: str) -> Catalog:
    with (language.LOCALES / code / "LC_MESSAGES/messages.po").open("rb") as stream:
        return read_po(stream, locale=code)


def keys(found: Catalog) -> set[tuple]:
    return {(one.context, one.id) for one in found if one.id}


def names(text: str) -> set[str]:
    return {name for _text, name, *_rest in string.Formatter().parse(text) if name}


def texts(one: object) -> tuple[str, ...]:
    return tuple(one) if isinstance(one, list | tuple) else (str(one),)


@pytest.fixture(scope="module")
def extracted() -> Catalog:
    return catalogue.messages()


def test_the_template_has_every_message_of_the_code_and_no_other(extracted: Catalog) -> None:
    with catalogue.TEMPLATE.open("rb") as stream:
        kept = read_po(stream)
    assert keys(kept) == keys(extracted), "bring the catalogue up to date: python -m dashboards.catalogue"


@pytest.mark.parametrize("code", BEGUN)
def test_a_catalogue_knows_the_messages_of_the_code_and_no_other(code: str, extracted: Catalog) -> None:
    assert keys(catalogue_of(code)) == keys(extracted), "bring the catalogue up to date: python -m dashboards.catalogue"


@pytest.mark.parametrize("code", BEGUN)
def test_a_translation_holds_the_same_names_in_braces(code: str) -> None:
    for one in catalogue_of(code):
        if not one.id or not one.string:
            continue
        allowed = set().union(*map(names, texts(one.id)))
        for said in filter(None, texts(one.string)):
            assert names(said) <= allowed, said
            assert allowed - names(said) <= {"count"}, said


@pytest.mark.parametrize("code", BEGUN)
def test_no_message_is_left_untranslated(code: str) -> None:
    found = catalogue_of(code)
    untranslated = [one.id for one in found if one.id and not all(texts(one.string))]
    assert (len(untranslated), untranslated) == (0, [])
    assert {len(texts(one.string)) for one in found if one.pluralizable} == {found.num_plurals}


def test_ukrainian_and_turkish_are_begun() -> None:
    assert {"uk", "tr"} <= set(BEGUN)


@pytest.mark.parametrize("code", BEGUN)
def test_types_and_groups_are_translated(code: str) -> None:
    with speaking(code):
        for kind, labels in (("event type", event_types()), ("event group", event_groups())):
            for one in labels.values():
                assert named(kind, one.label) != one.label, one.label


def test_outside_of_a_request_it_is_english() -> None:
    assert language.current() == "en"
    assert _("Timeline") == "Timeline"
    assert ngettext("{count} event", "{count} events", 1200) == "1,200 events"


@pytest.mark.parametrize(
    ("address", "cookie", "asked", "code"),
    [
        ("/", "", "", "en"),
        ("/", "", "uk-UA,uk;q=0.9,en;q=0.8", "uk"),
        ("/", "", "fr,de;q=0.5", "en"),
        ("/", "tr", "uk", "tr"),
        ("/?lang=uk", "tr", "en", "uk"),
        ("/?lang=../../etc", "no such", "tr", "tr"),
    ],
)
def test_the_language_is_that_of_the_address_the_cookie_the_browser(
    address: str, cookie: str, asked: str, code: str
) -> None:
    headers = {"Accept-Language": asked, "Cookie": f"language={cookie}"}
    with flask.Flask("a").test_request_context(address, headers=headers):
        assert language.current() == code


def test_small_letters_are_the_readers() -> None:
    assert language.lowered("Initiator") == "initiator"
    with speaking("tr"):
        assert language.lowered("İRAN ve IRAK") == "iran ve ırak"


@pytest.mark.parametrize("code", BEGUN)
def test_every_sentence_of_an_error_is_found_again(code: str) -> None:
    with speaking(code):
        for one in error_sentences():
            told = re.sub(r"\{(\d)\}", r"thing \1", one)
            translated = re.sub(r"\{(\d)\}", r"thing \1", named(error_words.KIND, one))
            assert error_words.said(told) == translated, one


def test_an_error_says_what_it_names_in_the_readers_language() -> None:
    error = RowError('"May 2O25" is no date.', line=3, advice="Write digits only.")
    assert error_words.in_full(error) == str(error)
    with speaking("uk"):
        assert error_words.in_full(error) == "рядок 3: «May 2O25» не є датою. Пишіть лише цифри."
        assert error_words.said("Something else happened.") == "Something else happened."


def test_an_address_with_a_language_is_remembered() -> None:
    with flask.Flask("a").test_request_context("/?lang=tr"):
        assert "language=tr;" in language.remember(flask.Response()).headers["Set-Cookie"]
    with flask.Flask("a").test_request_context("/?lang=nothing"):
        assert "Set-Cookie" not in language.remember(flask.Response()).headers


def test_numbers_and_days_are_the_readers() -> None:
    when = date(2025, 11, 11)
    assert (language.number(1200), language.day(when, "EEE d MMM y")) == ("1,200", "Tue 11 Nov 2025")
    with speaking("uk"):
        assert (language.number(1200), language.day(when, "d MMMM y")) == ("1\xa0200", "11 листопада 2025")
    with speaking("tr"):
        assert (language.number(1200), language.day(when, "d MMMM y")) == ("1.200", "11 Kasım 2025")


def test_the_way_that_a_language_runs() -> None:
    assert language.direction() == "ltr"
    with speaking("ar"):
        assert language.direction() == "rtl"
        assert _("Timeline") == "Timeline"


def test_a_language_is_offered_by_its_own_name() -> None:
    assert [language.own_name(code) for code in ("en", "tr", "uk")] == ["English", "Türkçe", "Українська"]


@pytest.mark.parametrize("path", STYLES, ids=lambda one: one.name)
def test_the_styles_are_ready_for_a_language_that_runs_to_the_left(path: Path) -> None:
    physical = re.compile(r"\b(?:margin|padding|border)-(?:left|right)\b|text-align: (?:left|right)|float:")
    drawn = ("sample-open",)  # a drawing of time, which runs to the right in every language
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not any(one in line for one in drawn)]
    assert [line for line in lines if physical.search(line)] == []
