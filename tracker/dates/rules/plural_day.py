"""Days that come again, told in the plural: "Fridays", "Friday nights", "on weekends". How often, no date."""

from __future__ import annotations

from tracker.dates.grammar import Found
from tracker.dates.reading import Meaning, Reading

PATTERNS = (
    "{weekday_plural:days}{day_part_plural:nights}?",
    "%weekday%{day_part_plural:nights}",
    "(?:{on}|{at})(?P<own>{plural_unit:weekends})",
)
EXAMPLES = (
    ("They rally on Fridays.", "Fridays", "XXXX-WXX-5"),
    ("They rally on Friday nights.", "Friday nights", "XXXX-WXX-5TNI"),
    ("Shops close on weekends.", "weekends", "XXXX-WXX-WE"),
)
NEAR_MISSES = ("He looked on the sunny side.", "The nights were cold.")


def read(found: Found) -> Meaning | None:
    """The weekday, its part or the weekend, of no week in particular."""
    if found.has("weekends"):
        weekend = found.value("weekends", "unit") == "weekend"
        return (lambda _: Reading("SET", "XXXX-WXX-WE")) if weekend else None
    weekday = found.value("days", "weekday_plural") if found.has("days") else found.value("weekday", "weekday")
    part = found.value("nights", "day_part_plural")
    value = f"XXXX-WXX-{int(weekday or 0) + 1}" + (f"T{part}" if part else "")
    return lambda _: Reading("SET", value)
