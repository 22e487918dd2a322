"""What is made once and asked for by several at a time: kept for the last few, made by one thread while others wait."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """The values of the ``most`` keys asked for last, whose weights (``weigh``) add up to ``heaviest`` at most.

    The last one is kept however heavy it is. Safe in the server's threads.
    """

    def __init__(
        self, most: int, *, weigh: Callable[[Value], float] = lambda _value: 0.0, heaviest: float = 0.0
    ) -> None:
        self._most, self._weigh, self._heaviest = most, weigh, heaviest
        self._kept: OrderedDict[Key, Future[Value]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value of ``key``; made by ``make`` if it is not kept. What that raises is raised, and nothing is kept."""
        with self._lock:
            known = self._kept.get(key)
            if known is not None:
                self._kept.move_to_end(key)
            else:
                own = self._kept[key] = Future()
        if known is not None:
            return known.result()
        try:
            own.set_result(make())
        except BaseException as error:
            with self._lock:
                self._kept.pop(key, None)
            own.set_exception(error)
            raise
        self._drop_some()
        return own.result()

    def forget(self, gone: Callable[[Key], bool]) -> None:
        """Lets go of the keys that are ``gone``."""
        with self._lock:
            for key in [key for key in self._kept if gone(key)]:
                del self._kept[key]

    def _drop_some(self) -> None:
        with self._lock:
            weights = {key: self._weigh(made.result()) for key, made in self._kept.items() if made.done()}
            held = sum(weights.values())
            for key in list(weights)[:-1]:
                if len(self._kept) <= self._most and held <= self._heaviest:
                    break
                del self._kept[key]
                held -= weights[key]
