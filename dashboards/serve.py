"""Serves the dashboard on this machine: ``serve(store, host, port)``, and the command ``serve`` of the command line.

Dash and the store are imported when something is served, since every other command imports this module too.
"""

from __future__ import annotations

import ipaddress
import logging
import socket
import webbrowser
from collections.abc import Callable
from datetime import UTC
from typing import TYPE_CHECKING, Annotated

import typer

from dashboards.clock import Clock, system_clock
from tracker.errors import PortError

if TYPE_CHECKING:
    from tracker.store import Store
    from tracker.timeline.speech import Speech

HOST, PORT = "127.0.0.1", 8050
EXAMPLE = "Example: python -m tracker serve --port 8051 --store timeline.sqlite"
THREADS = 8
LONGEST_UPLOAD = 64 * 1024 * 1024
"""Bytes that one request may send: above the largest text that is read."""

log = logging.getLogger("dashboards")


def serve(
    address: str,
    host: str = HOST,
    port: int = PORT,
    *,
    open_browser: bool = False,
    clock: Clock = system_clock,
    say: Callable[[str], object] = print,
) -> None:
    """Serves the store at ``address`` until it is interrupted. ``say`` gets the address once the port is held.

    A store without events is filled with the bundled timelines. Raises ``PortError`` if the host is not this
    machine's own or the port cannot be had, ``StoreError`` if the store cannot be opened.
    """
    listener = listen(host, port)
    try:
        _serve(address, listener, f"http://{_in_address(host)}:{listener.getsockname()[1]}/", open_browser, clock, say)
    finally:
        listener.close()


def _serve(
    address: str,
    listener: socket.socket,
    here: str,
    open_browser: bool,
    clock: Clock,
    say: Callable[[str], object],
) -> None:
    import waitress  # noqa: PLC0415 - see the module's head

    from dashboards.app import create_app  # noqa: PLC0415
    from tracker.store import Store  # noqa: PLC0415

    with Store(address) as store:
        fill(store, clock)
        app = create_app(store, clock=clock)
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        server = waitress.create_server(
            app.server, sockets=[listener], threads=THREADS, max_request_body_size=LONGEST_UPLOAD
        )
        say(f"The dashboard is at {here} (stop it with Ctrl+C).")
        if open_browser:
            webbrowser.open(here)
        server.run()


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to this machine's own address; raises ``PortError`` in words if it cannot be."""
    if not is_own(host):
        raise PortError(
            f'"{host}" can be reached from other machines, and the dashboard has no accounts: '
            "whoever reaches it could change the timeline.",
            advice=f"Leave out --host and HOST, or set them to {HOST}; to reach it from elsewhere, use an SSH tunnel.",
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except (OSError, OverflowError) as error:
        listener.close()
        raise PortError(
            f"Port {port} on {host} cannot be had: {_reason(error)}.",
            advice=f"Stop what uses it, or choose another port, for example --port {_other(port)}.",
        ) from error
    return listener


def is_own(host: str) -> bool:
    """True if only this machine can reach ``host``: a loopback address, or a name for one."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error)


def _other(port: int) -> int:
    return port + 1 if 0 < port < 65535 else PORT


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def fill(store: Store, clock: Clock = system_clock) -> int:
    """Loads the bundled timelines into a store that nothing was ever written to; returns how many events came."""
    from tracker.bundled import load_bundled  # noqa: PLC0415 - see the module's head

    added = load_bundled(store, at=clock().astimezone(UTC))
    log.info("Loaded %d bundled events.", added)
    return added


def command(
    store: Annotated[
        str | None,
        typer.Option(
            "--store",
            envvar="TRACKER_STORE",
            metavar="ADDRESS",
            help="The store: a file or an SQLAlchemy address; a file in your own data folder if not given.",
        ),
    ] = None,
    host: Annotated[
        str, typer.Option(envvar="HOST", metavar="ADDRESS", help="Address to listen on, this machine's own only.")
    ] = HOST,
    port: Annotated[int, typer.Option(envvar="PORT", min=0, max=65535, help="Port to listen on; 0 takes any.")] = PORT,
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in the browser too.")] = False,
) -> None:
    """Open the dashboard on this machine. A new store is filled with the bundled timelines."""
    from tracker.cli.address import store_address  # noqa: PLC0415 - see the module's head

    serve(store_address(store), host, port, open_browser=open_browser, say=typer.echo)


def languages() -> tuple[str, ...]:
    """The languages that there are words in."""
    from dashboards.language import offered  # noqa: PLC0415 - see the module's head

    return offered()


def speech(code: str) -> Speech:
    """One of these languages, for the files that the command line writes."""
    from dashboards.words import speech_in  # noqa: PLC0415 - see the module's head

    return speech_in(code)


def register(app: typer.Typer) -> None:
    """Adds the command ``serve`` to the command line."""
    app.command("serve", epilog=EXAMPLE)(command)
