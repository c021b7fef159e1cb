"""The days of many events as a histogram: bars of days, weeks, months or years, the disputed ones apart."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateline.model.time import TimeRange

Step = Literal["day", "week", "month", "year", "decade", "century"]

MOST_BARS = 40
WIDTH, HEIGHT = 720.0, 132.0
LEFT, RIGHT, TOP, FOOT = 34.0, 8.0, 10.0, 24.0
LABEL = 78.0
"""How wide the longest label below a bar is."""
_YEARS = {"year": 1, "decade": 10, "century": 100}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What the timeline asks of an event."""

    days: TimeRange | None
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A stretch of days, both ends included, with how many events begin in it; `interval` is what `datetime` takes."""

    first: date
    last: date
    label: str
    events: int
    disputed: int

    @property
    def interval(self) -> str:
        """The days as the address writes them."""
        return f"{self.first}/{self.last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bin as it is drawn, in units of the figure; `label` is printed below where there is room."""

    bin: Bin
    x: float
    width: float
    y: float
    height: float
    disputed_y: float
    disputed_height: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The histogram; `undated` events lie in no bar."""

    step: Step
    bars: tuple[Bar, ...]
    top: int
    undated: int
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    base: float = HEIGHT - FOOT
    head: float = TOP

    @property
    def filled(self) -> tuple[Bin, ...]:
        """The bins that are not empty: the table beside the figure."""
        return tuple(bar.bin for bar in self.bars if bar.bin.events)


def timeline(events: Iterable[Dated]) -> Timeline:
    """The histogram of some events; each counts on its first day, else on its last."""
    days: Counter[date] = Counter()
    disputed: Counter[date] = Counter()
    undated = 0
    for event in events:
        day = (event.days.first_day or event.days.last_day) if event.days else None
        undated += day is None
        if day is not None:
            days[day] += 1
            disputed[day] += event.disputed
    if not days:
        return Timeline(step="day", bars=(), top=0, undated=undated)
    step = _step(min(days), max(days))
    bins = tuple(_bins(days, disputed, step))
    top = max(one.events for one in bins)
    return Timeline(step=step, bars=tuple(_bars(bins, top, step)), top=top, undated=undated)


def _step(first: date, last: date) -> Step:
    span = (last - first).days + 1
    if span <= MOST_BARS:
        return "day"
    if span <= 7 * MOST_BARS:
        return "week"
    if span <= 30 * MOST_BARS:
        return "month"
    if span <= 365 * MOST_BARS:
        return "year"
    return "decade" if span <= 3650 * MOST_BARS else "century"


def _bins(days: Counter[date], disputed: Counter[date], step: Step) -> Iterator[Bin]:
    counts: Counter[date] = Counter()
    against: Counter[date] = Counter()
    for day, number in days.items():
        counts[_begin(day, step)] += number
        against[_begin(day, step)] += disputed[day]
    first, final = min(counts), max(counts)
    while first <= final:
        after = _next(first, step)
        yield Bin(
            first=first,
            last=after - timedelta(days=1) if after > first else first,
            label=_label(first, step),
            events=counts[first],
            disputed=against[first],
        )
        if after <= first:
            return
        first = after


def _begin(day: date, step: Step) -> date:
    if step == "week":
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    if step == "month":
        return day.replace(day=1)
    if step in _YEARS:
        return date(max(1, day.year - day.year % _YEARS[step]), 1, 1)
    return day


def _next(day: date, step: Step) -> date:
    """The begin of the next bin; the calendar ends with the year 9999."""
    if step in ("day", "week"):
        return day + timedelta(days=7 if step == "week" else 1) if day < date(9999, 12, 20) else date.max
    if step == "month":
        return (day + timedelta(days=31)).replace(day=1) if day < date(9999, 12, 1) else date.max
    year = day.year + _YEARS[step] - day.year % _YEARS[step]
    return date(year, 1, 1) if year <= 9999 else date.max


def _label(first: date, step: Step) -> str:
    if step == "day":
        return first.isoformat()
    if step == "week":
        return f"week of {first}"
    return f"{first.year:04}-{first.month:02}" if step == "month" else f"{first.year:04}{'' if step == 'year' else 's'}"


def _bars(bins: tuple[Bin, ...], top: int, step: Step) -> Iterator[Bar]:
    wide = (WIDTH - LEFT - RIGHT) / max(len(bins), 12)
    room = HEIGHT - FOOT - TOP
    every = math.ceil(LABEL / wide)
    for number, one in enumerate(bins):
        high = _scaled(one.events, top, room)
        hatched = _scaled(one.disputed, top, room)
        yield Bar(
            bin=one,
            x=round(LEFT + number * wide + wide * 0.1, 1),
            width=round(wide * 0.8, 1),
            y=round(HEIGHT - FOOT - high, 1),
            height=round(high, 1),
            disputed_y=round(HEIGHT - FOOT - hatched, 1),
            disputed_height=round(hatched, 1),
            label=_tick(one.first, step) if number % every == 0 and LEFT + number * wide + LABEL <= WIDTH else "",
        )


def _tick(first: date, step: Step) -> str:
    return first.isoformat() if step in ("day", "week") else _label(first, step)


def _scaled(number: int, top: int, room: float) -> float:
    return room * number / top if top else 0.0
