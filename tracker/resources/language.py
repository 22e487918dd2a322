"""Languages: ``data/languages/<code>.toml``, the words that say when. Code holds forms, never words.

A class is a name that patterns use (``{month}``, ``{ago}``). The tables with values (months, weekdays, numbers ...)
are classes of their own; every key of ``words`` is one more. An entry may be a phrase of several words.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from pydantic import Field

from tracker.errors import NotFoundError
from tracker.resources.files import DATA, Resource, read_toml


class Tenses(Resource):
    """What tells a verb's time: whole words, endings of words, and words that only look like verbs.

    ``intent`` are words that look forward only to what follows them ("planned to leave on Friday"), but for those
    ``intent_nouns`` that stand behind an article or one of ``intent_owners`` ("rejected a peace plan on Friday");
    ``purpose`` are verbs that with "to" look forward wherever they stand ("on Friday they plan to leave"), ``resolve``
    those that so look forward only to what follows ("decided to admit"), ``auxiliary`` those that make a participle
    future ("must be returned"), ``possessive`` endings after which the day names a thing already there. Right before a
    date the present tells a timetable: ``timetable`` verbs ("they meet Monday"), and after "is" participles and words
    with ``progressive_endings`` ("is heard in May", "are meeting Friday") but for ``stative`` ones ("is dated").
    """

    past: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    not_past: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    intent: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    auxiliary: tuple[str, ...] = ()
    possessive: tuple[str, ...] = ()
    stative: tuple[str, ...] = ()
    timetable: tuple[str, ...] = ()
    intent_nouns: tuple[str, ...] = ()
    intent_owners: tuple[str, ...] = ()
    progressive_endings: tuple[str, ...] = ()
    resolve: tuple[str, ...] = ()


class Language(Resource):
    """One language's words for time.

    Keys of ``months`` are 1-12, of ``weekdays`` 1-7 (Monday first), of ``units`` the units of
    ``tracker.dates.calendar``, of ``seasons`` TIMEX3's SP SU FA WI, of ``day_parts`` TIMEX3's MO MI AF EV NI and MN for
    midnight, of ``parts`` early mid late start end. ``numbers`` and ``ordinals`` map words to their value, ``romans`` a
    century's numerals. ``middles`` are units cut in two in one word ("midweek"). ``capital`` lists names that are
    ordinary words when written small ("may"), ``doubtful`` those that need a preposition or number beside them even so.
    ``instants`` are parts of a day after or before which a thing still is of that day ("shortly after midnight").
    ``month_first`` is how bare numeric dates are read where the article's locale says nothing.
    """

    code: str
    name: str
    month_first: bool = False
    month_first_locales: tuple[str, ...] = ()
    months: dict[int, tuple[str, ...]]
    weekdays: dict[int, tuple[str, ...]]
    units: dict[str, tuple[str, ...]]
    seasons: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    day_parts: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    parts: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    numbers: dict[str, int] = Field(default_factory=dict)
    ordinals: dict[str, int] = Field(default_factory=dict)
    weekday_plurals: dict[int, tuple[str, ...]] = Field(default_factory=dict)
    day_part_plurals: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    quarter_names: dict[int, tuple[str, ...]] = Field(default_factory=dict)
    half_names: dict[int, tuple[str, ...]] = Field(default_factory=dict)
    romans: dict[str, int] = Field(default_factory=dict)
    middles: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    lengths: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    decade_words: dict[int, tuple[str, ...]] = Field(default_factory=dict)
    ordinal_endings: tuple[str, ...] = ()
    holidays: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    zones: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    refs: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    rates: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    capital: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    instants: tuple[str, ...] = ()
    tenses: Tenses = Tenses()


@cache
def languages() -> MappingProxyType[str, Language]:
    """The languages by code, sorted."""
    found = (read_toml(path, Language) for path in sorted((DATA / "languages").glob("*.toml")))
    return MappingProxyType({one.code: one for one in found})


def language(code: str) -> Language:
    """The language called ``code`` ("en", also "en-GB"); raises ``NotFoundError`` that lists the known ones."""
    known = languages()
    short = code.replace("_", "-").split("-")[0].lower()
    if short not in known:
        names = ", ".join(known)
        raise NotFoundError(f'There is no language "{code}".', field="language", advice=f"Known: {names}.")
    return known[short]
