"""The charts of the page Insights: a question each, one file each, and a file in this folder is its own registration.

A module here offers::

    TITLE = N_("Who mediates what")     # the question that it answers, in the language of the code
    ORDER = 50                          # its place on the page
    WIDE = False                        # whether it takes the whole width
    FILL = N_("...")                    # what would fill it, where there is nothing to draw
    def measure(frame, given) -> DataFrame       # a row for each thing counted, with ``event``, its place in ``frame``
    def study(rows, frame, given) -> Study       # those rows of the events that are shown, as numbers and words
    def figure(study, look) -> Sketch            # drawn: every number that it shows is one of the study's table

All three are pure. A filter never reaches ``measure``: it is made once of the whole timeline, and ``study`` gets the
rows of the events that meet the filter, so that what answers a proposal is found although the filter shows proposals
only.

A trace that shows numbers says in ``meta`` which of its arrays holds them ("x", "y" or "text"), and in ``customdata``
which number of the table each is (``study.point``).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType

import pandas as pd
import plotly.graph_objects as go

from dashboards.charts.plain import Sketch
from dashboards.charts.study import Given, Look, Study

__all__ = ["charts", "drawn", "studied"]


@cache
def charts() -> Mapping[str, ModuleType]:
    """The modules by name, in the order of the page."""
    found = {one.name: import_module(f"{__name__}.{one.name}") for one in pkgutil.iter_modules(__path__)}
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: item[1].ORDER)))


def studied(name: str, frame: pd.DataFrame, given: Given) -> Study:
    """The study of all events of ``frame``."""
    module = charts()[name]
    made: Study = module.study(module.measure(frame, given), frame, given)
    return made


def drawn(name: str, frame: pd.DataFrame, given: Given, look: Look) -> go.Figure:
    """The figure of all events of ``frame``."""
    sketch: Sketch = charts()[name].figure(studied(name, frame, given), look)
    return sketch.figure()
