"""Units in the plural without a number: "for weeks", "years of talks", "within days", "the days before the vote"."""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.reading import Meaning, Reading
from tracker.dates.rules.duration import period

PATTERNS = ("{plural_unit:unit}",)
EXAMPLES = (
    ("They had talked for weeks.", "weeks", "PXW"),
    ("It will be over within days.", "days", "PXD"),
    ("After years of war, both were tired.", "years", "PXY"),
)
NEAR_MISSES = ("Those were other days.", "Visiting hours are short.")


def read(found: Found) -> Meaning | None:
    """A duration of unknown length, if words beside it say that it is one."""
    unit = str(found.value("unit", "unit"))
    if not ("unit_cue" in found.before() or "unit_follow" in found.after()):
        return None
    over_years = unit in ("year", "decade", "century") and "over" in found.before(2)
    if (
        "the" in found.before()
        and not over_years
        and not ({"before", "after", "since", "following"} & found.after().keys())
    ):
        return None
    if unit == "quarter" or ("of" in found.before() and "unit_follow" in found.before(2)):
        return None
    if "of" in found.before() and "of" not in found.after():
        return None
    return lambda _: Reading("DURATION", period(None, unit), vague=True)
