"""One address for all browser tests of a process: the app of the test that runs answers there.

Dash's, Mantine's and AG Grid's scripts are some megabytes. At one address a browser fetches and compiles them once; an
app of its own for each test still starts from nothing, since every app is made anew and only the address stays.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import waitress
import waitress.wasyncore
from werkzeug.http import parse_cookie

COOKIE = "test"
"""Says which test a request comes from: what a page sent late, or when it was closed, reaches no later test's store."""

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Stage:
    """Serves, at ``address``, one app after the other; ``number`` counts them and is what the cookie holds."""

    def __init__(self) -> None:
        self.number = 0
        self._app: App | None = None
        self._running = 0
        self._free = threading.Condition()
        self._server = waitress.create_server(self._answer, host="127.0.0.1", port=0, threads=6)
        self.address = f"http://127.0.0.1:{self._server.effective_port}"
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @contextmanager
    def showing(self, app: App) -> Iterator[str]:
        """``app`` answers meanwhile; the address, without a slash at its end. At the end its last answer is awaited."""
        with self._free:
            self.number += 1
            self._app = app
        try:
            yield self.address
        finally:
            with self._free:
                self._app = None
                assert self._free.wait_for(lambda: not self._running, timeout=60), "the app still answers"

    def close(self) -> None:
        """Stop serving."""
        self._server.close()
        self._server.task_dispatcher.shutdown()
        self._thread.join(timeout=5)
        waitress.wasyncore.close_all(self._server._map, ignore_all=True)  # connections, which close() leaves open

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        sender = parse_cookie(environ.get("HTTP_COOKIE")).get(COOKIE, "")
        with self._free:
            app = self._app if sender in ("", str(self.number)) else None
            self._running += app is not None
        if app is None:
            start_response("503 Service Unavailable", [("Content-Type", "text/plain")])
            return [b"The test that asks is over."]
        try:
            return app(environ, start_response)
        finally:
            with self._free:
                self._running -= 1
                self._free.notify_all()

    def _run(self) -> None:
        try:
            self._server.run()
        except OSError:
            return  # the socket was closed under the loop: the tests are over
