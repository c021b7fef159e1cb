"""The head of a NATO press release: when it was issued, and the body without the head's lines.

Conventions of these releases, not of dispatches: the day stands in the dateline ("KABUL, Afghanistan (Dec. 02)") or in
the title, the year only in the release's number ("2009-12-CA-060") or after the day.
"""

from __future__ import annotations

import re
from datetime import date

from dateline.model.time import TimeRange

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = re.compile(rf"{_MONTH}\.?\s+(?P<day>\d{{1,2}})\b(?:,?\s+(?P<year>20\d\d))?", re.IGNORECASE)
_NUMBER = re.compile(r"\b0?(?P<year>2?0\d\d)-(?P<month>\d\d)-")
_DATELINE = re.compile(r"kabul,?\s+afghanistan\s*\(([^)]{3,30})\)", re.IGNORECASE)
_HEAD_END = re.compile(r"for immediate release\s*(?:download pdf)?", re.IGNORECASE)


def issued(text: str) -> TimeRange | None:
    """The day of issue; None when the head does not give day, month and year."""
    dateline = _DATELINE.search(text)
    written = _DAY.search(dateline[1]) if dateline else None
    written = written or _DAY.search(text[:250])
    number = _NUMBER.search(text)
    if written is None or not (written["year"] or number):
        return None
    month = MONTHS.index(written["month"].lower()) + 1
    year = int(written["year"]) if written["year"] else _year(number, month) if number else 0
    try:
        return TimeRange.day(date(year, month, int(written["day"])))
    except ValueError:
        return None


def _year(number: re.Match[str], month: int) -> int:
    """The year of the release's number; numbered in December and dated in January means the year after."""
    year = int("2" + number["year"].removeprefix("2")) if len(number["year"]) == 4 else 2000 + int(number["year"])
    return year + (int(number["month"]) == 12 and month == 1)


def body_start(text: str) -> int:
    """Where the body begins: after the dateline, else after the words "For Immediate Release", else 0."""
    dateline = _DATELINE.search(text)
    if dateline and dateline.start() < 500:
        return dateline.end()
    head = _HEAD_END.search(text, 0, 500)
    return head.end() if head else 0
