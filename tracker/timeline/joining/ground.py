"""One thing that speaks for or against two tellings being of one event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ground:
    """``name`` is weighed by ``data/joining.toml``; ``value`` is 0 to 1; ``words`` say it to a person.

    With ``never`` the two are different events whatever else speaks for it.
    """

    name: str
    value: float = 1.0
    words: str = ""
    never: bool = False


def never(words: str) -> Ground:
    """A ground that settles it: they are different events."""
    return Ground("never", 1.0, words, never=True)
