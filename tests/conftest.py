"""What holds for all tests."""

from __future__ import annotations

import signal


def pytest_configure() -> None:
    """Hears interrupts again, which a shell's background job ignores, and with it all commands that tests start."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
