"""The filter in the address: what the pages read from the query, and how they write it back.

Only events that a person accepted are shown unless the address says otherwise; that is a condition like any other
and stands among the chips. ``review=any`` is how an address says that it was taken away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from urllib.parse import parse_qs, quote, urlencode

from dashboards.data import Filter
from tracker.models import ReviewState

ANY = "any"
DEFAULT = Filter(review=(ReviewState.ACCEPTED.value,))
"""The filter of an address that says nothing."""

NAMES = tuple(one.name for one in fields(Filter))
"""The conditions, which are also the keys of the query."""


def read_query(query: Mapping[str, str]) -> Filter:
    """The filter of a query's keys and values; raises ``UsageError`` naming a value that cannot be."""
    given = {name: [value] for name, value in query.items() if name in NAMES}
    review = given.get("review", [""])[0]
    if review == ANY:
        del given["review"]
    found = Filter.from_query(given)
    return found if review else replace(found, review=DEFAULT.review)


def write_query(chosen: Filter) -> dict[str, str]:
    """The query that ``read_query`` reads as ``chosen``: the default is left out."""
    query = chosen.to_query()
    if chosen.review == DEFAULT.review:
        del query["review"]
    elif not chosen.review:
        query["review"] = ANY
    return query


def read_search(search: str | None) -> Filter:
    """The filter of an address's search part (``?type=talks``); raises ``UsageError``."""
    return read_query(split_search(search))


def split_search(search: str | None) -> dict[str, str]:
    """The keys and values of a search part; a key that is repeated has its values joined with commas."""
    return {key: ",".join(values) for key, values in parse_qs((search or "").lstrip("?")).items()}


def write_search(query: Mapping[str, str]) -> str:
    """The search part of a query, empty if there is nothing to say."""
    text = urlencode(dict(query), quote_via=quote, safe=",:")
    return f"?{text}" if text else ""
