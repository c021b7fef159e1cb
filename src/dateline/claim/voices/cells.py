"""Which of many stretches of text reach a place, without a look at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.claim.voices.scene import Extent

CELL = 256
"""Code points of a cell: about one long sentence, so that most stretches lie in one or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """The numbers of stretches by the cells of the text they touch; a stretch may be added while others are sought."""

    rows: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, number: int, extents: Iterable[Extent]) -> None:
        """Enter the stretches of a number."""
        for start, end in extents:
            for cell in range(start // CELL, max(start, end - 1) // CELL + 1):
                self.rows[cell].append(number)

    def near(self, start: int, end: int) -> list[int]:
        """The numbers, in order, of all that may touch [start, end), and of some that come close."""
        cells = range(start // CELL, max(start, end - 1) // CELL + 1)
        return sorted({number for cell in cells for number in self.rows.get(cell, ())})
