"""Tables that lost their walls: every cell on a line of its own, the headings first, as pages and PDFs are copied out.

Rows are told apart by their days, so that a table without a column of days stays what it looks like: lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.parse.columns import TALLIES, TELLING, Layout, column_kind
from dateline.parse.dates import DATE
from dateline.parse.table_lines import Block, Cell, Row

_HEADING = re.compile(
    r"^[ \t]*(?:(?:event|incident)[ \t]+)?(?:date|day|when)[ \t]*:?[ \t\r]*$", re.IGNORECASE | re.MULTILINE
)
_LINE = re.compile(r"[^\n\u2028]*[^\s][^\n\u2028]*")
_DAY = re.compile(
    rf"(?:{DATE}|\d{{1,2}}[-. ](?i:[a-z]{{3}})[-. ]\d{{2,4}})(?:,?[ \t]+\d{{1,2}}[:.h]?\d{{2}}[ \t]*(?:hrs)?)?"
)
"""What stands in a column of days, with or without a clock."""
_NUMBER = re.compile(r"[~≈>]?\d[\d ,]*\+?|[-–—?]|(?i:n/?a|none|nil|unknown|unk)")
_MOST_COLUMNS = 15
_MOST_LINES = 40
"""Lines of one row: a description of more is none."""


def find_stacked_blocks(text: str) -> Iterator[Block]:
    """The tables of three columns or more under headings that are known, with their headings as the first row."""
    if _HEADING.search(text) is None:
        return
    lines = [_trimmed(match) for match in _LINE.finditer(text)]
    days = [n for n, (start, end) in enumerate(lines) if _DAY.fullmatch(text, start, end)]
    after = 0
    for heading in (n for n, (start, end) in enumerate(lines) if _HEADING.fullmatch(text, start, end)):
        first = next((day for day in days if day > heading), None)
        if heading < after or first is None or not 3 <= first - heading <= _MOST_COLUMNS:
            continue
        width = first - heading
        above = heading
        while above > after and heading - above < width - 1 and column_kind(text[slice(*lines[above - 1])]):
            above -= 1
        head = lines[above : above + width]
        if not Layout(kinds=_kinds(text, head)).certain:
            continue
        starts = [above, *(day - (heading - above) for day in days if day > heading)]
        rows, after = _rows(text, lines, starts, width)
        yield Block(rows=tuple(rows), start=rows[0].start, end=rows[-1].end)


def _trimmed(match: re.Match[str]) -> Cell:
    words = match.group()
    return match.start() + len(words) - len(words.lstrip()), match.start() + len(words.rstrip())


def _kinds(text: str, head: Sequence[Cell]) -> tuple[str | None, ...]:
    return tuple(column_kind(text[start:end]) for start, end in head)


def _rows(text: str, lines: Sequence[Cell], starts: Sequence[int], width: int) -> tuple[list[Row], int]:
    """The headings and the rows below them, and the line behind the last; headings that come again are left out."""
    head = lines[starts[0] : starts[0] + width]
    kinds = _kinds(text, head)
    again = [text[start:end] for start, end in head]
    rows = [_row(head)]
    end = starts[0] + width
    for start, following in zip(starts[1:], (*starts[2:], None), strict=True):
        if start - end > width:
            break
        stop = _row_end(text, lines, (start, following), kinds)
        if [text[a:b] for a, b in lines[stop - width : stop]] == again:
            stop -= width
        rows.append(_row(_under(lines[start:stop], kinds)))
        end = stop
    return rows, end


def _row_end(text: str, lines: Sequence[Cell], between: tuple[int, int | None], kinds: tuple[str | None, ...]) -> int:
    """The line behind a row: the next day, or for the last row where its lines first fit the headings."""
    start, following = between
    if following is not None and following - start <= _MOST_LINES:
        return following
    for stop in range(start + len(kinds), min(start + _MOST_LINES, len(lines)) + 1):
        cells = _under(lines[start:stop], kinds)
        counted = (text[a:b] for (a, b), kind in zip(cells, kinds, strict=True) if kind in TALLIES)
        if all(_NUMBER.fullmatch(words) for words in counted):
            return stop
    return min(start + len(kinds), len(lines))


def _under(lines: Sequence[Cell], kinds: tuple[str | None, ...]) -> Sequence[Cell]:
    """The lines of a row as cells; what is too many are more lines of the cell that tells what happened."""
    told = next((n for kind in TELLING for n, one in enumerate(kinds) if one == kind), None)
    more = len(lines) - len(kinds)
    if told is None or more <= 0:
        return lines
    return (*lines[:told], (lines[told][0], lines[told + more][1]), *lines[told + more + 1 :])


def _row(cells: Sequence[Cell]) -> Row:
    return Row(start=cells[0][0], end=cells[-1][1], cells=tuple(cells), wall="\n")
