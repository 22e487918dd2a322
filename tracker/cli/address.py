"""Where the store is: what the user says, else the user's own data folder."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from sqlalchemy.engine import URL

from tracker.errors import StoreError

FILE = "timeline.sqlite"


def store_address(given: str | None) -> str:
    """The SQLAlchemy address for what was ``given`` (an address, or the path of an SQLite file).

    Without one it is a file in the per-user data folder of the system, which is made if it is not there.
    """
    if given and "://" in given:
        return given
    path = Path(given).expanduser().absolute() if given else _own()
    return URL.create("sqlite", database=str(path)).render_as_string(hide_password=False)


def _own() -> Path:
    folder = Path(platformdirs.user_data_dir("conflict-timeline", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        advice = "Name another place with --store or TRACKER_STORE."
        raise StoreError(f"The folder cannot be made: {error.strerror}.", file=folder, advice=advice) from error
    return folder / FILE
