"""The time just told: "that day", "the same time", "this period"."""

from __future__ import annotations

from tracker.dates.calendar import make
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, of_date

PATTERNS = ("(?P<time>%that%{time})", "(?P<period>(?:{this}|%that%|{the}){span_word})")
EXAMPLES = (("On 4 May 1915 they met. At the same time, shelling went on.", "the same time", "1915-05-04"),)
NEAR_MISSES = ("This time the offer was better.", "The time has come.")


def read(found: Found) -> Meaning | None:
    """The date last told; a period without one stays open."""
    if found.has("period") and "during" not in found.before() and "by" not in found.before():
        return None
    if found.has("time") and not ({"at", "by", "during", "until", "since"} & found.before().keys()):
        return None
    if found.has("period"):
        if (
            "the" in found.tokens.values[found.first]
            and found.last - found.first == 2
            and not ({"comma", "dot"} & found.after().keys())
        ):
            return None
        return lambda _: Reading("DATE", "", vague=True, anchor="missing")
    deadline = "by" in found.before()
    return lambda context: _told(context, deadline)


def _told(context: Context, deadline: bool) -> Reading | None:
    told = context.last_told()
    if told is None or (context.domain != "narrative" and not deadline):
        return None
    if told.unit not in ("day", "month", "year") or (
        told.year > 0 and told.day and make(told.year, told.month or 1, told.day) is None
    ):
        return None
    return of_date(told.year, told.month, told.day, implied=("year",), anchor="narration", anchor_date=told.start)
