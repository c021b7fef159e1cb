"""Publication times as a user or a feed writes them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from dateline.errors import UsageError
from dateline.model.time import TimeRange

_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
EXPECTED = "2023-11, 2023-11-14 or 2023-11-14T18:30"


def parse_published(words: str) -> TimeRange:
    """The range that an ISO 8601 month, day or time covers; raises UsageError for anything else.

    An offset from UTC is left out, not applied: the wall clock of the publisher is what its text means by "today".
    """
    words = words.strip()
    try:
        return _range(words)
    except ValueError as error:
        why = "" if "isoformat" in str(error) else f" ({error})"
        raise UsageError(f"{words!r} is no publication time{why}; write it as {EXPECTED}") from error


def _range(words: str) -> TimeRange:
    month = _MONTH.match(words)
    if month:
        return TimeRange.month(int(month[1]), date(int(month[1]), int(month[2]), 1).month)
    if _DAY.match(words):
        return TimeRange.day(date.fromisoformat(words))
    moment = datetime.fromisoformat(words).replace(tzinfo=None, second=0, microsecond=0)
    return TimeRange(earliest=moment, latest=moment + timedelta(minutes=1), precision="minute")
