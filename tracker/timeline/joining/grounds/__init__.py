"""What speaks for or against two tellings being of one event, one kind a file; a file here is its own registration.

Every module has ``grounds(one, other)``, which yields ``Ground``s and gives the same either way round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tracker.timeline.joining.ground import Ground
from tracker.timeline.joining.telling import Telling


@cache
def _modules() -> tuple[Callable[[Telling, Telling], Iterator[Ground]], ...]:
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").grounds for name in names)


def grounds_of(one: Telling, other: Telling) -> list[Ground]:
    """All grounds for and against; only the first of those that settle it, if there is one."""
    found: list[Ground] = []
    for grounds in _modules():
        for ground in grounds(one, other):
            if ground.never:
                return [ground]
            if ground.value:
                found.append(ground)
    return found
