"""The documents behind FILE arguments: what cannot be read is told of, counted and passed over."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TextIO

import click

from dateline.export.visible import one_line
from dateline.read import Document, Given, Reject, read_inputs


@dataclass(kw_only=True)
class Inputs:
    """Iterates over the documents that can be read; `rejected` counts the others, whose rows go to `errors`."""

    files: tuple[str, ...]
    given: Given
    errors: TextIO | None = None
    quiet: bool = False
    rejected: int = 0

    @property
    def total(self) -> int | None:
        """How many documents there will be; nobody knows for JSON lines and for a pipe."""
        single = not any(name == "-" or name.endswith((".jsonl", ".ndjson")) for name in self.files)
        return len(self.files) if single else None

    def __iter__(self) -> Iterator[Document]:
        stdin = sys.stdin.buffer
        for name in self.files:
            for item in read_inputs(name, given=self.given, stdin=stdin):
                if isinstance(item, Reject):
                    self.rejected += 1
                    self._tell(item)
                else:
                    self._notices(item)
                    yield item

    def _tell(self, reject: Reject) -> None:
        click.echo(f"dateline: {one_line(reject.message)}", err=True)
        if self.errors is not None:
            self.errors.write(json.dumps(asdict(reject), ensure_ascii=False) + "\n")
            self.errors.flush()

    def _notices(self, document: Document) -> None:
        if not self.quiet:
            for notice in document.notices:
                click.echo(f"dateline: {one_line(document.report.name)} {notice}", err=True)
