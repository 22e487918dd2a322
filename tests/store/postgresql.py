"""A PostgreSQL server of the tests' own, in a folder that goes with it; it listens on a socket in that folder only."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NEEDED = ("initdb", "postgres", "pg_ctl")
DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian keeps them, by version and apart from PATH."""
ROLE = "tester"
QUICK = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=60 -c shared_buffers=32MB"
"""What a server needs that nobody misses after a crash."""


def programs() -> Path | None:
    """The folder with PostgreSQL's programs, the newest of those that are installed; ``None`` if there is none."""
    on_path = shutil.which("postgres")
    found = [Path(on_path).resolve().parent] if on_path else []
    found += sorted(DEBIAN.glob("*/bin"), key=lambda one: int(one.parent.name), reverse=True)
    return next((one for one in found if all((one / name).is_file() for name in NEEDED)), None)


def missing() -> str:
    """What keeps a server from being started, as a reason to skip; empty if nothing does."""
    if programs() is None:
        return f"no {', '.join(NEEDED)} on PATH or in {DEBIAN}: apt-get install postgresql"
    if importlib.util.find_spec("psycopg") is None:
        return 'the driver is missing: pip install "psycopg[binary]"'
    return ""


class Server:
    """A server that runs, and its databases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made = 0

    def address(self, name: str) -> str:
        """SQLAlchemy's address of the database ``name``."""
        return f"postgresql+psycopg://{ROLE}@/{name}?host={self.folder}"

    @contextmanager
    def database(self) -> Iterator[str]:
        """The address of an empty database, which is there meanwhile."""
        self.made += 1
        name = f"timeline_{self.made}"
        self._tell(f"CREATE DATABASE {name} TEMPLATE template0")
        yield self.address(name)
        self._tell(f"DROP DATABASE {name} WITH (FORCE)")

    def _tell(self, statement: str) -> None:
        import psycopg  # noqa: PLC0415 - only where a server can be started

        with psycopg.connect(host=str(self.folder), user=ROLE, dbname="postgres", autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[arg-type]


@contextmanager
def running() -> Iterator[Server]:
    """A new server; it is stopped, and what it wrote is removed, at the end."""
    found = programs()
    assert found is not None
    with tempfile.TemporaryDirectory(prefix="tracker-pg-", ignore_cleanup_errors=True) as name:
        folder, owner = Path(name), _owner()
        if owner:
            shutil.chown(folder, owner)

        def run(program: str, *words: str) -> None:
            command = [str(found / program), "-D", str(folder / "data"), *words]
            done = subprocess.run(command, cwd=folder, user=owner, stdout=subprocess.DEVNULL, timeout=120, check=False)
            assert done.returncode == 0, (folder / "log").read_text() if (folder / "log").exists() else program

        run("initdb", "-U", ROLE, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        run("pg_ctl", "start", "-w", "-s", "-l", str(folder / "log"), "-o", f"{QUICK} -k {folder}")
        try:
            yield Server(folder)
        finally:
            run("pg_ctl", "stop", "-w", "-s", "-m", "immediate")


def _owner() -> str | None:
    """The user that the server runs as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    return "postgres" if "postgres" in {one.pw_name for one in pwd.getpwall()} else "nobody"
