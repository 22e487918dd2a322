"""The CSV that Excel opens with the right letters by a double click: it begins with a byte order mark."""

from __future__ import annotations

from typing import TextIO

import pandas as pd

from tracker.exports import csv
from tracker.timeline.frame import check_frame
from tracker.timeline.speech import ENGLISH, Speech

LABEL = "CSV for Excel"
SUFFIX = ".excel.csv"
MIME = "text/csv"
TAKES = "events"
FOR = "Excel, with letters of every script right"
BINARY = False


def write(frame: pd.DataFrame, stream: TextIO, *, about: str = "", speech: Speech = ENGLISH) -> None:
    """The rows of ``frame`` in their order, after the mark by which Excel tells UTF-8."""
    check_frame(frame)
    stream.write("\ufeff")
    csv.write(frame, stream, about=about, speech=speech)
