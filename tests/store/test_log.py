"""Whatever is written, in any order: the tables hold what the log adds up to, and every batch can be taken back."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pandas as pd
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from tests.store.makers import NOW, article, report
from tests.timeline import strategies as some
from tracker.errors import ConflictingEditError, NotFoundError, RowError
from tracker.models import LinkKind, ReviewState
from tracker.store import Store
from tracker.store.database import reading
from tracker.store.reading import read_frame
from tracker.timeline import check_frame


class Writing(RuleBasedStateMachine):
    """Random edits of one store, looked at after each."""

    ids = Bundle("ids")

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store(str(Path(self.folder.name) / "timeline.db"))
        self.clock = NOW
        self.states = {0: self.store.state()}

    def teardown(self):
        self.store.close()
        self.folder.cleanup()

    def hand(self):
        self.clock += timedelta(minutes=1)
        return {"by": "somebody", "at": self.clock}

    @rule(target=ids, values=some.events())
    def add(self, values):
        return self.store.add_event(values, **self.hand())

    @rule(target=ids, day=st.dates(), number=st.integers(1, 3))
    def propose(self, day, number):
        name = self.store.add_article(article(f"Text {number}.", f"article {number}"), **self.hand()).id
        self.states[self.store.revision()] = self.store.state()
        return self.store.propose(name, [report(name, day)], **self.hand())[0]

    @rule(name=ids, values=some.events())
    def change(self, name, values):
        self.edit(lambda: self.store.change(name, values, **self.hand(), expected=self.store.revision()))

    @rule(name=ids, state=st.sampled_from(ReviewState))
    def review(self, name, state):
        self.edit(lambda: self.store.review([name], state, **self.hand()))

    @rule(one=ids, other=ids, kind=st.sampled_from(LinkKind))
    def link(self, one, other, kind):
        if one != other:
            self.edit(lambda: self.store.link(one, kind, other, **self.hand()))

    @rule(one=ids, other=ids)
    def respond(self, one, other):
        self.edit(lambda: self.store.change(one, {"responds_to": other}, **self.hand()))

    @rule(note=some.texts)
    def reimport(self, note):
        self.store.import_frame(self.store.frame().head(2).assign(note=note), **self.hand())

    @precondition(lambda self: self.store.batches(1))
    @rule(place=st.integers(0, 5))
    def undo(self, place):
        batches = self.store.batches(6)
        batch = batches[place % len(batches)]
        self.edit(lambda: self.store.undo(batch.batch, **self.hand()))

    @precondition(lambda self: self.store.batches(1))
    @rule()
    def undo_last(self):
        """The last batch can always be undone, and gives the state before it."""
        last = self.store.batches(1)[0].batch
        before = self.states[max(number for number in self.states if number < last)]
        self.store.undo(last, **self.hand())
        assert self.store.state() == before

    def edit(self, write):
        """A refusal leaves everything as it is."""
        before, revision = self.store.state(), self.store.revision()
        try:
            write()
        except (ConflictingEditError, NotFoundError, RowError):
            assert (self.store.state(), self.store.revision()) == (before, revision)

    @invariant()
    def tables_hold_what_the_log_adds_up_to(self):
        state = self.store.state()
        assert self.store.rebuild() == state
        self.states[self.store.revision()] = state
        frame = check_frame(self.store.frame())
        assert set(frame["event_id"]) == set(state["event"])
        with reading(self.store._engine) as connection:
            pd.testing.assert_frame_equal(read_frame(connection), frame)


Writing.TestCase.settings = settings(
    max_examples=10, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck)
)
TestWriting = Writing.TestCase
