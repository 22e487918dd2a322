"""Counts in words and digits: "three", "twenty-five", "2", "a dozen", "a few"."""

from __future__ import annotations

from tracker.dates.grammar import Found

LARGEST = 10**6
"""No time is counted in more units than this."""


def counted(found: Found, group: str = "count") -> int | None:
    """The number in a group; nothing if it is only vaguely counted ("several") or not there."""
    if not found.has(group):
        return None
    total = current = 0
    article = seen = False
    for index in range(*found.match.span(found.slot(group))):
        values = found.tokens.values[index]
        if "couple" in values:
            return 2
        if "several" in values or "few" in values:
            return None
        if "digit" in values:
            text = found.tokens.words[index].replace(",", "")
            if not text.isdecimal() or int(text) > LARGEST:
                return None
            current, seen = int(text), True
        elif "number" in values:
            value = int(values["number"])
            if value >= 100:
                total, current = total + max(1, current) * value, 0
            else:
                current += value
            seen = True
        elif "a" in values:
            article = True
    return total + current if seen else (1 if article else None)
