from datetime import date

import pytest

from tracker.models import Actor, Article, Basis, Evidence, Precision, Quantity, Report, Role, Status
from tracker.resources import event_types
from tracker.timeline import frame_of
from tracker.timeline.rows import row_of
from tracker.timeline.titles import title_of


def report(event_type="talks", *actors, **values):
    fields = {
        "article_id": "a",
        "event_type": event_type,
        "status": Status.OCCURRED,
        "date_start": date(2025, 7, 23),
        "date_end": date(2025, 7, 23),
        "date_precision": Precision.DAY,
        "date_edtf": "2025-07-23",
        "date_text": "Wednesday",
        "date_basis": Basis.EXPLICIT,
        "actors": tuple(Actor(code, Role(role)) for code, role in actors),
    }
    return Report(**fields | values)


BOTH = (("RUS", "participant"), ("UKR", "participant"))


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (
            report("talks", *BOTH, ("TUR", "mediator"), location="Istanbul", round=3),
            "Russia and Ukraine hold talks in Istanbul (third round)",
        ),
        (report("talks", *BOTH, status=Status.PLANNED), "Russia and Ukraine hold talks (planned)"),
        (report("talks", round=22, status=Status.CALLED_OFF), "Talks (22nd round, called off)"),
        (report("talks"), "Talks"),
        (report("proposal", ("RUS", "initiator"), ("UKR", "target")), "Russia puts forward a proposal to Ukraine"),
        (report("meeting", ("UKR", "participant"), location="Ankara"), "Ukraine holds a meeting in Ankara"),
        (report("agreement", ("UKR", "initiator"), ("RUS", "target")), "Ukraine reaches an agreement with Russia"),
        (report("statement", ("XYZ", "initiator")), "XYZ states a position"),
    ],
)
def test_titles_say_what_the_fields_say(told, title):
    assert title_of(told) == title


def test_many_names_are_cut_short():
    told = report("talks", *((code, "participant") for code in ("RUS", "UKR", "USA", "FRA", "DEU", "GBR")))
    assert title_of(told) == "Russia, Ukraine, United States and 3 others hold talks"


@pytest.mark.parametrize("name", sorted(event_types()))
def test_every_type_has_words_for_one_and_many(name):
    for codes in (("RUS",), ("RUS", "UKR")):
        for role in Role:
            title = title_of(report(name, *((code, role) for code in codes), ("TUR", "target")))
            assert title
            assert "{" not in title


def test_a_row_of_a_report_makes_a_timeline():
    article = Article("a", "He said no.", "h", publisher="A; B", url="https://a.org")
    told = report(
        "talks", *BOTH, quantities=(Quantity("rounds", 3),), persons=("A",), evidence=(Evidence(0, 11, "He said no."),)
    )
    frame = frame_of([row_of(told, article, event_id="x")])
    one = frame.iloc[0]
    assert (one["quote"], one["source_urls"], one["publisher"]) == ("He said no.", "https://a.org", "A, B")
    assert (one["actors"], one["quantities"], one["review_state"]) == (
        "RUS:participant;UKR:participant",
        "rounds:total:3",
        "proposed",
    )


def test_a_report_without_a_day_is_open():
    row = row_of(report(date_start=None, date_end=None, date_precision=Precision.YEAR), event_id="x")
    assert (row["date_precision"], row["date_edtf"], row["source_urls"]) == ("open", "", "")
    assert frame_of([row])["date_start"].isna().all()
