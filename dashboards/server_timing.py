"""How long the server took over each request, told to the browser in the header ``Server-Timing``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Any

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def timed(served: Wsgi) -> Wsgi:
    """``served`` with milliseconds from a request's arrival until its answer is ready to be sent, compressed.

    Browsers show them beside the request; https://www.w3.org/TR/server-timing/ says how they are written.
    """

    def answer(request: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        began = perf_counter()

        def started(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            took = (perf_counter() - began) * 1000
            return start(status, [*headers, ("Server-Timing", f"server;dur={took:.1f}")], *more)

        return served(request, started)

    return answer
