"""A stretch of text that quotes itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a report's text that quotes itself; made by `Report.span`, nowhere else."""

    start: int
    end: int
    quote: str
    report: str

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every code point of the other lies in this one."""
        return self.start <= other.start and other.end <= self.end
