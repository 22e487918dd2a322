"""What is kept between requests: made once for all who ask at a time, and let go of in order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from dashboards.kept import Kept


def test_many_who_ask_at_once_have_it_made_once() -> None:
    kept: Kept[str, object] = Kept(4)
    together, made = Barrier(8), []

    def make() -> object:
        made.append(object())
        return made[-1]

    def ask(_number: int) -> object:
        together.wait()
        return kept.get("key", make)

    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(ask, range(8)))
    assert len(made) == 1
    assert found == set(made)


def test_a_failure_is_told_and_not_kept() -> None:
    kept: Kept[str, int] = Kept(4)
    with pytest.raises(ZeroDivisionError):
        kept.get("key", lambda: 1 // 0)
    assert kept.get("key", lambda: 7) == 7


def test_the_last_asked_for_stay() -> None:
    kept: Kept[int, int] = Kept(2)
    made: list[int] = []

    def ask(key: int) -> None:
        kept.get(key, lambda: made.append(key) or key)  # type: ignore[func-returns-value]

    for key in (1, 2, 1, 3, 1, 2):
        ask(key)
    assert made == [1, 2, 3, 2]


def test_what_is_heavy_stays_alone() -> None:
    kept: Kept[str, list[int]] = Kept(8, weigh=len, heaviest=10)
    made: list[str] = []

    def ask(key: str, weight: int) -> None:
        def make() -> list[int]:
            made.append(key)
            return [0] * weight

        kept.get(key, make)

    ask("light", 3)
    ask("heavy", 20)
    ask("heavy", 20)
    ask("light", 3)
    assert made == ["light", "heavy", "light"]


def test_what_is_gone_is_made_anew() -> None:
    kept: Kept[int, int] = Kept(8)
    kept.get(1, lambda: 10)
    kept.get(2, lambda: 20)
    kept.forget(lambda key: key == 1)
    assert (kept.get(1, lambda: 11), kept.get(2, lambda: 21)) == (11, 20)
