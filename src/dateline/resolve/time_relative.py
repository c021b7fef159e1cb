"""Times told by their distance from another: deictic, anaphoric, weekdays, parts of the day, clock times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateline.model.time import TimeRange
from dateline.model.world import TimeValue
from dateline.reference import calendar as cal
from dateline.reference.calendar_expression import Expression
from dateline.resolve.time_dates import day_value, week_value
from dateline.resolve.time_scene import Moment, Scene, Sense, Site, unknown
from dateline.resolve.time_windows import day_of_week

_DAY = timedelta(days=1)
_BACK = ("last", "previous", "the previous", "the preceding", "past", "the past", "the last", "this past", "this last")
_ON = ("next", "the next", "the following", "the coming", "this coming", "coming")
_TOLD = (
    "that",
    "that same",
    "this same",
    "same",
    "the same",
    "the next",
    "the following",
    "the previous",
    "the preceding",
)
_DAY_WORDS = ("day", "date")


def _at(day: date) -> Moment:
    return Moment(year=day.year, month=day.month, day=day.day)


def with_part(value: TimeValue, part: str, day: date | None) -> TimeValue:
    """The value narrowed to a part of its day; a night reaches into the next day."""
    code = cal.PARTS.get(part, "")
    base = day.isoformat() if day else value.timex_value or "XXXX-XX-XX"
    span = value.range
    if code == "NI" and day is not None:
        span = TimeRange.days(day, day + _DAY, "night")
    return replace(value, range=span, timex_type="TIME", timex_value=f"{base}T{code}")


def read_weekday(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A weekday next to the anchor: before it or the same day after a verb in the past, else after it."""
    number = cal.WEEKDAYS[e.get("weekday")]
    name, rel = cal.WEEKDAY_NAMES[number], e.get("rel")
    code = f"XXXX-WXX-{number + 1}"
    if e.get("plural") or rel in ("each", "every"):
        part = f"T{cal.PARTS[e.get('part')]}" if e.get("part") else ""
        value = TimeValue(range=unknown("day"), kind="set", timex_type="SET", timex_value=code + part, weekday=name)
        return Sense(value=value)
    anchor = scene.anchor or now.date
    if rel in ("the previous", "the following", "the next", "the same", "the preceding", "that"):
        anchor = now.date or anchor
    if anchor is None:
        value = TimeValue(range=unknown("day"), kind="date", timex_value=code, weekday=name)
        return Sense(value=value)
    told = day_of_week(e, number, scene, now) if e.get("week") else None
    day = told or _weekday_day(anchor, number, rel, site, anchored=scene.anchor is not None)
    value = replace(day_value(day), weekday=name, weekday_ok=True, anchor="publication" if scene.anchor else None)
    if e.get("part"):
        value = with_part(value, e.get("part"), day)
    return Sense(value=value, moment=_at(day))


def _weekday_day(anchor: date, number: int, rel: str, site: Site, *, anchored: bool) -> date:
    if rel in ("next", "the next", "the following", "this coming"):
        return cal.weekday_near(anchor + _DAY, number, direction=1)
    if rel in ("last", "this past", "the previous", "the preceding"):
        return cal.weekday_near(anchor - _DAY, number, direction=-1)
    if rel == "this":
        return cal.weekday_near(anchor, number, direction=1 if site.tense != "past" else -1)
    ahead = site.tense == "future" if anchored else site.tense != "future"
    return cal.weekday_near(anchor, number, direction=1 if ahead else -1)


def read_deictic(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """Today, yesterday, tomorrow, tonight, overnight: days from the anchor."""
    word = e.get("word").removeprefix("the ")
    shift = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}.get(word, 0)
    night = word in ("tonight", "overnight")
    if scene.anchor is None:
        code = "PRESENT_REF" if word == "today" else "XXXX-XX-XXTNI" if night else "XXXX-XX-XX"
        return Sense(value=TimeValue(range=unknown("night" if night else "day"), kind="deictic", timex_value=code))
    day = scene.anchor + timedelta(days=shift)
    value = replace(day_value(day, kind="deictic"), anchor="publication")
    if word == "overnight":
        span = TimeRange.days(day - _DAY, day, "night")
        return Sense(value=replace(value, range=span, timex_type="TIME", timex_value=f"{day.isoformat()}TNI"))
    if word == "tonight":
        span = TimeRange.days(day, day + _DAY, "night")
        value = replace(value, range=span, timex_type="TIME", timex_value=f"{day.isoformat()}TNI")
    elif e.get("part"):
        value = with_part(value, e.get("part"), day)
    return Sense(value=value, moment=_at(day))


def read_part_of_day(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A part of a day: of the anchor's day for "this morning", else of the day the text has reached."""
    part, rel = e.get("part"), e.get("rel")
    if rel in ("each", "every"):
        code = f"XXXX-XX-XXT{cal.PARTS[part]}"
        return Sense(value=TimeValue(range=unknown("vague"), kind="set", timex_type="SET", timex_value=code))
    day = _day_of_part(rel, part, scene, now)
    if not part:
        return Sense(value=_all_day(day))
    if day is None:
        code = f"XXXX-XX-XXT{cal.PARTS[part]}"
        precision = "night" if cal.PARTS[part] == "NI" else "day"
        return Sense(value=TimeValue(range=unknown(precision), kind="date", timex_type="TIME", timex_value=code))  # type: ignore[arg-type]
    value = with_part(day_value(day), part, day)
    return Sense(value=value, moment=_at(day))


def _day_of_part(rel: str, part: str, scene: Scene, now: Moment) -> date | None:
    today, told = scene.anchor or now.date, now.date or scene.anchor
    base = today if rel in ("this", "last", "yesterday", "tomorrow", "") and scene.anchor else told
    if rel in ("", "the") and now.date:
        base = now.date
    if base is None:
        return None
    if rel in ("last", "yesterday", "the previous", "the preceding"):
        return base - _DAY
    return base + _DAY if rel in ("tomorrow", "next", "the next", "the following") else base


def _all_day(day: date | None) -> TimeValue:
    if day is None:
        return TimeValue(range=unknown("vague"), kind="vague")
    return TimeValue(range=TimeRange.days(day - _DAY, day, "day"), kind="vague", timex_value=day.isoformat())


def read_clock(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """A clock time of the day that the text has reached; the range stays that day, with precision hour."""
    clock = clock_of(e)
    if clock is None:
        return None
    day = now.date or scene.anchor
    return Sense(value=at_clock(day, clock, precise=bool(e.get("minute"))))


def clock_of(e: Expression) -> tuple[int, int] | None:
    """Hour and minute of a clock time in 24 hours; None when it is none ("13 pm")."""
    if e.get("word"):
        return {"noon": (12, 0), "midday": (12, 0), "midnight": (24, 0)}[e.get("word")]
    hour = int(cal.number(e.get("hourword") or e.get("hour")) or 0)
    minute = int(e.get("minute") or 0)
    half = e.get("half")[:1]
    part = e.get("part") or e.get("part2")
    night = "night" in e.text.lower()
    if hour < 12 and (half == "p" or part in ("afternoon", "evening") or (night and hour >= 5)):
        hour += 12
    elif hour == 12 and half == "a":
        hour = 0
    return (hour, minute) if hour <= 24 and minute < 60 else None


def at_clock(day: date | None, clock: tuple[int, int], *, precise: bool = True) -> TimeValue:
    """That time of that day: the day's range (midnight reaches into the next), TIMEX3 with hours and minutes."""
    code = f"T{clock[0]:02}:{clock[1]:02}"
    if day is None:
        return TimeValue(range=unknown("hour"), kind="clock", timex_type="TIME", timex_value=f"XXXX-XX-XX{code}")
    last = day + _DAY if clock[0] == 24 else day
    span = TimeRange.days(day, last, "minute" if precise else "hour")
    return TimeValue(range=span, kind="clock", timex_type="TIME", timex_value=f"{day.isoformat()}{code}")


def read_unit(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """The day, week, weekend, month or year that "this", "last", "next", "that" or "same" points at."""
    rel, unit = e.get("rel"), e.get("unit")
    shift = -1 if rel in _BACK else 1 if rel in _ON else 0
    told = rel in _TOLD or (rel == "the" and unit in ("day", "night", "date")) or (rel == "this" and unit in _DAY_WORDS)
    told = told or scene.anchor is None
    base = (now if told and now.year else None) or (_at(scene.anchor) if scene.anchor else now)
    if base.year is None or base.era:
        return _unit_unknown(rel, unit, shift, base)
    if (e.bound, e.get("mod").removeprefix("the ")[:3]) in _EDGES:
        return _edge(read_unit(replace(e, preposition=None), scene, now, site), e)
    if unit in ("day", "date", "night"):
        return _day_unit(base, shift, unit, e)
    if unit == "weekend":
        return _weekend(base.date, shift, scene.weekend, rel=rel, site=site) if base.date else None
    if unit in ("week", "fortnight"):
        return _week_unit(base, shift * (2 if unit == "fortnight" else 1), rel)
    if unit == "month":
        return _month_unit(base, shift, e.get("mod"))
    return _year_unit(base, shift, unit, rel)


_EDGES = (("by", "end"), ("since", "sta"), ("since", "beg"))
"""What bounds at the edge of a unit of time: "by the end of the week", "since the start (beginning) of the month"."""


def _edge(whole: Sense | None, e: Expression) -> Sense | None:
    """The last or first day alone of a unit of time."""
    day = whole and (whole.value.range.last_day if e.bound == "by" else whole.value.range.first_day)
    return replace(whole, value=replace(whole.value, range=TimeRange.day(day))) if whole and day else whole


def _unit_unknown(rel: str, unit: str, shift: int, base: Moment) -> Sense | None:
    if base.era and base.year and unit == "year":
        return Sense(value=TimeValue(range=unknown("year"), kind="date", timex_value=f"BC{base.year - shift:04}"))
    if rel == "the" and unit != "weekend":
        return None
    code = {"day": "XXXX-XX-XX", "night": "XXXX-XX-XXTNI", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}
    precision = {"week": "week", "month": "month", "year": "year", "night": "night"}.get(unit, "day")
    prefix = "BC" if base.era else ""
    value = TimeValue(range=unknown(precision), kind="deictic", timex_value=prefix + code.get(unit, "XXXX"))  # type: ignore[arg-type]
    return Sense(value=value)


def _day_unit(base: Moment, shift: int, unit: str, e: Expression) -> Sense | None:
    if base.date is None:
        if base.month is None:
            return Sense(value=TimeValue(range=unknown("day"), kind="anaphoric", timex_value=f"{base.year:04}-XX-XX"))
        code = f"{base.year:04}-{base.month:02}-XX" + ("TNI" if unit == "night" else "")
        return Sense(value=TimeValue(range=unknown("day"), kind="anaphoric", timex_value=code))
    if e.get("rel") == "the" and not e.get("mod") and unit == "day":
        return None
    day = base.date + timedelta(days=shift)
    value = replace(day_value(day, kind="anaphoric"), anchor=base.mention)
    if unit == "night":
        value = with_part(value, "night", day)
    return Sense(value=value, moment=_at(day))


def _week_unit(base: Moment, shift: int, rel: str) -> Sense | None:
    if base.date is None:
        return None
    if rel == "the":
        return None
    day = base.date + timedelta(weeks=shift)
    return Sense(value=replace(week_value(day, kind="deictic"), anchor="publication"))


def _weekend(day: date, shift: int, begins: int, *, rel: str, site: Site) -> Sense:
    """Two days from the weekday `begins`; TIMEX3 has one code for all weekends."""
    first = cal.monday_of(day) + timedelta(days=begins)
    past = rel == "last" or (rel in ("the", "this past", "the past") and site.tense != "future")
    if past and (first > day or (rel == "last" and first + _DAY >= day)):
        first -= timedelta(weeks=1)
    elif shift > 0 and first <= day:
        first += timedelta(weeks=1)
    span = TimeRange.days(first, first + _DAY)
    value = TimeValue(range=span, kind="deictic", timex_value=f"{cal.week_value(first)}-WE", anchor="publication")
    return Sense(value=value, moment=_at(first))


def _month_unit(base: Moment, shift: int, mod: str) -> Sense | None:
    if base.month is None or base.year is None:
        return None
    day = cal.add_months(date(base.year, base.month, 1), shift)
    if day is None:
        return None
    value = TimeValue(
        range=TimeRange.month(day.year, day.month), kind="deictic", timex_value=f"{day.year:04}-{day.month:02}"
    )
    return Sense(value=value, moment=Moment(year=day.year, month=day.month))


def _year_unit(base: Moment, shift: int, unit: str, rel: str) -> Sense | None:
    if base.year is None:
        return None
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        if shift < 0 and rel in ("past", "the past", "the last"):
            return Sense(
                value=TimeValue(
                    range=unknown("duration"), kind="duration", timex_type="DURATION", timex_value=f"P{size}Y"
                )
            )
        first = base.year // size * size + shift * size
        span = TimeRange.days(date(first, 1, 1), date(first + size - 1, 12, 31))
        return Sense(value=TimeValue(range=span, kind="deictic", timex_value=str(first // size)))
    year = base.year + shift
    if not 1 <= year <= 9998:
        return None
    value = TimeValue(range=TimeRange.year(year), kind="deictic", timex_value=f"{year:04}")
    return Sense(value=value, moment=Moment(year=year))


def read_day_after(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """The day before, the day after: of the day that the text has reached."""
    word = e.get("word")
    base = now.date or scene.anchor
    if "before last" in word and scene.anchor is not None:
        last = cal.weekday_near(scene.anchor - _DAY, cal.WEEKDAYS[e.get("weekday")], direction=-1)
        return Sense(value=day_value(last - _DAY), moment=_at(last - _DAY))
    shift = -1 if "before" in word else 1
    if "year" in word and now.year and not now.era:
        return _year_unit(now, shift, "year", "")
    if "month" in word:
        return _month_unit(now, shift, "")
    if base is None:
        return Sense(value=TimeValue(range=unknown("day"), kind="anaphoric", timex_value="XXXX-XX-XX"))
    day = base + timedelta(weeks=shift) if "week" in word else base + timedelta(days=shift)
    value = replace(day_value(day, kind="anaphoric"), anchor=now.mention)
    if "night" in word:
        value = with_part(value, "night", day)
    return Sense(value=value, moment=_at(day))


def read_nth_day(e: Expression, scene: Scene, now: Moment, site: Site) -> Sense | None:
    """For a third day: from two days before the anchor to the anchor."""
    nth = cal.ordinal(e.get("nth").split()[-1]) or 2
    unit = e.get("unit")
    days = {"day": 1, "night": 1, "week": 7, "month": 30, "year": 365}[unit]
    anchor = scene.anchor
    if anchor is None or unit not in ("day", "night"):
        return Sense(value=TimeValue(range=unknown("interval"), kind="anaphoric"))
    span = TimeRange.days(anchor - timedelta(days=days * (nth - 1)), anchor)
    return Sense(value=TimeValue(range=span, kind="interval", timex_value=anchor.isoformat(), anchor="publication"))


def read_timed(e: Expression, day: Sense | None) -> Sense | None:
    """A clock time or part of the day joined to a day."""
    if day is None or e.clock is None:
        return day
    value = day.value
    whole = value.range.first_day if value.range.precision in ("day", "night", "interval") else None
    part = e.clock.get("part")
    if e.clock.kind == "clock":
        clock = clock_of(e.clock)
        if clock is None:
            return day
        timed = at_clock(whole, clock, precise=bool(e.clock.get("minute")))
        value = replace(
            value, range=timed.range if whole else value.range, timex_type="TIME", timex_value=timed.timex_value
        )
    elif part and value.range.precision == "interval":
        last = value.range.last_day
        span = TimeRange.days(whole, last, "night")
        value = replace(value, range=span, timex_type="TIME")
    elif part:
        narrowed = with_part(value, part, whole)
        night = (cal.PARTS[part] == "NI" and e.clock.get("rel") != "") or part == "night"
        value = narrowed if night else replace(narrowed, range=value.range)
    return replace(day, value=value)
