"""Tables → passages: every row is read by itself, under the date, the place and the source of its own cells.

Only where the headings are known. A block whose headings say nothing to us is not read at all, and a finding says so:
numbers and names without their headings are no claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.model.frame import Passage, Tally
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.columns import TALLIES, TELLING, Layout, column_kind
from dateline.parse.comma_lines import find_comma_blocks
from dateline.parse.stacked_lines import find_stacked_blocks
from dateline.parse.table_lines import Block, Cell, Row, find_blocks

NUMBER = re.compile(
    r"(?:(?i:at least|about|around|over|more than|up to|approx\.?|some)[ ]|[~≈>+])?\d{1,3}(?:[, ]?\d{3})*\+?(?:[ ]?[-–][ ]?\d+)?"
    r"|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several|hundreds|scores)"
)
"""What a cell may hold to count something; "unknown", "n/a" and a dash count nothing, and are no zero."""
_NOTHING = re.compile(r"[\W_]*(?:n/?a|none|nil|unknown|unk|not known|not stated|tbc|tbd|pending)?[\W_]*", re.IGNORECASE)


_DITTO = re.compile(r"(?i:[\"”“〃″]|''|-\"-|—\"—|ditto|idem|ibid\.?|same|same as above|as above)")
_COUNTED = re.compile(
    rf"(?P<counted>(?:{NUMBER.pattern})(?:[ ](?!(?:and|or|to)\b)[^\W\d_][\w'’\-]*){{0,3}})(?:[ ]?(?:[,;+&/]|and\b)[ ]?|[ ]?\([^()]{{0,60}}\)|\.?$)"
)
"""A number, whom it counts, and what stands before the next one: "2 soldiers, 1 child"."""
Cells = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabled:
    """What the tables of a report hold: rows to read, cells that are walls or labels, and blocks that are not understood."""

    passages: tuple[Passage, ...] = ()
    walls: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    unread: tuple[Span, ...] = ()


def find_tables(report: Report, taken: tuple[Span, ...] = ()) -> Tabled:
    """The tables outside of what is taken already."""
    found: list[Tabled] = []
    for find in (find_comma_blocks, find_stacked_blocks, find_blocks):
        blocks = [block for block in find(report.text) if not _is_taken(block, taken)]
        taken = (*taken, *(report.span(block.start, block.end) for block in blocks))
        found.extend(_tabled(report, block) for block in blocks)
    return Tabled(
        passages=tuple(one for table in found for one in table.passages),
        walls=tuple(one for table in found for one in table.walls),
        places=tuple(one for table in found for one in table.places),
        unread=tuple(one for table in found for one in table.unread),
    )


def _is_taken(block: Block, taken: tuple[Span, ...]) -> bool:
    return any(span.start < block.end and block.start < span.end for span in taken)


def _tabled(report: Report, block: Block) -> Tabled:
    head = block.rows[0]
    layout = Layout(kinds=tuple(column_kind(report.text[a:b]) for a, b in head.cells))
    if not layout.certain:
        return _not_understood(report, block)
    passages: list[Passage] = []
    places: list[Span] = []
    unread: list[Span] = []
    above: Cells | None = None
    for row in block.rows[1:]:
        cells = _aligned(head, row)
        if cells is None:
            unread.append(report.span(row.start, row.end))
            continue
        if above is not None and _goes_on(report, layout, cells):
            more = _spans(report, layout, cells, *TELLING)
            passages[-1] = replace(passages[-1], contents=(*passages[-1].contents, *more))
            continue
        above = cells = _with_ditto(report, layout, above, cells)
        passages.append(_passage(report, head, layout, cells))
        places.extend(span for span in _spans(report, layout, cells, "place", "area") if span.start >= row.start)
        unread.extend(_uncounted(report, layout, cells))
    told = [(span.start, span.end) for passage in passages for span in read_spans(passage)]
    walls = outside_of(report, (block.start, block.end), sorted((*told, *((s.start, s.end) for s in unread))))
    return Tabled(passages=tuple(passages), walls=tuple(walls), places=tuple(places), unread=tuple(unread))


def _goes_on(report: Report, layout: Layout, cells: Cells) -> bool:
    """Whether a row holds nothing but more words of what the row above tells: a cell that is wrapped."""
    filled = {kind for kind, cell in zip(layout.kinds, cells, strict=True) if cell and cell[0] < cell[1]}
    return bool(filled) and filled <= set(TELLING)


def _with_ditto(report: Report, layout: Layout, above: Cells | None, cells: Cells) -> Cells:
    """The cells with those of the row above where a mark says "the same", and its day where the first cells are empty."""
    if above is None:
        return cells
    found = list(cells)
    leading = True
    for n, (kind, cell) in enumerate(zip(layout.kinds, cells, strict=True)):
        empty = cell is None or cell[0] == cell[1]
        same = cell is not None and _DITTO.fullmatch(report.text[cell[0] : cell[1]]) is not None
        leading = leading and (empty or same)
        if kind in ("date", "place", "area") and (same or (empty and leading)):
            found[n] = above[n]
    return tuple(found)


def _uncounted(report: Report, layout: Layout, cells: Cells) -> Iterator[Span]:
    """Cells under a heading that counts which hold neither a number nor a word for nothing."""
    for kind, cell in zip(layout.kinds, cells, strict=True):
        if kind in TALLIES and cell is not None and cell[0] < cell[1] and not numbered(report, cell):
            words = report.text[cell[0] : cell[1]]
            if not blank(words) and not _DITTO.fullmatch(words):
                yield report.span(*cell)


def _not_understood(report: Report, block: Block) -> Tabled:
    """Nothing, for lines that only look like a table; else the block as one that is not read."""
    if block.rows[0].wall in ("-", ",", ";", "\n"):
        return Tabled()
    wide = [row for row in block.rows if len(row.cells) > 2]
    even = len({len(row.cells) for row in block.rows}) == 1
    certain = block.rows[0].wall == "|" or (even and block.rows[0].wall == "\t")
    if len(wide) < 3 or not (certain or (even and _aligned_columns(block))):
        return Tabled()
    span = report.trimmed(block.start, block.end)
    return Tabled(unread=(span,)) if span else Tabled()


def _aligned_columns(block: Block) -> bool:
    """Whether the cells of all lines begin or end one under the other, which blanks in prose do not."""
    rows = [[(a - row.start, b - row.start) for a, b in row.cells] for row in block.rows]
    columns = list(zip(*rows, strict=True))
    return all(len({a for a, _ in column}) == 1 or len({b for _, b in column}) == 1 for column in columns)


def _aligned(head: Row, row: Row) -> Cells | None:
    """The cells of a row under their headings; None where they cannot be told apart."""
    if len(row.cells) == len(head.cells):
        return row.cells
    if row.wall == "-" and len(row.cells) > len(head.cells):
        last = len(head.cells) - 1
        return (*row.cells[:last], (row.cells[last][0], row.cells[-1][1]))
    if row.wall != " ":
        missing = len(head.cells) - len(row.cells)
        return (*row.cells, *([None] * missing)) if 0 < missing < len(head.cells) - 1 and row.wall == "\t" else None
    found: list[Cell | None] = [None] * len(head.cells)
    for cell in row.cells:
        column = _under(head, row, cell)
        if column is None or found[column] is not None:
            return None
        found[column] = cell
    return tuple(found)


def _under(head: Row, row: Row, cell: Cell) -> int | None:
    """The column whose heading stands over a cell of a table of blanks; None where none or two do."""
    start, end = cell[0] - row.start, cell[1] - row.start
    over = [n for n, (a, b) in enumerate(head.cells) if a - head.start < end and start < b - head.start]
    return over[0] if len(over) == 1 else None


def _passage(report: Report, head: Row, layout: Layout, cells: Cells) -> Passage:
    contents = next((found for kind in TELLING if (found := _spans(report, layout, cells, kind))), ())
    source = next(iter(_spans(report, layout, cells, "source")), None)
    cue = next((report.span(*head.cells[n]) for n, kind in enumerate(layout.kinds) if kind == "source"), None)
    return Passage(
        contents=contents,
        setting=_spans(report, layout, cells, "date", "place", "area", "clock"),
        source=source,
        cue=cue if source else None,
        agent=next(iter(_spans(report, layout, cells, "agent")), None),
        tallies=tuple(_tallies(report, head, layout, cells)),
    )


def _spans(report: Report, layout: Layout, cells: Cells, *kinds: str) -> tuple[Span, ...]:
    """The cells of these kinds that say something, in the order of the kinds."""
    rows = [(kinds.index(kind), cell) for kind, cell in zip(layout.kinds, cells, strict=True) if kind in kinds and cell]
    return tuple(report.span(a, b) for _, (a, b) in sorted(rows) if a < b and not blank(report.text[a:b]))


def _tallies(report: Report, head: Row, layout: Layout, cells: Cells) -> Iterator[Tally]:
    for number, (kind, cell) in enumerate(zip(layout.kinds, cells, strict=True)):
        for span in numbered(report, cell) if kind in TALLIES and cell is not None else ():
            yield Tally(act=kind or "", heading=report.span(*head.cells[number]), number=span)


def numbered(report: Report, cell: Cell) -> tuple[Span, ...]:
    """The numbers in a cell that holds nothing else, save whom they count and a remark in brackets ("11 (3 children)")."""
    found: list[Span] = []
    at, end = cell
    while at < end:
        match = _COUNTED.match(report.text, at, end)
        if match is None:
            return ()
        found.append(report.span(*match.span("counted")))
        at = match.end() + (match.end() == at)
        while at < end and report.text[at] == " ":
            at += 1
    return tuple(found)


def blank(words: str) -> bool:
    """Whether a cell holds nothing, or says that nothing is known."""
    return _NOTHING.fullmatch(words) is not None


def read_spans(passage: Passage) -> tuple[Span, ...]:
    """What of a passage is read as words of the report."""
    source = (passage.source,) if passage.source else ()
    agent = (passage.agent,) if passage.agent else ()
    return tuple(sorted((*passage.contents, *source, *agent, *(tally.number for tally in passage.tallies))))


def outside_of(report: Report, whole: Cell, told: list[Cell]) -> Iterator[Span]:
    """What is left of a block: headings, walls, and the cells that set the scene."""
    at = whole[0]
    for start, end in (*told, (whole[1], whole[1])):
        if at < start:
            yield report.span(at, start)
        at = max(at, end)
