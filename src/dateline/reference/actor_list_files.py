"""Files of actor lists as rows of texts: CSV with a header, or the JSON of the Wikidata query service."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.errors import BinaryInput, EmptyInput, EncodingInput, OversizedInput, UnreadableInput

MOST_BYTES = 64 * 1024 * 1024
MOST_ROWS = 200_000
LONGEST_CELL = 100_000
"""Characters: a list of aliases may be long, a cell beyond this is no list of names."""

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A row as it stands; `line` counts from 1 in a CSV, and the results of a query in JSON. Keys are lower case."""

    line: int
    cells: Cells


def read_rows(path: Path) -> Iterator[ListRow]:
    """The rows of a file; raises InputError for one that cannot be read, is too large, or is neither CSV nor JSON."""
    text = _text(path)
    if not text.strip():
        raise EmptyInput(f"{path} is empty", where=str(path))
    rows = _json(text, path) if text.lstrip()[:1] in "[{" else _csv(text, path)
    yield from islice(rows, MOST_ROWS)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be read: {error.strerror}", where=str(path)) from error
    if len(raw) > MOST_BYTES:
        raise OversizedInput(f"{path} is larger than {MOST_BYTES // 2**20} MiB: no list of actors is", where=str(path))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EncodingInput(f"{path} is no UTF-8 at byte {error.start}: save it as UTF-8", where=str(path)) from error


def _csv(text: str, path: Path) -> Iterator[ListRow]:
    if "\0" in text:
        raise BinaryInput(f"{path} holds null characters: expected CSV with a header, or JSON", where=str(path))
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        header = [name.strip().lower() for name in next(reader)]
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield ListRow(line=reader.line_num, cells=dict(zip(header, map(_one_line, cells), strict=False)))
    except csv.Error as error:
        raise BinaryInput(f"{path}: line {reader.line_num} is no CSV: {error}", where=str(path)) from error


def _json(text: str, path: Path) -> Iterator[ListRow]:
    """A list of objects, or what the query service calls results.bindings."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BinaryInput(f"{path} is no JSON: {error}", where=str(path)) from error
    rows = found.get("results", {}).get("bindings") if isinstance(found, dict) else found
    if not isinstance(rows, list):
        raise BinaryInput(
            f"{path} holds neither a list of objects nor results.bindings of a query: expected either", where=str(path)
        )
    for number, row in enumerate(rows, start=1):
        cells = {str(name).lower(): _value(value) for name, value in row.items()} if isinstance(row, dict) else {}
        yield ListRow(line=number, cells=cells)


def _value(value: Any) -> str:
    """The text of a cell; the query service wraps it in an object with its type."""
    inner = value.get("value") if isinstance(value, dict) else value
    if isinstance(inner, list):
        return "|".join(_one_line(str(item)) for item in inner)
    return _one_line(str(inner)) if isinstance(inner, str | int | float) else ""


def _one_line(cell: str) -> str:
    return " ".join(cell[:LONGEST_CELL].split())
