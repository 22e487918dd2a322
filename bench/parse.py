"""The whole parse against dateparser's search for dates alone, and two processes against one: same texts, all warm.

python bench/parse.py ARTICLES.jsonl
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from dateparser.search import search_dates

from tracker import parse
from tracker.evaluate import read_lines
from tracker.scale import parse_all, pool_of
from tracker.text import from_text


def main() -> None:
    """Prints the seconds of both and their ratio."""
    texts = [str(row["text"]) for row in read_lines(Path(sys.argv[1]))]
    articles = [from_text(text, id=str(number), language="en") for number, text in enumerate(texts)]
    for article in articles:
        parse(article)
    search_dates(texts[0], languages=["en"])
    start = time.perf_counter()
    for article in articles:
        parse(article)
    ours = time.perf_counter() - start
    start = time.perf_counter()
    for text in texts:
        search_dates(text, languages=["en"])
    theirs = time.perf_counter() - start
    print(f"parse {ours:.2f} s, search_dates {theirs:.2f} s, ratio {ours / theirs:.2f}")
    with pool_of(2) as pool:
        for _ in parse_all(articles * 2, pool=pool):
            pass
        many = articles * 4
        start = time.perf_counter()
        for _ in parse_all(many, pool=pool):
            pass
        both = time.perf_counter() - start
    start = time.perf_counter()
    for _ in parse_all(many):
        pass
    one = time.perf_counter() - start
    print(f"{len(many)} articles: one process {one:.2f} s, two {both:.2f} s, {one / both:.2f} times as fast")


if __name__ == "__main__":
    main()
