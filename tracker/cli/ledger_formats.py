"""How ``open`` shows the ledger: a table to read, JSON, or CSV."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TextIO

import pandas as pd
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from tracker.cli.tables import console
from tracker.errors import UsageError
from tracker.ledger import Ledger, sections
from tracker.timeline.formula import guarded
from tracker.timeline.frame import TEXT

Writer = Callable[[Ledger, TextIO, bool], None]


def ledger_format(name: str) -> Writer:
    """The writer called ``name``; ``UsageError`` that lists the known ones."""
    known: dict[str, Writer] = {"table": _table, "json": _json, "csv": _csv}
    if name not in known:
        raise UsageError(f'There is no format "{name}".', field="--format", advice=f"Known: {', '.join(known)}.")
    return known[name]


def _kept(table: pd.DataFrame, everything: bool) -> pd.DataFrame:
    return table if everything else table[table["open"].to_numpy(dtype=bool)]


def _table(ledger: Ledger, stream: TextIO, everything: bool) -> None:
    shown = 0
    for name, whole in ledger.tables.items():
        part = _kept(whole, everything)
        if part.empty:
            continue
        shown += len(part)
        table = Table(
            title=f"{sections()[name].LABEL} ({len(part)})", title_justify="left", box=SIMPLE_HEAD, pad_edge=False
        )
        table.add_column("State", width=12)
        table.add_column("Days", width=9, justify="right")
        table.add_column("Entry", ratio=1, overflow="fold")
        for row in part.to_dict("records"):
            entry = Text(row["title"], style="bold")
            entry.append(f"\n{row['why']}", style="not bold")
            if row["closes"]:
                entry.append(f"\nCloses it: {row['closes']}", style="not bold italic")
            entry.append(f"\n{row['event_id']}", style="not bold dim")
            table.add_row(row["state"], _days(row["days_least"], row["days_most"]), entry)
        console(stream).print(table)
    if not shown:
        stream.write("Nothing is open.\n")


def _days(least: object, most: object) -> str:
    if pd.isna(least) or pd.isna(most):  # type: ignore[call-overload]
        return ""
    return f"{least}" if least == most else f"{least}-{most}"


def _json(ledger: Ledger, stream: TextIO, everything: bool) -> None:
    told = {name: _records(_kept(table, everything)) for name, table in ledger.tables.items()}
    json.dump({"as_of": str(ledger.as_of), "sections": told}, stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def _records(table: pd.DataFrame) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(table.to_json(orient="records", date_format="iso", force_ascii=False))
    days = [name for name in table.columns if str(table[name].dtype).startswith("datetime")]
    for row in rows:
        row.update({name: str(row[name])[:10] for name in days if row[name]})
    return rows


def _csv(ledger: Ledger, stream: TextIO, everything: bool) -> None:
    """All sections in one table; a column that a section does not have is empty in its rows."""
    parts = [_texts(_kept(table, everything)).assign(section=name) for name, table in ledger.tables.items()]
    columns = list(dict.fromkeys(["section", *(name for part in parts for name in part.columns)]))
    whole = pd.concat(parts, ignore_index=True).reindex(columns=columns)
    whole.to_csv(stream, index=False, lineterminator="\r\n")


def _texts(table: pd.DataFrame) -> pd.DataFrame:
    """The table as objects, texts guarded against spreadsheets' formulas, days as YYYY-MM-DD, nothing as empty."""
    cells = {}
    for name in table.columns:
        column = table[name]
        if str(column.dtype) == TEXT:
            column = guarded(column)
        elif str(column.dtype).startswith("datetime"):
            column = column.dt.strftime("%Y-%m-%d")
        cells[name] = column.astype("object").where(column.notna(), "")
    return pd.DataFrame(cells, index=table.index)
