"""Cells of a CSV table: what a spreadsheet would run as a formula becomes text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

Cell = str | int | float | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that some spreadsheet takes for a formula or a command (OWASP, "CSV injection")."""


def cell(value: Cell) -> str:
    """The cell as text; unknown is empty, whole numbers have no point, words that could be run get an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.lstrip(" ").startswith(_FORMULA) else value
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)


def csv_bytes(rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """RFC 4180 lines in UTF-8, one chunk a row; a lone surrogate becomes a question mark."""
    for row in rows:
        line = io.StringIO(newline="")
        csv.writer(line).writerow([cell(value) for value in row])
        yield line.getvalue().replace("\x00", "").encode("utf-8", "replace")
