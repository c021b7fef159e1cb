"""Stretches of time that are told by their end or as a part of another: nights, hours, weeks, halves of months."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from dateline.model.time import TimeRange
from dateline.model.world import TimeValue
from dateline.reference import calendar as cal
from dateline.reference.calendar_expression import Expression
from dateline.resolve.time_scene import Moment, Scene, Sense, Site, unknown
from dateline.resolve.time_years import year_of

_DAY = timedelta(days=1)
_HALF_OF_MONTH = 15
_HOURS = 24


def ending(length: Expression, end: Sense) -> Sense:
    """What ends with a day: "the 24 hours to 6 am on Monday", "overnight into Monday"; the day itself counts."""
    last = end.value.range.first_day
    if last is None:
        return Sense(value=TimeValue(range=unknown("interval"), kind="interval"), moment=end.moment)
    night = length.get("word") == "overnight"
    span = TimeRange.days(last - (_DAY if night else _length(length)), last, "night" if night else "interval")
    value = TimeValue(range=span, kind="interval", timex_type="DURATION", anchor=end.value.anchor)
    return Sense(value=value, moment=end.moment, why=end.why)


def _length(e: Expression) -> timedelta:
    amount = cal.number(e.get("num")) or 1
    return timedelta(days=ceil(amount / _HOURS) if e.get("unit").startswith("hour") else round(amount))


def day_of_week(e: Expression, number: int, scene: Scene, now: Moment) -> date | None:
    """The day of a weekday (Monday 0) that is told with its week: "Wednesday last week"."""
    rel = e.get("week").removeprefix("the ")
    told = rel in ("that", "same", "following", "previous", "preceding")
    base = (now.date if told else None) or scene.anchor or now.date
    if base is None:
        return None
    weeks = -1 if rel.split()[-1] in ("last", "past", "previous", "preceding") else 0
    weeks += rel.split()[-1] in ("next", "coming", "following")
    return cal.monday_of(base) + timedelta(weeks=weeks, days=number)


def read_half_of_month(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """Half a month, to the 15th or from the 16th: "in the second half of May"."""
    month = cal.MONTHS[e.get("month").rstrip(".")]
    year, why = year_of(e, scene, now, site, (month, None))
    if year is None:
        return Sense(value=TimeValue(range=unknown("month"), kind="date", timex_value=f"XXXX-{month:02}"))
    whole, middle = TimeRange.month(year, month), date(year, month, _HALF_OF_MONTH)
    first = e.get("half") == "first"
    span = TimeRange.days(whole.first_day if first else middle + _DAY, middle if first else whole.last_day, "vague")
    value = TimeValue(range=span, kind="date", timex_value=f"{year:04}-{month:02}")
    return Sense(value=value, moment=Moment(year=year, month=month), why=why)
