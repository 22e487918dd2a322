"""News agencies and the ways in which texts credit them: ``data/text/agencies.toml``."""

from __future__ import annotations

import re
from functools import cache

from pydantic import Field

from tracker.resources.files import DATA, Resource, read_toml


class _Agencies(Resource):
    credit_forms: tuple[str, ...] = Field(alias="credits")
    anywhere: tuple[str, ...]
    agency: dict[str, tuple[str, ...]]


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """(agency, its credits at the edges of a text, its credits anywhere)."""
    read = read_toml(DATA / "text" / "agencies.toml", _Agencies)
    return tuple(
        (slug, _credit(read.credit_forms, names), _credit(read.anywhere, names)) for slug, names in read.agency.items()
    )


def _credit(forms: tuple[str, ...], names: tuple[str, ...]) -> re.Pattern[str]:
    name = f"(?:{'|'.join(re.escape(one) for one in sorted(names, key=len, reverse=True))})"
    return re.compile("|".join(form.format(name=name) for form in forms), re.MULTILINE)


EDGE = 300
"""Characters at either end of a text in which a credit stands."""


def agencies_credited(text: str) -> frozenset[str]:
    """The slugs of the agencies that ``text`` says it comes from."""
    edges = text if len(text) <= 2 * EDGE else f"{text[:EDGE]}\n{text[-EDGE:]}"
    return frozenset(slug for slug, edge, anywhere in _patterns() if edge.search(edges) or anywhere.search(text))
