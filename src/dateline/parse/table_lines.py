"""Lines with walls between cells: tabs, upright strokes, or wide blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Cell = tuple[int, int]
"""Code points [start, end) of a cell without white space around it; empty cells have start == end."""

_LINE = re.compile(r"[^\n\u2028]+")
_WALLS = (("|", re.compile(r"\|")), ("\t", re.compile(r"\t")), (" ", re.compile(r" {2,}")))
_DASHED = (*_WALLS, ("-", re.compile(r"(?<![ \t])[ \t]++[-–—][ \t]+")))
_DASHED_HEAD = re.compile(
    r"^[ \t]*(?:date|day|time|when|place|location|where|town|village|district)[ \t]+[-–—][ \t]+\w",
    re.IGNORECASE | re.MULTILINE,
)
"""Dashes are walls only under headings that are divided by them."""
_RULE = re.compile(r"[\s|:+=_\-–—]+")
_PROSE = 90
"""Cells of so many characters on average are sentences, and the strokes between them no walls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table: where it stands, its cells, and what divides them."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    wall: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines that stand together and are divided alike; `rules` are lines of dashes between them."""

    rows: tuple[Row, ...]
    start: int
    end: int


def find_blocks(text: str) -> Iterator[Block]:
    """The blocks of two lines or more with as many cells, give or take those that are empty."""
    dashed = _DASHED_HEAD.search(text) is not None
    if not (dashed or "|" in text or "\t" in text or "   " in text):
        return
    walls = _DASHED if dashed else _WALLS
    rows: list[Row] = []
    last = 0
    for line in _LINE.finditer(text):
        row = _row(text, *line.span(), walls) or _wrapped(text, *line.span(), rows)
        ruled = bool(rows) and _RULE.fullmatch(line.group()) is not None and bool(line.group().strip())
        far = "\n\n" in text[last : line.start()] or "\n\r\n" in text[last : line.start()]
        if rows and not ruled and (row is None or far or row.wall != rows[0].wall):
            yield from _block(rows, last)
            rows = []
        if row is not None:
            rows.append(row)
        if row is not None or ruled:
            last = line.end()
    yield from _block(rows, last)


def _row(text: str, start: int, end: int, walls: tuple[tuple[str, re.Pattern[str]], ...]) -> Row | None:
    words = text[start:end].strip()
    if not ("|" in words or "\t" in words or "  " in words or len(walls) > len(_WALLS)) or _RULE.fullmatch(words):
        return None
    for wall, pattern in walls:
        cells = tuple(_cells(text, start, end, pattern))
        if wall == "|" and len(cells) > 2:
            cells = cells[1:] if cells[0][0] == cells[0][1] else cells
            cells = cells[:-1] if cells[-1][0] == cells[-1][1] and text[:end].rstrip().endswith("|") else cells
        if sum(a < b for a, b in cells) > 1 or (wall == "|" and len(cells) > 1):
            return Row(start=start, end=end, cells=cells, wall=wall)
    return None


def _wrapped(text: str, start: int, end: int, rows: list[Row]) -> Row | None:
    """A line under a row of a table of blanks that begins under one of its later cells: a cell goes on in it."""
    cell = _trimmed(text, start, end)
    deep = cell[0] - start
    if not rows or rows[0].wall != " " or len(rows) < 2 or cell[0] == cell[1] or "\n\n" in text[rows[-1].end : start]:
        return None
    under = any(b > a and a - rows[-1].start == deep for a, b in rows[-1].cells[1:])
    return Row(start=start, end=end, cells=(cell,), wall=" ") if deep > 1 and under else None


def _cells(text: str, start: int, end: int, wall: re.Pattern[str]) -> Iterator[Cell]:
    if wall.pattern.startswith(" "):
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
    at = start
    for match in wall.finditer(text, start, end):
        yield _trimmed(text, at, match.start())
        at = match.end()
    yield _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Cell:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    return (left, max(left, end - (len(words) - len(words.rstrip()))))


def _block(rows: list[Row], end: int) -> Iterator[Block]:
    if len(rows) < 2:
        return
    widths = [len(row.cells) for row in rows]
    filled = [b - a for row in rows for a, b in row.cells if a < b]
    if rows[0].wall == " " and (min(widths) < 3 and widths[0] < 3):
        return
    if sum(filled) < _PROSE * len(filled):
        yield Block(rows=tuple(rows), start=rows[0].start, end=end)
