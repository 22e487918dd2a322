"""Values chosen by rule, origins counted, contradictions shown."""

import random
from datetime import date

import pytest

from tests.store.makers import article, report
from tracker.models import Actor, Basis, Precision, Quantity, Role, Status
from tracker.timeline.joining import Behind, DisagreementKind, Source, choose, disagreements, numbers_told, origins
from tracker.timeline.joining.choose import chosen_row
from tracker.timeline.values import FIELDS

RUS, UKR = Actor("RUS", Role.PARTICIPANT), Actor("UKR", Role.PARTICIPANT)


def behind(name, origin="", *, publisher="", published=None, **values):
    told = report(name, **values)
    return Behind(
        f"{name}#1", told, article(f"Text {name}.", name, publisher=publisher, published=published), origin or name
    )


def exchange(name, origin="", **values):
    return behind(name, origin, event_type="prisoner_exchange", actors=(RUS, UKR), **values)


def month(first, last):
    return {"date_start": first, "date_end": last, "date_precision": Precision.MONTH, "date_edtf": f"{first:%Y-%m}"}


def test_an_explicit_date_goes_before_an_inherited_one_and_that_before_publication():
    days = [date(2031, 3, day) for day in (4, 5, 6)]
    bases = (Basis.EXPLICIT, Basis.INHERITED, Basis.PUBLISHED)
    told = [exchange(name, day=day, date_basis=basis) for name, day, basis in zip("abc", days, bases, strict=True)]
    for count in range(3):
        found = choose(told[count:])["date"]
        assert found.values["date_start"] == days[count]
        assert found.values["date_basis"] == bases[count]
    assert choose(told)["date"].reason.startswith("a date in the sentence itself goes before")
    assert choose(told)["date"].others == ("Wed 5 Mar 2031", "Thu 6 Mar 2031")


def test_the_narrower_of_dates_that_agree_is_chosen_and_most_origins_decide():
    wide = exchange("wide", day=date(2031, 3, 1), **month(date(2031, 3, 1), date(2031, 3, 31)))
    third, fourth = (exchange(f"d{day}", day=date(2031, 3, day)) for day in (3, 4))
    again = exchange("d4b", day=date(2031, 3, 4))
    assert choose([wide, fourth])["date"].values["date_edtf"] == "2031-03-04"
    assert choose([third, fourth, again])["date"].values["date_edtf"] == "2031-03-04"
    reprint = exchange("d4c", "d4", day=date(2031, 3, 4))
    tie = choose([third, fourth, reprint])["date"]
    assert tie.values["date_edtf"] == "2031-03-03", "a reprint is no second origin"
    assert tie.others == ("Tue 4 Mar 2031",)


def test_numbers_have_low_best_and_high_and_fact_goes_before_claim():
    told = [
        exchange("a", quantities=(Quantity("prisoners", 95, "each"),)),
        exchange("b", quantities=(Quantity("prisoners", 92, "UKR"),), claimed_by="UKR"),
        exchange("c", quantities=(Quantity("prisoners", 220, "total"),), claimed_by="RUS"),
    ]
    (number,) = numbers_told(told)
    assert (number.what, number.side, number.low, number.best, number.high) == ("prisoners", "each", 92, 95, 110)
    assert number.reason == "told as fact; 1 of 3 origins tell it so"
    choice = choose(told)["quantities"]
    assert choice.values == {"quantities": "prisoners:each:95"}
    assert choice.others == ("92 to 110 prisoners each",)


def test_sides_told_apart_stay_apart():
    told = [
        exchange("a", quantities=(Quantity("prisoners", 205, "UKR"), Quantity("prisoners", 201, "RUS"))),
        exchange("b", quantities=(Quantity("prisoners", 406, "total"),)),
    ]
    assert choose(told)["quantities"].values == {"quantities": "prisoners:RUS:201;prisoners:UKR:205"}


@pytest.mark.parametrize(
    ("claims", "chosen", "reason"),
    [
        (("RUS", "RUS"), "RUS", "all reports have it on one side's word"),
        (("RUS", "UKR"), "", "Russia and Ukraine both say so"),
        (("RUS", ""), "", "a report tells it as fact"),
        (("", ""), "", "it is told as fact"),
    ],
)
def test_both_sides_word_is_more_than_one_sides(claims, chosen, reason):
    found = choose([exchange(f"r{n}", claimed_by=claim) for n, claim in enumerate(claims)])["claimed_by"]
    assert (found.values["claimed_by"], found.reason) == (chosen, reason)


def test_by_hand_goes_over_all_and_shows_what_the_reports_say():
    told = [exchange("a", location="Chernihiv", country="UKR")]
    found = choose(told, {"location": "Novi Yarylovychi", "country": "UKR"})["place"]
    assert (found.values["location"], found.reason, found.by_hand) == ("Novi Yarylovychi", "set by hand", True)
    assert found.others == ("the reports: all that tell it agree",)


def test_a_place_goes_before_its_country_and_people_are_told_once():
    told = [
        exchange("a", location="Türkiye", country="TUR", persons=("Umerov",)),
        exchange("b", location="Istanbul", country="TUR", persons=("Rustem Umerov", "Hakan Fidan")),
    ]
    row = chosen_row(choose(told))
    assert (row["location"], row["persons"]) == ("Istanbul", "Hakan Fidan;Rustem Umerov")


def test_the_order_of_reports_changes_no_value():
    told = [
        exchange(
            name, day=date(2031, 3, 4 + n % 2), location=place, probability=0.9, publisher=name, round=n % 3 or None
        )
        for n, (name, place) in enumerate([("a", "Doha"), ("b", ""), ("c", "Oslo"), ("d", "Oslo"), ("e", "Doha")])
    ]
    first = choose(told)
    for seed in range(8):
        random.Random(seed).shuffle(told)
        assert choose(told) == first
    assert set(chosen_row(first)) <= set(FIELDS)


def test_an_event_without_reports_has_no_choices():
    with pytest.raises(ValueError, match="nothing to choose"):
        choose([])


LONG = (
    "The two delegations met in the old customs house by the river for six hours on Monday. They spoke of the railway, "
    "of the harvest and of the missing. A second meeting is to follow before the snow, a mediator said. "
)
OTHER = (
    "Ministers from both camps held a long sitting in a border town. Rail traffic and crops were on the table, and the "
    "fate of those who disappeared; another sitting was promised for the autumn by a go-between. "
)


def sources(**texts):
    return [Source(article(text, name), ()) for name, text in texts.items()]


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        ({"a": LONG, "b": LONG}, 1),
        ({"a": LONG, "b": LONG.replace("six hours", "6 hours").replace("Monday", "Monday, it was said")}, 1),
        ({"a": LONG, "b": OTHER}, 2),
        ({"a": f"GENEVA (Reuters) - {LONG}", "b": f"{OTHER}\n(Reuters)"}, 1),
        ({"a": f"GENEVA (AFP) - {LONG}", "b": f"{OTHER}\n(Reuters)"}, 2),
        ({"a": LONG, "b": f"{OTHER} The minister read Reuters, and the app on his phone."}, 2),
        ({"a": f"By Jane Doe, The Associated Press\n{LONG}", "b": f"{OTHER}\nSource: Associated Press"}, 1),
        ({"a": 3 * OTHER + 3 * LONG + "The end of a long page about all that.", "b": 3 * LONG}, 1),
    ],
)
def test_reprints_are_one_origin(texts, count):
    found = origins(sources(**texts))
    assert len(set(found.values())) == count
    assert origins(reversed(sources(**texts))) == found


def test_one_publisher_and_the_same_quotes_are_one_origin():
    quote = ("“We have not been asked a single question that could be answered with yes or no,” the envoy said.",)
    one, two = article(LONG, "a", publisher="Post"), article(OTHER, "b", publisher="post")
    assert set(origins([Source(one, ()), Source(two, ())]).values()) == {"a"}
    three = article(OTHER + "!", "c", publisher="Wire")
    assert set(origins([Source(one, quote), Source(three, quote)]).values()) == {"a"}
    assert (
        len(
            set(
                origins(
                    [
                        Source(one, quote),
                        Source(three, ("Other words altogether, and long enough to be told apart by.",)),
                    ]
                ).values()
            )
        )
        == 2
    )


def test_what_was_compared_before_is_not_compared_anew():
    texts = sources(a=LONG, b=OTHER, c=LONG)
    assert origins(texts, {"a": "a", "b": "b"}) == origins(texts) == {"a": "a", "b": "b", "c": "a"}
    assert origins(texts, {"a": "a", "b": "a"}) == {"a": "a", "b": "a", "c": "a"}


EVENT = {"event_id": "e", "date_start": date(2031, 3, 4), "date_end": date(2031, 3, 4), "quantities": "",
         "location": "Doha", "country": "QAT", "actors": "", "status": "occurred"}  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "kind", "words"),
    [
        ({"day": date(2031, 3, 4)}, {"day": date(2031, 3, 5)}, "dates", {"Tue 4 Mar 2031", "Wed 5 Mar 2031"}),
        (
            {"quantities": (Quantity("prisoners", 144, "each"),)},
            {"quantities": (Quantity("prisoners", 114, "UKR"),)},
            "numbers",
            {"144 prisoners each", "114 prisoners for Ukraine"},
        ),
        (
            {"location": "Doha", "country": "QAT"},
            {"location": "Oslo", "country": "NOR"},
            "places",
            {"Doha, Qatar", "Oslo, Norway"},
        ),
        (
            {"actors": (RUS, Actor("TUR", Role.MEDIATOR))},
            {"actors": (RUS, Actor("ARE", Role.MEDIATOR))},
            "who",
            {"Russia takes part, Türkiye mediates", "Russia takes part, United Arab Emirates mediates"},
        ),
        ({}, {"status": Status.CALLED_OFF}, "whether", {"it took place", "it was called off"}),
    ],
)
def test_what_sources_contradict_each_other_on(one, other, kind, words):
    told = [behind("a", publisher="Post", **one), behind("b", publisher="Wire", **other, claimed_by="UKR")]
    (found,) = disagreements(EVENT, told)
    assert found.kind == DisagreementKind(kind)
    assert {version.words for version in found.versions} == words
    assert {version.reports[0].source for version in found.versions} == {"Post", "Wire"}
    assert {version.reports[0].quote for version in found.versions} == {"Kyiv refused on Tuesday."}
    assert disagreements(EVENT, reversed(told)) == (found,)
    assert disagreements(EVENT, told, {kind: 3})[0].settled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"day": date(2031, 3, 4)}, {"day": date(2031, 3, 5), "date_basis": Basis.PUBLISHED}),
        ({"day": date(2031, 3, 4)}, month(date(2031, 3, 1), date(2031, 3, 31))),
        ({"location": "Doha", "country": "QAT"}, {"location": "Qatar", "country": "QAT"}),
        ({"location": "Doha", "country": "QAT"}, {}),
        ({"quantities": (Quantity("prisoners", 95, "each"),)}, {"quantities": (Quantity("prisoners", 190, "total"),)}),
        (
            {"quantities": (Quantity("prisoners", 205, "UKR"), Quantity("prisoners", 201, "RUS"))},
            {"quantities": (Quantity("prisoners", 406, "total"),)},
        ),
        ({"quantities": (Quantity("prisoners", 205, "UKR"),)}, {"quantities": (Quantity("prisoners", 406, "total"),)}),
        ({"actors": (RUS, UKR)}, {"actors": (RUS, UKR, Actor("TUR", Role.MEDIATOR))}),
        ({"status": Status.ONGOING}, {"status": Status.OCCURRED}),
    ],
)
def test_more_or_less_detail_is_no_contradiction(one, other):
    assert disagreements(EVENT, [behind("a", **one), behind("b", **other)]) == ()
