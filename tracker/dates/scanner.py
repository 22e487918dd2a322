"""How a text is cut into tokens: one regular expression, with the language's endings of ordinals filled in."""

from __future__ import annotations

import re
from functools import cache

_TEMPLATE = r"""
    (?P<fiscal_year>(?<!\w)FY['’]?\d{2}(?:\d{2})?(?:[/–-]\d{2}(?:\d{2})?)?(?!\w))
  | (?P<word>(?:[ap]\.m\.?|[ab]\.[dc]\.?|o['’]clock)(?!\w)|['’]s(?!\w)|['’]ll(?!\w)
      |[^\W\d_]+(?:['’](?!s\b|ll\b|S\b)[^\W\d_]+)*)
  | (?P<iso>(?<![\d.])[12]\d{3}-[01]\d-[0-3]\d(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-]))
  | (?P<numeric>(?<![\d./-])(?:\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})
      |[12]\d{3}(?P<sep2>[./])\d{1,2}(?P=sep2)\d{1,2})
      (?![\d/-]|\.\d))
  | (?P<clock>(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))
  | (?P<big>\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+\.\d+)
  | (?P<decade>['‘’]?(?<!\d)(?:[12]\d|\d)?\d0['’]?s(?!\w))
  | (?P<short>(?<![\w'’])['‘’]\d\d(?!\w))
  | (?P<nth>(?<![\w.])\d{1,3}(?:ENDINGS)(?!\w))
  | (?P<number>\d+)
  | (?P<line>\n\s*)
  | (?P<mark>\S)
"""


@cache
def scanner(ordinal_endings: tuple[str, ...]) -> re.Pattern[str]:
    """The expression for a language with these endings of ordinals ("st", "nd" ...)."""
    endings = "|".join(re.escape(ending) for ending in ordinal_endings) or "(?!)"
    return re.compile(_TEMPLATE.replace("ENDINGS", endings), re.VERBOSE | re.IGNORECASE)
