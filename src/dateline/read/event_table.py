"""Tables of events in ACLED's or UCDP GED's layout, told apart by their columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from dateline.errors import BinaryInput, UnreadableInput
from dateline.model.table import TableEvent
from dateline.model.time import TimeRange
from dateline.read.decode import decode

Cells = Mapping[str, str]
ACLED_COLUMNS = ("event_id_cnty", "event_date", "location", "actor1")
GED_COLUMNS = ("id", "date_start", "date_end", "side_a")
DELIMITERS = (",", ";", "\t")
"""Tables of ACLED's export tool have had semicolons, and so have those of spreadsheets where a comma is the decimal point."""
_DAYS = ("%Y-%m-%d", "%d %B %Y", "%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y")
"""How the two projects and their R and Python packages write days."""
_SHOWN = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTable:
    """The events of a table, and the numbers of the lines (from 1) that are none: without a day, say."""

    events: tuple[TableEvent, ...]
    rejected: tuple[int, ...]


def read_event_table(path: Path, *, stdin: BinaryIO | None = None) -> EventTable:
    """The events of a CSV file in UTF-8, its cells between commas, semicolons or tabs; "-" reads `stdin`.

    Raises InputError for what cannot be read or has another layout.
    """
    where = str(path)
    try:
        raw = stdin.read() if where == "-" and stdin is not None else path.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{where} cannot be read: {error.strerror}", where=where) from error
    text, _ = decode(raw, where=where)
    heading = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=heading.count))
    take = _layout(tuple(reader.fieldnames or ()), where)
    events: list[TableEvent] = []
    rejected: list[int] = []
    for cells in _rows(reader, where):
        event = take({key: value or "" for key, value in cells.items() if isinstance(key, str)})
        if event is None:
            rejected.append(reader.line_num)
        else:
            events.append(event)
    return EventTable(events=tuple(events), rejected=tuple(rejected))


def event_table_of(rows: Sequence[Mapping[str, Any]], *, where: str = "the table") -> EventTable:
    """The events of rows that are in memory already; raises InputError for another layout. Rows count from 1."""
    take = _layout(tuple(rows[0]) if rows else (), where)
    taken = [take({str(key): _cell(value) for key, value in row.items()}) for row in rows]
    return EventTable(
        events=tuple(event for event in taken if event is not None),
        rejected=tuple(number for number, event in enumerate(taken, start=1) if event is None),
    )


def _cell(value: Any) -> str:
    """A value as a CSV cell has it; what a library puts for no value is an empty one."""
    if value is None or value != value:  # NaN and NaT differ from themselves
        return ""
    return value.isoformat()[:10] if isinstance(value, date) else str(value)


def _rows(reader: csv.DictReader[str], where: str) -> Iterator[Mapping[str, str]]:
    try:
        yield from reader
    except csv.Error as error:
        raise BinaryInput(f"{where} is no CSV at line {reader.line_num}: {error}", where=where) from error


def _layout(columns: tuple[str, ...], where: str) -> Callable[[Cells], TableEvent | None]:
    for wanted, take in ((ACLED_COLUMNS, _acled), (GED_COLUMNS, _ged)):
        if set(wanted) <= set(columns):
            return take
    neither = f"neither ACLED's columns ({', '.join(ACLED_COLUMNS)}) nor UCDP GED's ({', '.join(GED_COLUMNS)})"
    shown = ", ".join(columns)[:_SHOWN] if any(columns) else "none"
    raise BinaryInput(f"{where} has {neither}; its columns: {shown}", where=where)


def _acled(cells: Cells) -> TableEvent | None:
    day = _day(cells["event_date"])
    if day is None or not cells["event_id_cnty"]:
        return None
    return _event(cells, cells["event_id_cnty"], TimeRange.day(day), cells["location"], ("actor1", "actor2"))


def _ged(cells: Cells) -> TableEvent | None:
    first, last = _day(cells["date_start"]), _day(cells["date_end"])
    if first is None or last is None or last < first or not cells["id"]:
        return None
    place = cells.get("where_coordinates", "") or cells.get("where_description", "")
    return _event(cells, cells["id"], TimeRange.days(first, last), place, ("side_a", "side_b"))


def _event(cells: Cells, key: str, days: TimeRange, place: str, actors: tuple[str, str]) -> TableEvent:
    deaths = cells.get("fatalities", "") if "fatalities" in cells else cells.get("best", "")
    return TableEvent(
        id=key,
        days=days,
        place=place,
        lat=_number(cells.get("latitude", "")),
        lon=_number(cells.get("longitude", "")),
        actors=tuple(cells[name] for name in actors if cells.get(name)),
        deaths=_number(deaths),
    )


def _day(text: str) -> date | None:
    for form in _DAYS:
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None


def _number(text: str) -> float | None:
    """The number in a cell; None for an empty one and for what is no number."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if abs(found) < float("inf") else None
