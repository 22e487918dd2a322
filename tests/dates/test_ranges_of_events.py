"""The two ends of a span date an event as one range."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import parse
from tracker.models import Precision
from tracker.text import from_text


@pytest.mark.parametrize(
    ("sentence", "kind", "first", "last"),
    [
        (
            "Russia and Ukraine exchanged 1,000 prisoners each on 23-25 May 2025.",
            "prisoner_exchange",
            date(2025, 5, 23),
            date(2025, 5, 25),
        ),
        (
            "Delegations of Russia and Ukraine held talks in Istanbul from 2 to 6 June.",
            "talks",
            date(2025, 6, 2),
            date(2025, 6, 6),
        ),
        (
            "Russia and Ukraine held talks between 30 March and 2 April 2022 in Turkey.",
            "talks",
            date(2022, 3, 30),
            date(2022, 4, 2),
        ),
    ],
)
def test_a_span_is_one_range(sentence: str, kind: str, first: date, last: date) -> None:
    article = from_text(sentence, id="span", published=date(2025, 11, 12), language="en")
    (event,) = (one for one in parse(article) if one.event_type == kind)
    assert (event.date_start, event.date_end, event.date_precision) == (first, last, Precision.RANGE)
    assert event.date_edtf == f"{first}/{last}"
