"""When named days fall: the same day every year, a weekday of a month, counted from Easter, or by another calendar.

Easter comes from dateutil, the moveable feasts of Islam, Judaism and Hinduism from the calendars of the holidays
package. Feasts by the moon's sighting can fall a day earlier or later from country to country.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache, lru_cache
from typing import Any

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from tracker.dates.calendar import Span, nearest_weekday

FIXED = {
    "new_year": (1, 1),
    "new_year_eve": (12, 31),
    "orthodox_christmas": (1, 7),
    "orthodox_epiphany": (1, 19),
    "epiphany": (1, 6),
    "valentine": (2, 14),
    "defender_day": (2, 23),
    "womens_day": (3, 8),
    "st_patrick": (3, 17),
    "nowruz": (3, 20),
    "labour_day": (5, 1),
    "ve_day": (5, 8),
    "victory_day": (5, 9),
    "russia_day": (6, 12),
    "ukraine_constitution": (6, 28),
    "us_independence": (7, 4),
    "bastille_day": (7, 14),
    "vj_day": (8, 15),
    "ukraine_independence": (8, 24),
    "halloween": (10, 31),
    "all_saints": (11, 1),
    "russia_unity_day": (11, 4),
    "armistice_day": (11, 11),
    "us_veterans_day": (11, 11),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "boxing_day": (12, 26),
}
ONCE = {"d_day": date(1944, 6, 6), "september_11": date(2001, 9, 11)}
"""Days that were one day of history."""
WEEKDAYS_OF_MONTH = {
    "us_martin_luther_king": (1, 0, 3),
    "us_presidents_day": (2, 0, 3),
    "us_memorial_day": (5, 0, -1),
    "us_labor_day": (9, 0, 1),
    "columbus_day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
}
"""Month, weekday (0 Monday), which one of the month (-1 the last)."""
FROM_EASTER = {
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "maundy_thursday": -3,
    "good_friday": -2,
    "easter": 0,
    "easter_monday": 1,
    "ascension_day": 39,
    "pentecost": 49,
}
FROM_ORTHODOX_EASTER = {
    "orthodox_palm_sunday": -7,
    "orthodox_good_friday": -2,
    "orthodox_easter": 0,
    "orthodox_pentecost": 49,
}
RAMADAN_DAYS = 30

_ISLAMIC, _HEBREW, _HINDU, _CHINESE = "_IslamicLunar", "_HebrewLunisolar", "_HinduLunisolar", "_ChineseLunisolar"
BY_MOON = {
    "ramadan": ("ramadan_beginning_dates", RAMADAN_DAYS),
    "eid_al_fitr": ("eid_al_fitr_dates", 3),
    "eid_al_adha": ("eid_al_adha_dates", 4),
    "ashura": ("ashura_dates", 1),
    "islamic_new_year": ("hijri_new_year_dates", 1),
    "mawlid": ("mawlid_dates", 1),
}
"""Feasts of the Islamic calendar: what gives their first days (all that begin in a year), and how long they last."""
BY_OTHER_CALENDAR = {
    "passover": (_HEBREW, "passover_date", 7),
    "rosh_hashanah": (_HEBREW, "rosh_hashanah_date", 2),
    "yom_kippur": (_HEBREW, "yom_kippur_date", 1),
    "sukkot": (_HEBREW, "sukkot_date", 7),
    "hanukkah": (_HEBREW, "hanukkah_date", 8),
    "lunar_new_year": (_CHINESE, "lunar_new_year_date", 1),
    "diwali": (_HINDU, "diwali_date", 1),
}


def is_approximate(name: str) -> bool:
    """True for feasts that begin when the moon is seen: a day earlier or later from country to country."""
    return name in BY_MOON


@lru_cache(maxsize=2048)
def span_of_holiday(name: str, year: int) -> Span | None:  # noqa: PLR0911  one for each kind
    """First and last day of the named day or feast in ``year``; nothing if the name or that year is not known."""
    if name in ONCE:
        return ONCE[name], ONCE[name]
    if not MINYEAR <= year <= MAXYEAR:
        return None
    if name in FIXED:
        return _one(date(year, *FIXED[name]))
    if name == "us_election_day":
        return _one(nearest_weekday(date(year, 11, 1), 0, 1) + timedelta(1))
    if name in WEEKDAYS_OF_MONTH:
        return _one(_weekday_of_month(year, *WEEKDAYS_OF_MONTH[name]))
    if name in FROM_EASTER and 1583 <= year <= 4099:
        return _one(easter(year, EASTER_WESTERN) + timedelta(FROM_EASTER[name]))
    if name in FROM_ORTHODOX_EASTER and 1583 <= year <= 4099:
        return _one(easter(year, EASTER_ORTHODOX) + timedelta(FROM_ORTHODOX_EASTER[name]))
    if name in BY_MOON:
        method, days = BY_MOON[name]
        first = next((day for day, _ in getattr(_calendar(_ISLAMIC), method)(year) if day and day.year == year), None)
        return (first, first + timedelta(days - 1)) if first else None
    if name in BY_OTHER_CALENDAR:
        calendar, method, days = BY_OTHER_CALENDAR[name]
        found = getattr(_calendar(calendar), method)(year)
        first = min(found, default=None) if isinstance(found, set) else found[0] if isinstance(found, tuple) else found
        return (first, first + timedelta(days - 1)) if first else None
    return None


@cache
def _calendar(name: str) -> Any:
    """A calendar of the holidays package."""
    from holidays import calendars  # noqa: PLC0415 - few texts name a feast that needs it

    return getattr(calendars, name)()


def _one(day: date) -> Span:
    return day, day


def _weekday_of_month(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        return nearest_weekday(date(year, month + 1, 1) - timedelta(1), weekday, -1)
    return nearest_weekday(date(year, month, 1), weekday, 1) + timedelta(7 * (which - 1))
