"""Which days an event has in the constructions by which news dates it; articles of Thursday 22 May 2025."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import parse
from tracker.text import from_text

THURSDAY = date(2025, 5, 22)
"""Monday is the 19th, the week before began on the 12th."""

NAMED = [
    # type, first and last day, sentence: the date belongs to the noun that names the event
    ("agreement", "2025-05-03", "2025-05-03", "The 3 May agreement between Congo and Rwanda has not been kept."),
    ("agreement", "2025-05-03", "2025-05-03", "The truce agreement of May 3 between Congo and Rwanda is in tatters."),
    ("proposal", "2025-05-12", "2025-05-18", "Congo rejected on Tuesday a truce proposal made by Rwanda last week."),
    ("ceasefire", "2025-04-19", "2025-04-19", "Congo declared a 30-hour Easter truce with Rwanda on April 19."),
]
BESIDE = [
    # the date stands in another clause, or in an aside
    (
        "agreement",
        "2025-04-09",
        "2025-04-09",
        "When Congo and Rwanda met in Doha on April 9, they agreed to a ceasefire.",
    ),
    (
        "violation",
        "2025-05-20",
        "2025-05-20",
        "Hours after the two sides signed the truce on Tuesday, Congo's army accused Rwanda of breaking it.",
    ),
    (
        "agreement",
        "2025-05-20",
        "2025-05-20",
        "Armenia and Azerbaijan announced on Tuesday that they had reached a peace agreement.",
    ),
    (
        "prisoner_exchange",
        "2025-05-20",
        "2025-05-20",
        "The two men, kidnapped in Goma on May 2, were freed on Tuesday by the M23 rebels.",
    ),
    (
        "suspension",
        "2025-05-22",
        "2025-05-22",
        "Talks between Serbia and Kosovo, due to resume on Monday, were postponed.",
    ),
    (
        "statement",
        "2025-05-20",
        "2025-05-20",
        "Rwanda said in a statement issued on Tuesday evening that it was ready for a truce with Congo.",
    ),
    (
        "rejection",
        "2025-05-21",
        "2025-05-21",
        '"We will not meet the rebels on Saturday," Congo\'s president said on Wednesday.',
    ),
]
LONG = [
    # what has more days than one
    (
        "talks",
        "2025-05-19",
        "2025-05-21",
        "Serbia and Kosovo opened talks in Brussels on Monday that are due to last three days.",
    ),
    (
        "talks",
        "2025-05-20",
        "2025-05-22",
        "Talks between Serbia and Kosovo in Brussels entered their third day on Thursday.",
    ),
    (
        "talks",
        "2025-05-19",
        "2025-05-21",
        "Talks between Serbia and Kosovo that opened on Monday in Brussels ended without a deal on Wednesday.",
    ),
    ("meeting", "2025-05-19", "2025-05-20", "U.S. envoy Ann Porter arrived in Kigali on Monday for a two-day visit."),
    (
        "meeting",
        "2025-05-20",
        "2025-05-20",
        "On Tuesday, U.S. envoy Ann Porter visited Rwanda as part of a five-day tour.",
    ),
    ("meeting", "2025-05-26", "2025-05-28", "U.S. envoy Ann Porter is to visit Kigali and Kinshasa from May 26 to 28."),
    (
        "hostilities",
        "2025-05-16",
        "2025-05-22",
        "Clashes between Congo's army and the M23 rebels have killed 80 people in the past week.",
    ),
    (
        "mediation",
        "2001-01-01",
        "",
        "Oslo has acted as go-between for Manila and the New People's Army since 2001.",
    ),
]
COUNTED = [
    ("prisoner_exchange", "2025-05-18", "2025-05-22", "Congo has freed 700 M23 prisoners since Sunday."),
    (
        "violation",
        "2025-05-18",
        "2025-05-19",
        "The M23 rebels said that Congo's forces had shelled their positions on Sunday and Monday, breaking the truce.",
    ),
    (
        "hostilities",
        "2025-05-20",
        "2025-05-20",
        "A day after Russia's attack on Kyiv, Ukraine's president on Wednesday called for new sanctions on Moscow.",
    ),
    (
        "suspension",
        "2024-01-01",
        "2024-01-31",
        "Mali's junta ended the accord with the rebels, signed in Algiers in 2015, in January 2024.",
    ),
]
COURSE = [
    (
        "prisoner_exchange",
        "2025-05-18",
        "2025-05-21",
        "A prisoner exchange between Congo and the M23 rebels that began on Sunday was completed on Wednesday.",
    ),
    # another clause tells when the encounter was, or what happened at that very moment
    (
        "talks",
        "2025-05-19",
        "2025-05-22",
        "Norway hosted the talks between Serbia and Kosovo that began on Monday.",
    ),
    (
        "meeting",
        "2025-05-19",
        "2025-05-19",
        "Qatar's envoy attended Monday's meeting with Rwanda's president.",
    ),
    (
        "suspension",
        "2025-04-01",
        "2025-04-30",
        "The peace talks between Mali and the rebels broke down when the army seized the town of Kidal in April.",
    ),
    (
        "statement",
        "2025-05-18",
        "2025-05-18",
        "Talks dragged on until Sunday, when Qatar's prime minister threatened to send Rwanda home.",
    ),
]
POINTING = [
    (
        "agreement",
        "2022-11-01",
        "2022-11-30",
        "Angola began to mediate between Congo and Rwanda in July 2022. The two agreed on a truce that November, but "
        "it did not hold.",
    ),
    ("proposal", "2025-05-22", "2025-05-22", "Qatar invited Congo and Rwanda to Doha for talks on Sunday."),
]
BESIDE_THE_VERB = [
    # a participle clause tells the same moment
    ("agreement", "2025-05-16", "2025-05-16", "Rwanda and Congo, meeting in Washington last Friday, signed an accord."),
    ("violation", "2025-05-19", "2025-05-19", "Hamas, breaking the truce, fired rockets at Israel on Monday."),
    ("rejection", "2025-05-20", "2025-05-20", "Congo's delegation walked out on Tuesday, rejecting Rwanda's proposal."),
]
AT_WAR_SINCE = [
    # an old date in the first sentence does not make its weekday an old one
    (
        "talks",
        "2025-05-20",
        "2025-05-20",
        "Russia and Ukraine, at war since February 24, 2022, met on Tuesday.",
    ),
    (
        "prisoner_exchange",
        "2025-05-17",
        "2025-05-17",
        "Captives taken on October 7, 2023, were freed by Hamas on Saturday.",
    ),
    (
        "rejection",
        "2025-05-21",
        "2025-05-21",
        "The M23 rebels said on Wednesday they would not attend talks planned for Thursday in Luanda.",
    ),
    (
        "suspension",
        "2025-05-20",
        "2025-05-20",
        "Talks between Serbia and Kosovo were put off to next week, the mediators said on Tuesday.",
    ),
    (
        "proposal",
        "2025-05-22",
        "2025-05-22",
        "Congo's president urged Rwanda to withdraw its troops by the end of June.",
    ),
]
AHEAD = [
    # what is declared or planned for a day to come
    (
        "ceasefire",
        "2025-05-23",
        "2025-05-25",
        "Congo on Wednesday declared a truce from Friday until Sunday.",
    ),
    (
        "ceasefire",
        "2025-05-23",
        "2025-05-23",
        "Congo's army declared a three-day ceasefire with Rwanda starting on Friday.",
    ),
    ("talks", "2025-05-22", "2025-06-05", "Serbia and Kosovo plan to hold talks within two weeks."),
]


@pytest.mark.parametrize(
    ("kind", "first", "last", "text"),
    [*NAMED, *BESIDE, *LONG, *COUNTED, *COURSE, *POINTING, *BESIDE_THE_VERB, *AT_WAR_SINCE, *AHEAD],
    ids=lambda part: str(part)[:40],
)
def test_an_event_has_the_days_that_its_construction_gives(kind: str, first: str, last: str, text: str) -> None:
    reports = parse(from_text(text, id="one", published=THURSDAY, language="en"))
    days = [(str(one.date_start or ""), str(one.date_end or "")) for one in reports if one.event_type == kind]
    assert (first, last) in days


FOLLOWED = [
    # the date stands in the sentence behind
    (
        "agreement",
        "2025-05-18",
        "2025-05-18",
        "Congo and the M23 rebels signed a ceasefire. The signing took place in Doha on Sunday.",
    ),
    (
        "prisoner_exchange",
        "2025-05-21",
        "2025-05-21",
        "Russia and Ukraine have exchanged prisoners. The swap, on Wednesday, involved 200 men.",
    ),
    (
        "talks",
        "2025-05-25",
        "2025-05-25",
        "A further round of talks between Iran and the United States will be in Rome. It is due to begin on Sunday.",
    ),
    (
        "agreement",
        "2025-05-22",
        "2025-05-22",
        "Congo and the M23 rebels signed a ceasefire. The deal is due to take effect on Sunday.",
    ),
    # right behind what was told, or at the table
    (
        "violation",
        "2025-05-20",
        "2025-05-20",
        "Sudan's army and the Rapid Support Forces agreed to a truce on Tuesday. Hours later, the army accused the "
        "Rapid Support Forces of breaking it.",
    ),
    (
        "agreement",
        "2025-05-19",
        "2025-05-19",
        "Congo and the M23 rebels held talks in Doha on Monday. They agreed to meet again on June 2.",
    ),
    (
        "acceptance",
        "2025-05-11",
        "2025-05-12",
        "Congo proposed a truce to Rwanda on May 11. Rwanda accepted the proposal within a day.",
    ),
    (
        "agreement",
        "2025-05-17",
        "2025-05-17",
        "Mali's junta and the rebels have signed a truce, both sides said on Sunday. The accord was signed in Algiers "
        "on Saturday evening.",
    ),
    # what has been refused all along stands; what has been turned down is done
    (
        "rejection",
        "2025-05-22",
        "2025-05-22",
        "Congo and Rwanda held talks in Doha on Monday. Envoys of Qatar were in the room. It was the first round. "
        "The M23 rebels have refused to negotiate with Congo.",
    ),
    (
        "rejection",
        "",
        "2025-05-22",
        "Congo and Rwanda held talks in Doha on Monday. Envoys of Qatar were in the room. It was the first round. "
        "The M23 rebels have turned down the peace plan of Congo.",
    ),
    # a sentence that only sets the day; what came at once
    (
        "rejection",
        "2025-05-19",
        "2025-05-19",
        "Rwanda held talks with the M23 rebels in Doha last week. On Monday it was the turn of Congo. Its president "
        "rejected the group's proposal.",
    ),
    (
        "rejection",
        "2025-05-20",
        "2025-05-20",
        "On Tuesday Congo's president dismissed a minister named in 2021. The rebels promptly rejected Congo's plan.",
    ),
    # an entry of a running report is news
    (
        "prisoner_exchange",
        "2025-05-22",
        "2025-05-22",
        "Talks between Congo and the M23 rebels go on in Doha. The two sides sat down. Envoys of Qatar look on.\n\n"
        "13.30 – The rebels have released 40 Congolese soldiers.\n\n12.10 – Congo has sent lorries.",
    ),
    # the day of the story
    (
        "rejection",
        "2025-05-21",
        "2025-05-21",
        "Israel and Hamas traded blame yesterday. Israel's prime minister, Dan Almog, rejected the group's proposal.",
    ),
    (
        "prisoner_exchange",
        "2025-05-21",
        "2025-05-21",
        "Congo and the M23 rebels signed a ceasefire in Doha yesterday. The rebels freed 40 soldiers as a gesture.",
    ),
]


@pytest.mark.parametrize(("kind", "first", "last", "text"), FOLLOWED, ids=lambda part: str(part)[:40])
def test_a_date_reaches_over_the_end_of_its_sentence(kind: str, first: str, last: str, text: str) -> None:
    reports = parse(from_text(text, id="one", published=THURSDAY, language="en"))
    days = [(str(one.date_start or ""), str(one.date_end or "")) for one in reports if one.event_type == kind]
    assert (first, last) in days
