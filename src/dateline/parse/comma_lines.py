"""Tables as spreadsheets save and copy them: cells between commas, semicolons or tabs, in quotation marks over several lines.

The format is that of RFC 4180. Commas stand in every prose, so they are walls only below headings that are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.parse.columns import Layout, column_kind
from dateline.parse.table_lines import Block, Cell, Row

_HEAD = re.compile(
    r"^(?=[^\n]{5,1500}$)[^\n,;\t]{0,60}(?:(?:,[^\n,]{0,60}){2,}|(?:;[^\n;]{0,60}){2,}|(?:\t[^\n\t]{0,60}){2,})$",
    re.MULTILINE,
)
_PLAIN = {wall: re.compile(rf"[^{wall}\n]*") for wall in ",;\t"}
_QUOTED = {wall: re.compile(rf'[ ]?"(?P<words>(?:[^"]|""){{0,6000}}+)"[ ]?(?=[{wall}\r\n]|$)') for wall in ",;\t"}
"""A cell in quotation marks, which holds no more than a few paragraphs; what is not closed is read as it stands."""


def find_comma_blocks(text: str) -> Iterator[Block]:
    """The tables whose first line holds known headings; of tabs only those that need their quotation marks read."""
    end = 0
    for match in _HEAD.finditer(text) if "," in text or ";" in text or "\t" in text else ():
        head = _head(text, match) if match.start() >= end else None
        block = _block(text, head) if head is not None else None
        if block is not None:
            end = block.end
            yield block


def _head(text: str, match: re.Match[str]) -> Row | None:
    """The line of headings; with blanks behind its commas, as prose has them, only if it holds nothing else."""
    words = match.group()
    wall = next((wall for wall in "\t;," if words.count(wall) > 1), ",")
    row = _row(text, match.start(), wall)
    layout = Layout(kinds=tuple(column_kind(text[a:b]) for a, b in row.cells))
    spaced = wall != "\t" and re.search(rf"{wall}[ ]", words) is not None
    known = all(kind is not None for kind in layout.kinds)
    return row if len(row.cells) > 2 and layout.certain and (known or not spaced) else None


def _block(text: str, head: Row) -> Block | None:
    rows = [head]
    while rows[-1].end < len(text):
        at = rows[-1].end + 1
        row = _row(text, at, head.wall)
        if len(row.cells) < 2 or not text[at : row.end].strip(" \t\r,;"):
            break
        rows.append(row)
    over = any("\n" in text[row.start : row.end] for row in rows)
    quoted = any('"' in text[row.start : row.end] for row in rows)
    if len(rows) < 2 or (head.wall == "\t" and not (over or quoted)):
        return None
    return Block(rows=tuple(rows), start=head.start, end=rows[-1].end)


def _row(text: str, start: int, wall: str) -> Row:
    """The record that starts at a code point; `end` is its line end, which may be some lines below."""
    cells: list[Cell] = []
    at = start
    while True:
        quoted = _QUOTED[wall].match(text, at)
        plain = _PLAIN[wall].match(text, at)
        end = quoted.end() if quoted else plain.end() if plain else at
        cells.append(_trimmed(text, *(quoted.span("words") if quoted else (at, end))))
        if text[end : end + 1] == "\r":
            end += 1
        if text[end : end + 1] != wall:
            return Row(start=start, end=end, cells=tuple(cells), wall=wall)
        at = end + 1


def _trimmed(text: str, start: int, end: int) -> Cell:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    return left, max(left, start + len(words.rstrip()))
