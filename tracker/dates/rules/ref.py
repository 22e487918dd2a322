"""Vague words: "now", "recently", "soon"."""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.lexicon import NOTHING
from tracker.dates.reading import Context, Meaning, Reading
from tracker.models import Precision

PATTERNS = (
    "{ref:ref}",
    "{in_or_of}(?P<own>{the}(?P<past>{past}))",
    "{the}(?P<future>{future})",
)
EXAMPLES = (
    ("The sides are now ready.", "now", "PRESENT_REF"),
    ("They recently agreed.", "recently", "PAST_REF"),
    ("He spoke of future talks.", "future", "FUTURE_REF"),
    ("Such deals failed in the past.", "the past", "PAST_REF"),
)
NEAR_MISSES = ("They know nothing.", "They drove past the gate.", "He works for the Future Fund.")


def read(found: Found) -> Meaning | None:
    """Present, past or future."""
    if "most" in found.before() or "as" in found.before():
        return None
    if found.has("own") and not _ends_phrase(found):
        return None
    if "future" in found.tokens.values[found.last - 1] and _named(found):
        return None
    narrated = found.value("ref", "ref") == "NARRATED_PAST"
    value = (
        "PAST_REF"
        if narrated or found.has("past")
        else "FUTURE_REF"
        if found.has("future")
        else str(found.value("ref", "ref"))
    )
    if "soon" in found.tokens.values[found.first] and not _stands(found):
        return None

    def resolve(context: Context) -> Reading | None:
        if value == "FUTURE_REF" and context.tense < 0 and found.has("ref") and not found.value("ref", "future"):
            return None
        if narrated and context.domain != "narrative":
            return None
        base, anchor = context.anchor() if narrated else context.publication()
        if base is None:
            return Reading("DATE", value, vague=True, anchor="missing")
        if value == "PRESENT_REF":
            return Reading("DATE", value, base, base, Precision.DAY, vague=True, anchor=anchor, anchor_date=base)
        ends = (None, base) if value == "PAST_REF" else (base, None)
        return Reading("DATE", value, ends[0], ends[1], Precision.OPEN, vague=True, anchor=anchor, anchor_date=base)

    return resolve


def _ends_phrase(found: Found) -> bool:
    """The past as such: no noun follows that it describes."""
    if found.last >= len(found.tokens.words) or found.tokens.codes[found.last] != NOTHING:
        return True
    return found.tokens.written(found.last)[0].isupper()


def _named(found: Found) -> bool:
    """Part of a name: "the Future Fund"."""
    after = found.last < len(found.tokens.words) and found.tokens.written(found.last)[:1].isupper()
    return found.tokens.written(found.last - 1)[0].isupper() and after


def _stands(found: Found) -> bool:
    """Soon by itself: "as soon as" and "soon after the vote" hang on something else."""
    return "as" not in found.before() and not ({"as", "after", "before", "hyphen"} & found.after().keys())
