"""What speaks for or against a link, one kind of ground a file; a file in this folder is its own registration.

Every module has ``grounds(pair)``, which yields ``Ground``s: a name that ``data/link_kinds.toml`` weighs, a value (0
where it says nothing, 1 where it says most) and, where a person would want to read it, the reason in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tracker.timeline.links.pair import Ground, Pair


@cache
def _modules() -> tuple[Callable[[Pair], Iterator[Ground]], ...]:
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").grounds for name in names)


def grounds_of(pair: Pair) -> list[Ground]:
    """All grounds for and against the link of ``pair``."""
    return [ground for grounds in _modules() for ground in grounds(pair) if ground.value]
