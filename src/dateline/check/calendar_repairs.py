"""Every single edit that makes a weekday and its date agree, ranked by what it breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from dateline.model.derived import Repair
from dateline.model.time import TimeRange
from dateline.reference import calendar as cal
from dateline.reference.calendar_expression import Expression

_YEARS_BACK = 11
"""A weekday returns to a date after 5, 6, 11 or 12 years; the next earlier year is looked for within eleven."""

Field = Literal["weekday", "day", "month", "year"]
_FIELDS: tuple[Field, ...] = ("weekday", "day", "month", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """What a mended date should respect; None where the report tells nothing."""

    window: TimeRange | None = None
    published: date | None = None
    start: date | None = None
    year_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One changed field of a dated weekday, and the day that comes of it."""

    field: Field
    old: str
    new: str
    day: date


def repairs(e: Expression, stated: date, constraints: Constraints) -> tuple[Repair, ...]:
    """All single edits that mend "WEEKDAY, DATE", best first: fewest constraints broken, then nearest the window."""
    judged = [(edit, *_judge(edit, stated, constraints)) for edit in _edits(e, stated)]
    judged.sort(key=lambda row: (len(row[2]), _distance(row[0].day, constraints.window), _FIELDS.index(row[0].field)))
    return tuple(
        Repair(
            rank=rank,
            edit=MappingProxyType({"field": edit.field, "from_": edit.old, "to": edit.new}),
            result=_result(e, edit),
            satisfies=satisfies,
            violates=violates,
            extra=MappingProxyType({"date": edit.day.isoformat(), "weekday": _weekday(edit.day), "edits": 1}),
        )
        for rank, (edit, satisfies, violates) in enumerate(judged, start=1)
    )


def _edits(e: Expression, stated: date) -> Iterator[Edit]:
    weekday = cal.WEEKDAYS[e.get("weekday").rstrip(".")]
    yield Edit(field="weekday", old=e.fields["weekday"], new=_weekday(stated), day=stated)
    for month in range(1, 13):
        other = cal.day_of(stated.year, month, stated.day)
        if other and other.weekday() == weekday and month != stated.month:
            yield Edit(
                field="month", old=e.fields.get("month", stated.strftime("%B")), new=other.strftime("%B"), day=other
            )
    for shift in (range(-1, -7, -1), range(1, 7)):
        for days in shift:
            other = cal.day_of(stated.year, stated.month, stated.day + days)
            if other and other.weekday() == weekday:
                yield Edit(field="day", old=e.fields.get("day", str(stated.day)), new=str(other.day), day=other)
    for year in range(stated.year - 1, stated.year - _YEARS_BACK - 1, -1):
        other = cal.day_of(year, stated.month, stated.day)
        if other and other.weekday() == weekday:
            old = e.fields.get("year") or f"{stated.year} (inferred)"
            yield Edit(field="year", old=old, new=str(year), day=other)
            return


def _judge(edit: Edit, stated: date, constraints: Constraints) -> tuple[tuple[str, ...], tuple[str, ...]]:
    satisfies, violates = ["weekday"], []
    window, day = constraints.window, edit.day
    gap = _distance(day, window)
    if window is not None and gap:
        side = "before" if window.first_day and day < window.first_day else "after"
        violates.append(f"{gap} days {side} the news window {window.iso()}")
    elif window is not None:
        satisfies.append(f"within the news window {window.iso()}")
    if constraints.start is not None:
        told = f"the start told for {constraints.start}"
        (satisfies if day >= constraints.start else violates).append(
            f"not before {told}" if day >= constraints.start else f"before {told}"
        )
    if constraints.published is not None:
        fits = day <= constraints.published
        (satisfies if fits else violates).append(f"{'not ' if fits else ''}after publication {constraints.published}")
    if edit.field == "year":
        source = ", ".join(constraints.year_from) or "the year as written"
        violates.append(f"contradicts the year evidence: {stated.year} from {source}")
    return tuple(satisfies), tuple(violates)


def _distance(day: date, window: TimeRange | None) -> int:
    if window is None or window.first_day is None or window.last_day is None:
        return 0
    return max((window.first_day - day).days, (day - window.last_day).days, 0)


def _weekday(day: date) -> str:
    return cal.WEEKDAY_NAMES[day.weekday()].title()


def _result(e: Expression, edit: Edit) -> str:
    """The words with the edit made, for reading only: the report's text is never altered."""
    text = e.text
    old = e.fields.get(edit.field)
    if old is None:
        return f"{text} ({edit.new})" if edit.field == "year" else f"{_weekday(edit.day)}, {edit.day.isoformat()}"
    new = edit.new.upper() if old.isupper() and old.isalpha() else edit.new
    head, found, tail = text.rpartition(old) if edit.field == "year" else text.partition(old)
    if edit.field == "day":
        head, found, tail = _split_day(text, e, old)
    return f"{head}{new}{tail}" if found else f"{_weekday(edit.day)}, {edit.day.isoformat()}"


def _split_day(text: str, e: Expression, old: str) -> tuple[str, str, str]:
    """The text around the day's digits, which may also occur in the year."""
    month = e.fields.get("month", "")
    at = text.find(month)
    after = text.find(old, at + len(month)) if at >= 0 else -1
    before = text.rfind(old, 0, at) if at >= 0 else text.find(old)
    start = before if before >= 0 else after
    return (text[:start], old, text[start + len(old) :]) if start >= 0 else ("", "", "")
