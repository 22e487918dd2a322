"""Several processes give the same reports as one, in the same order, and one article's fault does not hide."""

from __future__ import annotations

from datetime import date

from tracker import parse
from tracker.scale import parse_all, pool_of
from tracker.text import from_text

TEXTS = [
    f"Russia and Ukraine held talks in Istanbul on {day} June. Kyiv rejected a truce proposed by Moscow on Monday."
    for day in range(1, 12)
]


def test_a_pool_gives_what_one_process_gives() -> None:
    articles = [from_text(text, id=str(i), published=date(2025, 6, 20), language="en") for i, text in enumerate(TEXTS)]
    with pool_of(2) as pool:
        shared = list(parse_all(articles, pool=pool))
    assert [article.id for article, _ in shared] == [article.id for article in articles]
    assert shared == [(article, parse(article)) for article in articles]
    assert all(reports for _, reports in shared)
