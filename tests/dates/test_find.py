"""What expressions mean: the conventions of the event model, tense, anchors, domains."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.dates import decide, find, joined
from tracker.models import Precision, TimeExpression

WEDNESDAY = date(2025, 11, 12)


def one(sentence: str, **more: object) -> TimeExpression:
    found = find(sentence, reference=WEDNESDAY, **more)  # type: ignore[arg-type]
    assert len(found) == 1, [each.text for each in found]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "first", "last", "precision", "edtf"),
    [
        ("They met on Tuesday.", "2025-11-11", "2025-11-11", "day", "2025-11-11"),
        ("They met on Wednesday.", "2025-11-12", "2025-11-12", "day", "2025-11-12"),
        ("They met on Thursday.", "2025-11-06", "2025-11-06", "day", "2025-11-06"),
        ("They will meet on Thursday.", "2025-11-13", "2025-11-13", "day", "2025-11-13"),
        ("The list must be handed over by the envoy on Friday.", "2025-11-14", "2025-11-14", "day", "2025-11-14"),
        ("Three rounds were held earlier this year.", "2025-01-01", "2025-11-12", "year", "2025-01-01/2025-11-12"),
        ("The war began in February 2022.", "2022-02-01", "2022-02-28", "month", "2022-02"),
        ("They met last week.", "2025-11-03", "2025-11-09", "week", "2025-11-03/2025-11-09"),
        ("It was signed three years ago.", "2022-01-01", "2022-12-31", "year", "2022"),
        ("It failed in early May 2024.", "2024-05-01", "2024-05-10", "month", "2024-05-01/2024-05-10"),
        ("It failed in mid-May 2024.", "2024-05-11", "2024-05-20", "month", "2024-05-11/2024-05-20"),
        ("It failed in late February 2024.", "2024-02-21", "2024-02-29", "month", "2024-02-21/2024-02-29"),
        ("It failed in early 2024.", "2024-01-01", "2024-04-30", "season", "2024-01-01/2024-04-30"),
        ("It failed in mid-2024.", "2024-05-01", "2024-08-31", "season", "2024-05-01/2024-08-31"),
        ("It failed in late 2024.", "2024-09-01", "2024-12-31", "season", "2024-09-01/2024-12-31"),
        ("The front moved last summer.", "2025-06-01", "2025-08-31", "season", "2025-22"),
        ("War has raged since 2014.", "2014-01-01", None, "open", "2014-01-01/.."),
        ("Talks go on in the coming days.", "2025-11-12", None, "open", "2025-11-12/.."),
        ("It was agreed before May 2024.", None, "2024-05-01", "open", "../2024-05-01"),
        ("They must leave by Friday.", None, "2025-11-14", "open", "../2025-11-14"),
        ("Exports fell in the third quarter of 2024.", "2024-07-01", "2024-09-30", "season", "2024-07-01/2024-09-30"),
        ("The pact of the 1990s held.", "1990-01-01", "1999-12-31", "range", "1990-01-01/1999-12-31"),
    ],
)
def test_days_and_precision(sentence: str, first: str | None, last: str | None, precision: str, edtf: str) -> None:
    found = one(sentence)
    assert (found.first, found.last) == tuple(date.fromisoformat(day) if day else None for day in (first, last))
    assert found.precision == Precision(precision)
    assert found.edtf == edtf


@pytest.mark.parametrize(
    ("published", "sentence", "day"),
    [
        ("2026-01-02", "They met on Wednesday.", "2025-12-31"),
        ("2025-12-30", "They will meet on Friday.", "2026-01-02"),
        ("2026-01-05", "The swap of December 24 failed.", "2025-12-24"),
        ("2025-12-28", "They will meet again on January 10.", "2026-01-10"),
        ("2025-03-01", "The truce must end by June 1.", "2025-06-01"),
        ("2025-11-12", "It was signed on February 3.", "2025-02-03"),
    ],
)
def test_years_and_weeks_across_a_new_year(published: str, sentence: str, day: str) -> None:
    (found,) = find(sentence, reference=date.fromisoformat(published))
    assert found.value == day
    assert found.anchor == "publication"
    assert found.anchor_date == date.fromisoformat(published)


@pytest.mark.parametrize(
    ("sentence", "kind", "value"),
    [
        ("A 30-day ceasefire was offered.", "DURATION", "P30D"),
        ("They talked for three days.", "DURATION", "P3D"),
        ("They meet every Friday.", "SET", "XXXX-WXX-5"),
        ("Two years of secret talks failed.", "DURATION", "P2Y"),
        ("The talks took six and a half hours.", "DURATION", "PT6.5H"),
        ("It happens twice a week.", "SET", "P1W"),
    ],
)
def test_how_long_and_how_often_are_no_dates(sentence: str, kind: str, value: str) -> None:
    found = one(sentence)
    assert (found.timex_type, found.value) == (kind, value)
    assert found.first is None
    assert found.last is None


def test_without_a_publication_date_relative_words_stay_open() -> None:
    for sentence in ("They met on Tuesday.", "They met yesterday.", "It was last week.", "On 4 May they met."):
        (found,) = find(sentence, reference=None)
        assert found.anchor == "missing"
        assert found.first is None


def test_a_full_date_needs_no_anchor() -> None:
    (found,) = find("They met on 16 May 2025.", reference=None)
    assert (found.value, found.anchor, found.anchor_date) == ("2025-05-16", "none", None)
    assert set(found.known) == {"year", "month", "day"}


def test_what_is_written_and_what_is_implied() -> None:
    found = one("They met on 4 May.")
    assert set(found.known) == {"month", "day"}
    assert found.implied == ("year",)


def test_ambiguous_digits_are_reported_and_decided_by_the_locale() -> None:
    assert one("It is dated 01/02/2025.", locale="en-GB").value == "2025-02-01"
    american = one("It is dated 01/02/2025.", locale="en-US")
    assert american.value == "2025-01-02"
    assert american.alternatives == ("2025-02-01",)
    assert one("It is dated 13/02/2025.", locale="en-US").alternatives == ()


def test_narration_counts_from_the_date_told_last() -> None:
    text = "On 28 December 1941 the fleet sailed. In January it reached the island. Two days later it fell."
    found = find(text, reference=date(2009, 12, 19))
    assert [each.value for each in found] == ["1941-12-28", "1942-01", "1942-01-03"]
    assert found[1].anchor == "narration"


def test_a_year_told_in_passing_does_not_move_the_narration() -> None:
    text = "On 2 March 1965 the raids began, which a study of 2005 doubts. In June the army landed."
    assert [each.value for each in find(text, reference=date(2009, 12, 19))][-1] == "1965-06"


def test_the_domain_is_told_from_the_text_with_a_reason() -> None:
    news = decide("They met on Tuesday. They will meet next week.", reference=WEDNESDAY)
    told = decide("On 4 May 1915 they met. On 6 June 1915 they signed.", reference=WEDNESDAY)
    assert (news.domain, told.domain) == ("news", "narrative")
    assert "publication" in news.reason
    assert "last date told" in told.reason


@pytest.mark.parametrize(
    ("sentence", "words", "edtf"),
    [
        ("They met on 23-25 May 2025.", "23-25 May 2025", "2025-05-23/2025-05-25"),
        ("Talks ran from 2 to 6 June.", "2 to 6 June", "2025-06-02/2025-06-06"),
        ("Fighting went on between March and May 2022.", "March and May 2022", "2022-03-01/2022-05-31"),
        ("The pact of 1955-1957 failed.", "1955-1957", "1955-01-01/1957-12-31"),
        ("It lasted from 30 May 2025 until 2 June 2025.", "30 May 2025 until 2 June 2025", "2025-05-30/2025-06-02"),
        ("The war of 1914-18 was long.", "1914-18", "1914-01-01/1918-12-31"),
    ],
)
def test_the_ends_of_a_span_are_joined(sentence: str, words: str, edtf: str) -> None:
    apart = find(sentence, reference=WEDNESDAY)
    assert len(apart) == 2
    (whole,) = joined(apart, sentence)
    assert (whole.text, whole.edtf, whole.precision) == (words, edtf, Precision.RANGE)


def test_a_list_is_no_span() -> None:
    sentence = "They met on 16 May and 2 June 2025."
    apart = find(sentence, reference=WEDNESDAY)
    assert [each.value for each in apart] == ["2025-05-16", "2025-06-02"]
    assert joined(apart, sentence) == apart


def test_a_day_that_marks_a_thing_opens_nothing() -> None:
    assert one("After Tuesday's talks they left.").relation == ""
    assert one("They have waited since Monday.").relation == "since"


def test_vague_words_are_typed_and_bounded_as_wide_as_they_are() -> None:
    now, recently, soon = (one(text) for text in ("They are now ready.", "They recently met.", "They will soon meet."))
    assert [each.value for each in (now, recently, soon)] == ["PRESENT_REF", "PAST_REF", "FUTURE_REF"]
    assert all(each.vague for each in (now, recently, soon))
    assert (recently.first, recently.last) == (None, WEDNESDAY)
    assert (soon.first, soon.last) == (WEDNESDAY, None)


def test_a_language_without_a_file_still_has_digits() -> None:
    assert [each.value for each in find("Le 2025-05-16 ou le 16.05.2025.", reference=None, language="fr")] == [
        "2025-05-16"
    ] * 2


def test_a_short_decade_goes_on_from_the_one_before() -> None:
    found = find("Trade grew in the 1920s and 30s, then in the 1890s or 90s.", reference=WEDNESDAY)
    assert [each.value for each in found] == ["192", "193", "189", "189"]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("It grew in the mid-1990s.", "1994-01-01", "1996-12-31"),
        ("It was built in the late 19th century.", "1867-01-01", "1899-12-31"),
        ("It was built in the first half of the 20th century.", "1900-01-01", "1949-12-31"),
        ("It was built at the turn of the 20th century.", "1898-01-01", "1902-12-31"),
        ("It held from 2014 onwards.", "2014-01-01", None),
        ("They must leave no later than 15 December.", None, "2025-12-15"),
        ("A deal is due by year's end.", None, "2025-12-31"),
        ("Shelling went on overnight into Friday.", "2025-11-06", "2025-11-07"),
    ],
)
def test_wide_words_are_bounded_as_wide(sentence: str, first: str | None, last: str | None) -> None:
    found = one(sentence)
    assert (found.first, found.last) == tuple(date.fromisoformat(day) if day else None for day in (first, last))


def test_next_friday_reports_its_other_reading() -> None:
    found = one("They will meet next Friday.")
    assert (found.value, found.alternatives) == ("2025-11-21", ("2025-11-14",))
    found = one("They will meet next Sunday.")
    assert (found.value, found.alternatives) == ("2025-11-16", ("2025-11-23",))
    assert one("They will meet on Friday.").alternatives == ()


def test_a_fiscal_quarter_is_only_about_that_of_the_calendar() -> None:
    assert one("Sales in the fiscal third quarter of 2024 fell.").edtf == "2024-07-01~/2024-09-30~"
    assert one("Sales in the third quarter of 2024 fell.").edtf == "2024-07-01/2024-09-30"


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("On Friday, the envoys plan to meet in Geneva.", "2025-11-14"),
        ("On Friday, the plan to exchange prisoners failed.", "2025-11-07"),
        ("Activists planned a rally in the capital on Saturday and were calling for calm.", "2025-11-15"),
    ],
)
def test_what_is_planned_lies_ahead(sentence: str, value: str) -> None:
    assert one(sentence).value == value


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It ran from Sept. 3-5, 2024.", [("Sept. 3", "2024-09-03"), ("5, 2024", "2024-09-05")]),
        (
            "On May 3, 5 and 7, 2024, they met.",
            [("May 3", "2024-05-03"), ("5", "2024-05-05"), ("7, 2024", "2024-05-07")],
        ),
        ("The 18th and 19th centuries were hard.", [("The 18th", "17"), ("19th centuries", "18")]),
        ("Every Friday and Sunday they rally.", [("Every Friday", "XXXX-WXX-5"), ("Sunday", "XXXX-WXX-7")]),
        ("From 9 to 11 a.m. they talked.", [("9", "2025-11-12T09:00"), ("11 a.m.", "2025-11-12T11:00")]),
        (
            "In the quarter ended Sept. 30, 2024, it lost.",
            [("the quarter", "2024-Q3"), ("Sept. 30, 2024", "2024-09-30")],
        ),
    ],
)
def test_each_end_of_a_list_is_found(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = find(sentence, reference=date(2025, 11, 12))
    assert [(one.text, one.value) for one in found] == expected


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The leaders meet on Friday.", date(2025, 11, 14)),
        ("The leaders are meeting on Friday.", date(2025, 11, 14)),
        ("The vote is on Sunday.", date(2025, 11, 16)),
        ("The vote is likely Thursday.", date(2025, 11, 13)),
        ("They decided to release him on Friday.", date(2025, 11, 14)),
        ("He is to arrive on Friday.", date(2025, 11, 14)),
        ("They failed to meet on Friday.", date(2025, 11, 7)),
        ("He did not meet her on Friday.", date(2025, 11, 7)),
        ("A meeting on Friday has been planned.", date(2025, 11, 14)),
        ("They met on Dec. 28.", date(2024, 12, 28)),
        ("The case is heard on Dec. 28.", date(2025, 12, 28)),
        ("He arrived on Tuesday, Dec. 2.", date(2025, 12, 2)),
        ("He arrived on Monday, Dec. 2.", date(2024, 12, 2)),
    ],
)
def test_the_verb_says_on_which_side_of_publication_a_day_lies(sentence: str, day: date) -> None:
    assert one(sentence).first == day


def test_since_when_does_not_move_what_is_told() -> None:
    text = "The exchange, the 69th since February 2022, followed on 2 October."
    assert [each.value for each in find(text, reference=WEDNESDAY)] == ["2022-02", "2025-10-02"]


def test_an_event_is_not_dated_by_the_words_that_hang_on_it() -> None:
    text = "A truce began on 10 October, three days after the attack."
    assert [each.value for each in find(text, reference=WEDNESDAY)] == ["2025-10-10", "P3D"]


@pytest.mark.parametrize(
    ("sentence", "words", "first", "last"),
    [
        ("It ran from Sept. 3-5, 2024.", "Sept. 3-5, 2024", date(2024, 9, 3), date(2024, 9, 5)),
        ("From late May to early June 2024.", "late May to early June 2024", date(2024, 5, 21), date(2024, 6, 10)),
        ("They met Monday through Thursday.", "Monday through Thursday", date(2025, 11, 10), date(2025, 11, 13)),
        ("From 9 to 11 a.m. on Sunday.", "9 to 11 a.m. on Sunday", date(2025, 11, 9), date(2025, 11, 9)),
        ("From Q1 to Q3 2024 it grew.", "Q1 to Q3 2024", date(2024, 1, 1), date(2024, 9, 30)),
        ("Between Dec. 28 and Jan. 3 they met.", "Dec. 28 and Jan. 3", date(2024, 12, 28), date(2025, 1, 3)),
    ],
)
def test_the_two_ends_of_a_span_make_one(sentence: str, words: str, first: date, last: date) -> None:
    (span,) = joined(find(sentence, reference=WEDNESDAY), sentence)
    assert (span.text, span.first, span.last) == (words, first, last)
