"""What speaks for or against a link, one kind of ground a file; a file in this folder is its own registration.

Every module has ``grounds(pair)``, which yields ``Ground``s: a name that ``data/link_kinds.toml`` weighs, a value (0
where it says nothing, 1 where it says most) and, where a person would want to read it, the reason in words. A module
with ``COSTLY = True`` is asked only about the candidates that are best without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tracker.timeline.links.pair import Ground, Pair


@cache
def _modules(*, costly: bool) -> tuple[Callable[[Pair], Iterator[Ground]], ...]:
    names = sorted(module.name for module in iter_modules(__path__))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return tuple(module.grounds for module in modules if getattr(module, "COSTLY", False) is costly)


def grounds_of(pair: Pair, *, costly: bool = False) -> list[Ground]:
    """The grounds for and against the link of ``pair``, of the cheap kinds or of the ``costly`` ones."""
    return [ground for grounds in _modules(costly=costly) for ground in grounds(pair) if ground.value]
