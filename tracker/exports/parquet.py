"""Parquet: the timeline's columns with their types, for pandas, DuckDB, R and what else reads tables by column.

Days are ``date32``, moments ``timestamp`` in UTC; each column carries its label and meaning, the file ``about``.
"""

from __future__ import annotations

from typing import Any, BinaryIO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from tracker.timeline.frame import COLUMNS, COUNT, DAY, NUMBER, TEXT, TIME, check_frame
from tracker.timeline.speech import ENGLISH, Speech

LABEL = "Parquet"
SUFFIX = ".parquet"
MIME = "application/vnd.apache.parquet"
TAKES = "events"
FOR = "pandas, DuckDB, R: columns with their types"
BINARY = True

_TYPES: dict[str, Any] = {
    TEXT: pa.string(),
    DAY: pa.date32(),
    NUMBER: pa.float64(),
    COUNT: pa.int64(),
    TIME: pa.timestamp("us", tz="UTC"),
}
_SCHEMA = pa.schema(
    [pa.field(one.name, _TYPES[one.dtype], metadata={"label": one.label, "meaning": one.meaning}) for one in COLUMNS]
)


def write(frame: pd.DataFrame, stream: BinaryIO, *, about: str = "", speech: Speech = ENGLISH) -> None:
    """The rows of ``frame`` in their order."""
    schema = _SCHEMA.with_metadata({"about": about}) if about else _SCHEMA
    check_frame(frame)
    columns = [pa.Array.from_pandas(frame[one.name], type=one.type) for one in schema]
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), stream)
