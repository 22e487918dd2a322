"""GeoJSON (RFC 7946): each event a feature, at its place if the place's coordinates are known.

An event without coordinates has the geometry ``null``, which the standard calls unlocated, and ``unlocated`` counts
them. Properties are those of the JSON export, with the date in words.
"""

from __future__ import annotations

import json
from typing import TextIO

import pandas as pd

from tracker.exports._told import told
from tracker.exports.json import record
from tracker.timeline.frame import check_frame
from tracker.timeline.speech import ENGLISH, Speech

LABEL = "GeoJSON"
SUFFIX = ".geojson"
MIME = "application/geo+json"
TAKES = "events"
FOR = "maps; events without a place are kept"
BINARY = False


def write(frame: pd.DataFrame, stream: TextIO, *, about: str = "", speech: Speech = ENGLISH) -> None:
    """The rows of ``frame`` in their order, one feature a line."""
    unlocated = int((check_frame(frame)["lat"].isna() | frame["lon"].isna()).sum())
    head = {"type": "FeatureCollection", "title": about, "unlocated": unlocated}
    stream.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "features": [')
    for place, (row, one) in enumerate(zip(frame.to_dict("records"), told(frame), strict=True)):
        properties = {**record(row), "date_words": one.when}
        lat, lon = properties["lat"], properties["lon"]
        point = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
        feature = {"type": "Feature", "id": one.event_id, "geometry": point, "properties": properties}
        stream.write((",\n" if place else "\n") + json.dumps(feature, ensure_ascii=False))
    stream.write("\n]}\n")
