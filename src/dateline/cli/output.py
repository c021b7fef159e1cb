"""Rows on stdout: a table for people, JSON, JSON lines or CSV for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, fields
from typing import Any, TextIO, TypeVar

import click
from rich.text import Text

from dateline.cli.ledger import Decorator
from dateline.cli.table import console
from dateline.cli.written import WrittenFile
from dateline.export.formats.cells import csv_bytes

HANG = 2
NARROWEST = 30
FORMATS = ("table", "json", "jsonl", "csv")

Row = TypeVar("Row")

format_option: Decorator = click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Default: table on a terminal, else jsonl."
)
output_option: Decorator = click.option(
    "--output", "-o", type=WrittenFile(), default="-", help="Write there, not to stdout."
)


def chosen(form: str | None, to: TextIO) -> str:
    """The format asked for, else a table on a terminal and JSON lines anywhere else."""
    return form or ("table" if to.isatty() else "jsonl")


def write_rows(
    rows: Iterable[Row], *, kind: type[Row], form: str | None, to: TextIO, table: Callable[[Row], Iterable[Text]]
) -> int:
    """Write rows of a dataclass, say how many; `table` gives a row's paragraphs, whose first one stands out."""
    shape, written = chosen(form, to), 0
    if shape == "json":
        values = [_plain(row) for row in rows]
        to.write(json.dumps(values, ensure_ascii=False, indent=2) + "\n")
        return len(values)
    if shape == "csv":
        to.write(_csv_line([part.name for part in fields(kind)]))  # type: ignore[arg-type]
    for row in rows:
        written += 1
        if shape == "table":
            paragraphs(table(row), to=to)
        elif shape == "csv":
            to.write(_csv_line([_cell(value) for value in _plain(row).values()]))
        else:
            to.write(json.dumps(_plain(row), ensure_ascii=False, separators=(",", ":")) + "\n")
    return written


def paragraphs(parts: Iterable[Text], *, to: TextIO) -> None:
    """Every part wrapped between words, all but the first indented."""
    out = console(to)
    for n, part in enumerate(parts):
        for line in part.wrap(out, max(out.width - HANG * 2, NARROWEST)):
            line.rstrip()
            out.print(Text(" " * HANG * (n > 0)) + line, soft_wrap=True)


def _plain(row: Any) -> dict[str, Any]:
    return asdict(row)


def _cell(value: Any) -> str | float | None:
    """Lists with semicolons, roles as "agent=X; patient=Y"."""
    if isinstance(value, dict):
        return "; ".join(f"{key}={', '.join(map(str, part))}" for key, part in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return value  # type: ignore[no-any-return]


def _csv_line(cells: list[Any]) -> str:
    return b"".join(csv_bytes([cells])).decode("utf-8")


def sentence_and_facts(sentence: str, facts: str) -> Iterator[Text]:
    """A row as two paragraphs; the facts are dim."""
    yield Text(sentence, style="bold")
    yield Text(facts, style="dim")
