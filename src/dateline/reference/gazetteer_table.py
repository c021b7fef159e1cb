"""One file, mapped into memory: folded names → rows.

Layout, in the byte order of the machine (the file never leaves it): magic, four uint32 counts (keys, postings, rows, bytes of rows), uint64 keys in ascending order,
uint32 first posting of a key (one more than keys), uint32 postings (row numbers, the most important place
first), uint32 first byte of a row (one more than rows), and the rows as UTF-8 lines of tab-separated fields.
A key is the BLAKE2b hash of a folded name. Nothing is parsed when the file is opened, several processes share
its pages, and a look-up is one bisection.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

MAGIC = b"DLPLACE1"
_HEADER = struct.Struct("=8s4I")


def key_of(folded: str) -> int:
    """The 64-bit key of a folded name; a million names collide with a chance of one in 40 million."""
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlaceTable:
    """The arrays of the file; `rows_of` gives the fields of the rows that carry a folded name."""

    keys: memoryview
    firsts: memoryview
    postings: memoryview
    offsets: memoryview
    rows: memoryview
    size: int

    def rows_of(self, folded: str, limit: int) -> Iterator[list[str]]:
        """The fields of at most `limit` rows with that name, the most important place first."""
        key = key_of(folded)
        at = bisect_left(self.keys, key)
        if at == len(self.keys) or self.keys[at] != key:
            return
        for posting in range(self.firsts[at], min(self.firsts[at + 1], self.firsts[at] + limit)):
            yield self.row(self.postings[posting])

    def row(self, number: int) -> list[str]:
        """The fields of one row."""
        return bytes(self.rows[self.offsets[number] : self.offsets[number + 1]]).decode("utf-8").split("\t")

    def __contains__(self, folded: object) -> bool:
        key = key_of(str(folded))
        at = bisect_left(self.keys, key)
        return at < len(self.keys) and bool(self.keys[at] == key)


def pack(rows: Sequence[Sequence[str]], names: Mapping[str, Sequence[int]]) -> bytes:
    """The bytes of a table: rows in order, and for every folded name its row numbers in order of importance."""
    ordered = sorted((key_of(name), numbers) for name, numbers in names.items())
    firsts, postings = array("I", [0]), array("I")
    for _, numbers in ordered:
        postings.extend(numbers)
        firsts.append(len(postings))
    lines = [("\t".join(row)).encode("utf-8") for row in rows]
    offsets = array("I", [0])
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    keys = array("Q", [key for key, _ in ordered])
    header = _HEADER.pack(MAGIC, len(keys), len(postings), len(rows), offsets[-1])
    arrays = (keys, firsts, postings, offsets)
    return b"".join([header, *(one.tobytes() for one in arrays), *lines])


def unpack(raw: bytes | mmap.mmap) -> PlaceTable:
    """The table in these bytes; raises ValueError when they are not one (cut short, another version)."""
    view = memoryview(raw)
    if len(view) < _HEADER.size or view[:8] != MAGIC:
        raise ValueError("no table of places")
    _, keys, postings, rows, size = _HEADER.unpack_from(view)
    sizes = (8 * keys, 4 * (keys + 1), 4 * postings, 4 * (rows + 1), size)
    if len(view) != _HEADER.size + sum(sizes):
        raise ValueError("a table of places that was cut short")
    parts, at = [], _HEADER.size
    for length in sizes:
        parts.append(view[at : at + length])
        at += length
    return PlaceTable(
        keys=parts[0].cast("Q"),
        firsts=parts[1].cast("I"),
        postings=parts[2].cast("I"),
        offsets=parts[3].cast("I"),
        rows=parts[4],
        size=len(view),
    )


def open_table(path: Path) -> PlaceTable:
    """Map a table file; raises OSError when it cannot be read and ValueError when it is no table."""
    with path.open("rb") as file:
        return unpack(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
