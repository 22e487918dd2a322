"""Many articles on several cores: the same reports, in the same order, as ``tracker.parse`` one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tracker.models import Article, Report
from tracker.pipeline import parse

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

BATCH = 4
"""How many articles a process takes at once: enough to hide what sending costs, few enough to share the work."""
_RULES = "rules"


def pool_of(jobs: int) -> ProcessPoolExecutor:
    """A pool of ``jobs`` processes that reads articles; processes are started afresh, so that threads do no harm."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - one process need not wait for it
    from multiprocessing import get_context  # noqa: PLC0415

    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def parse_all(
    articles: Iterable[Article], *, conflict: str | None = None, pool: ProcessPoolExecutor | None = None
) -> Iterator[tuple[Article, tuple[Report, ...]]]:
    """Each article with its reports, in the order given; ``pool`` shares them out, without one they are read here."""
    if pool is None:
        for article in articles:
            yield article, parse(article, conflict=conflict)
        return
    all_of_them = list(articles)
    packed = pool.map(partial(_packed, conflict=conflict), all_of_them, chunksize=BATCH)
    for article, reports in zip(all_of_them, packed, strict=True):
        yield article, tuple(Report(**one, rules=MappingProxyType(rules)) for one, rules in reports)


def _packed(article: Article, conflict: str | None) -> list[tuple[dict[str, Any], dict[str, str]]]:
    """The reports as what can be sent between processes: a read-only mapping cannot."""
    names = [field.name for field in fields(Report) if field.name != _RULES]
    return [
        ({name: getattr(report, name) for name in names}, dict(report.rules))
        for report in parse(article, conflict=conflict)
    ]
