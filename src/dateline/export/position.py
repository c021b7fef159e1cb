"""Where a span stands, as people count: lines and columns from 1, columns in code points."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The offsets at which the lines of a text start; a line ends with a line feed and nothing else."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of this text."""
        return cls(starts=(0, *(offset + 1 for offset, char in enumerate(text) if char == "\n")))

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column) of the code point, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
