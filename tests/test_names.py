"""Names found in text: word edges, case, overlaps, offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.events import actors, places, which_conflict
from tracker.events.names import Hit, apart, fold, lexicon, overlapping
from tracker.resources import conflict, conflicts


def _found(text: str, slug: str = "") -> list[tuple[str, str]]:
    hits = lexicon(conflict(slug) if slug else None).find(text)
    return [(text[hit.start : hit.end], hit.actor.code) for hit in hits if hit.actor]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Omanis spoke to Oman.", [("Omanis", "OMN"), ("Oman", "OMN")]),
        ("A romano-omanic word holds no name.", []),
        ("Tell us what the US said.", [("US", "USA")]),
        ("The U.S. answered.", [("U.S.", "USA")]),
        ("He met US-Russian envoys.", [("US", "USA"), ("Russian", "RUS")]),
        ("Çavuşoğlu and Cavusoglu are one.", [("Çavuşoğlu", "TUR"), ("Cavusoglu", "TUR")]),
        ("YEREVAN agreed", [("YEREVAN", "ARM")]),
        ("china plates and a turkey were sold", []),
        ("Israel-Syrian talks", [("Israel", "ISR"), ("Syrian", "SYR")]),
        ("Salim al-Syrian spoke", []),
        ("South Korean and North Korean envoys", [("South Korean", "KOR"), ("North Korean", "PRK")]),
        ("Côte d’Ivoire signed", [("Côte d’Ivoire", "CIV")]),
        ("See www.russia.example or write to news@iran.example", []),
        ("The au pair met the AU.", [("the AU", "AFU")]),
        ("The United Nations and the UN", [("The United Nations", "UNO"), ("the UN", "UNO")]),
    ],
)
def test_names_are_found_whole_and_in_their_case(text: str, wanted: list[tuple[str, str]]) -> None:
    assert _found(text) == wanted


def test_a_longer_name_wins_over_one_that_starts_before_it() -> None:
    assert _found("The South Korean army waited", "korea") == [("South Korean", "KOR")]
    assert _found("The South waited", "korea") == [("The South", "KOR")]


def test_a_profile_is_nearer_than_the_world() -> None:
    assert _found("James Baker spoke") == [("James Baker", "USA")]
    assert _found("James Baker spoke", "western-sahara") == [("James Baker", "UNO")]


def test_another_conflict_gives_only_names_that_mean_nothing_else() -> None:
    assert _found("The Liberation Tigers of Tamil Eelam waited") == [("Liberation Tigers of Tamil Eelam", "LTTE")]
    assert _found("The House of Representatives met the National Transitional Council") == []
    assert _found("The Tigers lost the cricket match to the Maoists") == []


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "İstanbul’da görüşme — Zelenský\u00a0said"
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_never_changes_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


WORDS = "Ukraine|Kyiv's|the|said|in|to|(|)|-|,|.|Hamas|(PFR)|President|Foreign|Minister|of|al-|Russian|and|ex|\n|é|’s|𝔘"
PIECES = st.sampled_from(WORDS.split("|"))


@settings(deadline=None)  # the first example builds the lexicons
@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=25).map(" ".join)), st.sampled_from(["", "russia-ukraine", "korea"])
)
def test_any_text_gives_spans_inside_it(text: str, slug: str) -> None:
    profile = conflicts().get(slug)
    for mentions in (actors.find(text, profile), places.find(text, profile)):
        ends = [0]
        for one in mentions:
            assert ends[-1] <= one.start < one.end <= len(text)
            assert text[one.start : one.end] == one.text
            ends.append(one.end)
    assert which_conflict.tell(text) in {"", *conflicts()}


def test_apart_keeps_the_longest_of_each_cluster() -> None:
    spans = [Hit(0, 4, None, None), Hit(2, 9, None, None), Hit(8, 10, None, None), Hit(12, 13, None, None)]
    assert [(one.start, one.end) for one in apart(spans)] == [(2, 9), (12, 13)]
    assert apart([]) == []


def test_overlapping_finds_what_shares_a_character() -> None:
    spans = (Hit(0, 4, None, None), Hit(6, 9, None, None), Hit(9, 12, None, None))
    assert [one.start for one in overlapping(spans, 3, 7)] == [0, 6]
    assert [one.start for one in overlapping(spans, 9, 10)] == [9]
    assert list(overlapping(spans, 4, 6)) == []


def test_a_long_text_keeps_all_its_mentions() -> None:
    text = "Ukraine's lead negotiator flew to Geneva. The Russian side and Hamas waited in Doha.\n" * 3000
    assert len(actors.find(text, None)) == 3 * 3000
    assert len(places.find(text, None)) == 2 * 3000
