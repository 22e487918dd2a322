"""Which days an event gets from the words of its sentence: one sentence for each rule of binding."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import parse
from tracker.corpus import PUBLISHED
from tracker.text import from_text

SENTENCES = [
    # type, first day, last day, sentence; published on Wednesday, 4 June 2025
    (
        "rejection",
        "2025-06-04",
        "2025-06-04",
        "Chad has rejected a peace plan drawn up by Kenya two weeks ago.",
    ),
    (
        "hostilities",
        "2025-06-02",
        "2025-06-02",
        "Rebels in Chad have captured the town of Faya, state radio said on Monday.",
    ),
    (
        "rejection",
        "2018-01-01",
        "2018-12-31",
        "Nothing has moved since 2018, when Kosovo rejected Serbia's peace plan.",
    ),
    (
        "agreement",
        "2024-09-01",
        "2024-09-30",
        "The border has been calm since last September, when Chad and Sudan signed a ceasefire in Adre.",
    ),
    (
        "suspension",
        "2025-06-04",
        "2025-06-04",
        "Peace talks between Serbia and Kosovo, at first planned for 3 March, were called off.",
    ),
    ("ceasefire", "2025-07-12", "2025-07-12", "The rebels in Chad declared a ceasefire with the army from 12 July."),
    (
        "proposal",
        "2025-06-04",
        "2025-06-04",
        "Chad suggested that the envoys of Sudan meet the rebels on 9 July in Adre for peace talks.",
    ),
    (
        "hostilities",
        "",
        "2025-03-09",
        "Chad reopened on 9 March a border that it had kept shut since 2023, after Sudan shelled a village near Adre.",
    ),
    (
        "talks",
        "2025-05-31",
        "2025-06-02",
        "Three days of talks between Serbia and Kosovo ended in Brussels on Monday.",
    ),
    (
        "talks",
        "2025-06-02",
        "2025-06-04",
        "Serbia and Kosovo began three days of talks in Brussels on Monday.",
    ),
    (
        "proposal",
        "2025-06-04",
        "2025-06-04",
        "Armenia proposed a ceasefire with Azerbaijan starting June 15.",
    ),
    (
        "hostilities",
        "2025-05-03",
        "2025-05-03",
        "Envoys of Chad and Sudan spoke of the deadly May 3 clash between Chad and Sudan near Adre.",
    ),
    (
        "talks",
        "2025-05-29",
        "2025-06-04",
        "The ministers of Armenia and Azerbaijan left Geneva after seven days of talks between Yerevan and Baku.",
    ),
    (
        "statement",
        "2025-06-03",
        "2025-06-03",
        "Kosovo's prime minister Arta Krasniqi, sworn in by the assembly on 10 May, said on Tuesday that she was ready "
        "to talk to Serbia.",
    ),
    (
        "hostilities",
        "2025-05-28",
        "2025-05-28",
        "The tension in Chad, which peaked on 28 May, when clashes between the army and rebels broke out, has eased.",
    ),
    (
        "talks",
        "2025-06-04",
        "2025-06-30",
        "Serbia and Kosovo will resume talks by June 30, and the premier, elected in May, has welcomed it.",
    ),
    (
        "talks",
        "2025-06-04",
        "2025-06-07",
        "Sudan's army and the Rapid Support Forces are to resume talks within 72 hours.",
    ),
    (
        "talks",
        "2025-06-04",
        "2025-06-30",
        "Serbia and Kosovo are to begin direct negotiations not later than June 30.",
    ),
    (
        "talks",
        "2025-05-19",
        "2025-06-04",
        "Direct talks between Kinshasa and the M23, which began on May 19, have moved to Doha.",
    ),
    (
        "rejection",
        "",
        "2025-04-30",
        "Qatar gave up its mediation in April after Hamas refused to accept the Israeli terms.",
    ),
    (
        "statement",
        "2025-06-04",
        "2025-06-04",
        "Qatar's prime minister, who received both delegations on May 12, said the ceasefire talks would continue.",
    ),
    (
        "agreement",
        "2025-05-10",
        "2025-05-10",
        "Ethiopia's parliament met on May 12, two days after Ethiopia and Eritrea signed a peace agreement.",
    ),
    (
        "proposal",
        "2025-06-02",
        "2025-06-02",
        "Russia said on Monday that it was ready for peace talks and proposed a prisoner exchange to Ukraine.",
    ),
    (
        "agreement",
        "2025-06-03",
        "2025-06-03",
        "Sudan and the Rapid Support Forces, at war since 2023, agreed on Tuesday to a truce.",
    ),
    (
        "prisoner_exchange",
        "",
        "2025-06-04",
        "Earlier, Boko Haram freed the nine diplomats it had seized in March in Nigeria.",
    ),
    ("agreement", "2003-01-01", "2003-12-31", "Liberia still honours the 2003 Accra peace accord with LURD rebels."),
    (
        "agreement",
        "2025-03-01",
        "2025-03-31",
        "Congolese M23 rebels respect the truce agreement brokered in March with Kinshasa.",
    ),
    (
        "statement",
        "2025-06-01",
        "2025-06-01",
        "On Sunday, the president of Rwanda met Qatar's emir, who warned Rwanda against new attacks in Congo.",
    ),
    (
        "prisoner_exchange",
        "2025-06-04",
        "2025-06-04",
        "The Colombian hostages were seized by FARC on May 3 and were freed this morning.",
    ),
    (
        "violation",
        "2025-05-01",
        "2025-05-31",
        "Rebels of M23 took Masisi from Congo in May in violation of the Luanda accord signed in 2024.",
    ),
    (
        "talks",
        "",
        "2025-06-04",
        "Earlier talks between Rwanda and Congo ended without a deal, but the two may vote on it next week.",
    ),
    (
        "hostilities",
        "2025-05-28",
        "2025-05-28",
        "Thailand and Cambodia have held no talks since May 28, when a Cambodian soldier was shot dead at the border.",
    ),
    (
        "hostilities",
        "2025-05-30",
        "2025-05-31",
        "M23 rebels clashed with the army of Congo on Friday and again on Saturday.",
    ),
    (
        "prisoner_exchange",
        "",
        "2025-06-04",
        "Hamas accused Israel of obstructing the ceasefire talks after Hamas freed two hostages.",
    ),
    (
        "rejection",
        "",
        "2025-06-04",
        "Armenia signed the deal. Georgia was silent. Azerbaijan has refused for months to resume the peace talks and "
        "now has a choice to make.",
    ),
    (
        "mediation",
        "",
        "2025-06-04",
        "Qatar and Egypt mediated between Israel and Hamas for months.",
    ),
    (
        "rejection",
        "2025-05-01",
        "2025-05-31",
        "In May, peace talks between Colombia and the ELN collapsed when the rebels refused to release the hostages.",
    ),
    (
        "ceasefire",
        "2025-05-31",
        "2025-05-31",
        "Chad and Sudan accused each other of violating a truce that was supposed to begin on Saturday.",
    ),
    (
        "talks",
        "2025-06-06",
        "2025-06-06",
        "Days before Chad and Sudan hold peace talks in Tripoli on Friday, fighting resumed.",
    ),
    (
        "proposal",
        "2025-06-04",
        "2025-06-04",
        "Chad demanded that Sudan withdraw to the lines held before the start of the war last Friday.",
    ),
    (
        "ceasefire",
        "2025-06-15",
        "2025-06-15",
        "Chad and Sudan agreed on Monday to a truce starting on 15 June.",
    ),
    (
        "hostilities",
        "1994-03-05",
        "1996-05-09",
        "The war between Chad and Sudan began on 5 March 1994 and lasted until 9 May 1996.",
    ),
    (
        "talks",
        "2023-03-01",
        "2023-03-10",
        "Chad and Sudan held peace talks in Tripoli two years ago, in early March 2023.",
    ),
    (
        "mediation",
        "2025-02-01",
        "2025-02-28",
        "In February the emir of Qatar said that his country was ready to host talks between Chad and Sudan.",
    ),
    (
        "hostilities",
        "2025-04-24",
        "2025-04-24",
        "The currency of Chad fell after the April 24 assault on Tripoli.",
    ),
    # published on Wednesday, 4 June 2025: dates that one clause lends to another
    (
        "agreement",
        "2025-06-02",
        "2025-06-02",
        "Serbia and Kosovo held peace talks in Brussels on Monday, signing a protocol on prisoners.",
    ),
    (
        "rejection",
        "2025-06-02",
        "2025-06-02",
        "On Monday, Armenia signed the map, but Azerbaijan rejected the Georgian plan.",
    ),
    (
        "agreement",
        "2025-05-20",
        "2025-05-20",
        "During a meeting in Batumi that was held on May 20, Armenia and Azerbaijan agreed to open the railway.",
    ),
    (
        "rejection",
        "2025-06-01",
        "2025-06-01",
        "Armenia accepted the Georgian plan on Monday, a day after Azerbaijan rejected it.",
    ),
    (
        "talks",
        "2025-06-04",
        "2025-06-30",
        "Armenia and Azerbaijan will hold a third round of talks before the end of the month.",
    ),
]


@pytest.mark.parametrize(("kind", "first", "last", "sentence"), SENTENCES, ids=[row[3][:40] for row in SENTENCES])
def test_a_sentence_dates_its_event(kind: str, first: str, last: str, sentence: str) -> None:
    article = from_text(sentence, id="one", published=PUBLISHED, language="en")
    report = next(one for one in parse(article) if one.event_type == kind)
    start = date.fromisoformat(first) if first else None
    end = date.fromisoformat(last) if last else None
    assert (report.date_start, report.date_end) == (start, end)


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia and Ukraine have held 5,000 years of talks in Istanbul.",
        "3,000 years after they signed the accord, Russia and Ukraine met in Istanbul.",
        "Russia has shelled Ukraine for 99999999999 days.",
        "Russia and Ukraine will hold talks in Istanbul within 9,000 years.",
        "Russia and Ukraine held 999999 weeks of talks in Istanbul.",
        "Russia and Ukraine ended 99999999999 hours of talks in Istanbul.",
    ],
)
def test_a_measure_beyond_the_calendar_dates_nothing(sentence: str) -> None:
    reports = parse(from_text(sentence, id="one", published=PUBLISHED, language="en"))
    assert all(day is None or 1925 < day.year < 2125 for one in reports for day in (one.date_start, one.date_end))


def test_what_they_agree_at_an_encounter_has_its_day() -> None:
    """The outcome that the next sentence tells is of the day on which they met, not of the day of the news."""
    text = (
        "Delegations of Serbia and Kosovo met in Vienna on 2 June. The two sides agreed on a list of the missing. "
        "Serbia has long called Kosovo its province."
    )
    article = from_text(text, id="x", published=PUBLISHED, language="en")
    [deal] = [report for report in parse(article) if report.event_type == "agreement"]
    assert (str(deal.date_start), str(deal.date_end), deal.date_basis) == ("2025-06-02", "2025-06-02", "inherited")


def test_acts_without_a_date_lie_on_the_day_of_which_the_paper_tells() -> None:
    text = (
        "Chad and Sudan opened talks in Tripoli on Tuesday.\n\n"
        "Journalists waited for hours in front of the hotel.\n\n"
        "Sudan handed a list of demands to Chad.\n\n"
        "Libya welcomed the talks."
    )
    reports = parse(from_text(text, id="paper", title="", publisher="", published=PUBLISHED), conflict="")
    days = {one.event_type: one.date_start for one in reports}
    assert days["proposal"] == date(2025, 6, 3)
    assert days["statement"] == PUBLISHED


def test_a_demand_late_in_the_text_that_was_made_is_open() -> None:
    text = (
        "Chad and Sudan opened talks in Tripoli on Monday.\n\nThey met again on Tuesday.\n\n"
        "Sudan demands that Chad withdraw its troops.\n\nSnow fell on the hills.\n\n"
        "At first Chad demanded a buffer zone from Sudan."
    )
    reports = parse(from_text(text, id="paper", title="", publisher="", published=PUBLISHED), conflict="")
    made = [(one.date_start, one.date_end) for one in reports if one.event_type == "proposal"]
    assert made == [(PUBLISHED, PUBLISHED), (None, PUBLISHED)]


def test_what_came_about_at_a_meeting_has_its_day() -> None:
    text = (
        "Delegations of Chad and Sudan held talks in Tripoli on 27 May. Snow fell on the hills.\n\n"
        "At the meeting, Chad and Sudan also signed a memorandum on refugees."
    )
    reports = parse(from_text(text, id="paper", title="", publisher="", published=PUBLISHED), conflict="")
    [deal] = [one for one in reports if one.event_type == "agreement"]
    assert (deal.date_start, deal.date_end) == (date(2025, 5, 27), date(2025, 5, 27))


def test_dates_inside_a_quotation_that_goes_on_are_not_those_of_the_saying() -> None:
    text = (
        '"Sudan must withdraw from our land," the president of Chad told reporters on Monday. "This is no longer 1988."'
    )
    reports = parse(from_text(text, id="paper", title="", publisher="", published=PUBLISHED), conflict="")
    assert {one.date_start for one in reports} == {date(2025, 6, 2)}
