"""Reads one TOML file under ``data/`` into a checked model."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import tomli
from pydantic import BaseModel, ConfigDict, ValidationError

from tracker.errors import ResourceError

DATA = Path(__file__).resolve().parents[2] / "data"
"""The folder that holds languages, event types, conflicts, places and the bundled timelines."""

Model = TypeVar("Model", bound=BaseModel)


class Resource(BaseModel):
    """Base of all models of files under ``data/``: frozen, and an unknown field is a fault.

    What checks a model is built when the first file is read into it, and for the parts of a model never by themselves.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def read_toml(path: Path, model: type[Model]) -> Model:
    """The file at ``path`` as ``model``; raises ``ResourceError`` with file and field if it is not that."""
    try:
        with path.open("rb") as stream:
            content = tomli.load(stream)
    except FileNotFoundError as error:
        raise ResourceError("The file is missing.", file=path, advice="Restore it from the project.") from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceError(f"This is not TOML: {error}.", file=path, advice="Mend the line named.") from error
    return check(content, model, path)


def check(content: object, model: type[Model], path: Path) -> Model:
    """``content`` as ``model``, or a ``ResourceError`` that names the first wrong field of ``path``."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise ResourceError(f"{first['msg']}.", file=path, field=field, advice="See data/README.md.") from error
