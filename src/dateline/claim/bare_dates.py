"""Days told by month in a report that tells its news by weekday, where nobody knows the day of the report.

Agencies name the weekday of what happened within a week and the date of what is older (The Associated Press Stylebook,
"months", "time element"). Since not every desk keeps to it, a day is old only where the report names one of a later month.
"""

from __future__ import annotations

import re

from dateline.model.record import Mention, Resolution

_WEEKDAY = re.compile(r"XXXX-WXX-\d")
_MONTH_DAY = re.compile(r"XXXX-(\d\d)-\d\d")
_MONTHS = 12
_HALF = 6
"""Months ahead that are still later, not earlier, of a year that nobody knows."""


def newest_month(resolution: Resolution) -> int | None:
    """The latest month of the days that a report tells without a year; None where it does not tell its news by weekday."""
    days = [_value(resolution, mention) for mention in resolution.mentions if mention.kind == "time"]
    bare = [day for day in days if _WEEKDAY.fullmatch(day) or _MONTH_DAY.fullmatch(day)]
    if not bare or not _WEEKDAY.fullmatch(bare[0]):
        return None
    months = [month for day in bare if (month := _month(day)) is not None]
    return next((one for one in months if not any(_later(other, one) for other in months)), None)


def is_older(resolution: Resolution, time: Mention, newest: int | None) -> bool:
    """Whether a time is a day of a month before the newest, without weekday and year."""
    value = resolution.time(time.id)
    if newest is None or value is None or value.weekday is not None or value.range.earliest is not None:
        return False
    month = _month(_value(resolution, time))
    return month is not None and _later(newest, month)


def _later(one: int, other: int) -> bool:
    return 0 < (one - other) % _MONTHS <= _HALF


def _month(day: str) -> int | None:
    found = _MONTH_DAY.fullmatch(day)
    return int(found[1]) if found else None


def _value(resolution: Resolution, mention: Mention) -> str:
    value = resolution.time(mention.id)
    return (value.timex_value if value is not None else None) or ""
