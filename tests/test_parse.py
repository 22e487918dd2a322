"""The parser as a whole: what holds for any text, and what the first article must give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tracker import parse
from tracker.corpus import PUBLISHED, sentences
from tracker.errors import ArticleError, NotFoundError
from tracker.models import Article, Basis, Report, Role
from tracker.text import from_text
from tracker.text import read as read_article
from tracker.text.article import YEARS

SEED = Path(__file__).parents[1] / "seeds" / "seed-2025-11-12-istanbul.txt"
SAMPLES = [sample.text for sample in sentences()]
WORDS = st.sampled_from([word for text in SAMPLES[:120] for word in text.split()])
SHUFFLED = st.lists(WORDS, max_size=60).map(" ".join)
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def article(text: str, published: date | None = PUBLISHED) -> Article:
    try:
        return read_text(text, published)
    except ArticleError:
        assume(False)
        raise


def read_text(text: str, published: date | None) -> Article:
    return from_text(text, id="any", published=published, language="en")


def check(text: str, reports: tuple[Report, ...]) -> None:
    for report in reports:
        assert report.evidence
        for one in report.evidence:
            assert text[one.start : one.end] == one.text
        assert report.date_start is None or report.date_end is None or report.date_start <= report.date_end
        assert len({actor.code for actor in report.actors}) == len(report.actors)
        assert 0 < (report.probability or 0) < 1
        assert {"event_type", "date", "status"} <= set(report.rules)


@CALM
@given(st.text(max_size=400))
def test_any_text_gives_sound_reports(text: str) -> None:
    one = article(text)
    check(one.text, parse(one))


@CALM
@given(SHUFFLED)
def test_shuffled_words_give_sound_reports(text: str) -> None:
    one = article(text)
    check(one.text, parse(one))


@CALM
@given(
    st.lists(st.sampled_from(SAMPLES), min_size=1, max_size=4).map(" ".join),
    st.tuples(st.integers(0, 400), st.integers(1, 400)),
    st.sampled_from([str, str.upper, str.lower, str.title]),
    st.sampled_from([None, date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)]),
)
def test_a_text_cut_anywhere_gives_sound_reports(
    text: str, cut: tuple[int, int], cased: Callable[[str], str], published: date | None
) -> None:
    one = article(cased(text[cut[0] : sum(cut)]), published)
    check(one.text, parse(one))


@CALM
@given(st.lists(st.sampled_from(SAMPLES), min_size=1, max_size=8).map(" ".join))
def test_the_same_text_gives_the_same_reports(text: str) -> None:
    assert parse(article(text)) == parse(article(text))


@CALM
@given(st.sampled_from(SAMPLES))
def test_without_publication_date_nothing_is_dated_by_it(text: str) -> None:
    for report in parse(article(text, None)):
        if report.date_basis is Basis.PUBLISHED:
            assert (report.date_start, report.date_end) == (None, None)
            assert report.rules["date"] == "no publication date"


def test_an_unknown_conflict_is_refused() -> None:
    with pytest.raises(NotFoundError, match="Known"):
        parse(article("Talks were held."), conflict="atlantis")


def test_advertising_and_notices_give_nothing() -> None:
    text = "Reklam yükleniyor...\nComments you share on our site are a valuable resource for other users.\n"
    assert parse(article(text)) == ()


@pytest.fixture(scope="module")
def seed() -> tuple[Report, ...]:
    (one,) = read_article(SEED, published=date(2025, 11, 12))
    return parse(one)


def of(reports: tuple[Report, ...], kind: str) -> list[Report]:
    return [report for report in reports if report.event_type == kind]


def test_seed_statement_of_wednesday(seed: tuple[Report, ...]) -> None:
    report = of(seed, "statement")[0]
    assert (report.date_start, report.date_text) == (date(2025, 11, 12), "Wednesday")
    assert report.actors[0].code == "RUS"
    assert report.actors[0].role is Role.INITIATOR


def test_seed_visit_of_tuesday(seed: tuple[Report, ...]) -> None:
    (report,) = of(seed, "meeting")
    assert (report.date_start, report.date_end) == (date(2025, 11, 11), date(2025, 11, 11))
    assert {actor.code for actor in report.actors} == {"UKR", "TUR"}


def test_seed_three_rounds(seed: tuple[Report, ...]) -> None:
    (report,) = of(seed, "talks")
    assert (report.date_start, report.date_end) == (date(2025, 1, 1), date(2025, 11, 12))
    assert report.date_text == "earlier this year"
    assert {actor.code for actor in report.actors} == {"RUS", "UKR"}
    assert [(one.what, one.value) for one in report.quantities] == [("rounds", 3)]


def test_seed_proposal_stays_open(seed: tuple[Report, ...]) -> None:
    (report,) = of(seed, "proposal")
    assert (report.date_start, report.date_end) == (None, date(2025, 11, 12))


def test_seed_mediation_has_the_date_of_the_sentence_that_tells_it(seed: tuple[Report, ...]) -> None:
    """Its first sentence, of a Wednesday, only sounds like a mediation: "potential mediation venue"."""
    (report,) = of(seed, "mediation")
    assert (report.date_start, report.date_end) == (None, date(2025, 11, 12))
    assert {"ARE", "SAU", "QAT", "TUR"} & {actor.code for actor in report.actors if actor.role is Role.MEDIATOR}


def test_seed_missing_answer_is_a_claim(seed: tuple[Report, ...]) -> None:
    (report,) = of(seed, "rejection")
    assert report.claimed_by == "RUS"
    assert report.actors[0].code == "UKR"


def test_seed_start_of_the_war(seed: tuple[Report, ...]) -> None:
    (report,) = of(seed, "hostilities")
    assert (report.date_start, report.date_end) == (date(2022, 2, 1), date(2022, 2, 28))
    assert report.date_precision == "month"
