"""A season: "the summer of 1955", "spring 2022", "last fall", "the middle of summer", "the winter"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.dates.calendar import SEASON_MONTHS
from tracker.dates.grammar import Found
from tracker.dates.reading import Context, Meaning, Reading, absolute, narrowed, of_season
from tracker.dates.resolve import nearest_year
from tracker.dates.rules.day import year_number

PATTERNS = (
    "(?:%part%|{the}|{later}{in}{the})?{season:season}(?:{comma}|{of})?%bc_year%",
    "(?:%part%|{the})?{season:season}{of}?%year%(?:{hyphen}|{slash})(?P<end>{n31}|{n99}|{year4})",
    "(?:%part%|{the})?(?:{this}|(?P<last>{last}|{previous}|{past})|(?P<next>{next}|{following})|(?P<that>%that%)){season:season}",
    "(?:%part%|{the}|{later}{in}{the})?{season:season}",
    "{the}?{season:season}{of}(?:(?P<last>{last})|(?P<next>{next})|{this}|(?P<that>%that%)){unit:unit}",
)
EXAMPLES = (
    ("He began it in the summer of 1955.", "the summer of 1955", "1955-SU"),
    ("They froze in the winter of 1941-42.", "the winter of 1941-42", "1941-WI"),
    ("It was the summer of '98.", "the summer of '98", "1998-SU"),
    ("The front froze in spring 2022.", "spring 2022", "2022-SP"),
    ("The deal was struck last fall.", "last fall", "2024-FA"),
    ("Talks are planned for next spring.", "next spring", "2026-SP"),
)
NEAR_MISSES = ("They fall silent.", "Hopes spring eternal.", "The fall of the city was near.")


def read(found: Found) -> Meaning | None:
    """The season of the year written or meant."""
    season = str(found.value("season", "season"))
    year, part = year_number(found), found.value("part", "part")
    unit = found.value("unit", "unit")
    doubtful = not _is_season(found)
    if unit not in (None, "year") or (doubtful and not _is_narrated(found)):
        return None
    if found.has("end") and (season != "WI" or year is None or (year + 1) % 100 != int(found.word("end")) % 100):
        return None
    known = ("season",) + (("year",) if year else ())

    def resolve(context: Context) -> Reading | None:
        if doubtful and context.domain != "narrative":
            return None
        if year is not None:
            return narrowed(
                absolute(of_season(year, season, known=known)) or Reading("DATE", ""), str(part) if part else None
            )
        own, anchor, base = _year(found, context, season)
        if own is None:
            return Reading("DATE", f"XXXX-{season}", known=known, anchor="missing")
        reading = of_season(own, season, known=known, implied=("year",), anchor=anchor, anchor_date=base)
        if anchor == "narration" and season == "WI":
            reading = replace(reading, told=context.told)
        return narrowed(reading, str(part) if part else None)

    return resolve


def _year(found: Found, context: Context, season: str) -> tuple[int | None, str, date | None]:
    first, last = SEASON_MONTHS[season]
    told, reference = context.told, context.reference
    if found.has("unit"):
        base, anchor = context.narration() if found.has("that") else context.publication()
        step = -1 if found.has("last") else 1 if found.has("next") else 0
        return (base.year + step if base else None), anchor, base
    if told is not None and (found.has("that") or context.domain == "narrative" or reference is None):
        return told.year, "narration", told.start
    if reference is None:
        return None, "missing", None
    if found.has("last"):
        return (
            (reference.year if last < reference.month and first < last else reference.year - 1),
            "publication",
            reference,
        )
    if found.has("next"):
        return (reference.year if first > reference.month else reference.year + 1), "publication", reference
    return (
        nearest_year(reference, first + 1, None, context.tense)
        if first < 12
        else nearest_year(reference, 12, None, context.tense),
        "publication",
        reference,
    )


def _is_narrated(found: Found) -> bool:
    """The spring: a season in narration, where springs of other kinds are rare."""
    index = found.index("season")
    plain = found.tokens.written(index)[0].islower() and found.value("season", "season") != "FA"
    return plain and "the" in found.tokens.values[max(0, index - 1)] and "of" not in found.after()


def _is_season(found: Found) -> bool:
    """Spring and fall are also verbs and waters: they need a year, an article or a preposition."""
    if not found.value("season", "unsure"):
        return True
    if found.has("year") or found.has("part") or found.has("last") or found.has("next") or found.has("that"):
        return True
    cue = found.tokens.values[found.index("season") - 1] if found.index("season") else {}
    verb_like = found.value("season", "season") == "FA"
    if "this" in cue:
        return True
    return (
        ("month_cue" in cue or ("the" in cue and "month_cue" in found.before()))
        and "of" not in found.after()
        and not (verb_like and "the" not in cue)
    )
