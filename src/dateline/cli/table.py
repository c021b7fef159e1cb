"""A record on a terminal: the voice first, findings as a linter prints them, who holds what voice by voice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.export.view import ClaimRow, FindingRow, HoldRow, NoteRow, RecordView

SEVERITY_STYLES = {"info": "cyan", "warning": "yellow", "error": "bold red"}
INDENT = (0, 0, 0, 4)


def console(stream: TextIO) -> Console:
    """A console that takes no word of a report for markup, and colours only on a terminal without NO_COLOR."""
    return Console(file=stream, markup=False, highlight=False, emoji=False, soft_wrap=False)


def print_record(shown: RecordView, *, to: Console) -> None:
    """Everything a reader of one record needs, section by section."""
    to.print(Text(shown.name, style="bold"))
    to.print(Text(f"published by {shown.publisher} · published: {shown.published}"))
    to.print(Text(shown.counts))
    coded = [row for row in shown.claims if row.codeable]
    _section(to, "Claims", [part for row in coded for part in _claim(row)], "no claim is coded as an event")
    _section(to, "Who holds what", _holds(shown), "no voice says who holds a place")
    _section(to, "Findings", [part for f in shown.findings for part in _finding(f, shown.name)], "no finding")
    _section(to, "Unknown", [_note(row) for row in shown.unknowns], "nothing is recorded as unknown")
    _section(to, "Not coded, and why", list(_not_coded(shown)), "nothing was set aside")
    to.print()


def _section(to: Console, title: str, parts: list[RenderableType], nothing: str) -> None:
    to.print()
    to.print(Text(title.upper(), style="bold"))
    for part in parts or [Text(f"({nothing})", style="dim")]:
        to.print(part)


def _claim(row: ClaimRow) -> Iterator[RenderableType]:
    line = Text.assemble((f"{row.id:<4}", "dim"), (row.voice, "bold"), ": ", row.words)
    yield _hanging(line)
    yield Padding(Text(" · ".join((*row.tags, *row.details)), style="dim"), INDENT)


def _hanging(line: Text) -> RenderableType:
    """The line with its first four cells standing out to the left."""
    grid = Table.grid(padding=0)
    grid.add_column(width=4, no_wrap=True)
    grid.add_column()
    grid.add_row(line[:4], line[4:])
    return grid


def _finding(row: FindingRow, name: str) -> Iterator[RenderableType]:
    place = f"{name}:{row.line}:{row.column}" if row.line else name
    style = SEVERITY_STYLES[row.severity]
    yield Text.assemble(place, " ", (row.code, style), " ", (row.type, style), " ", row.message)
    if row.repairs:
        yield Padding(Text(f"possible repairs, best first: {' · '.join(row.repairs)}", style="dim"), INDENT)


def _holds(shown: RecordView) -> list[RenderableType]:
    if not shown.holds:
        return []
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for heading, ratio in (("according to", 3), ("place", 2), ("says", 3), ("when", 2), ("because of", 2)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    for row in shown.holds:
        table.add_row(*map(Text, _cells(row)))
    return [table, *(Text(line, style="dim") for line in shown.merges)]


def _cells(row: HoldRow) -> tuple[str, ...]:
    return row.believer, row.place, row.says, row.when, f"{row.via} ({row.modality})"


def _note(row: NoteRow) -> RenderableType:
    words = f": {row.words}" if row.words else ""
    return Text.assemble("- ", row.what, (f" ({row.kind})", "dim"), words)


def _not_coded(shown: RecordView) -> Iterator[RenderableType]:
    for row in shown.claims:
        if not row.codeable:
            yield _hanging(Text.assemble((f"{row.id:<4}", "dim"), row.voice, ": ", row.words))
            yield Padding(Text(f"{' · '.join(row.tags)} – {row.why}", style="dim"), INDENT)
    for note in shown.not_events:
        yield _hanging(Text.assemble("-   ", note.words))
        yield Padding(Text(f"{note.kind} – {note.what}", style="dim"), INDENT)
