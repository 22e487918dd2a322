"""Events as hypothesis draws them: every field that a person may write, valid, with hostile texts."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tracker.models import Actor, Basis, LinkKind, Precision, Quantity, ReviewState, Role, Status
from tracker.resources import conflicts, event_types
from tracker.timeline.cells import write_actors, write_names, write_quantities

texts = st.one_of(
    st.sampled_from(
        ["", "=1+1", "'=1+1", "''@x", "-", "+3", "@a", "\tx", "\rx", 'say "no"', "a,b;c", "two\nlines", "a\r\nb"]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30),
)
words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], exclude_characters=";"), min_size=1, max_size=12
)
codes = st.sampled_from(["RUS", "UKR", "TUR", "UNO", "ICRC", "HAMAS"])
actors = st.lists(st.builds(Actor, codes, st.sampled_from(Role)), max_size=3).map(tuple)
quantities = st.lists(
    st.builds(
        Quantity,
        st.sampled_from(["prisoners", "bodies", "rounds"]),
        st.integers(0, 10**9),
        st.sampled_from(["RUS", "each", "total"]),
    ),
    max_size=3,
).map(tuple)
names = st.lists(words, max_size=3).map(tuple)
links = st.lists(st.tuples(st.sampled_from(LinkKind), st.sampled_from(["a-1", "b.2", "c:3"])), max_size=3).map(tuple)


@st.composite
def dated(draw):
    """Days and a precision that agree."""
    precision = draw(st.sampled_from(Precision))
    first = draw(st.dates(date(1, 1, 1), date(9990, 12, 31)))
    last = first + timedelta(draw(st.integers(0, 3000)))
    if precision == Precision.DAY:
        last = first
    if precision == Precision.OPEN:
        first, last = draw(st.sampled_from([(first, None), (None, last), (None, None)]))
    return {"date_start": first, "date_end": last, "date_precision": precision.value}


@st.composite
def events(draw):
    """The values of one event, as a form would hand them in."""
    return draw(dated()) | {
        "event_type": draw(st.sampled_from(sorted(event_types()))),
        "status": draw(st.sampled_from(Status)).value,
        "title": draw(texts),
        "description": draw(texts),
        "actors": write_actors(draw(actors)),
        "persons": write_names(draw(names)),
        "location": draw(texts),
        "country": draw(st.sampled_from(["", "TUR", "ARE"])),
        "lat": draw(st.none() | st.floats(-90, 90)),
        "lon": draw(st.none() | st.floats(-180, 180)),
        "quantities": write_quantities(draw(quantities)),
        "round": draw(st.none() | st.integers(1, 99)),
        "claimed_by": draw(st.sampled_from(["", "RUS"])),
        "source_urls": draw(st.sampled_from(["", "https://a.org/x?y=1", "https://a.org https://b.org"])),
        "sources_confirming": draw(st.none() | st.integers(0, 9)),
        "note": draw(texts),
        "conflict": draw(st.sampled_from(["", *conflicts()])),
        "track": draw(texts),
        "date_text": draw(texts),
        "date_basis": draw(st.sampled_from(["", *Basis])),
        "quote": draw(texts),
        "review_state": draw(st.sampled_from(ReviewState)).value,
    }
