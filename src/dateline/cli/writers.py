"""How records leave the command line, format by format."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Protocol, TextIO

from dateline.cli.table import console, print_record
from dateline.export import page, record_json
from dateline.export.view import view
from dateline.model.record import Record


class Writer(Protocol):
    """Takes records one by one; `close` writes what could not be written before all were there."""

    def add(self, record: Record) -> None:
        """Take the next record."""

    def close(self) -> None:
        """Write what is left."""


@dataclass(frozen=True, kw_only=True)
class TableWriter:
    """For people, at once."""

    stream: TextIO

    def add(self, record: Record) -> None:
        """Print the record."""
        print_record(view(record), to=console(self.stream))

    def close(self) -> None:
        """Nothing is left."""


@dataclass(frozen=True, kw_only=True)
class JsonLinesWriter:
    """One object a line, at once: an interrupt loses nothing that was read."""

    stream: TextIO

    def add(self, record: Record) -> None:
        """Write the line."""
        self.stream.write(json.dumps(record_json(record), ensure_ascii=False, separators=(",", ":")) + "\n")
        self.stream.flush()

    def close(self) -> None:
        """Nothing is left."""


@dataclass(frozen=True, kw_only=True)
class JsonWriter:
    """One object for one report, an array for several, nothing for none; written at the end."""

    stream: TextIO
    records: list[Record] = field(default_factory=list)

    def add(self, record: Record) -> None:
        """Keep the record for the end."""
        self.records.append(record)

    def close(self) -> None:
        """Write the object or the array."""
        values = [record_json(record) for record in self.records]
        if values:
            whole = values[0] if len(values) == 1 else values
            self.stream.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")


@dataclass(frozen=True, kw_only=True)
class HtmlWriter:
    """One page for all reports, written at the end."""

    stream: TextIO
    records: list[Record] = field(default_factory=list)

    def add(self, record: Record) -> None:
        """Keep the record for the end."""
        self.records.append(record)

    def close(self) -> None:
        """Write the page."""
        if self.records:
            self.stream.write(page(self.records, version=version("dateline")))


WRITERS: dict[str, Callable[[TextIO], Writer]] = {
    "table": lambda stream: TableWriter(stream=stream),
    "json": lambda stream: JsonWriter(stream=stream),
    "jsonl": lambda stream: JsonLinesWriter(stream=stream),
    "html": lambda stream: HtmlWriter(stream=stream),
}
"""The formats of `--format`; a new one is a class above and a line here."""
