"""Vague words: "now", "recently", "soon"."""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading
from tracker.models import Precision

PATTERNS = ("{ref:ref}",)
EXAMPLES = (("The sides are now ready.", "now", "PRESENT_REF"), ("They recently agreed.", "recently", "PAST_REF"))
NEAR_MISSES = ("They know nothing.",)


def read(found: Found) -> Meaning | None:
    """Present, past or future."""
    value = str(found.value("ref", "ref"))

    def resolve(context: Context) -> Reading | None:
        base, anchor = context.publication()
        if base is None:
            return Reading("DATE", value, vague=True, anchor="missing")
        if value == "PRESENT_REF":
            return Reading("DATE", value, base, base, Precision.DAY, vague=True, anchor=anchor, anchor_date=base)
        ends = (None, base) if value == "PAST_REF" else (base, None)
        return Reading("DATE", value, *ends, Precision.OPEN, vague=True, anchor=anchor, anchor_date=base)

    return resolve
