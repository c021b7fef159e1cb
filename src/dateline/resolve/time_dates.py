"""Absolute and partial dates: days, months, years, numeric dates, decades, seasons, quarters."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.model.time import TimeRange
from dateline.model.world import TimeValue
from dateline.reference import calendar as cal
from dateline.reference.calendar_expression import Expression
from dateline.resolve.time_scene import Moment, Scene, Sense, Site, unknown
from dateline.resolve.time_years import full_year, year_of

_NEARBY_MONTHS = 6
_MONTHS = 12
_HALF_YEAR_DAYS = 190


_SAME_WEEKS_DAYS = 31
"""Days that are told of one piece of news lie no further apart."""


_EARLY = frozenset(("early", "start", "beginning", "opening"))
_MID = frozenset(("mid", "middle"))
_LATE = frozenset(("late", "end", "close", "last", "final"))


def read_date(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A day of a month, with or without its year; the weekday is checked where one is written."""
    month = cal.MONTHS[e.get("month").rstrip(".")]
    day = cal.ordinal(e.get("day") or e.get("ordinal"))
    if day is None:
        return None
    if e.get("era"):
        return _ancient_day(e, month, day)
    year, why = year_of(e, scene, now, site, (month, day))
    if year is None:
        return _yearless(e, f"XXXX-{month:02}-{day:02}", now, month=month, day=day)
    whole = cal.day_of(year, month, day)
    if whole is None:
        return None
    if why and (fitting := _by_weekday(e, whole, scene)) is not None:
        whole, why = fitting, (*why, "weekday")
    value = _weekday(e, whole, day_value(whole))
    return Sense(value=value, moment=_at(whole), why=why)


def read_month_day(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A day by its number only ("on the 14th"): of the month that the text has reached, else of the anchor's."""
    number, rel = int(e.get("day")), e.get("rel")
    anchor = scene.anchor
    year, month = (now.year, now.month) if now.month and not now.era else (None, None)
    if anchor is not None and (rel in ("this", "last", "next") or year is None):
        shift = {"last": -1, "next": 1}.get(rel, -1 if not rel and number > anchor.day else 0)
        moved = cal.add_months(anchor.replace(day=1), shift)
        year, month = (moved.year, moved.month) if moved else (None, None)
    day = cal.day_of(year, month, number) if year and month else None
    if day is None:
        return Sense(value=TimeValue(range=unknown("day"), kind="date", timex_value=f"XXXX-XX-{number:02}"))
    return Sense(value=day_value(day), moment=_at(day), why=(now.mention or "publication",))


def _by_weekday(e: Expression, day: date, scene: Scene) -> date | None:
    """The same day of a neighbouring year, where only that one has the weekday written and it is no worse a guess.

    A day of the same weeks that the text writes with weekday and year is better evidence: then the weekday is wrong.
    """
    named = cal.WEEKDAYS.get(e.get("weekday").rstrip("."))
    if named is None or day.weekday() == named:
        return None
    beside = (cal.day_of(told.year, day.month, day.day) for told in scene.days)
    for told, same in zip(scene.days, beside, strict=True):
        if same is not None and abs((same - told).days) <= _SAME_WEEKS_DAYS:
            return same
    others = (cal.day_of(day.year + shift, day.month, day.day) for shift in (-1, 1))
    near = [d for d in others if d and d.weekday() == named]
    if scene.anchor is not None:
        anchor = scene.anchor
        near = [d for d in near if abs((d - anchor).days) <= _HALF_YEAR_DAYS]
    return near[0] if len(near) == 1 else None


def read_month(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A month, or its early, middle or late days (thirds of the month: 1-10, 11-20, 20 to the end)."""
    month = cal.MONTHS[e.get("month").rstrip(".")]
    if e.get("era"):
        return _ancient_month(int(e.get("year")), month)
    if e.get("rel") in ("each", "every"):
        return Sense(
            value=TimeValue(range=unknown("month"), kind="set", timex_type="SET", timex_value=f"XXXX-{month:02}")
        )
    year, why = year_of(e, scene, now, site, (month, None))
    if now.era and not scene.anchor and year is not None and not e.get("year"):
        return _ancient_month(year, month)
    if year is None:
        return _yearless(e, f"XXXX-{month:02}", now, month=month, day=None)
    span = _third(TimeRange.month(year, month), e.get("mod"))
    value = TimeValue(range=span, kind="date", timex_value=f"{year:04}-{month:02}")
    return Sense(value=value, moment=Moment(year=year, month=month), why=why)


def read_year(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A year, in full or abbreviated ('89), or its early, middle or late months."""
    era = e.get("era")
    year = _year_number(e, now if scene.anchor is None else Moment())
    if year is None or not 1 <= year <= 2999:
        return None
    if era:
        value = TimeValue(range=unknown("year"), kind="date", timex_value=f"BC{year:04}")
        return Sense(value=value, moment=Moment(year=year, era="BC"))
    value = TimeValue(range=_third_of_year(year, e.get("mod")), kind="date", timex_value=f"{year:04}")
    return Sense(value=value, moment=Moment(year=year))


def _third_of_year(year: int, mod: str) -> TimeRange:
    """The early, middle or late months of a year (thirds: January to April, May to August, September to December)."""
    words = set(re.findall(r"\w+", mod))
    for third, names in enumerate((_EARLY, _MID, _LATE)):
        if words & names:
            last = TimeRange.month(year, 4 * third + 4).last_day
            return TimeRange.days(date(year, 4 * third + 1, 1), last, "vague")
    return TimeRange.year(year)


def _year_number(e: Expression, now: Moment) -> int | None:
    if e.kind == "shortyear":
        return full_year(int(e.get("year2")), now)
    return int(e.get("year"))


def read_decade(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A decade (199) or a century (19) in TIMEX3's cut-off years."""
    if e.kind == "century":
        nth = cal.ordinal(e.get("nth")) or 1
        if e.get("era"):
            return Sense(value=TimeValue(range=unknown("vague"), kind="date", timex_value=f"BC{nth - 1:02}"))
        span = TimeRange.days(date(max((nth - 1) * 100, 1), 1, 1), date(nth * 100 - 1, 12, 31))
        return Sense(value=TimeValue(range=span, kind="date", timex_value=f"{nth - 1:02}"))
    tens = {name.replace("y", "ies"): 1900 + tens for name, tens in cal.TENS.items()}
    first = int(e.get("decade") or 0) or tens.get(e.get("tens"), 0) or 1900 + int(e.get("decade2") or 0)
    span = TimeRange.days(date(first, 1, 1), date(first + 9, 12, 31))
    value = TimeValue(range=span, kind="date", timex_value=f"{first // 10}")
    return Sense(value=value, moment=Moment(year=first))


def read_numeric(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A date in digits; both orders are kept where the text does not settle which is meant."""
    days = numeric_days(e)
    if not days:
        return None
    preferred = _preferred(e, days, scene)
    settled = scene.day_first is not None or preferred == scene.anchor
    others = () if settled else tuple(_weekday(e, day, day_value(day)) for day in days if day != preferred)
    value = _weekday(e, preferred, day_value(preferred))
    return Sense(value=value, moment=_at(preferred), why=(_order(e, days, preferred),), others=others)


def numeric_days(e: Expression) -> tuple[date, ...]:
    """The days that a numeric date may mean: day first, then month first; one where calendar or dots settle it."""
    if e.kind == "iso" or (len(e.get("c")) == 4 and e.text.strip().startswith(e.get("c"))):
        year, month, day = (
            (e.get("year"), e.get("month"), e.get("day")) if e.kind == "iso" else (e.get("c"), e.get("a"), e.get("b"))
        )
        found = cal.day_of(int(year), int(month), int(day))
        return (found,) if found else ()
    a, b, c = int(e.get("a")), int(e.get("b")), int(e.get("c"))
    year_ = c if c > 99 else full_year(c, Moment())
    days = (cal.day_of(year_, b, a), None if e.get("sep") == "." and b <= _MONTHS else cal.day_of(year_, a, b))
    return tuple(dict.fromkeys(day for day in days if day))


def _preferred(e: Expression, days: tuple[date, ...], scene: Scene) -> date:
    named = cal.WEEKDAYS.get(e.get("weekday"))
    if named is not None and (right := [day for day in days if day.weekday() == named]):
        return right[0]
    if len(days) == 1:
        return days[0]
    if scene.day_first is not None:
        return days[0] if scene.day_first else days[1]
    anchor = scene.anchor
    if anchor is not None:
        return min(days, key=lambda day: (day > anchor, abs((day - anchor).days)))
    return days[0]


def _order(e: Expression, days: tuple[date, ...], preferred: date) -> str:
    if e.kind == "iso":
        return "ISO 8601"
    if len(days) == 1:
        return "the calendar allows one order only"
    return "day first" if preferred == days[0] else "month first"


def read_season(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A season of a year; its months are those of the northern half of the globe, so its ends stay vague."""
    code = cal.SEASONS[e.get("season")]
    first, last = cal.SEASON_MONTHS[code]
    year, why = year_of(e, scene, now, site, (first, None))
    if year is None:
        return Sense(value=TimeValue(range=unknown("season"), kind="date", timex_value=f"XXXX-{code}"))
    if now.era and not scene.anchor and not e.get("year"):
        return Sense(value=TimeValue(range=unknown("season"), kind="date", timex_value=f"BC{year:04}-{code}"))
    end = TimeRange.month(year + (last < first), last).last_day
    span = TimeRange.days(date(year, first, 1), end, "season")
    value = TimeValue(range=span, kind="date", timex_value=f"{year:04}-{code}")
    return Sense(value=value, moment=Moment(year=year), why=why)


def read_half(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """Half a year: 1943-H2."""
    year, why = year_of(e, scene, now, site, (1, None))
    if year is None:
        return None
    half = 1 if e.get("half") == "first" else 2
    last = date(year, 6, 30) if half == 1 else date(year, 12, 31)
    span = TimeRange.days(date(year, half * 6 - 5, 1), last)
    value = TimeValue(range=span, kind="date", timex_value=f"{year:04}-H{half}")
    return Sense(value=value, moment=Moment(year=year), why=why)


def read_quarter(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A quarter of a year, by number or by reference to the one last told of."""
    year, quarter = _quarter(e, scene, now, site)
    if year is None:
        code = f"XXXX-Q{quarter}" if quarter else "XXXX-QX"
        return Sense(value=TimeValue(range=unknown("interval"), kind="date", timex_value=code))
    span = TimeRange.days(date(year, quarter * 3 - 2, 1), TimeRange.month(year, quarter * 3).last_day)
    value = TimeValue(range=span, kind="date", timex_value=f"{year:04}-Q{quarter}")
    compared = "year" in e.get("rel")
    return Sense(value=value, moment=None if compared else Moment(year=year, quarter=quarter))


def _quarter(e: Expression, scene: Scene, now: Moment, site: Site) -> tuple[int | None, int]:
    nth = cal.ordinal(e.get("nth")) if e.get("nth") else None
    if nth:
        if e.get("lead"):
            return int(e.get("lead")), nth
        if e.get("year") or e.get("relyear") or e.get("owner") or scene.anchor is None:
            return year_of(e, scene, now, site, (nth * 3 - 2, None))[0], nth
        return _reported_year(scene.anchor, nth * 3 - 2, site), nth
    anchor = scene.anchor
    rel = e.get("rel")
    if now.quarter and now.year and rel not in ("this", "last", "next", "the current"):
        return now.year - ("year" in rel), now.quarter
    if anchor is None:
        return None, 0
    index = anchor.year * 4 + (anchor.month - 1) // 3
    index += {"this": 0, "the current": 0, "next": 1, "the next": 1}.get(rel, -1) - (4 if "year" in rel else 0)
    return index // 4, index % 4 + 1


def _reported_year(anchor: date, month: int, site: Site) -> int:
    """The year of a quarter that begins with that month: the running one, unless it lies more than half a year off."""
    gap = month - anchor.month
    if gap > _NEARBY_MONTHS or (gap > 3 and site.tense == "past"):
        return anchor.year - 1
    return anchor.year + (gap < -_NEARBY_MONTHS and site.tense == "future")


def read_feast(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A feast with its day in the year meant; feasts of other calendars keep their words only."""
    base = cal.feast(e.get("feast"), 2000)
    if base is None:
        return Sense(value=TimeValue(range=unknown("vague"), kind="vague"))
    year, why = year_of(e, scene, now, site, (base.month, min(base.day, 28)))
    day = cal.feast(e.get("feast"), year) if year else None
    if day is None:
        return Sense(
            value=TimeValue(range=unknown("day"), kind="date", timex_value=f"XXXX-{base.month:02}-{base.day:02}")
        )
    return Sense(value=day_value(day), moment=_at(day), why=why)


def read_week(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """An ISO week: 2023-W46."""
    try:
        monday = date.fromisocalendar(int(e.get("year")), int(e.get("week")), 1)
    except ValueError:  # W53 in a year of 52 weeks, or W00
        return None
    return Sense(value=week_value(monday), moment=_at(monday))


def day_value(day: date, *, kind: str = "date") -> TimeValue:
    """One day."""
    return TimeValue(range=TimeRange.day(day), kind=kind, timex_value=day.isoformat())


def week_value(day: date, *, kind: str = "date") -> TimeValue:
    """The ISO week of a day, Monday to Sunday."""
    monday = cal.monday_of(day)
    span = TimeRange.days(monday, monday + timedelta(days=6), "week")
    return TimeValue(range=span, kind=kind, timex_value=cal.week_value(day))


def _at(day: date) -> Moment:
    return Moment(year=day.year, month=day.month, day=day.day)


def _weekday(e: Expression, day: date, value: TimeValue) -> TimeValue:
    """The value with its written weekday and whether that agrees."""
    named = cal.WEEKDAYS.get(e.get("weekday").rstrip("."))
    if named is None:
        return value
    return replace(value, weekday=cal.WEEKDAY_NAMES[named], weekday_ok=day.weekday() == named)


def _ancient_day(e: Expression, month: int, day: int) -> Sense:
    year = int(e.get("year") or 0)
    value = TimeValue(range=unknown("day"), kind="date", timex_value=f"BC{year:04}-{month:02}-{day:02}")
    return Sense(value=value, moment=Moment(year=year, month=month, day=day, era="BC"))


def _ancient_month(year: int, month: int) -> Sense:
    value = TimeValue(range=unknown("month"), kind="date", timex_value=f"BC{year:04}-{month:02}")
    return Sense(value=value, moment=Moment(year=year, month=month, era="BC"))


def _yearless(e: Expression, code: str, now: Moment, *, month: int, day: int | None) -> Sense:
    named = cal.WEEKDAYS.get(e.get("weekday").rstrip("."))
    value = TimeValue(
        range=unknown("day" if day else "month"),
        kind="date",
        timex_value=code,
        weekday=cal.WEEKDAY_NAMES[named] if named is not None else None,
    )
    return Sense(value=value, moment=replace(now, month=month, day=day, quarter=None))


def _third(month: TimeRange, mod: str) -> TimeRange:
    first, last = month.first_day, month.last_day
    words = set(re.findall(r"\w+", mod))
    if first is None or last is None or not words:
        return month
    if words & _EARLY or "first days" in mod:
        return TimeRange.days(first, first.replace(day=10), "vague")
    if words & _MID:
        return TimeRange.days(first.replace(day=11), first.replace(day=20), "vague")
    if words & _LATE:
        return TimeRange.days(first.replace(day=20), last, "vague")
    return month
