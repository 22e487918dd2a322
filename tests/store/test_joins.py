import random

import pytest

from tests.joining.reports import read_reports
from tests.store.makers import HAND, LATER, TALKS
from tracker.errors import NotFoundError, UsageError
from tracker.models import LinkKind, ReviewState
from tracker.store import Store
from tracker.timeline.joining import DisagreementKind

TUNED = read_reports("tuned")
TWINS = [
    one for one in TUNED if one[0].startswith(("exchange", "first", "second", "meeting", "army", "Doha", "handover"))
]
MACHINE = {"by": "parser", "at": LATER}
ANA = {"by": "Ana", "at": LATER}


def told_of(name):
    return [(article, report) for event, article, report in TUNED if event == name]


def take(store, *told, **values):
    """Take reports in, each with its article; the ids of the events that stand on them."""
    for article, report in told:
        store.add_article(article, **MACHINE)
        store.take_in(article.id, [report], **MACHINE, **values)
    return [store.article_reports(article.id)[0].event_id for article, _report in told]


def told_by(store):
    """What the store says, whatever its events are called: reports together, values, questions."""
    together = {name: tuple(sorted(one.id for one in store.reports(name))) for name in store.frame()["event_id"]}
    own = ("event_id", "created_at", "changed_at")
    values = {ids: {k: v for k, v in store.event(name).items() if k not in own} for name, ids in together.items()}
    asked = [(one.report_id, together[one.event_id], one.probability, one.reason) for one in store.asked_joins()]
    return values, sorted(asked)


def undone(store, before):
    """Undo the last batch; whether all is as before, and the log adds up to it."""
    store.undo(store.batches(1)[0].batch, **ANA)
    return store.state() == before == store.rebuild()


def test_the_order_of_arrival_changes_nothing_in_the_store(tmp_path):
    outcomes = []
    for seed in range(3):
        told = [(article, report) for _event, article, report in TWINS]
        random.Random(seed).shuffle(told)
        with Store(str(tmp_path / f"{seed}.db")) as store:
            take(store, *told)
            outcomes.append(told_by(store))
            assert store.state() == store.rebuild()
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert any(len(ids) > 1 for ids in outcomes[0][0])


def test_a_late_report_that_moves_others_is_undone_exactly(store):
    told = [(article, report) for _event, article, report in TWINS]
    take(store, *told[:-1])
    before, frame = store.state(), store.frame()
    take(store, told[-1])
    for batch in store.batches(2):
        store.undo(batch.batch, **ANA)
    assert store.state() == before == store.rebuild()
    assert store.frame().equals(frame)


def test_reports_and_origins_are_counted_apart(store):
    first, second, third, fourth = told_of("exchange of 4 March")
    (event_id, *others) = take(store, first, second, third, fourth)
    assert set(others) == {event_id}
    assert store.event(event_id)["report_count"] == 4
    assert store.event(event_id)["origin_count"] == 3
    assert len({one.origin for one in store.behind(event_id)}) == 3


def test_what_is_accepted_stays_as_it_is_and_a_new_report_stands_behind_it(store):
    event_id = store.add_event(
        {"event_type": "prisoner_exchange", "date_start": "2031-03-04", "date_end": "2031-03-04",
         "date_precision": "day", "actors": "RUS:participant;UKR:participant", "conflict": "russia-ukraine",
         "quantities": "prisoners:each:96"},
        **HAND,
    )  # fmt: skip
    before = store.event(event_id)
    assert take(store, *told_of("exchange of 4 March")[:2]) == [event_id, event_id]
    assert store.event(event_id) | {"report_count": 0, "origin_count": 0} == before
    assert store.event(event_id)["report_count"] == 2
    (choice, by_hand) = (store.choices(event_id)["quantities"], store.choices(event_id)["date"])
    assert (choice.by_hand, choice.values) == (True, {"quantities": "prisoners:each:96"})
    assert by_hand.reason == "set by hand"


def test_known_reports_change_nothing(store):
    take(store, *told_of("exchange of 4 March"))
    before = store.state()
    take(store, *told_of("exchange of 4 March"))
    assert store.state() == before


def test_an_unsure_join_is_asked_and_answered(store):
    events = take(store, *told_of("Doha contact"))
    assert len(set(events)) == 2
    (asked,) = store.asked_joins()
    assert {asked.own_event_id, asked.event_id} == set(events)
    assert "For: " in asked.reason
    assert "Against: Wed 8 Oct 2031 is not Thu 9 Oct 2031" in asked.reason
    assert store.asked_joins(event_id=asked.event_id) == (asked,)
    assert sorted(store.frame()["report_count"]) == [1, 2]
    before = store.state()
    store.answer_join(asked.report_id, asked.event_id, same=True, **ANA)
    assert store.frame()["report_count"].tolist() == [3]
    assert store.asked_joins() == ()
    assert undone(store, before)
    store.answer_join(asked.report_id, asked.event_id, same=False, **ANA)
    assert store.asked_joins() == ()
    with pytest.raises(NotFoundError, match="Nobody asks"):
        store.answer_join(asked.report_id, asked.event_id, same=True, **ANA)


def test_what_a_person_refused_is_never_asked_again(store):
    told = told_of("Doha contact")
    take(store, *told[:2])
    (asked,) = store.asked_joins()
    store.answer_join(asked.report_id, asked.event_id, same=False, **ANA)
    take(store, told[2])
    again = {(one.report_id, one.event_id) for one in store.asked_joins()}
    assert (asked.report_id, asked.event_id) not in again
    assert len(store.frame()) == 2


def test_splitting_keeps_every_report_and_stays(store):
    told = told_of("exchange of 4 March")
    event_id, *_ = take(store, *told[:3])
    ids = [one.id for one in store.reports(event_id)]
    before = store.state()
    gone = next(name for name in ids if name.startswith("harbour"))
    new = store.split(event_id, [gone], **ANA)
    assert [one.id for one in store.reports(new)] == [gone]
    assert sorted(one.id for one in store.reports(event_id)) == sorted(set(ids) - {gone})
    assert store.event(new)["quantities"] == "prisoners:UKR:92"
    assert store.event(event_id)["quantities"] == "prisoners:each:95"
    take(store, told[3])
    assert store.reports(new)[0].id == gone
    assert gone not in {one.id for one in store.reports(event_id)}
    for batch in store.batches(3):
        store.undo(batch.batch, **ANA)
    assert store.state() == before == store.rebuild()


def test_a_split_leaves_something(store):
    event_id, *_ = take(store, *told_of("exchange of 4 March")[:2])
    with pytest.raises(UsageError, match="Nothing would be left"):
        store.split(event_id, [one.id for one in store.reports(event_id)], **ANA)
    with pytest.raises(NotFoundError, match='No report "x#1"'):
        store.split(event_id, ["x#1"], **ANA)


def test_joining_two_events_moves_links_sources_and_reports(store):
    event_id, *_ = take(store, *told_of("exchange of 4 March")[:2])
    one = store.add_event(TALKS | {"event_id": "one", "publisher": "A", "source_urls": "https://a.example/1"}, **HAND)
    store.add_event(TALKS | {"event_id": "two", "links": f"follows:{event_id}"}, **HAND)
    before = store.state()
    store.join(event_id, one, **ANA)
    assert len(store.reports(one)) == 2
    assert store.event(one)["publisher"] == "A;Morning Post;Evening Wire"
    assert store.event("two")["links"] == "follows:one"
    with pytest.raises(NotFoundError):
        store.event(event_id)
    assert undone(store, before)
    with pytest.raises(UsageError, match="to itself"):
        store.join(one, one, **ANA)


def test_a_disagreement_is_chosen_or_kept_and_comes_back_with_a_new_report(store):
    told = told_of("exchange of 4 March")
    event_id, *_ = take(store, *told[:3])
    (found,) = store.disagreements()
    assert (found.event_id, found.kind, found.settled) == (event_id, DisagreementKind.NUMBERS, False)
    assert [(one.words, one.chosen, len(one.reports), one.origins) for one in found.versions] == [
        ("92 prisoners for Ukraine", False, 1, 1),
        ("95 prisoners each", True, 2, 1),
    ]
    before = store.state()
    store.keep_both(event_id, found.kind, **ANA, why="both ministries stand by it")
    assert "92 prisoners for Ukraine (Harbour Radio) / 95 prisoners each" in store.event(event_id)["note"]
    assert store.disagreements()[0].settled
    assert undone(store, before)
    assert not store.disagreements()[0].settled
    report = found.versions[0].reports[0].report_id
    store.choose(event_id, found.kind, report, **ANA)
    assert store.event(event_id)["quantities"] == "prisoners:UKR:92"
    assert store.disagreements(event_id)[0].settled
    take(store, told[3])
    assert not store.disagreements(event_id)[0].settled
    assert store.event(event_id)["quantities"] == "prisoners:UKR:92"


def test_an_accepted_plan_and_what_came_of_it_stay_apart(store):
    (planned, *_) = take(store, *told_of("meeting planned for 12 June"))
    store.review([planned], ReviewState.ACCEPTED, **ANA)
    held = take(store, *told_of("meeting of 12 June")[:1])
    assert held != [planned]
    assert store.asked_joins() == ()


def test_a_dismissed_event_keeps_its_reprints(store):
    first, second, *_ = told_of("exchange of 4 March")
    (event_id,) = take(store, first)
    store.review([event_id], ReviewState.DISMISSED, **ANA)
    assert take(store, second) == [event_id]
    assert store.event(event_id)["review_state"] == "dismissed"


def test_an_event_with_links_that_is_emptied_takes_them_along(store):
    first, second, *_ = told_of("exchange of 4 March")
    (event_id,) = take(store, first)
    other = store.add_event(TALKS, **HAND)
    store.link(event_id, LinkKind.FOLLOWS, other, **ANA)
    assert take(store, second) == [event_id]
    assert store.event(event_id)["links"] == f"follows:{other}"
