"""Where a time expression stands: the report's day, and the time that the text has reached."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Literal

from dateline.model.time import Precision, TimeRange
from dateline.model.world import TimeValue

_STORY_YEARS = 40

Tense = Literal["past", "future", "present"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What holds for the whole report.

    `anchor` is the day that "today" means, None when no evidence gives one; `stated` tells whether the report
    says it; `day_first` the order of its numeric dates; `years` its explicit years with their offsets, `days` the
    days that it writes with weekday and year, `weekend` the weekday (Monday 0) with which weekends begin there; `undated`: its head gives
    a day without a year, which nothing tells.
    """

    anchor: date | None = None
    stated: bool = False
    day_first: bool | None = None
    years: tuple[tuple[int, int], ...] = ()
    days: tuple[date, ...] = ()
    weekend: int = 5
    undated: bool = False

    @property
    def usual_years(self) -> tuple[int, int]:
        """The years that the text may be about: not further from the median of those it writes than a lifetime."""
        if not self.years:
            return (0, 9999)
        ordered = sorted(year for _, year in self.years)
        median = ordered[len(ordered) // 2]
        return (median - _STORY_YEARS, median + _STORY_YEARS)

    def year_near(self, offset: int) -> int | None:
        """The last year that the text names before the offset, else the first after it."""
        if not self.years:
            return None
        at = bisect_right(self.years, offset, key=itemgetter(0))
        return self.years[max(0, at - 1)][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The time that the text has reached: the last date it told, as exact as it told it.

    `mention` is the id of the words, `sentence` the index of their sentence, `era` "BC" or empty (years count up).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    era: str = ""
    mention: str | None = None
    sentence: int | None = None

    @property
    def date(self) -> date | None:
        """The day, None where the text did not come down to one."""
        if self.year is None or self.month is None or self.day is None or self.era:
            return None
        return date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where one expression stands: its offset, its sentence, and the tense of the verb that governs it.

    `told`: a preposition hangs it on a verb in the past, so that it has been ("in June militiamen burned the market").
    """

    offset: int
    sentence: int | None
    tense: Tense | None
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What an expression means: its value, and the moment that the text has reached with it (None: no change).

    `why` tells where an unwritten year or the order of digits came from, `others` are the readings not preferred.
    """

    value: TimeValue
    moment: Moment | None = None
    why: tuple[str, ...] = ()
    others: tuple[TimeValue, ...] = ()


def unknown(precision: Precision) -> TimeRange:
    """A range of which neither end is known."""
    return TimeRange(earliest=None, latest=None, precision=precision)
