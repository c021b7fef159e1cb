"""Time ranges: half-open, with honest precision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

Precision = Literal[
    "minute", "hour", "night", "day", "week", "month", "season", "year", "interval", "vague", "duration"
]

_MICRO = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRange:
    """[earliest, latest): naive local times of the place told about; None where an end is not known.

    A range never holds an invented day: "August 2023" is the whole month with precision `month`.
    """

    earliest: datetime | None
    latest: datetime | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None and self.earliest >= self.latest:
            raise ValueError(f"a half-open range ends after it begins: {self.earliest} .. {self.latest}")

    @classmethod
    def days(cls, first: date | None, last: date | None, precision: Precision = "interval") -> TimeRange:
        """The range from the first to the last day, both included; None leaves an end open."""
        earliest = datetime(first.year, first.month, first.day) if first else None
        latest = datetime(last.year, last.month, last.day) + timedelta(days=1) if last else None
        return cls(earliest=earliest, latest=latest, precision=precision)

    @classmethod
    def day(cls, day: date) -> TimeRange:
        """One day."""
        return cls.days(day, day, "day")

    @classmethod
    def month(cls, year: int, month: int) -> TimeRange:
        """One calendar month."""
        after = date(year + month // 12, month % 12 + 1, 1)
        return cls.days(date(year, month, 1), after - timedelta(days=1), "month")

    @classmethod
    def year(cls, year: int) -> TimeRange:
        """One calendar year."""
        return cls.days(date(year, 1, 1), date(year, 12, 31), "year")

    @property
    def first_day(self) -> date | None:
        """The first day that the range touches."""
        return self.earliest.date() if self.earliest else None

    @property
    def last_day(self) -> date | None:
        """The last day that the range touches (the half-open end is not part of it)."""
        return (self.latest - _MICRO).date() if self.latest else None

    def iso(self) -> str:
        """ISO 8601 interval with days, `..` for an open end."""
        first, last = self.first_day, self.last_day
        return f"{first or '..'}/{last or '..'}"

    def overlaps(self, other: TimeRange) -> bool:
        """Whether both may hold at one instant; an open end is no bound."""
        starts_before = self.earliest is None or other.latest is None or self.earliest < other.latest
        ends_after = self.latest is None or other.earliest is None or other.earliest < self.latest
        return starts_before and ends_after
