"""Days that stand in the sentence and are the event's own, though words beside them hide it; articles of Friday."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import dates, parse
from tracker.text import from_text

FRIDAY = date(2025, 6, 13)
"""Monday is the 9th."""

OWN = [
    # type, first and last day, text: the date is the event's
    ("rejection", "2004-01-01", "2004-12-31", "Chad rejected a UN peace plan in a national referendum in 2004."),
    ("agreement", "2025-04-01", "2025-04-30", "At the April talks in Rome Chad and Libya had agreed to a ceasefire."),
    ("agreement", "2025-06-09", "2025-06-09", "During Monday's meeting Togo and Benin agreed to a truce."),
    (
        "prisoner_exchange",
        "2025-05-01",
        "2025-05-31",
        "Last month, Chad released 40 prisoners, the first to be freed since 1990.",
    ),
    ("proposal", "2024-10-02", "2024-10-02", "The process dates back to October 2, 2024, when Togo proposed a truce."),
    (
        "ceasefire",
        "2025-05-27",
        "2025-05-27",
        "A wave killed 200 people on 26 May. The rebels declared a unilateral ceasefire the following day so that aid "
        "could come.",
    ),
    (
        "hostilities",
        "2025-05-03",
        "2025-05-03",
        "Togo's planes bombed two Chadian posts on May 4. Chad had held them since early April. Rebels attacked "
        "Chadian posts the day before.",
    ),
    ("meeting", "2025-06-09", "2025-06-12", "Chad and Libya wrapped up four days of talks before dawn Thursday."),
]
BEFOREHAND = [
    # what is only said to have come before an encounter whose day was told
    (
        "prisoner_exchange",
        "",
        "2025-05-04",
        "Chad and Libya met in Rome on May 4. Chad's rebels released 40 soldiers before the meeting.",
    ),
    ("proposal", "", "2025-05-04", "Chad and Libya met in Rome on May 4. Ahead of the talks, Chad proposed a truce."),
    (
        "hostilities",
        "2025-05-04",
        "2025-05-04",
        "Chad and Libya signed a truce on May 4. Hours before the ceremony rebels shelled the town of Ati.",
    ),
    (
        "prisoner_exchange",
        "",
        "2025-06-13",
        "Chad and Libya met in Rome on May 4. Chad's rebels released 40 soldiers before the meeting with Niger.",
    ),
]
FILLER = "The town has a port. Its market sells dates. The road is long. Trucks wait there. "
TOLD_WITH_WORDS = [
    # an offer or refusal told late in a text is news if what was said of it is told with it
    ("rejection", "2025-06-13", "2025-06-13", FILLER + 'Togo dismissed the proposal of Benin as "a farce".'),
    ("rejection", "", "2025-06-13", FILLER + "Togo dismissed the proposal of Benin."),
    ("proposal", "", "2025-06-13", "Sudan has said it agrees to a truce proposed by Chad and Libya."),
    ("proposal", "2025-06-13", "2025-06-13", "A truce with Benin was proposed by Togo."),
]
OTHERS = [
    # type, first and last day, text: the date is another's
    ("rejection", "2025-06-13", "2025-06-13", "Chad rejected the UN plan for an election in 2027."),
    ("acceptance", "2025-06-13", "2025-06-13", "Togo, which won a war in 2004, accepted the truce offered by Benin."),
]


@pytest.mark.parametrize(
    ("kind", "first", "last", "text"), [*OWN, *BEFOREHAND, *TOLD_WITH_WORDS, *OTHERS], ids=lambda part: str(part)[:40]
)
def test_a_date_is_taken_by_the_event_it_dates(kind: str, first: str, last: str, text: str) -> None:
    reports = parse(from_text(text, id="one", published=FRIDAY, language="en"))
    days = [(str(one.date_start or ""), str(one.date_end or "")) for one in reports if one.event_type == kind]
    assert days[-1:] == [(first, last)]


def test_following_days_of_something_lie_behind() -> None:
    (measure,) = dates.find("Following four days of talks the two sides signed.", reference=FRIDAY)
    assert (measure.text, measure.first, measure.last) == ("four days", None, None)
