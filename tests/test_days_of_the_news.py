"""Which days an event has that its own sentence does not date: news, background, a story told with its days, a span."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import parse
from tracker.text import from_text

FRIDAY = date(2025, 10, 17)
"""Monday is the 13th."""

BACKGROUND = [
    # type, words of its sentence, first and last day, text: told in passing, or long before the news
    (
        "statement",
        "threatened",
        "",
        "2025-10-17",
        "Sudan signed a truce with Chad, which threatened to quit the talks with Sudan.",
    ),
    (
        "mediation",
        "mediating",
        "",
        "2025-10-17",
        "Oman has been mediating between Iran and Yemen. The two met in Muscat on Thursday.",
    ),
    (
        "acceptance",
        "accepted",
        "",
        "2025-10-17",
        "Togo proposed a truce with Benin on 2 October. Benin accepted the proposal.",
    ),
    (
        "suspension",
        "broke down",
        "",
        "2025-10-17",
        "Since the talks between Togo and Benin broke down, Togo has shelled the border town of Pira.",
    ),
    (
        "talks",
        "weeks of",
        "",
        "2025-10-17",
        "The pact follows weeks of negotiations in Ohrid between Serbia and Kosovo.",
    ),
    (
        "rejection",
        "turned it down",
        "2025-10-17",
        "2025-10-17",
        "Togo handed a truce proposal to Benin, which turned it down.",
    ),
]
STORY = [
    (
        "agreement",
        "signed",
        "2025-10-13",
        "2025-10-17",
        "Envoys of Chad and Niger met in Agadez this week. The two sides signed a border agreement.",
    ),
    (
        "prisoner_exchange",
        "In return",
        "2025-10-15",
        "2025-10-15",
        "On Wednesday the Taliban freed three Indian pilots. "
        "In return the Afghan government released 11 Taliban prisoners.",
    ),
    (
        "rejection",
        "ruled out",
        "2025-10-15",
        "2025-10-15",
        "Iranian Foreign Minister Ali Bagheri ruled out talks with the United States. "
        '"We have nothing to add. They know it," he told reporters in Basra on Wednesday.',
    ),
]
SPANS = [
    (
        "talks",
        "over two days",
        "2025-10-15",
        "2025-10-16",
        "Serbia and Kosovo held talks in Ohrid over two days, ending on Thursday.",
    ),
    (
        "talks",
        "began",
        "2025-10-17",
        "2025-10-18",
        "Serbia and Kosovo began talks in Ohrid on Friday that are set to go on for two days.",
    ),
    (
        "talks",
        "started",
        "2025-10-16",
        "2025-10-19",
        "Talks between Serbia and Kosovo started in Ohrid on Thursday and will run until Sunday.",
    ),
    (
        "hostilities",
        "exchanged fire",
        "2025-10-14",
        "2025-10-16",
        "Israel and Hamas exchanged fire for three days before Oman arranged a truce on Thursday.",
    ),
    (
        "hostilities",
        "72 hours",
        "2025-10-14",
        "2025-10-17",
        "Togo said that in the past 72 hours Benin had shelled the town of Pira. Benin also shelled Natta on Thursday.",
    ),
    (
        "ceasefire",
        "lasted",
        "2025-06-02",
        "2025-06-11",
        "The ceasefire signed on June 2 by Togo and Benin lasted nine days.",
    ),
]
AHEAD = [
    (
        "meeting",
        "flies",
        "2025-10-17",
        "2025-10-18",
        "Oman's chief diplomat flies to Togo for two days of consultations on its truce with Benin.",
    ),
    (
        "meeting",
        "begins",
        "2025-10-18",
        "2025-10-18",
        "A UN envoy begins a visit to Libya on Saturday. He will meet Libyan leaders in Tripoli.",
    ),
    (
        "meeting",
        "travels",
        "2025-10-19",
        "",
        "US envoy Amos Hill travels to Cyprus starting Sunday to meet Greek leaders.",
    ),
]
COUNTED = [
    (
        "hostilities",
        "shelled",
        "2025-10-09",
        "2025-10-09",
        "Three days after Sudan signed the truce on 6 October, Chad shelled the town of Adre.",
    ),
    (
        "hostilities",
        "shelled",
        "2025-10-06",
        "2025-10-13",
        "Chad shelled the town of Adre less than a week after Sudan signed the truce on 6 October.",
    ),
    (
        "hostilities",
        "shelled",
        "2025-10-09",
        "2025-10-09",
        "Ten days before the vote, on October 9, Benin shelled the border post of Togo.",
    ),
    (
        "rejection",
        "since then",
        "2025-01-01",
        "",
        "Somalia expelled the Ethiopian envoy in January and has refused all talks with Ethiopia since then.",
    ),
    (
        "talks",
        "third day",
        "2025-10-14",
        "2025-10-16",
        "Serbia and Kosovo began their third day of talks in Ohrid on Thursday.",
    ),
]
RUNNING = [
    (
        "hostilities",
        "consecutive",
        "2025-10-08",
        "2025-10-16",
        "Turkish forces shelled Afrin for a ninth consecutive day on Thursday.",
    ),
    (
        "ceasefire",
        "held",
        "2025-10-11",
        "2025-10-17",
        "The ceasefire between Chad and Sudan has held for six days.",
    ),
    (
        "mediation",
        "since tried",
        "2025-10-13",
        "2025-10-17",
        "Hamas fired rockets at Ashkelon on Monday. Israel answered with raids. "
        "Egypt has since tried to mediate between the two.",
    ),
    (
        "hostilities",
        "captured",
        "2025-10-15",
        "2025-10-16",
        "Somali troops captured the town of Bulo Mareer in the night to Thursday.",
    ),
    (
        "hostilities",
        "attacked",
        "2025-09-01",
        "2025-09-30",
        "Ethiopia's rebels declared a truce in the Ogaden in June. "
        "It lasted until September, when the army attacked Degehabur.",
    ),
]
BESIDE = [
    (
        "statement",
        "At the meeting",
        "2025-10-15",
        "2025-10-15",
        "Sudan's army chief met rebel leaders in Jeddah on Wednesday. "
        "At the meeting, Sudan's army chief said there was no military way out.",
    ),
    (
        "suspension",
        "broke off",
        "2025-10-16",
        "2025-10-16",
        "Chad shelled a Sudanese camp on Thursday. Sudan broke off the truce talks with Chad.",
    ),
    (
        "rejection",
        "rejected",
        "2025-10-15",
        "2025-10-15",
        "Armenia rejected the plan at Wednesday's talks with Azerbaijan.",
    ),
    (
        "hostilities",
        "attacked",
        "2025-10-17",
        "2025-10-17",
        "Israel attacked Hamas positions in Gaza. The two fought a war in 2014 in which Israel bombed Gaza for weeks.",
    ),
    (
        "meeting",
        "arrives",
        "2025-10-19",
        "2025-10-19",
        "Kenya's foreign minister arrives in Khartoum on Sunday for talks with Sudanese leaders.",
    ),
    (
        "hostilities",
        "stormed",
        "2025-08-02",
        "2025-08-03",
        "Gunmen stormed a prison in Haiti on the first weekend of August.",
    ),
]

ALL = [*BACKGROUND, *STORY, *SPANS, *AHEAD, *COUNTED, *RUNNING, *BESIDE]


@pytest.mark.parametrize(("kind", "words", "first", "last", "text"), ALL)
def test_the_days_of_the_news_and_of_what_lies_behind_it(
    kind: str, words: str, first: str, last: str, text: str
) -> None:
    reports = parse(from_text(text, id="one", published=FRIDAY, language="en"))
    told = [one for one in reports if one.event_type == kind and words in one.evidence[0].text]
    assert [(str(one.date_start or ""), str(one.date_end or "")) for one in told[:1]] == [(first, last)]
