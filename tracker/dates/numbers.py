"""Counts in words and digits: "three", "twenty-five", "2", "a few"."""

from __future__ import annotations

from tracker.dates.grammar import Found


def counted(found: Found, group: str = "count") -> int | None:
    """The number in a group; nothing if it is only vaguely counted ("several")."""
    if not found.has(group):
        return None
    start, end = found.match.span(group)
    total = current = 0
    seen = False
    for index in range(start, end):
        values = found.tokens.values[index]
        if "couple" in values:
            return 2
        if "several" in values or "few" in values:
            return None
        if "digit" in values:
            text = found.tokens.words[index].replace(",", "")
            if not text.isdecimal() or len(text) > 7:
                return None
            current, seen = int(text), True
        elif "number" in values:
            value = int(values["number"])
            if value >= 100:
                total, current = total + max(1, current) * value, 0
            elif value == 12 and current == 1:
                current = 12
            else:
                current += value
            seen = True
    return total + current if seen else None
